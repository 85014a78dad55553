// SPDX-License-Identifier: Apache-2.0
/// The short answer to a question: for many people one after the other.
#pragma once

#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "model/profile.hpp"
#include "route/call.hpp"
#include "route/find.hpp"

namespace wegwijzer::route {

/// Of the answer of `find` the status and the first route with its steps, dates, sums and, with
/// draws, chance and percentiles, all as they are there. No other routes, reasons, questions or
/// notes; without draws no branches and duties.
[[nodiscard]] model::Plan find_first_route(const model::Catalogue& catalogue,
                                           const model::Profile& profile, const Question& question,
                                           const Call& call = {});

}  // namespace wegwijzer::route
