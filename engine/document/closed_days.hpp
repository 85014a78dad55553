// SPDX-License-Identifier: Apache-2.0
/// The days on which a calendar stands still, for drawing.
#pragma once

#include <vector>

#include "base/day_set.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::document {

/// The closures of `calendar` that lie in [from, until), cut to it, in order.
[[nodiscard]] std::vector<DayInterval> closed_days(const model::Calendar& calendar, Date from,
                                                   Date until);

}  // namespace wegwijzer::document
