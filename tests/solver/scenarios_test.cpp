// SPDX-License-Identifier: Apache-2.0
// The planned date of every scenario that the packs ship, asked of a constraint solver.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "solver/agreement.hpp"

using namespace wegwijzer;

namespace {

void ask_solver(std::size_t every, std::size_t first, int seconds) {
    const auto& cases = plans::Shelf::shipped().cases();
    const char* only = std::getenv("WEGWIJZER_SCENARIO");
    int agreed = 0, left = 0;
    for (std::size_t k = first; k < cases.size(); k += every) {
        if (only != nullptr && cases[k].name != only) continue;
        const auto begun = std::chrono::steady_clock::now();
        const auto verdict = solver::agreement(cases[k], cases[k].plan(), seconds);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        CHECK_MESSAGE(verdict.disagreement.empty(), cases[k].name << ": " << verdict.disagreement);
        if (verdict.not_covered.empty())
            ++agreed;
        else
            ++left;
        if (only != nullptr || !verdict.not_covered.empty() || took.count() > 5)
            MESSAGE(cases[k].name << ": "
                                  << (verdict.not_covered.empty() ? "agreed" : verdict.not_covered)
                                  << " (" << took.count() << " s)");
    }
    MESSAGE(agreed << " scenarios agreed, " << left << " not asked or not settled");
}

}  // namespace

TEST_CASE("a sample of the scenarios is planned for the day that a solver proves") {
    ask_solver(12, 2, 5);
}

TEST_CASE("every scenario is planned for the day that a solver proves" * doctest::skip()) {
    ask_solver(1, 0, 300);
}
