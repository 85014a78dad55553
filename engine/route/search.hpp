// SPDX-License-Identifier: Apache-2.0
/// The choice of steps, paces, versions and outcomes: branch and bound from the goals backwards.
/// Exact: the front is complete unless the budget ran out.
#pragma once

#include "route/schedule.hpp"

namespace wegwijzer::route {

enum class Aim {
    front,  ///< every non-dominated route (R16)
    first,  ///< the first in R16's order only
};

struct Found {
    Front front;
    bool is_complete = false;
    std::vector<Date> bound;  ///< no earlier dates of the goals are possible
};

/// @param before  only routes with earlier dates than these are wanted; empty: all
[[nodiscard]] Found search(const Problem& problem, const Reach& reach, Aim aim, Budget& budget,
                           const std::vector<Date>& before = {});

}  // namespace wegwijzer::route
