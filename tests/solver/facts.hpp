// SPDX-License-Identifier: Apache-2.0
/// A question as facts for tests/solver/rules.lp.
///
/// Built on the checker's calendar, clockwork and person, so that it shares nothing with the
/// planner: every start day of every way to do a step is tried in the plainest way.
#pragma once

#include <string>

#include "checker/check_route.hpp"

namespace wegwijzer::solver {

struct Facts {
    std::string text;
    std::string not_covered;  ///< what the program cannot say; empty where it says all
};

/// @param plan   tells only which answers were assumed
/// @param last   the last day of the window; runs that end later are left out, and what is asked
///               later is not asked
[[nodiscard]] Facts facts_of(const model::Catalogue& catalogue, const model::Profile& profile,
                             const checker::Question& question, const model::Plan& plan, Date last);

}  // namespace wegwijzer::solver
