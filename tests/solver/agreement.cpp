// SPDX-License-Identifier: Apache-2.0
#include "solver/agreement.hpp"

#include <algorithm>

#include "solver/facts.hpp"
#include "solver/solve.hpp"

namespace wegwijzer::solver {
namespace {

/// The plan's own days, and some more for what a job must have later.
Date end_of_window(const model::Plan& plan, const std::vector<Date>& dates) {
    Date last = dates.back();
    for (const Date day : dates) last = std::max(last, day);
    for (const auto& route : plan.routes)
        for (const auto& step : route.steps)
            if (step.finish < Date::never) last = std::max(last, step.finish);
    return std::min(plan.horizon, last + Days{30});
}

}  // namespace

Verdict agreement(const plans::Case& one, const model::Plan& plan, int seconds) {
    if (plan.limit_struck) return {"", "the limit struck"};
    const auto dates = plans::earliest(plan);
    const bool is_reached = dates.back() < Date::never;
    if (!is_reached && plan.status != model::Status::unreachable)
        return {"", "no planned date: the outcomes followed lead nowhere"};
    const Date last = is_reached ? end_of_window(plan, dates) : plan.horizon;
    const auto asked = plans::checked(one, one.question);
    const auto facts = facts_of(*one.catalogue, one.profile, asked, plan, last);
    if (!facts.not_covered.empty()) return {"", facts.not_covered};
    const auto day = [&](Date date) { return (date - plan.on).count; };
    std::vector<int> limits(dates.size(), day(last));
    if (!is_reached) {
        switch (solve(facts.text, limits, seconds)) {
            case Answer::schedule:
                return {"the planner finds no route, the solver does", ""};
            case Answer::none:
                return {};
            case Answer::gave_up:
                return {"", "the solver gave up"};
        }
    }
    for (std::size_t g = 0; g < dates.size(); ++g) {
        limits[g] = day(dates[g]) - 1;
        if (limits[g] >= 0) {
            const auto answer = solve(facts.text, limits, seconds);
            if (answer == Answer::schedule)
                return {
                    "goal " + std::to_string(g) + " can be reached before " + to_string(dates[g]),
                    ""};
            if (answer == Answer::gave_up) return {"", "the solver gave up"};
        }
        limits[g] = day(dates[g]);
    }
    const auto answer = solve(facts.text, limits, seconds);
    if (answer == Answer::none)
        return {"the solver has no schedule that reaches " + plans::text_of(dates), ""};
    return {"", answer == Answer::gave_up ? "the solver gave up" : ""};
}

}  // namespace wegwijzer::solver
