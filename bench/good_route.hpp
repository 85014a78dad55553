// SPDX-License-Identifier: Apache-2.0
/// A good neutral route by trying, to begin a proof with.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "neutral_route.hpp"

namespace wegwijzer::bench {

/// Start week by step; none: not chosen.
using Starts = std::vector<std::optional<std::int32_t>>;

/// First the lightest choice that single changes lead to, then changes that finish no later, each
/// laid out by a list schedule. Keeps all rules, proves nothing, and is the same in every run.
/// @param changes  tries at the most
/// @returns none where no choice was found that can be laid out (needs that go round in a circle)
/// @source serial schedule generation by longest tail, with justification: Valls, Ballestín &
/// Quintanilla (2005)
[[nodiscard]] std::optional<Starts> good_route(const NeutralProblem& problem, std::uint64_t changes,
                                               StopToken stop);

/// Week in which the last chosen step is over.
[[nodiscard]] std::int32_t finish_of(const NeutralProblem& problem, const Starts& starts);

}  // namespace wegwijzer::bench
