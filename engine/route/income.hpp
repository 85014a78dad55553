// SPDX-License-Identifier: Apache-2.0
/// What a run earns: after each full month, at the amount that counts when the month begins; part
/// of a month pays nothing.
#pragma once

#include <optional>
#include <vector>

#include "route/person.hpp"

namespace wegwijzer::route {

/// One month's pay, in hand on `day`.
struct Pay {
    Date day;
    std::optional<Money> amount;  ///< none: nobody knows
    model::SourceId source;
};

/// @param start, finish  [start, finish) of the run
/// @returns by day
[[nodiscard]] std::vector<Pay> incomes_of(const Person& person, const model::Step& step, Date start,
                                          Date finish);

/// The first day after `after` on which a run of `step` begun on `start` would bring in a known
/// sum, if it lasted.
/// @returns none up to and including `last`
[[nodiscard]] std::optional<Date> next_pay_day(const Person& person, const model::Step& step,
                                               Date start, Date after, Date last);

}  // namespace wegwijzer::route
