// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <queue>
#include <set>

#include "neutral_route.hpp"

namespace wegwijzer::bench {

namespace {

using nlohmann::json;

/// Weeks until each step is over at the earliest, hours not counted; none: it can never be taken.
std::vector<std::optional<std::int64_t>> earliest_ends(const NeutralProblem& problem) {
    const auto n = problem.steps.size();
    std::vector<std::optional<std::int64_t>> ends(n);
    for (bool has_moved = true; has_moved;) {
        has_moved = false;
        for (std::size_t s = 0; s < n; ++s) {
            std::int64_t start = 0;
            bool is_possible = true;
            for (const Clause& clause : problem.steps[s].needs) {
                std::optional<std::int64_t> first;
                for (const auto giver : clause)
                    if (ends[giver] && (!first || *ends[giver] < *first)) first = ends[giver];
                is_possible = is_possible && first;
                start = std::max(start, first.value_or(0));
            }
            const auto end = start + problem.steps[s].weeks;
            if (is_possible && (!ends[s] || end < *ends[s])) {
                ends[s] = end;
                has_moved = true;
            }
        }
    }
    return ends;
}

/// Keeps what can be taken and serves, in any way, a goal.
void reduce(NeutralProblem& problem) {
    const auto ends = earliest_ends(problem);
    const auto drop_impossible = [&](Clause& clause) {
        std::erase_if(clause, [&](std::size_t giver) { return !ends[giver]; });
    };
    std::vector<std::size_t> todo;
    std::vector<std::size_t> number(problem.steps.size(), problem.steps.size());
    std::vector<bool> is_needed(problem.steps.size(), false);
    const auto need = [&](Clause& clause) {
        drop_impossible(clause);
        for (const auto giver : clause)
            if (!is_needed[giver]) {
                is_needed[giver] = true;
                todo.push_back(giver);
            }
    };
    for (Clause& goal : problem.goals) {
        need(goal);
        problem.is_possible = problem.is_possible && !goal.empty();
    }
    while (!todo.empty()) {
        const auto s = todo.back();
        todo.pop_back();
        for (Clause& clause : problem.steps[s].needs) need(clause);
    }
    std::vector<NeutralStep> kept;
    for (std::size_t s = 0; s < problem.steps.size(); ++s)
        if (is_needed[s]) {
            number[s] = kept.size();
            kept.push_back(std::move(problem.steps[s]));
        }
    const auto renumber = [&](Clause& clause) {
        for (auto& giver : clause) giver = number[giver];
    };
    for (auto& step : kept)
        for (Clause& clause : step.needs) renumber(clause);
    for (Clause& goal : problem.goals) renumber(goal);
    problem.steps = std::move(kept);
}

}  // namespace

Result<NeutralProblem, std::string> read_neutral(std::string_view text) {
    const auto tree = json::parse(text, nullptr, false);
    if (tree.is_discarded()) return Unexpected<std::string>{"is no JSON"};
    try {
        NeutralProblem problem;
        problem.name = tree.at("name").get<std::string>();
        problem.capacity = tree.at("capacity").get<std::int32_t>();
        problem.horizon = tree.value("horizon", 0);
        std::set<std::string> initial;
        for (const auto& fact : tree.at("initial")) initial.insert(fact.get<std::string>());
        std::map<std::string, Clause> givers;
        const auto& steps = tree.at("steps");
        for (std::size_t s = 0; s < steps.size(); ++s)
            for (const auto& fact : steps[s].at("gives"))
                givers[fact.get<std::string>()].push_back(s);
        const auto add_clause = [&](std::vector<Clause>& clauses, const json& facts) {
            Clause clause;
            for (const auto& fact : facts) {
                const auto name = fact.get<std::string>();
                if (initial.count(name) > 0) return;
                const auto& of = givers[name];
                clause.insert(clause.end(), of.begin(), of.end());
            }
            std::sort(clause.begin(), clause.end());
            clause.erase(std::unique(clause.begin(), clause.end()), clause.end());
            clauses.push_back(std::move(clause));
        };
        for (const auto& step : steps) {
            NeutralStep one;
            one.id = step.at("id").get<std::string>();
            one.weeks = step.at("weeks").at(1).get<std::int32_t>();
            one.hours = step.at("hours").get<std::int32_t>();
            one.cost = step.at("cost").get<std::int32_t>();
            if (one.weeks < 0 || one.hours < 0 || one.cost < 0)
                return Unexpected<std::string>{one.id + " has a negative number"};
            for (const auto& clause : step.at("needs")) add_clause(one.needs, clause);
            problem.steps.push_back(std::move(one));
        }
        for (const auto& fact : tree.at("goal")) add_clause(problem.goals, json::array({fact}));
        reduce(problem);
        return problem;
    } catch (const json::exception& error) {
        return Unexpected<std::string>{std::string("has another shape: ") + error.what()};
    }
}

}  // namespace wegwijzer::bench
