// SPDX-License-Identifier: Apache-2.0
/// How much room a run has, and what holds it up.
#pragma once

#include "model/plan.hpp"
#include "route/network.hpp"

namespace wegwijzer::route {

/// R17: the largest n such that every slip of the start up to n days keeps the goals' dates, the
/// order of hours included. @param node a run that is not open
[[nodiscard]] std::int32_t slack_of(const Network& network, NodeId node);

/// What keeps the run from starting, or its session from coming, earlier.
[[nodiscard]] model::HeldUpBy held_up_by(const Network& network, NodeId node);

}  // namespace wegwijzer::route
