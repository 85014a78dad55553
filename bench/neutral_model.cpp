// SPDX-License-Identifier: Apache-2.0
#include "neutral_model.hpp"

#include <algorithm>
#include <tuple>

#include "solve/cumulative.hpp"
#include "solve/lightest.hpp"

namespace wegwijzer::bench {

using solve::Literal;
using solve::Side;
using solve::Solver;

namespace {

/// Long enough for any route: one step after the other.
std::int32_t horizon_of(const NeutralProblem& problem) {
    std::int64_t weeks = 0;
    for (const auto& step : problem.steps) weeks += step.weeks;
    return static_cast<std::int32_t>(std::min<std::int64_t>(weeks, 100'000'000));
}

std::int32_t total_cost(const NeutralProblem& problem) {
    std::int64_t euros = 0;
    for (const auto& step : problem.steps) euros += step.cost;
    return static_cast<std::int32_t>(std::min<std::int64_t>(euros, 1'000'000'000));
}

}  // namespace

NeutralModel::NeutralModel(const NeutralProblem& problem) : problem_(problem) {
    for (std::size_t s = 0; s < problem.steps.size(); ++s) chosen.push_back(solver.add_truth());
    for (const Clause& goal : problem.goals) add_clause(std::nullopt, goal);
    for (std::size_t s = 0; s < problem.steps.size(); ++s)
        for (const Clause& need : problem.steps[s].needs) add_clause(s, need);
    choose_only_what_serves();
    finish = solver.add_integer(0, horizon_of(problem));
    cost = solver.add_integer(0, total_cost(problem));
}

/// One of the givers serves, where somebody asks, and no other.
void NeutralModel::add_clause(std::optional<std::size_t> asker, const Clause& givers) {
    Need need{asker, {}};
    std::vector<Literal> some;
    if (asker) some.push_back(chosen[*asker].negated());
    for (const auto giver : givers) {
        if (giver == asker) continue;
        const bool is_only = givers.size() == 1 && asker;
        const Literal is_used = is_only ? chosen[*asker] : solver.add_truth();
        solver.add_clause({is_used.negated(), chosen[giver]});
        if (asker && !is_only) solver.add_clause({is_used.negated(), chosen[*asker]});
        for (const auto other : need.services)
            solver.add_clause({is_used.negated(), services_[other].is_used.negated()});
        need.services.push_back(services_.size());
        services_.push_back({asker, giver, is_used});
        if (!is_only) some.push_back(is_used);
    }
    if (need.services.empty() || some.size() > (asker ? 1U : 0U)) solver.add_clause(some);
    needs_.push_back(std::move(need));
}

void NeutralModel::choose_only_what_serves() {
    std::vector<std::vector<Literal>> uses(chosen.size());
    for (const Service& service : services_) uses[service.giver].push_back(service.is_used);
    for (std::size_t s = 0; s < chosen.size(); ++s) {
        auto& some = uses[s];
        some.push_back(chosen[s].negated());
        std::sort(some.begin(), some.end(), [](Literal a, Literal b) {
            return std::pair(a.side.index, a.value) < std::pair(b.side.index, b.value);
        });
        some.erase(std::unique(some.begin(), some.end()), some.end());
        solver.add_clause(some);
    }
}

// --- sums ------------------------------------------------------------------------------------

void NeutralModel::bound_hours(std::uint64_t conflicts, StopToken stop) {
    std::vector<std::int64_t> hours;
    for (const auto& step : problem_.steps) hours.push_back(std::int64_t{step.hours} * step.weeks);
    bound_sum(hours, problem_.capacity, finish, conflicts, stop);
}

void NeutralModel::bound_cost(std::uint64_t conflicts, StopToken stop) {
    std::vector<std::int64_t> euros;
    for (const auto& step : problem_.steps) euros.push_back(step.cost);
    bound_sum(euros, 1, cost, conflicts, stop);
}

/// The sum over what is chosen is at most `share` times `total`; written so that its least value
/// shows.
void NeutralModel::bound_sum(const std::vector<std::int64_t>& weights, std::int64_t share,
                             Side total, std::uint64_t conflicts, StopToken stop) {
    if (share == 0) return;
    std::vector<solve::Term> terms;
    for (std::size_t s = 0; s < weights.size(); ++s)
        if (weights[s] > 0) terms.push_back({weights[s], chosen[s].side});
    auto sum = solve::bound_from_below(solver, std::move(terms), conflicts, stop);
    sum.terms.push_back({share, total.flipped()});
    solve::add_sum(solver, std::move(sum.terms), -sum.constant);
}

// --- times -----------------------------------------------------------------------------------

void NeutralModel::add_times() {
    const std::int32_t never = solver.upper(finish) + 1;
    for (std::size_t s = 0; s < chosen.size(); ++s) {
        starts.push_back(solver.add_integer(0, never));
        solver.add_difference(starts[s], weeks_of(s), finish, chosen[s]);
    }
    add_waits();
    std::vector<solve::Load> loads;
    for (std::size_t s = 0; s < chosen.size(); ++s)
        loads.push_back({starts[s], weeks_of(s), problem_.steps[s].hours, chosen[s]});
    solve::add_cumulative(solver, std::move(loads), problem_.capacity);
}

Side NeutralModel::start_of(std::optional<std::size_t> asker) const {
    return asker ? starts[*asker] : finish;
}

/// Who asks waits for one of the givers; and who gives must be in time for one of those who use it.
void NeutralModel::add_waits() {
    std::vector<std::vector<solve::Giver>> users(chosen.size());
    for (const Service& service : services_) {
        const Side asker = start_of(service.asker);
        solver.add_difference(starts[service.giver], weeks_of(service.giver), asker,
                              service.is_used);
        users[service.giver].push_back({service.is_used, asker.flipped(), weeks_of(service.giver)});
    }
    for (const Need& need : needs_) {
        std::vector<solve::Giver> givers;
        for (const auto k : need.services)
            givers.push_back(
                {services_[k].is_used, starts[services_[k].giver], weeks_of(services_[k].giver)});
        const Side asker = start_of(need.asker);
        solve::add_earliest_giver(solver, asker, std::move(givers), solver.upper(asker));
    }
    for (std::size_t s = 0; s < chosen.size(); ++s)
        solve::add_earliest_giver_when(solver, chosen[s], starts[s].flipped(), std::move(users[s]));
}

// --- by rule ---------------------------------------------------------------------------------

std::optional<Literal> NeutralModel::by_rule(Solver& s) const {
    if (const auto literal = unserved(s)) return literal;
    if (const auto literal = unscheduled(s)) return literal;
    for (const auto literal : chosen)
        if (!s.is_true(literal) && !s.is_false(literal)) return literal.negated();
    return std::nullopt;
}

/// The giver that was used in the best route so far, or the one that is over first.
std::optional<Literal> NeutralModel::unserved(const Solver& s) const {
    for (const Need& need : needs_) {
        if (need.asker && !s.is_true(chosen[*need.asker])) continue;
        std::optional<std::size_t> best;
        const auto rank = [&](std::size_t k) {
            const Service& service = services_[k];
            return std::tuple(!s.is_remembered(service.is_used), !s.is_true(chosen[service.giver]),
                              s.lower(starts[service.giver]) + weeks_of(service.giver));
        };
        bool is_served = false;
        for (const auto k : need.services) {
            is_served = is_served || s.is_true(services_[k].is_used);
            if (s.is_false(services_[k].is_used)) continue;
            if (!best || rank(k) < rank(*best)) best = k;
        }
        if (!is_served && best) return services_[*best].is_used;
    }
    return std::nullopt;
}

std::optional<Literal> NeutralModel::unscheduled(const Solver& s) const {
    std::optional<std::size_t> first;
    const auto rank = [&](std::size_t k) {
        return std::pair(s.lower(starts[k]), s.upper(starts[k]));
    };
    for (std::size_t k = 0; k < chosen.size(); ++k)
        if (s.is_true(chosen[k]) && !s.is_fixed(starts[k]) && (!first || rank(k) < rank(*first)))
            first = k;
    if (!first) return std::nullopt;
    return solve::at_most(starts[*first], s.lower(starts[*first]));
}

}  // namespace wegwijzer::bench
