// SPDX-License-Identifier: Apache-2.0
/// What the law asks by a date (R11).
#pragma once

#include "checker/walk.hpp"

namespace wegwijzer::checker {

/// That the answer says truly which duties are met, and, where they bind, that they are.
void check_duties(const Setting& setting, const Walk& walk, const model::Route& route,
                  Report& report);

/// Whether all duties that bind are met in time.
[[nodiscard]] bool keeps_duties(const Setting& setting, const Walk& walk);

}  // namespace wegwijzer::checker
