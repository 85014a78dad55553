// SPDX-License-Identifier: Apache-2.0
/// A neutral route problem as integers and constraints.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "neutral_route.hpp"
#include "solve/earliest_giver.hpp"
#include "solve/linear.hpp"
#include "solve/solver.hpp"

namespace wegwijzer::bench {

/// First what is chosen and what that takes at the least, then when.
///
/// Only routes of which no step can be left out are looked for: each need is served by one giver,
/// and what serves nothing is not chosen. A step that is not chosen starts at any time.
class NeutralModel {
public:
    /// The choice alone, without times.
    explicit NeutralModel(const NeutralProblem& problem);

    /// Least hours of a choice, as far as `conflicts` conflicts tell; ties `finish` to them.
    void bound_hours(std::uint64_t conflicts, StopToken stop);
    /// The same for `cost`.
    void bound_cost(std::uint64_t conflicts, StopToken stop);
    /// The schedule: who waits for whom, and what a week has room for.
    void add_times();

    /// What is wanted and has no giver yet gets its earliest; then the earliest step starts.
    [[nodiscard]] std::optional<solve::Literal> by_rule(solve::Solver& solver) const;

    solve::Solver solver;
    solve::Side finish, cost;
    std::vector<solve::Literal> chosen;  ///< by step
    std::vector<solve::Side> starts;     ///< by step; empty until there are times

private:
    /// A giver's step gives what an asker waits for.
    struct Service {
        std::optional<std::size_t> asker;  // none: a goal
        std::size_t giver = 0;
        solve::Literal is_used;
    };

    void add_clause(std::optional<std::size_t> asker, const Clause& givers);
    void choose_only_what_serves();
    void bound_sum(const std::vector<std::int64_t>& weights, std::int64_t share, solve::Side total,
                   std::uint64_t conflicts, StopToken stop);
    void add_waits();
    [[nodiscard]] solve::Side start_of(std::optional<std::size_t> asker) const;
    [[nodiscard]] std::optional<solve::Literal> unserved(const solve::Solver& solver) const;
    [[nodiscard]] std::optional<solve::Literal> unscheduled(const solve::Solver& solver) const;
    [[nodiscard]] std::int32_t weeks_of(std::size_t step) const {
        return problem_.steps[step].weeks;
    }

    const NeutralProblem& problem_;
    std::vector<Service> services_;
    /// For each need of a step or a goal: its services, as numbers.
    struct Need {
        std::optional<std::size_t> asker;
        std::vector<std::size_t> services;
    };
    std::vector<Need> needs_;
};

}  // namespace wegwijzer::bench
