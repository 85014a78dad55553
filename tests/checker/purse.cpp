// SPDX-License-Identifier: Apache-2.0
#include "checker/purse.hpp"

#include <map>

namespace wegwijzer::checker {
namespace {

/// What a run takes out of the purse of the n-th line of a cost, loans paid out.
std::int64_t left_to_pay(const Run& run, const model::PlannedStep::CostLine& line, int nth) {
    std::int64_t left = line.amount.cents;
    for (const auto& planned : run.planned->cost_lines) {
        if (planned.cost != line.cost || nth-- > 0) continue;
        for (const auto& payment : planned.payments) left -= payment.amount.cents;
        break;
    }
    return left;
}

struct Purse {
    std::map<Date, std::int64_t> in, out;
};

Purse purse_of(const Setting& setting, const Walk& walk) {
    Purse purse;
    const Date on = setting.question.on;
    for (const auto& run : walk.runs()) {
        std::map<std::uint32_t, int> seen;
        for (const auto& line : setting.clockwork.cost_lines(run, on)) {
            const auto cents = left_to_pay(run, line, seen[line.cost]++);
            if (line.due >= on) purse.out[line.due] += cents;
        }
        for (const auto& pay : setting.clockwork.pay_days(run))
            if (pay.day > on && pay.amount) purse.in[pay.day] += pay.amount->cents;
    }
    return purse;
}

/// The first day on which it is short.
std::optional<Date> first_short_day(const Setting& setting, const Walk& walk) {
    if (!setting.profile.savings) return std::nullopt;
    const auto purse = purse_of(setting, walk);
    for (const auto& [day, cents] : purse.out) {
        if (cents == 0) continue;
        std::int64_t left = setting.profile.savings->cents;
        for (const auto& [earned, more] : purse.in)
            if (earned <= day) left += more;
        for (const auto& [due, less] : purse.out)
            if (due <= day) left -= less;
        if (left < 0) return day;
    }
    return std::nullopt;
}

}  // namespace

void check_purse(const Setting& setting, const Walk& walk, Report& report) {
    if (const auto day = first_short_day(setting, walk))
        report.tell("R18", "route", "the purse is short on " + setting.text(*day));
}

bool purse_suffices(const Setting& setting, const Walk& walk) {
    return !first_short_day(setting, walk);
}

}  // namespace wegwijzer::checker
