// SPDX-License-Identifier: Apache-2.0
/// Where a set of runs asks more hours than a day has (R3), and what can be done about it.
#pragma once

#include <optional>
#include <vector>

#include "route/network.hpp"

namespace wegwijzer::route {

/// Runs that together are too many on `day`, and without any one of them would fit; or two
/// repetitions of one step at the same time.
struct Conflict {
    Date day;
    std::vector<NodeId> runs;
    bool is_repetition = false;
};

/// The first conflict of the network's earliest days, if there is one.
[[nodiscard]] std::optional<Conflict> first_conflict(const Network& network);

/// Moves every run's session or start to the first day by which the free hours suffice for all that
/// must be finished before it. Takes effect with `propagate`. Up to 64 runs; more are left as they
/// are.
/// @source  the energy bound of cumulative scheduling: Baptiste, Le Pape & Nuijten (2001), chapter
/// 3
void wait_for_hours(Network& network);

/// Ways to resolve a conflict, each the network with one more constraint. Together they are
/// complete: every schedule without this conflict meets one of them (docs/planner.md, section 5).
///
/// By order: one of the runs begins after another has finished.
[[nodiscard]] std::vector<Network> orderings(const Network& network, const Conflict& conflict);
/// By gaps: the runs overlap on days only on which one stands still or the hours are enough.
/// @param last  days after this one are of no use
[[nodiscard]] std::vector<Network> overlaps(const Network& network, const Conflict& conflict,
                                            Date last);

}  // namespace wegwijzer::route
