// SPDX-License-Identifier: Apache-2.0
/// What the reader of a plan must be told besides the route.
#pragma once

#include "model/plan.hpp"
#include "route/find.hpp"
#include "route/person.hpp"

namespace wegwijzer::route {

/// Adds the packs' notes that concern the plan, and what the plan itself has to say: figures
/// announced, chances nobody published, a limit that struck.
void add_notes(const model::Catalogue& catalogue, const Person& person, const Question& question,
               model::Plan& plan);

}  // namespace wegwijzer::route
