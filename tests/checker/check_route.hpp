// SPDX-License-Identifier: Apache-2.0
/// Walks a planned route day by day and says which rules it breaks.
///
/// The rules are R1 to R23 of docs/rules.md. The checker knows the values of `model` and the rule
/// language, and nothing of the planner: calendar, clocks, sessions, closures, hours, terms and
/// prices are worked out here a second time, in the plainest way.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "model/profile.hpp"

namespace wegwijzer::checker {

struct Violation {
    std::string rule;   ///< "R7"
    std::string where;  ///< key of a run, id of a goal, or "route"; in a branch "KEY=OUTCOME > …"
    std::string what;   ///< one sentence, for developers
};

/// What the route is an answer to.
struct Question {
    Date on;
    std::optional<Date> horizon;  ///< none: 20 years from `on` (R6)
    std::vector<model::GoalId> goals;
    std::vector<std::string> waivers;           ///< "step/need"
    std::vector<std::string> assumed_outcomes;  ///< "step=outcome"
    std::vector<model::PilotId> pilots;         ///< applied whatever their status
    bool apply_running_pilots = true;
    bool duties_bind = false;
    std::vector<Date> holidays;  ///< `holidays_of("data/holidays.csv")`, see almanac.hpp
    /// Functions of plugins; none: all unknown.
    std::function<model::Value(model::FunctionId, std::span<const model::Value>)> call;
    /// Also R12, R17 and the ends of open steps (R9): each run is left out once, and tried on every
    /// earlier day. Costs a replay of a few needs per run and day.
    bool is_thorough = true;
};

/// @param plan  that `route` belongs to: its day, horizon, goals, status, what it assumed, and the
///              other routes (R16)
/// @returns every broken rule, per run and rule the first day only; empty where all is well
[[nodiscard]] std::vector<Violation> check_route(const model::Catalogue& catalogue,
                                                 const model::Profile& profile,
                                                 const Question& question, const model::Plan& plan,
                                                 const model::Route& route);

/// All routes of a plan, and the plan's own day and horizon.
[[nodiscard]] std::vector<Violation> check_plan(const model::Catalogue& catalogue,
                                                const model::Profile& profile,
                                                const Question& question, const model::Plan& plan);

}  // namespace wegwijzer::checker
