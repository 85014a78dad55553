// SPDX-License-Identifier: Apache-2.0
/// What differs between the steps of two routes.
#pragma once

#include <vector>

#include "route/plan_diff.hpp"

namespace wegwijzer::route {

/// The runs that are not the same in both, by day; see `diff`.
/// @param on  first day of the plan that `is` belongs to
[[nodiscard]] std::vector<StepChange> diff_steps(const model::PlanRecord::Route& was,
                                                 const model::PlanRecord::Route& is, Date on);

}  // namespace wegwijzer::route
