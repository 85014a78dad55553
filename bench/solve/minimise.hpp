// SPDX-License-Identifier: Apache-2.0
/// The least value of one integer, proven from both sides.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "solve/solver.hpp"

namespace wegwijzer::solve {

struct Minimum {
    std::optional<std::int32_t> value;  ///< of the best solution found; none: there is none so far
    std::int32_t bound = 0;             ///< no solution is below it
    bool is_proven = false;             ///< the value is least, or there is no solution at all
};

/// Searches solutions one better than the last until there is none.
///
/// @param by_rule   decides in the order a person would; the search changes between it and what
///                  conflicts have been about
/// @param accepted  told of each solution while the solver still holds it
[[nodiscard]] Minimum minimise(Solver& solver, Side objective, const Brancher& by_rule,
                               const std::function<void(const Solver&)>& accepted, StopToken stop);

}  // namespace wegwijzer::solve
