// SPDX-License-Identifier: Apache-2.0
/// The planner's front door: a person, a question, an answer. Pure: reads no file and no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/progress.hpp"
#include "model/catalogue.hpp"
#include "model/explanation.hpp"
#include "model/plan.hpp"
#include "model/profile.hpp"
#include "model/value.hpp"
#include "route/call.hpp"

namespace wegwijzer::route {

enum class Prefer { fastest, cheapest, lightest, surest };

/// "step/need", relaxed for this question only.
struct Waiver {
    model::StepId step;
    std::uint32_t need = 0;
};

/// The outcome to follow at a step.
struct AssumedOutcome {
    model::StepId step;
    std::uint32_t outcome = 0;
};

struct Question {
    Date on;
    std::optional<Date> horizon;       ///< none: 20 years from `on` (R6)
    std::vector<model::GoalId> goals;  ///< in order, at least one
    std::vector<Waiver> waivers;
    std::vector<AssumedOutcome> assumed_outcomes;
    std::vector<Waiver> waived_musts;      ///< `need` counts in Step::musts
    std::vector<model::StepId> forbidden;  ///< no route may take these
    std::vector<model::StepId> lifted;     ///< taken to exist for this person on every day
    std::vector<model::PilotId> pilots;    ///< applied whatever their status
    bool apply_running_pilots = true;
    Prefer prefer = Prefer::fastest;  ///< which route comes first
    bool whole_front = false;
    bool duties_bind = false;
    std::vector<model::DutyId> loose_duties;  ///< left out of those that bind, as a try
    std::optional<Money> savings;             ///< instead of the profile's purse, as a try
    std::uint64_t seed = 1;
    std::uint32_t draws = 1000;
    std::uint32_t threads = 1;          ///< that share the draws; any number gives the same
    std::uint64_t node_limit = 50'000;  ///< search nodes for the front; 0: none
    bool with_questions = true;         ///< work out what unanswered questions could gain
    StopToken stop;
};

/// Everything the rules of docs/rules.md say about this person and question.
[[nodiscard]] model::Plan find(const model::Catalogue& catalogue, const model::Profile& profile,
                               const Question& question, const Call& call = {});

/// Why a need of a planned step holds or not on the day it is judged there.
[[nodiscard]] model::Explanation explain_need(const model::Catalogue& catalogue,
                                              const model::Profile& profile,
                                              const Question& question, const model::Route& route,
                                              const model::PlannedStep& step, std::uint32_t need,
                                              const Call& call = {});

/// Why a need of a step that is in no route holds or not on `on`, with what the person has.
[[nodiscard]] model::Explanation explain_need_today(const model::Catalogue& catalogue,
                                                    const model::Profile& profile,
                                                    const Question& question, model::StepId step,
                                                    std::uint32_t need, const Call& call = {});

}  // namespace wegwijzer::route
