// SPDX-License-Identifier: Apache-2.0
#include "neutral_model.hpp"
#include "solve/minimise.hpp"

namespace wegwijzer::bench {

namespace {

constexpr std::uint64_t patience = 20'000;  // conflicts for a bound before the search

void note(const NeutralProblem& problem, const NeutralModel& model, const solve::Solver& solver,
          NeutralAnswer& answer) {
    answer.finish = 0;
    answer.cost = 0;
    answer.starts.assign(problem.steps.size(), std::nullopt);
    for (std::size_t s = 0; s < problem.steps.size(); ++s) {
        if (!solver.is_true(model.chosen[s])) continue;
        const auto start = solver.lower(model.starts[s]);
        answer.starts[s] = start;
        answer.finish = std::max(*answer.finish, start + problem.steps[s].weeks);
        *answer.cost += problem.steps[s].cost;
    }
}

/// @returns the least value found of `what`, with its route in `answer`
solve::Minimum run(const NeutralProblem& problem, NeutralModel& model, solve::Side what,
                   NeutralAnswer& answer, StopToken stop) {
    const auto found = solve::minimise(
        model.solver, what, [&](solve::Solver& s) { return model.by_rule(s); },
        [&](const solve::Solver& s) { note(problem, model, s, answer); }, stop);
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

}  // namespace

NeutralAnswer solve_neutral(const NeutralProblem& problem, Objective objective, StopToken stop) {
    NeutralAnswer answer;
    answer.is_proven = !problem.is_possible;
    if (!problem.is_possible) return answer;
    if (objective == Objective::cost) {
        solve_cost(problem, std::nullopt, answer, stop);
        return answer;
    }
    NeutralModel model(problem);
    model.bound_hours(patience, stop);
    model.add_times();
    const auto least = run(problem, model, model.finish, answer, stop);
    answer.bound = least.bound;
    if (objective == Objective::lex && least.is_proven && least.value)
        solve_cost(problem, *least.value, answer, stop);
    return answer;
}

}  // namespace wegwijzer::bench
