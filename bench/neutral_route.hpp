// SPDX-License-Identifier: Apache-2.0
/// The neutral route problem (README.md of the workload) and its answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.hpp"
#include "base/result.hpp"

namespace wegwijzer::bench {

/// One of these steps suffices.
using Clause = std::vector<std::size_t>;

struct NeutralStep {
    std::string id;
    std::vector<Clause> needs;
    std::int32_t weeks = 0;  ///< likely
    std::int32_t hours = 0;  ///< a week
    std::int32_t cost = 0;   ///< euros
};

/// Facts are resolved to the steps that give them; what holds initially is asked no more, and steps
/// that nobody can take or needs are gone.
struct NeutralProblem {
    std::string name;
    std::int32_t capacity = 0;
    std::int32_t horizon = 0;
    std::vector<NeutralStep> steps;
    std::vector<Clause> goals;
    bool is_possible = true;
};

[[nodiscard]] Result<NeutralProblem, std::string> read_neutral(std::string_view text);

enum class Objective { finish, lex, cost };

struct NeutralAnswer {
    std::optional<std::int32_t> finish, cost;
    bool is_proven = false;
    std::int32_t bound = 0;  ///< of the finish, or of the cost where that is the objective
    std::vector<std::optional<std::int32_t>> starts;  ///< weeks; none: not chosen
    std::uint64_t conflicts = 0;
};

[[nodiscard]] NeutralAnswer solve_neutral(const NeutralProblem& problem, Objective objective,
                                          StopToken stop);

}  // namespace wegwijzer::bench
