// SPDX-License-Identifier: Apache-2.0
/// What may stand over a given fact. More of what is given never makes a need false, and what
/// decides whether a step exists never depends on it: the planner's bounds rest on both.
#pragma once

#include "model/catalogue.hpp"
#include "model/expression.hpp"
#include "rule/compile.hpp"

namespace wegwijzer::rule::detail {

/// @errors  R007 what may not stand over a given fact; R008 a given fact where only outside facts
/// may stand
void check_given(const model::Expression& expression, Use use, const model::Catalogue& catalogue,
                 Diagnostics& found);

}  // namespace wegwijzer::rule::detail
