// SPDX-License-Identifier: Apache-2.0
/// A strong lower bound on a weighted sum, and the sum written so that the bound shows.
#pragma once

#include <cstdint>
#include <vector>

#include "solve/linear.hpp"

namespace wegwijzer::solve {

/// `constant` + Σ weight · side.
struct BoundedSum {
    std::int64_t constant = 0;
    std::vector<Term> terms;
    std::int64_t least = 0;  ///< value with all sides at their root bounds: no solution is below it
    bool is_exact = false;   ///< a solution reaches it
};

/// Rewrites a sum by cores: sets of terms of which one at least must rise. Each core moves weight
/// from its terms to the constant and to their count, a new integer.
///
/// The solver may hold all constraints or only some: then the bound is that of the relaxed problem.
/// @param terms      over truth values or small integers
/// @param conflicts  gives up after so many; what was found by then stands
/// @source core-guided optimisation (OLL): Andres, Kaufmann, Matheis & Schaub (2012), with integers
/// for counts; heavy terms first: Ansótegui, Bonet & Levy (2012)
[[nodiscard]] BoundedSum bound_from_below(Solver& solver, std::vector<Term> terms,
                                          std::uint64_t conflicts, StopToken stop);

}  // namespace wegwijzer::solve
