// SPDX-License-Identifier: Apache-2.0
/// Why this way and not that one: the person planned anew with a step forbidden, or with all that
/// could stand in for it forbidden.
#pragma once

#include <optional>
#include <vector>

#include "model/plan.hpp"
#include "route/find.hpp"

namespace wegwijzer::route {

/// The best route under another rule, against the route that is shown.
struct Alternative {
    model::StepId step;      ///< that was forbidden, or had to be taken
    bool has_route = false;  ///< false: without it (or by way of it) the goal is out of reach
    std::optional<std::int32_t> later_days;  ///< of the last goal; none where a date is missing
    Money dearer;                            ///< own cost; negative: cheaper
    Hours heavier;
    std::vector<model::StepId> adds, drops;  ///< sorted
    bool is_proven = true;                   ///< false where the search stopped at its limit
};

/// What the best route would be without `step`.
[[nodiscard]] Alternative without_step(const model::Catalogue& catalogue,
                                       const model::Profile& profile, const Question& question,
                                       const model::Route& shown, model::StepId step,
                                       const Call& call = {});

/// What the best route would be by way of `step`: what the shown route takes in its stead is
/// forbidden until it comes in. None where nothing brings it in.
[[nodiscard]] std::optional<Alternative> by_way_of(const model::Catalogue& catalogue,
                                                   const model::Profile& profile,
                                                   const Question& question,
                                                   const model::Route& shown, model::StepId step,
                                                   const Call& call = {});

}  // namespace wegwijzer::route
