// SPDX-License-Identifier: Apache-2.0
#include "route/hours.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace wegwijzer::route {

namespace {

bool uses_hours(const Network& network, NodeId n) {
    return network.option(n).rate > 0 && network.nodes()[n].begin < network.nodes()[n].finish;
}

bool is_fixed(const Network& network, NodeId n) {
    return network.problem().tasks[network.option(n).task].fixed.has_value();
}

bool runs_on(const Network& network, NodeId n, Date day) {
    const auto& node = network.nodes()[n];
    return node.begin <= day && day < node.finish &&
           !network.problem().clock(network.option(n)).still().contains(day);
}

/// Days on which the load of the network can change.
std::vector<Date> turning_days(const Network& network, const std::vector<NodeId>& users) {
    std::vector<Date> days;
    Date last = Date::always;
    for (const NodeId n : users) {
        const auto& node = network.nodes()[n];
        days.push_back(std::max(node.begin, network.problem().on));
        days.push_back(node.finish);
        last = std::max(last, node.finish);
        for (const auto& still :
             network.problem().clock(network.option(n)).still().days().intervals()) {
            if (still.from >= node.finish) break;
            if (node.begin < still.until) days.push_back(still.until);
        }
    }
    for (const auto& stretch : network.problem().capacity.stretches())
        if (network.problem().on < stretch.from && stretch.from < last)
            days.push_back(stretch.from);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// The fewest runs that are still too many: the lightest are let go first.
void reduce(const Network& network, std::vector<NodeId>& runs, std::int32_t load,
            std::int32_t free) {
    std::stable_sort(runs.begin(), runs.end(), [&](NodeId a, NodeId b) {
        return network.option(a).rate < network.option(b).rate;
    });
    for (std::size_t k = 0; k < runs.size();) {
        const auto rate = network.option(runs[k]).rate;
        if (load - rate > free) {
            load -= rate;
            runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(k));
        } else {
            ++k;
        }
    }
}

/// Days on which the runs could all be under way without a conflict: one of them stands still, or
/// the day has hours enough.
DaySet gaps_of(const Network& network, const Conflict& conflict) {
    std::int32_t load = 0;
    DaySet gaps;
    for (const NodeId n : conflict.runs) {
        load += network.option(n).rate;
        gaps = gaps.united(network.problem().clock(network.option(n)).still().days());
    }
    return gaps.united(network.problem().capacity.below(load).complement());
}

/// Whether it stands still all through the gap, and so neither begins nor ends there. An open run
/// may end on any day.
bool rests_in(const Network& network, NodeId n, const DayInterval& gap) {
    const auto& still = network.problem().clock(network.option(n)).still().days();
    return still.contains(gap.from) && still.end_of_stretch(gap.from) >= gap.until;
}

/// Whether the run could begin and end within the gap.
bool fits_in(const Network& network, NodeId n, const DayInterval& gap) {
    const auto& option = network.option(n);
    if (option.is_open || is_fixed(network, n)) return true;
    return network.problem().clock(option).finish_from(
               std::max(gap.from, network.nodes()[n].begin)) <= gap.until;
}

/// Two repetitions of one step at the same time (R10).
std::optional<Conflict> first_overlap(const Network& network) {
    const auto& problem = network.problem();
    for (NodeId b = 0; b < network.nodes().size(); ++b) {
        const auto& later = problem.tasks[network.option(b).task];
        if (later.goal != nothing || later.previous == nothing) continue;
        for (NodeId a = 0; a < network.nodes().size(); ++a) {
            const auto& other = problem.tasks[network.option(a).task];
            if (a == b || other.goal != nothing || other.step != later.step || !other.passes ||
                !later.passes)
                continue;
            const auto& x = network.nodes()[a];
            const auto& y = network.nodes()[b];
            const bool apart = x.finish <= y.start || y.finish <= x.start;
            if (!apart || x.start == y.start)
                return Conflict{std::max(x.start, y.start), {a, b}, true};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Conflict> first_conflict(const Network& network) {
    if (auto overlap = first_overlap(network)) return overlap;
    std::vector<NodeId> users;
    for (NodeId n = 0; n < network.nodes().size(); ++n)
        if (uses_hours(network, n)) users.push_back(n);
    if (users.size() < 2) return std::nullopt;
    for (const Date day : turning_days(network, users)) {
        std::int32_t load = 0;
        std::int32_t fixed_load = 0;
        std::vector<NodeId> runs;
        for (const NodeId n : users) {
            if (!runs_on(network, n, day)) continue;
            load += network.option(n).rate;
            if (is_fixed(network, n)) fixed_load += network.option(n).rate;
            runs.push_back(n);
        }
        // what was begun before the plan goes on, even where it was too much already
        const auto free = std::max(network.problem().capacity.at(day), fixed_load);
        if (load <= free) continue;
        reduce(network, runs, load, free);
        return Conflict{day, std::move(runs)};
    }
    return std::nullopt;
}

void wait_for_hours(Network& network) {
    const auto count = network.nodes().size();
    if (count > 64) return;
    // made from the goals backwards, so that read from its end what comes first stands first
    std::vector<std::pair<NodeId, NodeId>> in_turn;
    for (const auto& order : network.orders)
        if (!network.option(order.before).is_open) in_turn.emplace_back(order.before, order.after);
    for (const auto& link : network.links) {
        if (link.is_relay || link.after_hold != nothing || network.option(link.giver).is_open)
            continue;
        const auto& need = network.need(link.asker);
        if (need.role != GroundNeed::Role::must && need.at != model::At::finish)
            in_turn.emplace_back(link.giver, link.asker.node);
    }
    std::vector<std::uint64_t> before(count, 0);
    for (bool is_new = true; is_new;) {
        is_new = false;
        for (std::size_t k = in_turn.size(); k-- > 0;) {
            const auto [giver, taker] = in_turn[k];
            const auto all = before[taker] | before[giver] | std::uint64_t{1} << giver;
            is_new = is_new || all != before[taker];
            before[taker] = all;
        }
    }
    std::vector<std::int64_t> energies(count, 0);
    for (NodeId n = 0; n < count; ++n)
        if (!is_fixed(network, n)) energies[n] = network.option(n).energy;
    for (NodeId n = 0; n < count; ++n) {
        std::int64_t energy = 0;
        for (auto rest = before[n]; rest != 0; rest &= rest - 1)
            energy += energies[static_cast<std::size_t>(std::countr_zero(rest))];
        if (energy > 0 && !is_fixed(network, n))
            network.begin_from(n, network.problem().capacity.when_spent(energy));
    }
}

std::vector<Network> orderings(const Network& network, const Conflict& conflict) {
    const auto kind = conflict.is_repetition ? Order::Kind::turn : Order::Kind::hours;
    std::vector<Network> ways;
    for (const NodeId before : conflict.runs)
        for (const NodeId after : conflict.runs) {
            if (before == after || is_fixed(network, after)) continue;
            Network way = network;
            way.orders.push_back({before, after, kind});
            if (way.propagate()) ways.push_back(std::move(way));
        }
    return ways;
}

std::vector<Network> overlaps(const Network& network, const Conflict& conflict, Date last) {
    std::vector<Network> ways;
    if (conflict.is_repetition) return ways;
    const auto& nodes = network.nodes();
    const DaySet gaps = gaps_of(network, conflict);
    for (const auto& gap : gaps.intervals()) {
        if (gap.from > last) break;
        const bool is_endless = gap.until > network.problem().horizon;
        for (const NodeId early : conflict.runs) {
            if (is_endless && early != conflict.runs.front()) break;
            const bool cannot_end = !network.option(early).is_open && rests_in(network, early, gap);
            if (!is_endless && (nodes[early].finish > gap.until || cannot_end)) continue;
            for (const NodeId late : conflict.runs) {
                if (!is_endless && (rests_in(network, late, gap) ||
                                    (late == early && !fits_in(network, late, gap))))
                    continue;
                Network way = network;
                way.begin_from(late, gap.from);
                if (!is_endless) way.finish_by(early, gap.until);
                if (way.propagate()) ways.push_back(std::move(way));
            }
        }
    }
    return ways;
}

}  // namespace wegwijzer::route
