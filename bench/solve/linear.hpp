// SPDX-License-Identifier: Apache-2.0
/// Weighted sums with a ceiling.
#pragma once

#include <cstdint>
#include <vector>

#include "solve/solver.hpp"

namespace wegwijzer::solve {

struct Term {
    std::int64_t weight = 1;  ///< > 0; a negative one is the other side's
    Side side;
};

/// The sum of weight times side is at most `most`.
void add_sum(Solver& solver, std::vector<Term> terms, std::int64_t most);

}  // namespace wegwijzer::solve
