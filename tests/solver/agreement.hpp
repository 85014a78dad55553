// SPDX-License-Identifier: Apache-2.0
/// Whether a plan and the solver agree on the planned dates.
#pragma once

#include <string>

#include "property/plan_cases.hpp"

namespace wegwijzer::solver {

struct Verdict {
    std::string disagreement;  ///< empty where there is none
    std::string not_covered;   ///< what the solver was not asked for, or could not settle in time
};

/// Asks for a schedule a day earlier than planned (there must be none, goal by goal, the dates of
/// the goals before kept), and for one at the planned dates (there must be one).
/// @param seconds  for each question to the solver; 0: as long as it takes
[[nodiscard]] Verdict agreement(const plans::Case& one, const model::Plan& plan, int seconds);

}  // namespace wegwijzer::solver
