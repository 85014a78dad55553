// SPDX-License-Identifier: Apache-2.0
/// Something waits for one of several givers.
#pragma once

#include <cstdint>
#include <vector>

#include "solve/solver.hpp"

namespace wegwijzer::solve {

/// Gives `delay` after its start, where it may serve.
struct Giver {
    Literal may_serve;
    Side start;
    std::int32_t delay = 0;
};

/// `start` is no earlier than the earliest of the givers that may serve, up to `never`, which is
/// its highest value: where what waits, or a giver, is left out, its start is taken to be `never`.
/// @source the lower bound that all alternatives share: constructive disjunction, Van Hentenryck,
/// Saraswat & Deville (1998)
void add_earliest_giver(Solver& solver, Side start, std::vector<Giver> givers, std::int32_t never);

/// The same where nothing else is said of what waits unless `when` holds: `start` is no earlier
/// than the earliest of the givers, or `when` is false. Over flipped sides: what gives is over in
/// time for the last of those that may use it.
void add_earliest_giver_when(Solver& solver, Literal when, Side start, std::vector<Giver> givers);

}  // namespace wegwijzer::solve
