// SPDX-License-Identifier: Apache-2.0
// Neutral routes against living through every choice and every start.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/random.hpp"
#include "neutral_route.hpp"

using namespace wegwijzer;
using namespace wegwijzer::bench;

namespace {

const std::string two_ways =
    R"({"name": "hand", "capacity": 10, "horizon": 9, "facts": ["a", "b", "goal"],
 "initial": ["a"], "goal": ["goal"], "steps": [
  {"id": "slow", "needs": [["a"]], "gives": ["goal"], "weeks": [1, 6, 9], "hours": 10, "cost": 10},
  {"id": "first", "needs": [], "gives": ["b"], "weeks": [1, 2, 3], "hours": 6, "cost": 20},
  {"id": "second", "needs": [["b"]], "gives": ["goal"], "weeks": [1, 3, 3], "hours": 6, "cost": 30},
  {"id": "idle", "needs": [["b"]], "gives": ["b"], "weeks": [1, 1, 1], "hours": 1, "cost": 0},
  {"id": "never", "needs": [["c"]], "gives": ["goal"], "weeks": [1, 1, 1], "hours": 1, "cost": 0}]})";

class Draw {
public:
    explicit Draw(std::uint64_t seed) : key_(seed) {}
    /// 0 .. n-1
    int operator()(int n) {
        key_ = key_.with(1);
        return static_cast<int>(key_.bits() % static_cast<std::uint64_t>(n));
    }

private:
    RandomKey key_;
};

/// Five steps for three facts, and a goal that needs some of them.
NeutralProblem draw_problem(std::uint64_t seed) {
    Draw draw(seed);
    NeutralProblem problem;
    problem.capacity = 8 + draw(6);
    for (int s = 0; s < 5; ++s) {
        NeutralStep step;
        step.id = std::to_string(s);
        step.weeks = 1 + draw(3);
        step.hours = draw(9);
        step.cost = 10 * draw(9);
        for (int n = s == 0 ? 0 : draw(3); n > 0; --n) {
            Clause need;
            for (int k = 1 + draw(2); k > 0; --k)
                need.push_back(static_cast<std::size_t>(draw(10) == 0 ? draw(5) : draw(s)));
            std::sort(need.begin(), need.end());
            need.erase(std::unique(need.begin(), need.end()), need.end());
            step.needs.push_back(need);
        }
        problem.steps.push_back(step);
    }
    for (int n = 1 + draw(2); n > 0; --n) {
        Clause goal{static_cast<std::size_t>(3 + draw(2))};
        if (draw(2) == 1) goal.insert(goal.begin(), static_cast<std::size_t>(draw(3)));
        problem.goals.push_back(goal);
    }
    return problem;
}

struct Worth {
    int finish = 0, cost = 0;
};

/// Starts by step, or -1 where it is left out.
using Starts = std::vector<int>;

bool is_over(const NeutralProblem& problem, const Starts& starts, const Clause& clause, int week) {
    return std::any_of(clause.begin(), clause.end(), [&](std::size_t g) {
        return starts[g] >= 0 && starts[g] + problem.steps[g].weeks <= week;
    });
}

std::optional<Worth> worth_of(const NeutralProblem& problem, const Starts& starts) {
    Worth worth;
    int last = 0;
    for (std::size_t s = 0; s < starts.size(); ++s) {
        if (starts[s] < 0) continue;
        worth.cost += problem.steps[s].cost;
        last = std::max(last, starts[s] + problem.steps[s].weeks);
        for (const Clause& need : problem.steps[s].needs)
            if (!is_over(problem, starts, need, starts[s])) return std::nullopt;
    }
    for (int week = 0; week < last; ++week) {
        int hours = 0;
        for (std::size_t s = 0; s < starts.size(); ++s)
            if (starts[s] >= 0 && starts[s] <= week && week < starts[s] + problem.steps[s].weeks)
                hours += problem.steps[s].hours;
        if (hours > problem.capacity) return std::nullopt;
    }
    for (const Clause& goal : problem.goals) {
        if (!is_over(problem, starts, goal, last)) return std::nullopt;
        while (!is_over(problem, starts, goal, worth.finish)) ++worth.finish;
    }
    return worth;
}

/// The best by `key` of all choices and starts.
template <class Key>
std::optional<Worth> best_of(const NeutralProblem& problem, Key key) {
    constexpr int latest = 9;
    std::optional<Worth> best;
    Starts starts(problem.steps.size(), -1);
    const auto go = [&](const auto& self, std::size_t s) -> void {
        if (s == starts.size()) {
            const auto worth = worth_of(problem, starts);
            if (worth && (!best || key(*worth) < key(*best))) best = worth;
            return;
        }
        for (starts[s] = -1; starts[s] <= latest; ++starts[s]) self(self, s + 1);
    };
    go(go, 0);
    return best;
}

}  // namespace

TEST_CASE("a neutral route is read, and what serves nothing is dropped") {
    const auto read = read_neutral(two_ways);
    REQUIRE(read);
    const NeutralProblem& problem = read.value();
    REQUIRE(problem.steps.size() == 4);
    CHECK(problem.steps[0].id == "slow");
    CHECK(problem.steps[0].needs.empty());
    CHECK(problem.steps[0].weeks == 6);
    CHECK(problem.goals.front() == Clause{0, 2});
    CHECK(read_neutral("{").error() == "is no JSON");
    CHECK(!read_neutral("{}"));
}

TEST_CASE("a neutral route is earliest, or cheapest, as it is asked") {
    const auto read = read_neutral(two_ways);
    REQUIRE(read);
    const auto finish = solve_neutral(read.value(), Objective::finish, {});
    CHECK(finish.is_proven);
    CHECK(finish.finish == 5);
    CHECK(finish.bound == 5);
    const auto cost = solve_neutral(read.value(), Objective::cost, {});
    CHECK(cost.is_proven);
    CHECK(cost.cost == 10);
    CHECK(cost.starts[1] == std::nullopt);
}

TEST_CASE("the best neutral routes are those of trying everything") {
    int solved = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const auto problem = draw_problem(seed);
        const auto by_finish =
            best_of(problem, [](Worth w) { return std::pair(w.finish, w.cost); });
        const auto by_cost = best_of(problem, [](Worth w) { return std::pair(w.cost, 0); });
        const auto finish = solve_neutral(problem, Objective::finish, {});
        const auto lex = solve_neutral(problem, Objective::lex, {});
        const auto cost = solve_neutral(problem, Objective::cost, {});
        REQUIRE(finish.is_proven);
        REQUIRE(finish.finish.has_value() == by_finish.has_value());
        if (!by_finish) continue;
        ++solved;
        CHECK(finish.finish == by_finish->finish);
        CHECK(finish.bound == by_finish->finish);
        CHECK(lex.is_proven);
        CHECK(lex.finish == by_finish->finish);
        CHECK(lex.cost == by_finish->cost);
        CHECK(cost.is_proven);
        CHECK(cost.cost == by_cost->cost);
    }
    CHECK(solved > 20);
}
