// SPDX-License-Identifier: Apache-2.0
/// Who pays the costs of a route (R15), worked out a second time.
#pragma once

#include "checker/walk.hpp"

namespace wegwijzer::checker {

/// Every payment: by whom, in which order, how much, and that no gift was missed.
void check_funds(const Setting& setting, const Walk& walk, Report& report);

/// Whether what each chosen fund opens on holds on the start of the run that it pays.
[[nodiscard]] bool funds_are_open(const Setting& setting, const Walk& walk);

}  // namespace wegwijzer::checker
