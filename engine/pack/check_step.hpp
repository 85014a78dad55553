// SPDX-License-Identifier: Apache-2.0
/// Whether what a step says of itself can be true together (rules R2, R4, R9, R13).
#pragma once

#include "model/catalogue.hpp"
#include "pack/draft.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// `table` shows the places.
/// @errors  P036 a clock that says nothing of some days; P041 no clock or two; P042 keys that
/// belong to another clock;
///          P043 keys that do not go with an open step; P044 a clock in calendar units beside hours
///          or closures; P045 `gives` beside outcomes; P046 chances that do not add up, or no
///          outcome to plan with; P039 a cost per hour without hours
void check_step(Draft& draft, const model::Step& step, const Node& table);

}  // namespace wegwijzer::pack
