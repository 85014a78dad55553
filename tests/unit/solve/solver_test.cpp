// SPDX-License-Identifier: Apache-2.0
// The learning search against trying everything, on problems drawn by a fixed seed.
#include "solve/solver.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/random.hpp"
#include "solve/cumulative.hpp"
#include "solve/earliest_giver.hpp"
#include "solve/lightest.hpp"
#include "solve/linear.hpp"
#include "solve/minimise.hpp"

using namespace wegwijzer;
using namespace wegwijzer::solve;

namespace {

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

/// Four runs on a few days, some of which may be left out.
struct World {
    static constexpr int runs = 4;
    static constexpr int days = 7;
    std::array<int, runs> length{}, demand{}, weight{};
    std::array<bool, runs> may_be_left_out{};
    struct After {
        int before = 0, after = 0, lag = 0, only_with = -1;
    };
    std::vector<After> after;
    std::vector<std::array<int, 2>> one_of;
    std::vector<std::array<int, 3>> waits_for_first_of;  // asker, two givers
    int capacity = 3;
    int most_weight = 0;
};

World draw_world(std::uint64_t seed) {
    Draw draw(seed);
    World world;
    world.capacity = 2 + draw(3);
    for (int r = 0; r < World::runs; ++r) {
        const auto k = static_cast<std::size_t>(r);
        world.length[k] = draw(4);
        world.demand[k] = draw(4);
        world.weight[k] = draw(5);
        world.may_be_left_out[k] = draw(2) == 1;
    }
    for (int n = draw(4); n > 0; --n) {
        World::After one{draw(World::runs), draw(World::runs), draw(5) - 2, -1};
        if (draw(2) == 1) one.only_with = draw(World::runs);
        world.after.push_back(one);
    }
    for (int n = draw(3); n > 0; --n)
        world.one_of.push_back({draw(World::runs), draw(World::runs)});
    if (draw(3) == 0) world.waits_for_first_of.push_back({0, 1, 2});
    world.most_weight = 4 + draw(12);
    return world;
}

/// A choice: start day of each run, or -1.
using Choice = std::array<int, World::runs>;

bool is_taken(const Choice& choice, int run) { return choice[static_cast<std::size_t>(run)] >= 0; }

bool is_allowed(const World& world, const Choice& choice) {
    const auto at = [&](int run) { return choice[static_cast<std::size_t>(run)]; };
    int weight = 0;
    for (int r = 0; r < World::runs; ++r) {
        const auto k = static_cast<std::size_t>(r);
        if (!is_taken(choice, r) && !world.may_be_left_out[k]) return false;
        if (is_taken(choice, r)) weight += world.weight[k];
    }
    if (weight > world.most_weight) return false;
    for (const auto& one : world.one_of)
        if (!is_taken(choice, one[0]) && !is_taken(choice, one[1])) return false;
    for (const auto& lag : world.after) {
        if (!is_taken(choice, lag.before) || !is_taken(choice, lag.after)) continue;
        if (lag.only_with >= 0 && !is_taken(choice, lag.only_with)) continue;
        if (at(lag.after) < at(lag.before) + lag.lag) return false;
    }
    for (const auto& wait : world.waits_for_first_of) {
        if (!is_taken(choice, wait[0])) continue;
        bool is_served = false;
        for (const int giver : {wait[1], wait[2]})
            is_served = is_served || (is_taken(choice, giver) && at(giver) + 1 <= at(wait[0]));
        if (!is_served) return false;
    }
    for (int day = 0; day < 2 * World::days; ++day) {
        int taken = 0;
        for (int r = 0; r < World::runs; ++r)
            if (is_taken(choice, r) && at(r) <= day &&
                day < at(r) + world.length[static_cast<std::size_t>(r)])
                taken += world.demand[static_cast<std::size_t>(r)];
        if (taken > world.capacity) return false;
    }
    return true;
}

int end_of(const World& world, const Choice& choice) {
    int end = 0;
    for (std::size_t r = 0; r < World::runs; ++r)
        if (choice[r] >= 0) end = std::max(end, choice[r] + world.length[r]);
    return end;
}

std::optional<int> earliest_end(const World& world) {
    std::optional<int> best;
    Choice choice{};
    const auto go = [&](const auto& self, std::size_t run) -> void {
        if (run == World::runs) {
            if (is_allowed(world, choice) && (!best || end_of(world, choice) < *best))
                best = end_of(world, choice);
            return;
        }
        for (choice[run] = -1; choice[run] <= World::days; ++choice[run]) self(self, run + 1);
    };
    go(go, 0);
    return best;
}

struct Posed {
    Solver solver;
    std::vector<Side> starts;
    std::vector<Literal> taken;
    Side end;
};

void pose(const World& world, Posed& posed) {
    constexpr int never = 3 * World::days;
    auto& solver = posed.solver;
    posed.end = solver.add_integer(0, never);
    std::vector<Load> loads;
    std::vector<solve::Term> weights;
    for (std::size_t r = 0; r < World::runs; ++r) {
        posed.starts.push_back(solver.add_integer(0, never));
        posed.taken.push_back(solver.add_truth());
        if (!world.may_be_left_out[r]) solver.settle(posed.taken[r]);
        solver.add_difference(posed.starts[r], world.length[r], posed.end, posed.taken[r]);
        solver.add_clause({posed.taken[r].negated(), at_most(posed.starts[r], World::days)});
        loads.push_back({posed.starts[r], world.length[r], world.demand[r], posed.taken[r]});
        if (world.weight[r] > 0) weights.push_back({world.weight[r], posed.taken[r].side});
    }
    for (const auto& one : world.one_of)
        solver.add_clause({posed.taken[static_cast<std::size_t>(one[0])],
                           posed.taken[static_cast<std::size_t>(one[1])]});
    for (const auto& lag : world.after) {
        const auto before = static_cast<std::size_t>(lag.before);
        const auto after = static_cast<std::size_t>(lag.after);
        const auto holds = solver.add_truth();
        std::vector<Literal> clause{holds, posed.taken[before].negated(),
                                    posed.taken[after].negated()};
        if (lag.only_with >= 0)
            clause.push_back(posed.taken[static_cast<std::size_t>(lag.only_with)].negated());
        solver.add_clause(clause);
        solver.add_difference(posed.starts[before], lag.lag, posed.starts[after], holds);
    }
    for (const auto& wait : world.waits_for_first_of) {
        const auto asker = static_cast<std::size_t>(wait[0]);
        std::vector<Literal> some{posed.taken[asker].negated()};
        std::vector<Giver> givers;
        for (const auto giver :
             {static_cast<std::size_t>(wait[1]), static_cast<std::size_t>(wait[2])}) {
            const auto serves = solver.add_truth();
            solver.add_clause({serves.negated(), posed.taken[giver]});
            solver.add_difference(posed.starts[giver], 1, posed.starts[asker], serves);
            some.push_back(serves);
            givers.push_back({serves, posed.starts[giver], 1});
        }
        solver.add_clause(some);
        add_earliest_giver(solver, posed.starts[asker], givers, never);
    }
    add_cumulative(solver, loads, world.capacity);
    add_sum(solver, weights, world.most_weight);
}

}  // namespace

