// SPDX-License-Identifier: Apache-2.0
/// Asks clingo whether there is a schedule.
#pragma once

#include <string>
#include <vector>

namespace wegwijzer::solver {

enum class Answer { schedule, none, gave_up };

/// @param facts    for tests/solver/rules.lp
/// @param limits   by goal: the last day on which it may be reached
/// @param seconds  after which it gives up; 0: never
[[nodiscard]] Answer solve(const std::string& facts, const std::vector<int>& limits, int seconds);

}  // namespace wegwijzer::solver
