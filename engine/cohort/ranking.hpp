// SPDX-License-Identifier: Apache-2.0
/// Which need holds most people back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cohort/asked.hpp"
#include "cohort/gathering.hpp"
#include "cohort/variant.hpp"

namespace wegwijzer::cohort {

/// What relaxing one need alone gives against the rules as they are.
struct NeedRank {
    route::Waiver need;
    std::string name;              ///< "step/need"
    std::uint64_t newly = 0;       ///< reached only without it
    std::uint64_t better = 0;      ///< reached both ways, and better off without it
    std::int64_t days_sooner = 0;  ///< in all, of those reached both ways
};

struct NeedRanking {
    std::vector<NeedRank> needs;  ///< most newly reached first, then most days, then by name
    std::uint64_t tried = 0;      ///< needs
    std::uint64_t left_out = 0;   ///< that change something, but for too few to be told
};

/// How plans are made, the same for all that is tried.
struct Planning {
    const Population& population;
    const Variant& baseline;
    const std::vector<Outcome>& outcomes;  ///< of the baseline, by signature
    const route::Call& call;               ///< may be used by several threads at once
    std::size_t threads = 1;
    std::uint64_t least = 0;     ///< the smallest cell that is told
    std::function<void()> tell;  ///< told after each plan, from any thread
};

/// Waives each need on the way by itself, for everybody.
[[nodiscard]] NeedRanking rank_needs(const Planning& planning, const Asked& asked);

/// How many plans `rank_needs` makes.
[[nodiscard]] std::uint64_t plans_to_rank(const Planning& planning, const Asked& asked);

}  // namespace wegwijzer::cohort
