// SPDX-License-Identifier: Apache-2.0
// Small worlds, asked of the planner and of a constraint solver.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "base/random.hpp"
#include "property/plan_posed.hpp"
#include "solver/agreement.hpp"

using namespace wegwijzer;

namespace {

small::World world_of(std::uint64_t number) {
    std::vector<std::uint16_t> tape;
    for (std::uint64_t k = 0; k < 200; ++k)
        tape.push_back(static_cast<std::uint16_t>(RandomKey(number).with(k).bits() >> 48));
    small::Tape drawn(std::move(tape));
    return small::draw_world(drawn, 6);
}

void ask_solver(std::uint64_t from, std::uint64_t until) {
    for (auto number = from; number < until; ++number) {
        const auto world = world_of(number);
        small::Posed posed;
        small::pose(world, posed);
        const auto verdict = solver::agreement(posed.one, posed.one.plan(), 0);
        CHECK_MESSAGE(verdict.disagreement.empty(),
                      "world " << number << ": " << verdict.disagreement << "\n"
                               << small::pack_text(world) << small::profile_text(world));
    }
}

std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::stoull(text);
}

}  // namespace

TEST_CASE("small worlds are planned for the day that a solver proves") { ask_solver(0, 250); }

// WEGWIJZER_FROM and WEGWIJZER_UNTIL choose others.
TEST_CASE("thousands of small worlds are planned for the day that a solver proves" *
          doctest::skip()) {
    ask_solver(number_in("WEGWIJZER_FROM", 250), number_in("WEGWIJZER_UNTIL", 3000));
}
