// SPDX-License-Identifier: Apache-2.0
/// Where everything is within reach and a limit forbids: money or a duty (R24, R25).
#pragma once

#include "route/unmet.hpp"

namespace wegwijzer::route {

/// The smallest sets of limits whose relaxing opens a route, in the order of R24; none where no
/// limit is what stands in the way. With the circle through the purse, if it is the purse.
[[nodiscard]] Obstacles limits_in_the_way(const Situation& situation);

}  // namespace wegwijzer::route
