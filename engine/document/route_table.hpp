// SPDX-License-Identifier: Apache-2.0
/// The steps of a route as an adviser's table, or as a list for a screen reader.
#pragma once

#include <string>

#include "document/plan_view.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

void append_route_table(const PlanView& view, const model::Route& route, std::string& out);

}  // namespace wegwijzer::document
