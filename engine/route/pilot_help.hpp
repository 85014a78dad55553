// SPDX-License-Identifier: Apache-2.0
/// Which pilots apply, and which others would bring the goal nearer.
#pragma once

#include <optional>
#include <vector>

#include "model/plan.hpp"
#include "route/branch.hpp"
#include "route/solution.hpp"

namespace wegwijzer::route {

/// Whether the question applies the pilot: named, or running and open to all.
[[nodiscard]] bool is_applied(const model::Pilot& pilot, model::PilotId id,
                              const Question& question);

/// Pilots that the question does not apply and that would make the fastest route faster, or as fast
/// and cheaper, or open one; the most helpful first. Each is tried alone, beside those applied.
/// @param best  of the fastest route; none where there is no route
[[nodiscard]] std::vector<model::PilotHelp> pilots_that_help(const Situation& situation,
                                                             const std::optional<Worth>& best);

}  // namespace wegwijzer::route
