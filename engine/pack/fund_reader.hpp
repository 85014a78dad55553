// SPDX-License-Identifier: Apache-2.0
/// Reads funds, and notes that stand beside steps, goals, pilots and funds.
#pragma once

#include <optional>

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// Steps must have been read: `pays` names their costs.
/// @errors  P008; P014; P016; P020; P021; P030
void read_fund(Draft& draft, const Entry& entry, model::Fund& fund);
/// @errors  P014 what it stands on is unknown; P017 several things have that id
void read_note(Draft& draft, const Entry& entry, model::Note& note);

/// The cost that "step/cost" names; none, and told (P014), where there is no such cost; none in
/// silence where the step's pack is not read.
[[nodiscard]] std::optional<model::CostRef> read_cost_ref(Draft& draft, const Node& node);
/// gift, employer or loan under `key`.
[[nodiscard]] std::optional<model::Fund::Kind> read_fund_kind(TableView& view, std::string_view key,
                                                              Presence presence);

}  // namespace wegwijzer::pack
