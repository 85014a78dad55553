// SPDX-License-Identifier: Apache-2.0
/// Runs that share what there is of a resource.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "solve/solver.hpp"

namespace wegwijzer::solve {

/// A run of fixed length that takes `demand` of the resource from its start until its end.
struct Load {
    Side start;
    std::int32_t length = 0;
    std::int32_t demand = 0;
    /// Where it may be left out. The start of one that is left out means nothing and may rise
    /// without end; its latest start counts only where it takes place.
    std::optional<Literal> takes_place;
};

/// At every time the running loads take at most `capacity` together. Watches what it needs.
///
/// Time-tabling: what must run at a time, whatever else is decided, keeps others away; each
/// derivation is explained at single points of time.
/// @source Schutt, Feydy, Stuckey & Wallace, "Explaining the cumulative propagator" (2011)
void add_cumulative(Solver& solver, std::vector<Load> loads, std::int32_t capacity);

}  // namespace wegwijzer::solve
