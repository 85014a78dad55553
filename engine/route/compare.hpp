// SPDX-License-Identifier: Apache-2.0
/// One person's question answered several times, with one thing changed each time.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/plan.hpp"
#include "route/find.hpp"

namespace wegwijzer::route {

/// How a variant's first route differs from the baseline's; later, dearer and heavier are positive.
struct Difference {
    std::optional<std::int32_t> planned_days, p10_days, p50_days, p90_days;  ///< of the last goal
    Money own;
    Hours hours;
    std::optional<double> chance;
    std::vector<model::StepId> adds, drops;  ///< sorted
};

struct Compared {
    model::Plan plan;
    std::optional<Difference> difference;  ///< none for the baseline, and where either has no route
};

/// Answers the baseline and then each variant. All play the same draws, so that what changes
/// nothing differs by exactly zero.
[[nodiscard]] std::vector<Compared> compare(const model::Catalogue& catalogue,
                                            const model::Profile& profile, const Question& baseline,
                                            std::span<const Question> variants,
                                            const Call& call = {});

}  // namespace wegwijzer::route
