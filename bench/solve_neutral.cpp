// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "good_route.hpp"
#include "neutral_model.hpp"
#include "solve/minimise.hpp"

namespace wegwijzer::bench {

namespace {

constexpr std::uint64_t patience = 20'000;  // conflicts for a bound before the search

/// More for more steps: where there are few, the search needs no help.
std::uint64_t changes_for(const NeutralProblem& problem) {
    constexpr std::uint64_t most = 60'000;
    const std::uint64_t steps = problem.steps.size();
    return std::min(most, steps * steps / 8);
}

void note(const NeutralProblem& problem, Starts starts, NeutralAnswer& answer) {
    answer.finish = finish_of(problem, starts);
    answer.cost = 0;
    for (std::size_t s = 0; s < starts.size(); ++s)
        if (starts[s]) *answer.cost += problem.steps[s].cost;
    answer.starts = std::move(starts);
}

Starts starts_in(const NeutralModel& model, const solve::Solver& solver) {
    Starts starts(model.chosen.size());
    for (std::size_t s = 0; s < starts.size(); ++s)
        if (solver.is_true(model.chosen[s])) starts[s] = solver.lower(model.starts[s]);
    return starts;
}

/// @returns the least value found of `what`, with its route in `answer`
solve::Minimum run(const NeutralProblem& problem, NeutralModel& model, solve::Side what,
                   NeutralAnswer& answer, StopToken stop) {
    const auto found = solve::minimise(
        model.solver, what, [&](solve::Solver& s) { return model.by_rule(s); },
        [&](const solve::Solver& s) { note(problem, starts_in(model, s), answer); }, stop);
    answer.conflicts += model.solver.conflicts();
    answer.is_proven = found.is_proven;
    return found;
}

void solve_cost(const NeutralProblem& problem, std::optional<std::int32_t> latest,
                NeutralAnswer& answer, StopToken stop) {
    NeutralModel model(problem);
    model.bound_cost(patience, stop);
    if (latest) {
        model.bound_hours(0, stop);
        model.solver.settle(solve::at_most(model.finish, *latest));
    }
    model.add_times();
    const auto least = run(problem, model, model.cost, answer, stop);
    if (!latest) answer.bound = least.bound;
}

void solve_finish(const NeutralProblem& problem, NeutralAnswer& answer, StopToken stop) {
    if (auto good = good_route(problem, changes_for(problem), stop))
        note(problem, std::move(*good), answer);
    NeutralModel model(problem);
    if (answer.finish) model.solver.settle(solve::at_most(model.finish, *answer.finish - 1));
    model.bound_hours(patience, stop);
    model.add_times();
    const auto least = run(problem, model, model.finish, answer, stop);
    // where nothing is earlier than the good route, that was the earliest
    answer.bound = least.is_proven ? answer.finish.value_or(0) : least.bound;
}

}  // namespace

NeutralAnswer solve_neutral(const NeutralProblem& problem, Objective objective, StopToken stop) {
    NeutralAnswer answer;
    answer.is_proven = !problem.is_possible;
    if (!problem.is_possible) return answer;
    if (objective == Objective::cost) {
        solve_cost(problem, std::nullopt, answer, stop);
        return answer;
    }
    solve_finish(problem, answer, stop);
    if (objective == Objective::lex && answer.is_proven && answer.finish)
        solve_cost(problem, *answer.finish, answer, stop);
    return answer;
}

}  // namespace wegwijzer::bench
