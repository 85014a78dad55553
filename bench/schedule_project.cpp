// SPDX-License-Identifier: Apache-2.0
#include "schedule_project.hpp"

#include <algorithm>
#include <numeric>

#include "solve/cumulative.hpp"
#include "solve/minimise.hpp"

namespace wegwijzer::bench {

namespace {

/// Longest distances between starts; none where some wait for themselves.
std::optional<std::vector<std::int64_t>> longest_lags(const Project& project) {
    constexpr std::int64_t unlinked = INT64_MIN / 4;
    const auto n = project.lengths.size();
    std::vector<std::int64_t> lag(n * n, unlinked);
    for (std::size_t a = 0; a < n; ++a) lag[a * n + a] = 0;
    for (const Lag& l : project.lags)
        lag[l.from * n + l.to] = std::max<std::int64_t>(lag[l.from * n + l.to], l.days);
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t a = 0; a < n; ++a) {
            if (lag[a * n + k] == unlinked) continue;
            for (std::size_t b = 0; b < n; ++b)
                if (lag[k * n + b] != unlinked)
                    lag[a * n + b] = std::max(lag[a * n + b], lag[a * n + k] + lag[k * n + b]);
        }
    for (std::size_t a = 0; a < n; ++a)
        if (lag[a * n + a] > 0) return std::nullopt;
    return lag;
}

/// A makespan that is enough if there is any schedule at all.
std::int32_t horizon_of(const Project& project) {
    std::int64_t horizon = 0;
    for (std::size_t a = 0; a < project.lengths.size(); ++a) {
        std::int64_t most = project.lengths[a];
        for (const Lag& lag : project.lags)
            if (lag.from == a) most = std::max<std::int64_t>(most, lag.days);
        horizon += most;
    }
    return static_cast<std::int32_t>(std::min<std::int64_t>(horizon, 1'000'000'000));
}

/// Two activities that never fit beside each other: one of them waits for the other.
void add_pairs(solve::Solver& solver, const Project& project, const std::vector<std::int64_t>& lag,
               const std::vector<solve::Side>& starts) {
    const auto n = project.lengths.size();
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n; ++b) {
            bool is_pair = project.lengths[a] > 0 && project.lengths[b] > 0;
            bool too_much = false;
            for (std::size_t r = 0; r < project.capacities.size(); ++r)
                too_much = too_much ||
                           project.demands[a][r] + project.demands[b][r] > project.capacities[r];
            is_pair = is_pair && too_much;
            if (!is_pair || lag[a * n + b] >= project.lengths[a] ||
                lag[b * n + a] >= project.lengths[b])
                continue;
            const auto is_first = solver.add_truth();
            solver.add_difference(starts[a], project.lengths[a], starts[b], is_first);
            solver.add_difference(starts[b], project.lengths[b], starts[a], is_first.negated());
        }
}

}  // namespace

Schedule shortest_schedule(const Project& project, StopToken stop) {
    Schedule result;
    const auto lag = longest_lags(project);
    if (!lag) {
        result.is_proven = true;
        return result;
    }
    const auto n = project.lengths.size();
    const std::int32_t horizon = horizon_of(project);
    solve::Solver solver;
    std::vector<solve::Side> starts;
    for (std::size_t a = 0; a < n; ++a)
        starts.push_back(solver.add_integer(0, a == 0 ? 0 : horizon));
    const auto end = starts.back();
    for (std::size_t a = 0; a < n; ++a)
        if (a + 1 < n) solver.add_difference(starts[a], project.lengths[a], end);
    for (const Lag& l : project.lags) solver.add_difference(starts[l.from], l.days, starts[l.to]);
    add_pairs(solver, project, *lag, starts);
    for (std::size_t r = 0; r < project.capacities.size(); ++r) {
        std::vector<solve::Load> loads;
        for (std::size_t a = 0; a < n; ++a)
            loads.push_back({starts[a], project.lengths[a], project.demands[a][r], {}});
        solve::add_cumulative(solver, std::move(loads), project.capacities[r]);
    }
    // the earliest that can still begin, of several the one that has least room
    const auto by_rule = [&](solve::Solver& s) -> std::optional<solve::Literal> {
        std::optional<std::size_t> best;
        for (std::size_t a = 0; a < n; ++a) {
            if (s.is_fixed(starts[a])) continue;
            if (!best || std::pair(s.lower(starts[a]), s.upper(starts[a])) <
                             std::pair(s.lower(starts[*best]), s.upper(starts[*best])))
                best = a;
        }
        if (!best) return std::nullopt;
        return solve::at_most(starts[*best], s.lower(starts[*best]));
    };
    const auto found = solve::minimise(
        solver, end, by_rule,
        [&](const solve::Solver& s) {
            result.starts.clear();
            for (const auto start : starts) result.starts.push_back(s.lower(start));
        },
        stop);
    result.makespan = found.value;
    result.bound = found.bound;
    result.is_proven = found.is_proven;
    result.conflicts = solver.conflicts();
    return result;
}

std::string fault_of(const Project& project, const std::vector<std::int32_t>& starts) {
    for (const Lag& lag : project.lags)
        if (starts[lag.to] < starts[lag.from] + lag.days)
            return "activity " + std::to_string(lag.to) + " starts too early after " +
                   std::to_string(lag.from);
    const auto last = *std::max_element(starts.begin(), starts.end());
    for (std::size_t r = 0; r < project.capacities.size(); ++r)
        for (std::int32_t day = 0; day <= last; ++day) {
            std::int64_t taken = 0;
            for (std::size_t a = 0; a < starts.size(); ++a)
                if (starts[a] <= day && day < starts[a] + project.lengths[a])
                    taken += project.demands[a][r];
            if (taken > project.capacities[r])
                return "on day " + std::to_string(day) + " more of resource " + std::to_string(r) +
                       " is taken than there is";
        }
    return {};
}

}  // namespace wegwijzer::bench
