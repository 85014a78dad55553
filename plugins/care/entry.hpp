// SPDX-License-Identifier: Apache-2.0
/// Which level of vocational training an earlier education opens.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "kit/plugin_kit.hpp"

namespace care_plugin {

/// What a foreign diploma usually gets. All unknown: no diploma was named, or none is listed.
struct UsualLevel {
    std::optional<std::int64_t> nlqf_least, nlqf_most;
    std::optional<std::vector<std::string_view>> types;  ///< of Dutch education; empty: no diploma
};

/// @param level  1 to 4
/// @param prior  the answer: "none", "primary", "vmbo-basis", "vmbo-kader", "secondary",
///               "vocational", "higher"
/// @returns yes if either surely opens the level; no if neither can; else none
/// @source facts mbo-l2-prior-diploma, mbo-l3-l4-prior-diploma, mbo-entree-no-prior-diploma
[[nodiscard]] plugin_kit::Truth may_enter(std::int64_t level, std::optional<std::string_view> prior,
                                          const UsualLevel& usual);

}  // namespace care_plugin
