// SPDX-License-Identifier: Apache-2.0
/// Which numbers may be told without telling one odd person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wegwijzer::cohort {

/// How the people of one group fare: by variant whether they reach, and whether they are better off
/// than under the first variant. People who fare alike are one entry.
struct Fare {
    std::vector<bool> reaches;  ///< by variant
    std::vector<bool> gains;    ///< by variant: reaches under it and the first, and gains by it
    std::uint64_t people = 0;
};
using Fares = std::vector<Fare>;

/// What must not be told: of each variant the groups, and the variants whose totals must not be.
struct Hidden {
    std::vector<std::vector<bool>> groups;  ///< [variant][group]
    std::vector<bool> totals;               ///< [variant]
};

/// Hides a cell where it, or a difference between it and another that is told, counts at least one
/// person but fewer than `least`; and with it so many of the smallest other groups that what the
/// total less the told groups leaves is no small cell either. The cells of a variant are: reached
/// under it and not under another, under neither, under both; and of those reached under it and
/// under the first variant, those that gain and those that do not.
[[nodiscard]] Hidden hide_small_cells(const std::vector<Fares>& groups, std::size_t variants,
                                      std::uint64_t least);

/// Whether a count of people may be told beside the number that it is part of.
[[nodiscard]] constexpr bool is_tellable(std::uint64_t part, std::uint64_t whole,
                                         std::uint64_t least) {
    const auto is_small = [&](std::uint64_t count) { return count > 0 && count < least; };
    return !is_small(part) && !is_small(whole - part);
}

}  // namespace wegwijzer::cohort
