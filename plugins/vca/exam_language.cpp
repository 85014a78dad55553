// SPDX-License-Identifier: Apache-2.0
#include "vca/exam_language.hpp"

#include <algorithm>
#include <array>

namespace vca_plugin {
namespace {

using plugin_kit::both;
using plugin_kit::either;
using plugin_kit::Truth;

/// Codes that stand for the same written language. Lists differ in which one they use.
std::string_view written(std::string_view language) {
    if (language == "prs") return "fa";
    if (language == "nb" || language == "nn") return "no";
    return language;
}

bool is_among(const std::vector<std::string_view>& languages, std::string_view wanted) {
    return std::any_of(languages.begin(), languages.end(), [&](std::string_view language) {
        return written(language) == written(wanted);
    });
}

bool serves(const std::vector<std::string_view>& offered, std::string_view language) {
    return language != "nl" && language != "other" && is_among(offered, language);
}

}  // namespace

Truth sits_in_own(const Words& offered, const Reader& reader) {
    if (!offered) return std::nullopt;
    Truth can = false;
    can = either(can, reader.best ? Truth(serves(*offered, *reader.best)) : std::nullopt);
    can =
        either(can, reader.others ? Truth(std::any_of(reader.others->begin(), reader.others->end(),
                                                      [&](std::string_view language) {
                                                          return serves(*offered, language);
                                                      }))
                                  : std::nullopt);
    return either(can, both(reader.reads_english, is_among(*offered, "en")));
}

std::optional<int> rank_of(std::optional<std::string_view> level) {
    constexpr std::array<std::string_view, 7> levels{"A0", "A1", "A2", "B1", "B2", "C1", "C2"};
    if (!level) return std::nullopt;
    const auto* const at = std::find(levels.begin(), levels.end(), *level);
    return at == levels.end() ? std::nullopt : std::optional(static_cast<int>(at - levels.begin()));
}

}  // namespace vca_plugin
