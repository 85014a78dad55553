// SPDX-License-Identifier: Apache-2.0
/// From a solution to the route that is shown: dates, supports, costs, sources, slack.
#pragma once

#include "model/plan.hpp"
#include "route/find.hpp"
#include "route/solution.hpp"

namespace wegwijzer::route {

/// Everything of the route but labels, chance and branches.
[[nodiscard]] model::Route assemble(const Solution& solution, const Question& question);

/// What a run gives, as a plan names it: "big.bi-passed", "dutch >= B2".
[[nodiscard]] std::string give_name(const model::Catalogue& catalogue, const model::Given& given);

/// Adds what a run costs, and who pays it, to the sum of a route or branch.
void add_cost(model::RouteCost& sum, const model::PlannedStep& step);

/// How duties stand when the route is followed (R11).
[[nodiscard]] std::vector<model::DutyState> duties_of(const Person& person,
                                                      const model::Route& route, Date on,
                                                      Date horizon);

/// An open run that reaches a goal is kept as long as that costs no later goal its date (R9).
void keep_jobs(Solution& solution);

}  // namespace wegwijzer::route
