// SPDX-License-Identifier: Apache-2.0
/// The purse, day by day (R18).
#pragma once

#include "checker/walk.hpp"

namespace wegwijzer::checker {

/// Where the profile has one: it is never below 0 on a day on which a cost falls due.
void check_purse(const Setting& setting, const Walk& walk, Report& report);

/// The same as a question: others pay of each cost what the route says that they pay of it.
[[nodiscard]] bool purse_suffices(const Setting& setting, const Walk& walk);

}  // namespace wegwijzer::checker
