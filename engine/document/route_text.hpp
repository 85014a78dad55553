// SPDX-License-Identifier: Apache-2.0
/// One route in words: its dates and chances, table, drawing, totals, outcomes and duties.
#pragma once

#include <cstddef>
#include <string>

#include "document/plan_view.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

/// `number` counts from 1.
void append_route(const PlanView& view, const model::Route& route, std::size_t number,
                  std::string& out);
/// The other routes against the first: dates, cost, hours, and which steps differ.
void append_other_routes(const PlanView& view, std::string& out);
/// "snelste, goedkoopste"; empty for a route without label.
[[nodiscard]] std::string label_text(const PlanView& view, const model::Route& route);

}  // namespace wegwijzer::document
