// SPDX-License-Identifier: Apache-2.0
#include "route/solution.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "route/purse.hpp"

namespace wegwijzer::route {

namespace {

std::vector<std::string> sorted_ids(const Network& network) {
    std::vector<std::string> ids;
    for (const NodeId n : by_key(network))
        ids.push_back(
            (*network.problem().catalogue)[network.problem().tasks[network.option(n).task].step]
                .id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// Key, version, pace, funds (who is paid for comes first) and start of a run, to be compared.
auto details(const Network& network, NodeId n) {
    const auto& option = network.option(n);
    std::vector<std::uint32_t> pilots;
    for (const auto pilot : option.pilots) pilots.push_back(pilot.index);
    return std::tuple(network.problem().tasks[option.task].key, pilots,
                      option.pace ? option.pace->hundredths : 0, ~network.nodes()[n].chosen,
                      network.nodes()[n].start);
}

bool detailed_order(const Solution& a, const Solution& b) {
    const auto ids_a = sorted_ids(a.network);
    const auto ids_b = sorted_ids(b.network);
    if (ids_a != ids_b) return ids_a < ids_b;
    const auto in_a = by_key(a.network);
    const auto in_b = by_key(b.network);
    for (std::size_t k = 0; k < in_a.size(); ++k) {
        const auto x = details(a.network, in_a[k]);
        const auto y = details(b.network, in_b[k]);
        if (x != y) return x < y;
    }
    return false;
}

/// The runs whose awards count.
using Counted = std::function<bool(NodeId)>;

DaySet award_days(const Network& network, const Giver& giver, const Tree& leaf, NodeId n) {
    const auto& node = network.nodes()[n];
    const auto& option = network.option(n);
    if (option.is_open) return DaySet::of({node.start, node.finish});
    return DaySet::of(
        {node.finish, award_until(network.problem(), option, option.awards[giver.award],
                                  leaf.younger, node.start, node.begin, node.finish)});
}

DaySet atom_days(const Network& network, const Tree& leaf, const Counted& counted) {
    DaySet days;
    for (const auto& hold : leaf.holds) days = days.united(DaySet::of(hold.days));
    for (const auto& giver : network.problem().givers[leaf.atom])
        for (NodeId n = 0; n < network.nodes().size(); ++n)
            if (counted(n) && network.nodes()[n].option == giver.option)
                days = days.united(award_days(network, giver, leaf, n));
    return days;
}

DaySet days_true_by(const Network& network, TreeId id, const Counted& counted) {
    const auto& tree = network.problem().trees[id];
    const auto parts = [&] {
        std::vector<DaySet> sets;
        for (const TreeId part : tree.parts) sets.push_back(days_true_by(network, part, counted));
        return sets;
    };
    switch (tree.kind) {
        case Tree::Kind::always:
            return DaySet::all();
        case Tree::Kind::never:
            return {};
        case Tree::Kind::days:
            return tree.days;
        case Tree::Kind::atom:
            return atom_days(network, tree, counted);
        case Tree::Kind::all:
            return at_least(parts(), tree.parts.size());
        case Tree::Kind::any:
            return at_least(parts(), 1);
        case Tree::Kind::at_least:
            return at_least(parts(), tree.n);
    }
    return {};
}

/// Whether all runs but one still hold up each other and the goals, none by way of itself (R1).
bool stands_without(const Network& network, NodeId left_out) {
    const auto count = network.nodes().size();
    std::vector<bool> is_there(count, false);
    const Counted is_counted = [&](NodeId n) { return is_there[n]; };
    const auto can_begin = [&](NodeId n) {
        const auto& needs = network.option(n).needs;
        for (std::uint16_t k = 0; k < needs.size(); ++k) {
            if (network.can_come_after({n, k}, false)) continue;
            const Judged judged = network.judged({n, k});
            if (judged.is_asked &&
                !days_true_by(network, needs[k].tree, is_counted).contains(judged.first))
                return false;
        }
        return true;
    };
    for (bool grows = true; grows;) {
        grows = false;
        for (NodeId n = 0; n < count; ++n)
            if (n != left_out && !is_there[n] && can_begin(n)) is_there[n] = grows = true;
    }
    for (NodeId n = 0; n < count; ++n) {
        if (n == left_out) continue;
        if (!is_there[n]) return false;
        for (std::uint16_t k = 0; k < network.option(n).needs.size(); ++k)
            if (!is_met(network, {n, k}, left_out)) return false;
    }
    return true;
}

}  // namespace

bool covers(const Worth& better, const Worth& worse) {
    return better.dates <= worse.dates && better.cost <= worse.cost &&
           better.energy <= worse.energy;
}

std::vector<NodeId> by_key(const Network& network) {
    std::vector<NodeId> nodes;
    const auto& problem = network.problem();
    for (NodeId n = 0; n < network.nodes().size(); ++n)
        if (!problem.is_end(network.option(n).task)) nodes.push_back(n);
    std::sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) {
        return problem.tasks[network.option(a).task].key <
               problem.tasks[network.option(b).task].key;
    });
    return nodes;
}

bool is_ahead(const Tie& a, const Tie& b) {
    // what nobody knows comes last
    return std::tuple(!a.surety_is_known, -a.surety, a.steps) <
           std::tuple(!b.surety_is_known, -b.surety, b.steps);
}

bool comes_before(const Solution& a, const Solution& b) {
    const auto rank = [](const Solution& s) {
        return std::tie(s.worth.dates, s.worth.cost, s.worth.energy);
    };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return a.tie == b.tie ? detailed_order(a, b) : is_ahead(a.tie, b.tie);
}

bool is_cheaper(const Solution& a, const Solution& b) {
    return a.worth.cost != b.worth.cost ? a.worth.cost < b.worth.cost : comes_before(a, b);
}
bool is_lighter(const Solution& a, const Solution& b) {
    return a.worth.energy != b.worth.energy ? a.worth.energy < b.worth.energy : comes_before(a, b);
}
bool is_surer(const Solution& a, const Solution& b) {
    const auto unsureness = [](const Solution& s) {
        return std::pair(!s.tie.surety_is_known, -s.tie.surety);
    };
    return unsureness(a) != unsureness(b) ? unsureness(a) < unsureness(b) : comes_before(a, b);
}

void number_by_time(Network& network) {
    const auto& problem = network.problem();
    for (NodeId a = 0; a < network.nodes().size(); ++a)
        for (NodeId b = 0; b < network.nodes().size(); ++b) {
            const TaskId first = network.option(a).task;
            const TaskId second = network.option(b).task;
            if (problem.tasks[second].previous != first || problem.tasks[first].fixed ||
                problem.tasks[second].prior != nothing)
                continue;
            if (network.nodes()[a].start > network.nodes()[b].start) network.swap_tasks(a, b);
        }
}

DaySet days_true(const Network& network, TreeId id, NodeId left_out) {
    return days_true_by(network, id, [&](NodeId n) { return n != left_out; });
}

bool is_met(const Network& network, Asker asker, NodeId left_out) {
    const Judged judged = network.judged(asker);
    if (!judged.is_asked) return true;
    const DaySet days = days_true(network, network.need(asker).tree, left_out);
    return days.contains(judged.first) && days.end_of_stretch(judged.first) > judged.last;
}

bool is_minimal(const Network& network) {
    const auto& problem = network.problem();
    for (NodeId n = 0; n < network.nodes().size(); ++n) {
        const auto& task = problem.tasks[network.option(n).task];
        if (problem.is_end(network.option(n).task) || (task.fixed && task.fixed->must_stay))
            continue;
        const bool leads_on = std::any_of(
            network.orders.begin(), network.orders.end(),
            [&](const Order& o) { return o.kind == Order::Kind::prior && o.before == n; });
        const auto is_asked_for = [&](const Link& link) {
            return link.giver == n && !is_met(network, link.asker, n);
        };
        if (leads_on || std::any_of(network.links.begin(), network.links.end(), is_asked_for))
            continue;
        if (!network.option(n).step->income.empty() && first_shortfall(network, n)) continue;
        // each need alone may be met by runs that rest on one another
        if (stands_without(network, n)) return false;
    }
    return true;
}

void Front::insert(Solution solution) {
    for (auto& member : members_) {
        if (member.worth == solution.worth) {
            if (comes_before(solution, member)) member = std::move(solution);
            return;
        }
        if (covers(member.worth, solution.worth)) return;
    }
    std::erase_if(members_, [&](const Solution& m) { return covers(solution.worth, m.worth); });
    members_.push_back(std::move(solution));
}

bool Front::shuts_out(const Standing& bound) const {
    return std::any_of(members_.begin(), members_.end(), [&](const Solution& m) {
        return covers(m.worth, bound.worth) &&
               (m.worth != bound.worth || !is_ahead(bound.tie, m.tie));
    });
}

}  // namespace wegwijzer::route
