// SPDX-License-Identifier: Apache-2.0
/// Until when the figures of a plan can be trusted.
#pragma once

#include <optional>

#include "model/catalogue.hpp"
#include "model/plan.hpp"

namespace wegwijzer::route {

/// The first day on which a source that the first route rests on is due for review (`seen` plus its
/// `review` term); none where no source says so.
[[nodiscard]] std::optional<Date> holds_until(const model::Catalogue& catalogue,
                                              const model::Plan& plan);

}  // namespace wegwijzer::route