TEST_CASE("the least end is that of trying everything, and the answer keeps the rules") {
    int solved = 0;
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        const World world = draw_world(seed);
        Posed posed;
        pose(world, posed);
        Choice choice{};
        const auto found = minimise(
            posed.solver, posed.end, [](Solver& s) { return s.first_open(); },
            [&](const Solver& solver) {
                for (std::size_t r = 0; r < World::runs; ++r)
                    choice[r] = solver.is_true(posed.taken[r]) ? solver.lower(posed.starts[r]) : -1;
            },
            {});
        const auto expected = earliest_end(world);
        CAPTURE(seed);
        REQUIRE(found.is_proven);
        REQUIRE(found.value.has_value() == expected.has_value());
        if (!expected) continue;
        ++solved;
        CHECK(*found.value == *expected);
        CHECK(is_allowed(world, choice));
        CHECK(end_of(world, choice) == *expected);
    }
    CHECK(solved > 500);
}

TEST_CASE("of assumptions that cannot hold together the core names some that cannot") {
    Solver solver;
    const auto a = solver.add_truth();
    const auto b = solver.add_truth();
    const auto c = solver.add_truth();
    const auto d = solver.add_truth();
    solver.add_clause({a.negated(), b});
    solver.add_clause({b.negated(), c.negated()});
    const Literal assumed[] = {d, a, c};
    const auto by_activity = [](Solver& s) { return s.most_active(); };
    REQUIRE(solver.search(assumed, by_activity, 100, {}) == Answer::unsatisfied);
    const auto core = solver.core();
    CHECK(std::count(core.begin(), core.end(), a) == 1);
    CHECK(std::count(core.begin(), core.end(), c) == 1);
    CHECK(std::count(core.begin(), core.end(), d) == 0);
    const Literal fewer[] = {d, a};
    CHECK(solver.search(fewer, by_activity, 100, {}) == Answer::satisfied);
}

TEST_CASE("the bound of a sum is its least value where time allows") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Draw draw(seed + 10'000);
        constexpr int truths = 7;
        std::array<int, truths> weights{};
        std::vector<std::vector<int>> clauses;
        for (auto& weight : weights) weight = 1 + draw(9);
        for (int n = 3 + draw(6); n > 0; --n) {
            std::vector<int> clause;
            for (int k = 1 + draw(3); k > 0; --k)
                clause.push_back((draw(4) == 0 ? -1 : 1) * (1 + draw(truths)));
            clauses.push_back(clause);
        }
        std::optional<int> least;
        for (unsigned set = 0; set < 1U << truths; ++set) {
            const auto holds = [&](int word) {
                return ((set >> (std::abs(word) - 1)) & 1U) == (word > 0 ? 1U : 0U);
            };
            int sum = 0;
            for (int t = 0; t < truths; ++t)
                if (holds(t + 1)) sum += weights[static_cast<std::size_t>(t)];
            const bool is_solution =
                std::all_of(clauses.begin(), clauses.end(),
                            [&](const auto& c) { return std::any_of(c.begin(), c.end(), holds); });
            if (is_solution && (!least || sum < *least)) least = sum;
        }
        if (!least) continue;
        Solver solver;
        std::vector<Literal> truth;
        std::vector<solve::Term> terms;
        for (int t = 0; t < truths; ++t) {
            truth.push_back(solver.add_truth());
            terms.push_back({weights[static_cast<std::size_t>(t)], truth.back().side});
        }
        for (const auto& clause : clauses) {
            std::vector<Literal> literals;
            for (const int word : clause) {
                const auto literal = truth[static_cast<std::size_t>(std::abs(word)) - 1];
                literals.push_back(word > 0 ? literal : literal.negated());
            }
            // twice the same word, or a word and its contrary, say nothing more
            std::sort(literals.begin(), literals.end(), [](Literal x, Literal y) {
                return std::pair(x.side.index, x.value) < std::pair(y.side.index, y.value);
            });
            literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
            solver.add_clause(literals);
        }
        const auto sum = bound_from_below(solver, terms, 10'000, {});
        CAPTURE(seed);
        CHECK(sum.is_exact);
        CHECK(sum.least == *least);
    }
}
