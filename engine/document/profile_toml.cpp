// SPDX-License-Identifier: Apache-2.0
#include "document/profile_toml.hpp"

#include "document/speaker.hpp"

namespace wegwijzer::document {
namespace {

/// A basic string of TOML 1.0; control characters are gone already.
std::string quoted(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : harmless(text)) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace

std::string render_profile_toml(const model::ImportedProfile& profile) {
    std::string text;
    for (const model::ImportedAnswer& answer : profile.answers) {
        text += answer.key + " = ";
        if (!answer.is_list) {
            text += quoted(answer.values.front()) + "\n";
            continue;
        }
        std::string list;
        for (const std::string& value : answer.values)
            list += (list.empty() ? "" : ", ") + quoted(value);
        text += "[" + list + "]\n";
    }
    return text;
}

}  // namespace wegwijzer::document
