// SPDX-License-Identifier: Apache-2.0
#include "solve/minimise.hpp"

#include <algorithm>

namespace wegwijzer::solve {

namespace {

/// By rule until conflicts take over; then by what they are about, and by rule where that leaves
/// something open.
std::optional<Literal> next(Solver& solver, const Brancher& by_rule, bool is_first) {
    if (!is_first)
        if (const auto literal = solver.most_active()) return literal;
    return by_rule(solver);
}

}  // namespace

Minimum minimise(Solver& solver, Side objective, const Brancher& by_rule,
                 const std::function<void(const Solver&)>& accepted, StopToken stop) {
    constexpr std::uint64_t first_round = 200;
    constexpr std::uint64_t longest_round = 20'000;
    Minimum best;
    bool is_first = true;
    std::uint64_t round = first_round;
    for (;;) {
        const Answer answer = solver.search(
            {}, [&](Solver& s) { return next(s, by_rule, is_first); }, round, stop);
        if (answer == Answer::satisfied) {
            best.value = solver.lower(objective);
            solver.remember_values();
            accepted(solver);
            if (!solver.settle(at_most(objective, *best.value - 1))) break;
        } else if (answer == Answer::unsatisfied) {
            break;
        } else if (stop.stop_requested()) {
            best.bound = solver.root_lower(objective);
            return best;
        } else {
            is_first = false;
            round = std::min(longest_round, round + round / 4);
        }
    }
    best.is_proven = true;
    if (best.value) best.bound = *best.value;
    return best;
}

}  // namespace wegwijzer::solve
