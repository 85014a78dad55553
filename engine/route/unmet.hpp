// SPDX-License-Identifier: Apache-2.0
/// Why there is no route: what would have to be relaxed (R24), and circles (R25).
#pragma once

#include <cstddef>
#include <vector>

#include "model/plan.hpp"
#include "route/branch.hpp"

namespace wegwijzer::route {

inline constexpr std::size_t most_together = 3;  ///< needs in a set (R24)

struct Obstacles {
    std::vector<model::UnmetSet> unmet;
    bool is_complete = true;
    std::vector<model::Circle> circles;
};

[[nodiscard]] Obstacles obstacles_of(const Situation& situation);

}  // namespace wegwijzer::route
