// SPDX-License-Identifier: Apache-2.0
/// Who pays what (R15): costs in the order of their days, the funds of each in their order, each a
/// share of what is left, until its ceiling is reached.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "route/person.hpp"

namespace wegwijzer::route {

/// A fund, or a pilot that pays.
struct PayerId {
    model::FundId fund;
    model::PilotId pilot;
    friend bool operator==(const PayerId&, const PayerId&) = default;
};

/// One cost on the day it falls due, and who was chosen to pay it, in their order.
struct Charge {
    std::string key;  ///< of the run
    std::uint32_t cost = 0;
    Date due;
    Money amount;
    std::vector<PayerId> payers;
    std::vector<model::Payment> payments;  ///< filled by `pay`

    [[nodiscard]] Money paid(model::Fund::Kind kind) const;
    [[nodiscard]] Money own() const;
    /// What has to be in the purse: a loan pays it too.
    [[nodiscard]] Money cash() const;
};

/// What was used of funds already: in all by `funds` of the profile, and by earlier charges.
struct Spent {
    std::map<std::uint32_t, std::int64_t> in_all;                               ///< by fund, cents
    std::map<std::pair<std::uint32_t, std::int32_t>, std::int64_t> in_quarter;  ///< fund, quarter

    void add(const model::Payment& payment, Date due);
};

/// Lets the payers pay. Where a ceiling is used up, or a loan comes before a gift, a payer may be
/// left out of a charge: the choice with the lowest own cost, of these the one that takes the most
/// from the first payers on.
/// @param charges  sorted by this function: by due day, then key, then cost
void pay(const Person& person, const Spent& spent, std::vector<Charge>& charges);

/// The sum of what is left to oneself, loans included.
[[nodiscard]] Money own_of(const std::vector<Charge>& charges);

/// A quarter of the calendar, as a number that grows with time.
[[nodiscard]] std::int32_t quarter_of(Date day);

/// `share` (in ten-thousandths) of an amount, rounded half up to the cent.
[[nodiscard]] constexpr std::int64_t share_of(std::int64_t cents, std::int32_t share) {
    return (cents * share + 5'000) / 10'000;
}

}  // namespace wegwijzer::route
