// SPDX-License-Identifier: Apache-2.0
/// What holds a route's finish: the chain of steps from the goal back, each to what it waited for
/// last.
#pragma once

#include <cstddef>
#include <vector>

#include "model/plan.hpp"

namespace wegwijzer::route {

/// One link, in the order of days.
struct ChainLink {
    std::size_t step = 0;  ///< index in Route::steps
    Days before;           ///< between what it waited for, or the first day, and its start
    Days to_session;       ///< from its start (signing up) to its session
    Days runs;             ///< from then to its finish
};

/// The chain up to the last goal's planned date; empty where there is none. The lengths of all its
/// links add up to the days from `on` to the last link's finish, where no two links overlap.
[[nodiscard]] std::vector<ChainLink> critical_chain(const model::Route& route, Date on);

}  // namespace wegwijzer::route
