// SPDX-License-Identifier: Apache-2.0
/// The parts of a profile that are no attributes: what is held, what was begun, which funds were
/// used.
#pragma once

#include <vector>

#include "model/catalogue.hpp"
#include "model/profile.hpp"
#include "pack/node.hpp"
#include "pack/value_reader.hpp"

namespace wegwijzer::pack {

/// A list of ids, or of { credential, on = a date or "unknown", until }.
/// @errors  F002, F004; F009 unknown credential (a warning F020 where its pack is not in use); F010
/// dates that
///          contradict each other
[[nodiscard]] std::vector<model::HeldCredential> read_held(const Node& node,
                                                           const model::Catalogue& catalogue,
                                                           const Reading& reading);

/// A list of { step, state, start, finish, attempt, outcome, pace, pilot }.
/// @errors  F002, F004; F003 unknown state; F005 attempt out of range; F009 unknown step, outcome
/// or pilot (a warning
///          F020 where the step's pack is not in use); F010 contradictory
[[nodiscard]] std::vector<model::ProgressEntry> read_progress(const Node& node,
                                                              const model::Catalogue& catalogue,
                                                              const Reading& reading);

/// A list of { id, used }.
/// @errors  F002; F006 a fund twice; F009 unknown fund (a warning F020 where its pack is not in
/// use)
[[nodiscard]] std::vector<model::FundUse> read_fund_uses(const Node& node,
                                                         const model::Catalogue& catalogue,
                                                         const Reading& reading);

}  // namespace wegwijzer::pack
