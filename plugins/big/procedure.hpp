// SPDX-License-Identifier: Apache-2.0
/// Which BIG procedure a foreign diploma falls under.
#pragma once

#include <optional>
#include <string_view>

#include "kit/plugin_kit.hpp"

namespace big_plugin {

/// What the choice rests on; an unknown country has no value, an unknown answer neither.
struct Case {
    std::optional<std::string_view> country;  ///< of the diploma, ISO 3166
    plugin_kit::Truth is_european;    ///< EEA or Switzerland when it was issued, British until 2021
    plugin_kit::Truth is_harmonised;  ///< one of the five professions of the directive
    plugin_kit::Truth is_listed;      ///< a designated diploma of annex V
    plugin_kit::Truth moves_freely;   ///< European, EU long-term resident, or family of a European
    plugin_kit::Truth was_recognised;  ///< elsewhere in Europe, three years of work there, European
};

/// Whether the diploma falls under `procedure`: "dutch", "automatic", "general" or "competence".
/// None where the missing answers decide. A listed diploma of someone without a European status
/// falls under two: the register used to refuse what a court allowed, so the way round stays open.
/// @source directive 2005/36, articles 3(3), 10 and 21; facts big-route-*
[[nodiscard]] plugin_kit::Truth falls_under(std::string_view procedure, const Case& diploma);

}  // namespace big_plugin
