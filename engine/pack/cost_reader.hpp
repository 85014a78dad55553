// SPDX-License-Identifier: Apache-2.0
/// Reads the money of a step: what it costs and what it pays.
#pragma once

#include <vector>

#include "pack/draft.hpp"

namespace wegwijzer::pack {

/// @errors  P012; P020; P021; P030; P037 `due` beside `per`
[[nodiscard]] model::Cost read_cost(Draft& draft, const Node& table, model::SourceId inherited);
/// "EUR 1900/month", a table, or a list of tables.
/// @errors  P020; P030; P031 not in the order of `after`
[[nodiscard]] std::vector<model::Income> read_income(Draft& draft, const Node& node,
                                                     model::SourceId inherited);

}  // namespace wegwijzer::pack
