// SPDX-License-Identifier: Apache-2.0
#include "route/purse.hpp"

#include <algorithm>
#include <map>

#include "route/charges.hpp"
#include "route/income.hpp"

namespace wegwijzer::route {

namespace {

/// Charges with what has to be paid from the purse.
std::vector<Charge> cash_charges(const Network& network) {
    Network lent = network;
    take_open_loans(lent);
    return charges_of(lent);
}

const model::Step& step_of(const Network& network, NodeId n) { return *network.option(n).step; }

/// What comes in and what falls due on each day, the first day's purse not counted.
std::map<Date, std::int64_t> balance_by_day(const Network& network, NodeId left_out) {
    const auto& problem = network.problem();
    std::map<Date, std::int64_t> days;
    const auto skipped =
        left_out == no_node ? std::string() : problem.tasks[network.option(left_out).task].key;
    for (const auto& charge : cash_charges(network))
        if (charge.due >= problem.earns_from && charge.key != skipped)
            days[charge.due] -= charge.cash().cents;
    for (const NodeId n : by_key(network)) {
        if (n == left_out) continue;
        const auto& node = network.nodes()[n];
        for (const auto& pay :
             incomes_of(*problem.person, step_of(network, n), node.start, node.finish))
            if (pay.day > problem.earns_from && pay.amount) days[pay.day] += pay.amount->cents;
    }
    return days;
}

/// The first pay day after `after` that the run could still bring, if it lasted.
std::optional<Date> pay_day_after(const Network& network, NodeId n, Date after) {
    const auto& node = network.nodes()[n];
    const Date last = network.option(n).is_open
                          ? std::min(network.problem().horizon, node.latest_finish)
                          : node.finish;
    return next_pay_day(*network.problem().person, step_of(network, n), node.start, after, last);
}

/// The earliest start from which the charge falls due on `day` or later; none where it cannot.
std::optional<Date> start_due_from(const Network& network, NodeId n, const Charge& charge,
                                   Date day) {
    const auto& node = network.nodes()[n];
    const auto& clock = network.problem().clock(network.option(n));
    const auto& cost = step_of(network, n).costs[charge.cost];
    // the same number of months, weeks or days after the start, session or finish
    if (cost.per == Per::month || cost.per == Per::year) {
        const Date begin = first_day(node.begin, day,
                                     [&](Date d) { return charge.due + (d - node.begin) >= day; });
        return clock.first_start_with_begin(begin);
    }
    if (cost.per == Per::hour || cost.due == model::Moment::start) return day;
    if (cost.due == model::Moment::session) return clock.first_start_with_begin(day);
    if (network.option(n).is_open) return std::nullopt;
    return clock.first_start_with_finish(day);
}

void add_if_possible(std::vector<Network>& ways, Network way) {
    if (way.propagate()) ways.push_back(std::move(way));
}

}  // namespace

std::optional<Shortfall> first_shortfall(const Network& network, NodeId left_out) {
    if (!network.problem().purse) return std::nullopt;
    std::int64_t cents = network.problem().purse->cents;
    for (const auto& [day, change] : balance_by_day(network, left_out)) {
        cents += change;
        if (change < 0 && cents < 0) return Shortfall{day, Money{-cents}};
    }
    return std::nullopt;
}

Money savings_needed(const Network& network) {
    std::int64_t cents = 0;
    std::int64_t least = 0;
    for (const auto& [day, change] : balance_by_day(network, no_node)) {
        cents += change;
        least = std::min(least, cents);
    }
    return Money{-least};
}

std::vector<Network> ways_to_pay(const Network& network, const Shortfall& shortfall) {
    const auto& problem = network.problem();
    std::vector<Network> ways;
    Date next_pay = Date::never;
    for (const NodeId n : by_key(network)) {
        if (network.option(n).is_open)
            if (const auto day = pay_day_after(network, n, network.nodes()[n].finish);
                day && *day <= shortfall.day) {
                Network way = network;
                way.end_from(n, *day);
                add_if_possible(ways, std::move(way));
            }
        if (const auto day = pay_day_after(network, n, shortfall.day))
            next_pay = std::min(next_pay, *day);
    }
    if (next_pay == Date::never) return ways;
    const auto charges = cash_charges(network);
    for (const NodeId n : by_key(network)) {
        const auto& task = problem.tasks[network.option(n).task];
        if (task.fixed) continue;
        const Charge* last = nullptr;  // the first of its costs to leave those days behind
        for (const auto& charge : charges)
            if (charge.key == task.key && charge.due <= shortfall.day && charge.cash().cents > 0)
                last = &charge;
        if (last == nullptr) continue;
        if (const auto start = start_due_from(network, n, *last, next_pay)) {
            Network way = network;
            way.start_when_paid(n, *start);
            add_if_possible(ways, std::move(way));
        }
    }
    return ways;
}

}  // namespace wegwijzer::route
