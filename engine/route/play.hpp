// SPDX-License-Identifier: Apache-2.0
/// Draws: a route played many times with drawn durations, results and outcomes (R19, R21, R22).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "base/random.hpp"
#include "model/plan.hpp"
#include "route/find.hpp"
#include "route/solution.hpp"

namespace wegwijzer::route {

/// A route as it is played: the solution, and what follows when an outcome falls otherwise.
struct Script {
    std::shared_ptr<const Problem> problem;
    Grounding grounding;  ///< that made the problem
    Solution solution;
    /// by key of the run and outcome; a branch that leads nowhere is absent
    std::map<std::pair<std::string, std::uint32_t>, std::shared_ptr<const Script>> branches;
};

/// Whether every chance on the way is known, so that the route can be played at all.
[[nodiscard]] bool can_be_played(const Script& script, const Question& question);

/// Plays the route `question.draws` times and fills chance, percentiles and reached in `route`.
/// @param key  made of the seed and the person's signature
void play(const Script& script, const Question& question, RandomKey key, model::Route& route);

/// A number for what the packs can tell of this person, the same with and without pilots.
[[nodiscard]] std::uint64_t signature_of(const model::Catalogue& catalogue,
                                         const model::Profile& profile,
                                         const std::vector<model::AttributeId>& asked);

}  // namespace wegwijzer::route
