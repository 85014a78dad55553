// SPDX-License-Identifier: Apache-2.0
#include "model/text.hpp"

#include <algorithm>

namespace wegwijzer::model {
namespace {

const std::string* find(const Text& text, std::string_view language) {
    const auto at = std::find_if(text.by_language.begin(), text.by_language.end(),
                                 [&](const auto& entry) { return entry.first == language; });
    return at == text.by_language.end() ? nullptr : &at->second;
}

}  // namespace

std::string_view Text::in(std::string_view language) const {
    for (const std::string_view wanted :
         {language, std::string_view("nl"), std::string_view("en")}) {
        if (const std::string* found = find(*this, wanted)) return *found;
    }
    return is_empty() ? std::string_view() : by_language.front().second;
}

bool Text::has(std::string_view language) const { return find(*this, language) != nullptr; }

}  // namespace wegwijzer::model
