// SPDX-License-Identifier: Apache-2.0
/// Where the purse runs short (R18), and what can be done about it. docs/planner.md, section 9.
#pragma once

#include <optional>
#include <vector>

#include "route/solution.hpp"

namespace wegwijzer::route {

/// A day on which costs fall due that savings, income and funds do not pay.
struct Shortfall {
    Date day;
    Money missing;  ///< by the end of that day, above 0
};

/// The first shortfall of the network's days, if there is one; loans that are open are taken.
/// @param network   settled: every pace decided
/// @param left_out  a run that is not done: it neither costs nor earns
[[nodiscard]] std::optional<Shortfall> first_shortfall(const Network& network,
                                                       NodeId left_out = no_node);

/// What has to be in the purse on the first day for the network's days to stand.
[[nodiscard]] Money savings_needed(const Network& network);

/// Ways to do something about a shortfall, each the network with one more constraint: a job lasts
/// until its next pay day, or a run waits for one. At prices that do not change by date they are
/// complete: every schedule of the same runs that is never short meets one of them.
[[nodiscard]] std::vector<Network> ways_to_pay(const Network& network, const Shortfall& shortfall);

}  // namespace wegwijzer::route
