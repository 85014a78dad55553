// SPDX-License-Identifier: Apache-2.0
#include "cohort/small_cells.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace wegwijzer::cohort;

namespace {

/// `newly` under the second variant alone, `both`, `neither`.
Fares group(std::uint64_t newly, std::uint64_t both, std::uint64_t neither) {
    return {{{false, true}, {false, false}, newly},
            {{true, true}, {false, false}, both},
            {{false, false}, {false, false}, neither}};
}

bool is_small(std::uint64_t count) { return count > 0 && count < 10; }

}  // namespace

TEST_CASE("nothing is hidden where all cells are large or empty") {
    const auto hidden = hide_small_cells({group(20, 30, 0), group(10, 0, 50)}, 2, 10);
    for (const auto& variant : hidden.groups)
        for (const bool is_hidden : variant) CHECK(!is_hidden);
}

TEST_CASE("a small group is hidden with the smallest other one") {
    const auto hidden =
        hide_small_cells({group(0, 0, 4), group(0, 0, 500), group(0, 0, 40)}, 2, 10);
    CHECK(hidden.groups[0] == std::vector<bool>{true, false, true});
}

TEST_CASE("few newly reached hide the variant in the group, and not what is as it is") {
    const auto hidden =
        hide_small_cells({group(3, 50, 50), group(30, 50, 50), group(40, 60, 60)}, 2, 10);
    CHECK(hidden.groups[0] == std::vector<bool>{false, false, false});
    CHECK(hidden.groups[1] == std::vector<bool>{true, true, false});
}

TEST_CASE("a total with a small difference hides the variant everywhere") {
    const auto hidden = hide_small_cells({group(3, 50, 50), group(4, 50, 50)}, 2, 10);
    CHECK(!hidden.totals[0]);
    CHECK(hidden.totals[1]);
    CHECK(hidden.groups[1] == std::vector<bool>{true, true});
}

TEST_CASE("two variants that few people tell apart are not both told") {
    const Fares fares{{{false, true, true}, {false, false, false}, 30},
                      {{false, true, false}, {false, false, false}, 2},
                      {{false, false, false}, {false, false, false}, 40}};
    const auto hidden = hide_small_cells({fares}, 3, 10);
    CHECK(hidden.totals == std::vector<bool>{false, false, true});
}

TEST_CASE("no sum of what is told gives a small cell away") {
    std::mt19937 random(7);
    const auto number = [&](unsigned below) { return std::uint64_t{random() % below}; };
    for (int round = 0; round < 3000; ++round) {
        std::vector<Fares> groups;
        for (std::uint64_t g = number(6) + 1; g > 0; --g)
            groups.push_back(group(number(3) * number(12), number(40), number(60)));
        const auto hidden = hide_small_cells(groups, 2, 10);
        for (std::size_t v = 0; v < 2; ++v) {
            std::uint64_t newly = 0, both = 0, neither = 0;
            for (std::size_t g = 0; g < groups.size(); ++g) {
                const bool is_told = !hidden.groups[v][g];
                const auto& cells = groups[g];
                if (is_told && v == 1)
                    for (const auto& fare : cells) REQUIRE(!is_small(fare.people));
                if (is_told && v == 0) {
                    REQUIRE(!is_small(cells[1].people));
                    REQUIRE(!is_small(cells[0].people + cells[2].people));
                }
                if (is_told) continue;
                newly += cells[0].people;
                both += cells[1].people;
                neither += cells[2].people;
            }
            // The total less the groups that are told.
            if (hidden.totals[v]) continue;
            REQUIRE(!is_small(both));
            if (v == 0) REQUIRE(!is_small(newly + neither));
            if (v == 1) REQUIRE(!is_small(newly));
            if (v == 1) REQUIRE(!is_small(neither));
        }
    }
}
