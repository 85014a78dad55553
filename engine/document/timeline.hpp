// SPDX-License-Identifier: Apache-2.0
/// A route drawn in the terminal, one line for each step.
#pragma once

#include <string>

#include "document/plan_view.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

void append_timeline(const PlanView& view, const model::Route& route, std::string& out);

}  // namespace wegwijzer::document
