// SPDX-License-Identifier: Apache-2.0
/// What unanswered questions could change (R23).
#pragma once

#include <optional>
#include <vector>

#include "route/trial.hpp"

namespace wegwijzer::route {

struct Opening {
    std::optional<Trial::Answers> answers;  ///< none where no answers open a route
    bool is_complete = true;                ///< false where the search had to stop
};

/// The fewest answers that open a route, by R23 the best of them.
[[nodiscard]] Opening opening_answers(const Trial& trial);

/// Unanswered questions of which some answer brings the planned dates forward, the most telling
/// first.
/// @param asked  attributes that the plan looked at, sorted
[[nodiscard]] std::vector<model::Question> telling_questions(const Trial& trial,
                                                             const Trial::Attributes& asked,
                                                             const std::vector<Date>& planned);

}  // namespace wegwijzer::route
