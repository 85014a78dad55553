// SPDX-License-Identifier: Apache-2.0
/// In which language someone can sit an exam.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kit/plugin_kit.hpp"

namespace vca_plugin {

using Words = std::optional<std::vector<std::string_view>>;

struct Reader {
    std::optional<std::string_view> best;  ///< language read best, ISO 639-1 or "prs"
    Words others;                          ///< other languages read well
    plugin_kit::Truth reads_english;       ///< well enough for this form
};

/// Whether one of the languages in which an exam is offered is one that this person reads, Dutch
/// left out. Dari and Farsi are one written language for a reader, so either serves for the other.
[[nodiscard]] plugin_kit::Truth sits_in_own(const Words& offered, const Reader& reader);

/// A CEFR level as a number: A0 is 0, C2 is 6; none for anything else.
[[nodiscard]] std::optional<int> rank_of(std::optional<std::string_view> level);

}  // namespace vca_plugin
