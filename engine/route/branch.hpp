// SPDX-License-Identifier: Apache-2.0
/// What is planned when an outcome falls otherwise (R20), and the past that a profile tells of.
#pragma once

#include <memory>
#include <vector>

#include "model/plan.hpp"
#include "route/play.hpp"

namespace wegwijzer::route {

/// The past as `progress` tells it.
[[nodiscard]] std::vector<PastRun> past_of(const model::Catalogue& catalogue,
                                           const model::Profile& profile, Date on);

/// A question with what lay before its first day.
struct Situation {
    const Person* person = nullptr;
    const Question* question = nullptr;
    std::vector<PastRun> past;
};

/// Plans every other outcome of the solution's runs, to `depth`; adds the branches to `route` (with
/// what was kept) and to `script`, for the draws.
void add_branches(const Situation& situation, const model::Route& trunk, Script& script, int depth,
                  std::vector<model::Branch>& branches);

/// The past as it stands on `day` if `solution` was followed until then, its run `n` ending in
/// `outcome`.
[[nodiscard]] std::vector<PastRun> past_at(const Situation& situation, const Solution& solution,
                                           NodeId n, std::uint32_t outcome);

}  // namespace wegwijzer::route
