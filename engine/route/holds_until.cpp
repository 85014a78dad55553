// SPDX-License-Identifier: Apache-2.0
#include "route/holds_until.hpp"

#include <algorithm>

#include "base/duration.hpp"

namespace wegwijzer::route {

std::optional<Date> holds_until(const model::Catalogue& catalogue, const model::Plan& plan) {
    std::optional<Date> first;
    if (plan.routes.empty()) return first;
    for (const model::PlannedStep& step : plan.routes.front().steps)
        for (const model::SourceId id : step.sources) {
            const model::Source& source = catalogue[id];
            if (!source.review || !source.seen) continue;
            const Date due = add(*source.seen, *source.review, catalogue.holidays);
            first = std::min(first.value_or(due), due);
        }
    return first;
}

}  // namespace wegwijzer::route
