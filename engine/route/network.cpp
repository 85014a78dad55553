// SPDX-License-Identifier: Apache-2.0
#include "route/network.hpp"

#include <algorithm>

namespace wegwijzer::route {

using Role = GroundNeed::Role;

NodeId Network::add(OptionId id) {
    const auto& option = problem_->options[id];
    const auto& task = problem_->tasks[option.task];
    Node node;
    node.option = id;
    node.latest_finish = option.over_by;
    if (task.fixed) {
        node.start = task.fixed->start;
        node.begin = task.fixed->begin;
        node.finish = task.fixed->finish;
    } else {
        node.start = reach_->earliest_start(id);
        node.begin = node.finish = node.start;
    }
    node.is_decided = problem_->groups[option.group].size() == 1;
    for (std::size_t p = 0; p < option.payers.size(); ++p)
        (option.payers[p].need == nothing ? node.chosen : node.open) |= PayerSet{1} << p;
    nodes_.push_back(node);
    note_move(nodes_.back());
    return static_cast<NodeId>(nodes_.size() - 1);
}

Network Network::afresh() const {
    Network fresh = *this;
    for (Node& node : fresh.nodes_) {
        fresh.note_move(node);  // what was too late may be in time now
        if (problem_->tasks[problem_->options[node.option].task].fixed) continue;
        node.start = reach_->earliest_start(node.option);
        node.begin = node.finish = node.start;
        node.is_settled = false;
    }
    fresh.money_waits.clear();
    fresh.failed_ = false;
    return fresh;
}

void Network::decide(NodeId node, OptionId option) {
    nodes_[node].option = option;
    nodes_[node].is_decided = true;
    nodes_[node].is_settled = false;
}

void Network::choose_payer(NodeId id, std::size_t payer) {
    auto& node = nodes_[id];
    const auto& payers = option(id).payers;
    for (std::size_t p = 0; p < payers.size(); ++p) {
        if (payers[p].like != payers[payer].like) continue;
        node.chosen |= PayerSet{1} << p;
        node.open &= ~(PayerSet{1} << p);
    }
}

void Network::leave_payer(NodeId id, std::size_t payer) {
    auto& node = nodes_[id];
    const auto& payers = option(id).payers;
    for (std::size_t p = 0; p < payers.size(); ++p)
        if (payers[p].like == payers[payer].like) node.open &= ~(PayerSet{1} << p);
}

void Network::swap_tasks(NodeId a, NodeId b) {
    const auto& of_a = problem_->tasks[option(a).task].options;
    const auto& of_b = problem_->tasks[option(b).task].options;
    // repetitions are grounded alike, so their options stand in the same order
    const auto in_a = std::find(of_a.begin(), of_a.end(), nodes_[a].option) - of_a.begin();
    const auto in_b = std::find(of_b.begin(), of_b.end(), nodes_[b].option) - of_b.begin();
    nodes_[a].option = of_b[static_cast<std::size_t>(in_a)];
    nodes_[b].option = of_a[static_cast<std::size_t>(in_b)];
    note_move(nodes_[a]);
    note_move(nodes_[b]);
}

std::span<const OptionId> Network::modes(NodeId id) const {
    const auto& node = nodes_[id];
    if (node.is_decided) return {&node.option, 1};
    return problem_->groups[problem_->options[node.option].group];
}

/// The earliest day that `map` (of a clock) gives over the paces still open.
template <class Map>
Date Network::first_of_modes(NodeId node, Map map) const {
    Date first = Date::never;
    for (const OptionId mode : modes(node))
        first = std::min(first, map(problem_->clock(problem_->options[mode])));
    return first;
}

std::optional<NodeId> Network::node_of(TaskId task) const {
    for (std::size_t n = 0; n < nodes_.size(); ++n)
        if (problem_->options[nodes_[n].option].task == task) return static_cast<NodeId>(n);
    return std::nullopt;
}

/// No open run has to last longer: whatever is asked of it is asked by the horizon, or by the least
/// time of another. Two that each must outlast the other have no end.
Date Network::last_end() const {
    Date last = problem_->horizon;
    for (const auto& node : nodes_) {
        const auto& opt = problem_->options[node.option];
        if (opt.is_open)
            last = std::max(
                last, wegwijzer::add(node.start, opt.step->least, problem_->catalogue->holidays));
    }
    // to be held on the day another ends takes a day more, once for each run
    return last + Days{static_cast<std::int32_t>(nodes_.size()) + 1};
}

/// Brings session and finish in line with the start. Fails past the horizon, a bound, or a fixed
/// day.
bool Network::settle(NodeId id) {
    auto& node = nodes_[id];
    if (node.is_settled) return true;
    node.is_settled = true;
    note_move(node);
    const auto& opt = problem_->options[node.option];
    const auto& task = problem_->tasks[opt.task];
    if (task.fixed) {
        if (node.start > task.fixed->start) return false;
        return node.finish <= node.latest_finish;
    }
    if (opt.is_open) {
        node.start = problem_->clock(opt).next_start(node.start);
        if (node.start == Date::never) return false;
        node.begin = problem_->clock(opt).begin(node.start);
        node.finish = std::max(node.finish, wegwijzer::add(node.start, opt.step->least,
                                                           problem_->catalogue->holidays));
        return node.start <= std::min(problem_->horizon, node.latest_start) &&
               node.finish <= std::min(node.latest_finish, last_end());
    }
    const Date from = node.start;
    node.start = node.begin = node.finish = Date::never;
    for (const OptionId mode : modes(id)) {
        const auto& clock = problem_->clock(problem_->options[mode]);
        const Date start = clock.next_start(from);
        if (start == Date::never) continue;
        const Date begin = clock.begin(start);
        const Date finish = clock.finish_from(begin);
        node.start = std::min(node.start, start);
        node.begin = std::min(node.begin, begin);
        if (finish >= node.finish) continue;
        node.finish = finish;
        node.option = mode;
    }
    return node.start <= node.latest_start && node.finish <= problem_->horizon &&
           node.finish <= node.latest_finish;
}

Judged Network::judged(Asker asker) const {
    const auto& node = nodes_[asker.node];
    const auto& ground = need(asker);
    if (ground.role == Role::must) {
        const Date first = wegwijzer::add(node.start, ground.within, problem_->catalogue->holidays);
        return {first, node.finish - Days{1}, first < node.finish};
    }
    switch (ground.at) {
        case model::At::start:
            return {node.start, node.start};
        case model::At::session:
            return {node.begin, node.begin};
        case model::At::finish:
            return {node.finish, node.finish};
        case model::At::throughout: {
            // a run under way is judged from the plan's first day on
            const Date first = std::max(node.start, problem_->on);
            return {first, std::max(first, node.finish - Days{1})};
        }
    }
    return {};
}

Date Network::award_day(NodeId giver) const {
    return option(giver).is_open ? nodes_[giver].start : nodes_[giver].finish;
}

Date Network::award_until(const Link& link) const {
    const auto& node = nodes_[link.giver];
    const auto& opt = option(link.giver);
    return route::award_until(*problem_, opt, opt.awards[link.award],
                              problem_->trees[link.leaf].younger, node.start, node.begin,
                              node.finish);
}

void Network::start_from(NodeId id, Date day) {
    auto& node = nodes_[id];
    if (day <= node.start) return;
    node.start = day;
    node.is_settled = false;
    note_move(node);
}

void Network::start_when_paid(NodeId node, Date day) {
    money_waits.push_back({node, day});
    start_from(node, day);
}

void Network::end_from(NodeId id, Date day) {
    auto& node = nodes_[id];
    if (day <= node.finish) return;
    node.finish = day;
    node.is_settled = false;
    note_move(node);
}

void Network::start_by(NodeId id, Date day) {
    auto& node = nodes_[id];
    node.latest_start = std::min(node.latest_start, day);
    node.is_settled = false;
}

void Network::finish_by(NodeId id, Date day) {
    auto& node = nodes_[id];
    node.latest_finish = std::min(node.latest_finish, day);
    node.is_settled = false;
}

void Network::begin_from(NodeId id, Date day) {
    auto& node = nodes_[id];
    const auto& opt = problem_->options[node.option];
    if (problem_->tasks[opt.task].fixed) {
        failed_ = failed_ || node.begin < day;
        return;
    }
    if (node.begin >= day) return;
    start_from(id, first_of_modes(
                       id, [&](const Clock& clock) { return clock.first_start_with_begin(day); }));
}

/// Moves the first judged day to `day` or later.
void Network::raise_first(Asker asker, Date day) {
    auto& node = nodes_[asker.node];
    const auto& opt = option(asker.node);
    const auto& ground = need(asker);
    const bool is_fixed = problem_->tasks[opt.task].fixed.has_value();
    if (day == Date::never) {
        failed_ = true;
        return;
    }
    if (ground.role == Role::must) {
        const auto& holidays = problem_->catalogue->holidays;
        start_from(asker.node, first_day(node.start, day, [&](Date s) {
                       return wegwijzer::add(s, ground.within, holidays) >= day;
                   }));
        return;
    }
    switch (ground.at) {
        case model::At::start:
        case model::At::throughout:
            start_from(asker.node, day);
            break;
        case model::At::session:
            begin_from(asker.node, day);
            break;
        case model::At::finish:
            if (opt.is_open)
                end_from(asker.node, day);
            else if (is_fixed)
                failed_ = failed_ || node.finish < day;
            else if (node.finish < day)
                start_from(asker.node, first_of_modes(asker.node, [&](const Clock& clock) {
                               return clock.first_start_with_finish(day);
                           }));
            break;
    }
}

/// Moves the giver until its award is still in force on `last`.
void Network::raise_until(const Link& link, Date last) {
    auto& node = nodes_[link.giver];
    const auto& opt = option(link.giver);
    if (opt.is_open) {
        end_from(link.giver, last + Days{1});  // it still runs on that day
        return;
    }
    if (!opt.awards[link.award].lasts && !problem_->trees[link.leaf].younger) return;
    if (award_until(link) > last) return;
    if (problem_->tasks[opt.task].fixed) {
        failed_ = true;
        return;
    }
    const auto& leaf = problem_->trees[link.leaf];
    start_from(link.giver, first_of_modes(link.giver, [&](const Clock& clock) {
                   return first_day(node.start, problem_->horizon + Days{1}, [&](Date day) {
                       const Date start = clock.next_start(day);
                       if (start == Date::never) return true;
                       const Date begin = clock.begin(start);
                       return route::award_until(*problem_, opt, opt.awards[link.award],
                                                 leaf.younger, start, begin,
                                                 clock.finish_from(begin)) > last;
                   });
               }));
}

void Network::note_move(Node& node) {
    node.moved = ++tick_;
    has_moved_ = true;
}

/// Whether a day that the constraint reads moved after it was applied; then it is taken as applied.
template <class Constraint>
bool Network::is_due(Constraint& constraint, Tick moved) const {
    if (moved <= constraint.applied) return false;
    constraint.applied = tick_;
    return true;
}

Tick Network::last_move(std::size_t index) const {
    const Link& link = links[index];
    const Tick moved = std::max(nodes_[link.giver].moved, nodes_[link.asker.node].moved);
    const bool takes_over = link.is_relay && link.after_hold == nothing;
    return takes_over ? std::max(moved, nodes_[links[index - 1].giver].moved) : moved;
}

void Network::apply(std::size_t index) {
    const Link& link = links[index];
    const Judged days = judged(link.asker);
    if (!days.is_asked) return;
    if (link.after_hold != nothing) {
        const auto& hold = problem_->trees[link.leaf].holds[link.after_hold].days;
        if (days.first < hold.from) raise_first(link.asker, hold.from);
        if (std::max(days.first, award_day(link.giver)) > hold.until) failed_ = true;
    } else if (!link.is_relay) {
        if (days.first < award_day(link.giver)) raise_first(link.asker, award_day(link.giver));
    } else {
        raise_until(links[index - 1], std::max(days.first, award_day(link.giver) - Days{1}));
    }
    if (!link.is_relayed) raise_until(link, judged(link.asker).last);
}

void Network::apply(const HoldLink& link) {
    const Judged days = judged(link.asker);
    if (!days.is_asked) return;
    const auto& hold = problem_->trees[link.leaf].holds[link.hold].days;
    if (days.first < hold.from) raise_first(link.asker, hold.from);
    if (days.last >= hold.until) failed_ = true;
}

void Network::apply(const DaysLink& link) {
    const Judged days = judged(link.asker);
    if (!days.is_asked) return;
    const auto& met = problem_->trees[link.leaf].days;
    const auto next = met.next(days.first);
    if (!next)
        failed_ = true;
    else if (*next > days.first)
        raise_first(link.asker, *next);
    else if (const Date end = met.end_of_stretch(days.first); end <= days.last)
        raise_first(link.asker, met.next(end).value_or(Date::never));
}

void Network::apply(const Pending& part) {
    const Judged days = judged(part.asker);
    if (!days.is_asked || need(part.asker).role == Role::must) return;
    const Date met = reach_->first_met(part.tree, days.first);
    if (met > days.first) raise_first(part.asker, met);
}

void Network::apply(const LeaveEarly& leave) {
    auto& node = nodes_[leave.asker.node];
    const auto& ground = need(leave.asker);
    const auto& holidays = problem_->catalogue->holidays;
    if (wegwijzer::add(node.start, ground.within, holidays) >= node.finish) return;
    start_from(leave.asker.node, first_day(node.start, node.finish, [&](Date s) {
                   return wegwijzer::add(s, ground.within, holidays) >= node.finish;
               }));
}

void Network::apply(const Order& order) {
    const Date over = nodes_[order.before].finish;
    switch (order.kind) {
        case Order::Kind::hours:
            begin_from(order.after, over);
            break;
        case Order::Kind::turn:
            start_from(order.after, over);
            break;
        case Order::Kind::prior: {
            const auto& task = problem_->tasks[option(order.after).task];
            start_from(order.after, add_likely(over, task.lag, problem_->catalogue->holidays));
            break;
        }
    }
}

bool Network::propagate() {
    for (bool is_first = true;; is_first = false) {
        has_moved_ = false;
        for (NodeId n = 0; n < nodes_.size(); ++n)
            if (!settle(n)) return false;
        if (!is_first && !has_moved_) {
            close_payers();
            return true;
        }
        // links were made from the goals backwards, so the last ones come first in time
        for (std::size_t k = links.size(); k-- > 0;) {
            if (!settle(links[k].giver) || !settle(links[k].asker.node)) return false;
            if (is_due(links[k], last_move(k))) apply(k);
        }
        const auto apply_due = [this](auto& constraints) {
            for (auto& one : constraints)
                if (is_due(one, nodes_[one.asker.node].moved)) apply(one);
        };
        apply_due(hold_links);
        apply_due(days_links);
        apply_due(pending);
        apply_due(early_leaves);
        for (auto& order : orders)
            if (is_due(order, std::max(nodes_[order.before].moved, nodes_[order.after].moved)))
                apply(order);
        if (failed_) return false;
    }
}

bool Network::can_come_after(Asker asker, bool takes_over) const {
    const auto& ground = need(asker);
    return ground.role == Role::must ||
           (option(asker.node).is_open && (takes_over || ground.at == model::At::finish));
}

bool Network::is_judged_on_the_way(Asker asker) const {
    const auto& ground = need(asker);
    if (ground.role == Role::must) return false;
    // what an open run gives is there from its start on
    return !option(asker.node).is_open || ground.at == model::At::start ||
           ground.at == model::At::throughout;
}

std::vector<bool> Network::leading_to(NodeId last) const {
    std::vector<bool> leads(nodes_.size(), false);
    leads[last] = true;
    for (bool is_new = true; is_new;) {
        is_new = false;
        const auto mark = [&](NodeId before, NodeId after) {
            if (!leads[after] || leads[before]) return;
            leads[before] = is_new = true;
        };
        for (const auto& link : links)
            if (!link.is_relay && link.after_hold == nothing && is_judged_on_the_way(link.asker))
                mark(link.giver, link.asker.node);
        for (const auto& order : orders)
            if (order.kind != Order::Kind::hours) mark(order.before, order.after);
    }
    return leads;
}

/// Starts only grow later, so what no longer opens after the earliest start will never pay.
void Network::close_payers() {
    for (auto& node : nodes_) {
        if (node.open == 0) continue;
        const auto& option = problem_->options[node.option];
        for (std::size_t p = 0; p < option.payers.size(); ++p)
            if (((node.open >> p) & 1U) != 0 &&
                reach_->first_met(option.needs[option.payers[p].need].tree, node.start) >
                    problem_->horizon)
                node.open &= ~(PayerSet{1} << p);
    }
}

bool Network::leads_to(NodeId earlier, NodeId later) const {
    std::vector<NodeId> todo{earlier};
    std::vector<bool> seen(nodes_.size(), false);
    while (!todo.empty()) {
        const NodeId node = todo.back();
        todo.pop_back();
        if (node == later) return true;
        if (seen[node]) continue;
        seen[node] = true;
        for (const auto& link : links)
            if (link.giver == node &&
                !can_come_after(link.asker, link.is_relay || link.after_hold != nothing))
                todo.push_back(link.asker.node);
        for (const auto& order : orders)
            if (order.before == node) todo.push_back(order.after);
    }
    return false;
}

bool Network::is_over_before(NodeId earlier, NodeId later) const {
    if (option(earlier).is_open) return false;
    std::vector<NodeId> todo{earlier};
    std::vector<bool> seen(nodes_.size(), false);
    while (!todo.empty()) {
        const NodeId node = todo.back();
        todo.pop_back();
        if (seen[node]) continue;
        seen[node] = true;
        for (const auto& link : links) {
            if (link.giver != node || link.is_relay || link.after_hold != nothing) continue;
            const auto& ground = need(link.asker);
            if (ground.role == Role::must || ground.at == model::At::finish ||
                ground.at == model::At::session || option(node).is_open)
                continue;
            if (link.asker.node == later) return true;
            todo.push_back(link.asker.node);
        }
        for (const auto& order : orders)
            if (order.before == node && order.kind != Order::Kind::hours) {
                if (order.after == later) return true;
                todo.push_back(order.after);
            }
    }
    return false;
}

}  // namespace wegwijzer::route
