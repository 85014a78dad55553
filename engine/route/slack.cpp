// SPDX-License-Identifier: Apache-2.0
#include "route/slack.hpp"

#include <algorithm>
#include <optional>

#include "route/hours.hpp"
#include "route/purse.hpp"

namespace wegwijzer::route {

namespace {

/// The network with the run started `days` later; none where that costs a goal its date.
std::optional<Network> slipped(const Network& network, NodeId node, std::int32_t days) {
    Network late = network;
    late.start_from(node, network.nodes()[node].start + Days{days});
    if (!late.propagate()) return std::nullopt;
    for (std::size_t g = 0; g < network.problem().goals.size(); ++g)
        if (late.nodes()[g].start != network.nodes()[g].start) return std::nullopt;
    if (first_shortfall(late)) return std::nullopt;
    return late;
}

bool moves_hours(const Network& before, const Network& after) {
    for (NodeId n = 0; n < before.nodes().size(); ++n)
        if (before.option(n).rate > 0 && (before.nodes()[n].begin != after.nodes()[n].begin ||
                                          before.nodes()[n].finish != after.nodes()[n].finish))
            return true;
    return false;
}

/// The run beside `node` that is the first to give for good what the link gives, if there is one.
std::optional<Link> stand_in(const Network& network, const Link& link) {
    const auto& problem = network.problem();
    const auto& leaf = problem.trees[link.leaf];
    if (link.is_relay || link.is_relayed || link.after_hold != nothing) return std::nullopt;
    std::optional<Link> first;
    for (const auto& giver : problem.givers[leaf.atom]) {
        const auto& option = problem.options[giver.option];
        const auto other = network.node_of(option.task);
        if (!other || *other == link.giver || network.option(*other).group != option.group ||
            problem.can_lapse(giver.option, giver.award, link.leaf) ||
            network.leads_to(link.asker.node, *other) ||
            (first && network.award_day(first->giver) <= network.award_day(*other)))
            continue;
        first = link;
        first->giver = *other;
        first->award = giver.award;
        first->applied = 0;
    }
    return first;
}

/// The network with nothing resting on the run that another run gives too.
Network relieved(const Network& network, NodeId node) {
    Network relieved = network;
    for (auto& link : relieved.links)
        if (link.giver == node)
            if (const auto other = stand_in(network, link)) link = *other;
    return relieved;
}

std::int32_t slack_in(const Network& network, NodeId node) {
    Date last = network.problem().on;
    for (std::size_t g = 0; g < network.problem().goals.size(); ++g)
        last = std::max(last, network.nodes()[g].start);
    const Date start = network.nodes()[node].start;
    if (!slipped(network, node, 1)) return 0;
    const Date first_late =
        first_day(start + Days{1}, std::max(start, last) + Days{2},
                  [&](Date day) { return !slipped(network, node, (day - start).count); });
    const std::int32_t most = (first_late - start).count - 1;
    const auto furthest = slipped(network, node, most);
    if (!furthest || !moves_hours(network, *furthest)) return most;
    // hours may run out in the midst of the slips, so each is looked at
    for (std::int32_t days = 1; days <= most; ++days)
        if (first_conflict(*slipped(network, node, days))) return days - 1;
    return most;
}

}  // namespace

std::int32_t slack_of(const Network& network, NodeId node) {
    if (network.problem().tasks[network.option(node).task].fixed) return 0;
    return std::max(slack_in(network, node), slack_in(relieved(network, node), node));
}

namespace {

/// The day on which what the run's funds open on is there.
Date payers_ready(const Network& network, NodeId id) {
    Date ready = Date::always;
    const auto is_fund = [&](Asker asker) {
        return asker.node == id && network.need(asker).role == GroundNeed::Role::fund;
    };
    for (const auto& link : network.links)
        if (is_fund(link.asker)) ready = std::max(ready, network.award_day(link.giver));
    for (const auto& link : network.hold_links)
        if (is_fund(link.asker))
            ready = std::max(ready, network.problem().trees[link.leaf].holds[link.hold].days.from);
    return ready;
}

}  // namespace

model::HeldUpBy held_up_by(const Network& network, NodeId id) {
    using model::HeldUpBy;
    const auto& problem = network.problem();
    const auto& node = network.nodes()[id];
    const auto& option = network.option(id);
    const auto& task = problem.tasks[option.task];
    if (task.fixed) return HeldUpBy::nothing;
    const auto& clock = problem.clock(option);
    Date ready = std::max(problem.on, task.not_before);
    for (const auto& link : network.links)
        if (link.asker.node == id && network.need(link.asker).role == GroundNeed::Role::need)
            ready = std::max(ready, network.award_day(link.giver));
    for (const auto& link : network.hold_links)
        if (link.asker.node == id && network.need(link.asker).role == GroundNeed::Role::need)
            ready = std::max(ready, problem.trees[link.leaf].holds[link.hold].days.from);
    for (const auto& order : network.orders)
        if (order.after == id && order.kind == Order::Kind::prior)
            ready = std::max(ready, add_likely(network.nodes()[order.before].finish, task.lag,
                                               problem.catalogue->holidays));
    for (const auto& order : network.orders)
        if (order.after == id && order.kind == Order::Kind::hours &&
            network.nodes()[order.before].finish > ready &&
            node.begin >= network.nodes()[order.before].finish)
            return HeldUpBy::hours;
    for (const auto& wait : network.money_waits)
        if (wait.node == id && wait.start > ready && node.start <= clock.next_start(wait.start))
            return HeldUpBy::money;
    if (clock.has_sessions() && node.begin > node.start) return HeldUpBy::session;
    if (node.start <= problem.on) return HeldUpBy::nothing;
    if (const Date paid = payers_ready(network, id); paid > ready && node.start >= paid)
        return HeldUpBy::money;
    if (node.start <= ready) return HeldUpBy::need;
    if (node.start <= clock.next_start(ready)) return HeldUpBy::rule;
    const bool is_outside = std::any_of(network.days_links.begin(), network.days_links.end(),
                                        [&](const DaysLink& l) { return l.asker.node == id; });
    return is_outside ? HeldUpBy::rule : HeldUpBy::need;
}

}  // namespace wegwijzer::route
