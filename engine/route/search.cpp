// SPDX-License-Identifier: Apache-2.0
#include "route/search.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "route/hours.hpp"

namespace wegwijzer::route {

namespace {

using Role = GroundNeed::Role;

/// What is still to be chosen: a part of a need, or a run that another run must follow.
struct Open {
    Pending part;
    TaskId prior = nothing;        ///< then `part.asker.node` follows it
    std::size_t relays = nothing;  ///< index of the link that the chosen giver takes over from
};

struct State {
    Network network;
    std::vector<Open> open;
    /// No choice of payers brings dates before these: the earliest if nobody waits for a fund.
    std::vector<Date> floor;
    int earners = 0;            ///< runs taken for what they earn alone
    OptionId earners_from = 0;  ///< options before this one are not taken for it any more
};

/// One way to close an open part.
struct Alternative {
    enum class Kind { hold, node, option, early_leave } kind = Kind::option;
    std::uint32_t hold = 0;
    NodeId node = 0;
    OptionId option = 0;
    std::uint32_t award = 0;
    Date day;  // when it is in hand at the earliest: the order in which they are tried
    std::int64_t cents = 0;
};

constexpr int most_relays = 3;
constexpr int most_earners = 2;  // jobs taken for their pay alone, in one route

class Search {
public:
    Search(const Problem& problem, const Reach& reach, Aim aim, Budget& budget,
           const std::vector<Date>& before)
        : problem_(problem), reach_(reach), aim_(aim), budget_(budget), before_(before) {}

    Found run() {
        State root{Network(problem_, reach_), {}, {}, 0, 0};
        for (const TaskId goal : problem_.goals) {
            const OptionId option = problem_.tasks[goal].options.front();
            add_node(root, option);
        }
        for (const TaskId duty : problem_.duties) {
            add_node(root, problem_.tasks[duty].options.front());
            root.network.start_by(static_cast<NodeId>(root.network.nodes().size() - 1),
                                  problem_.tasks[duty].by);
        }
        for (TaskId t = 0; t < problem_.tasks.size(); ++t)
            if (problem_.tasks[t].fixed && problem_.tasks[t].fixed->must_stay &&
                !problem_.tasks[t].options.empty())
                add_node(root, problem_.tasks[t].options.front());
        expand(root);
        found_.is_complete = !budget_.is_over();
        for (const auto& member : found_.front.members()) lower_bound_to(member.worth.dates);
        return std::move(found_);
    }

private:
    void add_node(State& state, OptionId id) {
        const NodeId node = state.network.add(id);
        const auto& option = problem_.options[id];
        for (std::uint16_t k = 0; k < option.needs.size(); ++k)
            if (option.needs[k].role != Role::fund)
                open_part(state, {node, k}, option.needs[k].tree);
        const auto prior = problem_.tasks[option.task].prior;
        if (prior == nothing) return;
        if (const auto before = state.network.node_of(prior))
            state.network.orders.push_back({*before, node, Order::Kind::prior});
        else
            state.open.push_back({{{node, 0}, 0}, prior});
    }

    /// Takes a tree apart as far as nothing has to be chosen.
    void open_part(State& state, Asker asker, TreeId id) {
        const auto& tree = problem_.trees[id];
        const bool is_must = state.network.need(asker).role == Role::must;
        if (tree.kind == Tree::Kind::always) return;
        if (tree.kind == Tree::Kind::days && !is_must) {
            state.network.days_links.push_back({asker, id});
            return;
        }
        if (tree.kind == Tree::Kind::all && !is_must) {
            for (const TreeId part : tree.parts) open_part(state, asker, part);
            return;
        }
        state.open.push_back({{asker, id}});
    }

    [[nodiscard]] bool is_hopeless(const Standing& bound) const {
        if (!before_.empty() && bound.worth.dates >= before_) return true;
        if (aim_ == Aim::front || found_.front.members().empty())
            return found_.front.shuts_out(bound);
        const auto& best = found_.front.members().front();
        const auto rank = [](const Worth& w) { return std::tie(w.dates, w.cost, w.energy); };
        if (rank(bound.worth) != rank(best.worth)) return rank(bound.worth) > rank(best.worth);
        return !is_ahead(bound.tie, best.tie);
    }

    /// What the network comes to at least, with what its open parts must still get.
    [[nodiscard]] Standing bound(const State& state) const {
        Standing bound = bound_of(state.network);
        Bits needed(problem_.atoms.size());
        for (const auto& part : state.open)
            if (part.prior == nothing && state.network.need(part.part.asker).role != Role::must)
                needed |= reach_.landmarks(part.part.tree);
        for (const auto& node : state.network.nodes()) needed.remove(reach_.given(node.option));
        const auto least = reach_.least(needed);
        bound.worth.cost.cents += least.cents;
        bound.worth.energy += least.energy;
        bound.tie.steps += least.steps();
        for (NodeId goal = 0; goal < bound.worth.dates.size(); ++goal)
            bound.worth.dates[goal] = std::max(
                bound.worth.dates[goal], problem_.capacity.when_spent(energy_before(state, goal)));
        bound.worth.dates = std::max(bound.worth.dates, state.floor);
        return bound;
    }

    /// Hours that must be over by the day of the goal: of the runs that lead to it, and of what
    /// their open parts still ask. What a job must have, or must have when it ends, may come after
    /// the goal; hours of runs under way may lie before the first day.
    [[nodiscard]] std::int64_t energy_before(const State& state, NodeId goal) const {
        const auto& network = state.network;
        const auto is_before = network.leading_to(goal);
        std::int64_t energy = 0;
        for (NodeId n = 0; n < network.nodes().size(); ++n)
            if (is_before[n] && !problem_.tasks[network.option(n).task].fixed)
                energy += network.option(n).energy;
        Bits needed(problem_.atoms.size());
        for (const auto& part : state.open)
            if (part.prior == nothing && part.relays == nothing &&
                is_before[part.part.asker.node] && network.is_judged_on_the_way(part.part.asker))
                needed |= reach_.landmarks(part.part.tree);
        for (const auto& node : network.nodes()) needed.remove(reach_.given(node.option));
        return energy + reach_.least(needed).energy;
    }

    /// What was not looked into could still be as early as this, goal by goal.
    void lower_bound_to(const std::vector<Date>& dates) {
        if (found_.bound.empty()) found_.bound = dates;
        for (std::size_t g = 0; g < dates.size(); ++g)
            found_.bound[g] = std::min(found_.bound[g], dates[g]);
    }

    void expand(State state) {
        const bool is_over = !budget_.spend();
        auto& network = state.network;
        network.pending.clear();
        for (const auto& part : state.open)
            if (part.prior == nothing && part.relays == nothing)
                network.pending.push_back(part.part);
        if (!network.propagate()) return;
        wait_for_hours(network);
        if (!network.propagate()) return;
        const auto least = bound(state);
        if (is_hopeless(least)) return;
        if (is_over) {
            lower_bound_to(least.worth.dates);
            return;
        }
        if (state.open.empty()) {
            choose_payers(std::move(state));
            return;
        }
        std::size_t chosen = 0;
        std::vector<Alternative> ways;
        for (std::size_t k = 0; k < state.open.size(); ++k) {
            if (problem_.trees[state.open[k].part.tree].kind != Tree::Kind::atom &&
                state.open[k].prior == nothing) {
                chosen = k;
                ways.clear();
                break;
            }
            auto found = alternatives(state, state.open[k]);
            if (k == 0 || found.size() < ways.size()) {
                chosen = k;
                ways = std::move(found);
            }
            if (ways.empty()) return;
        }
        const Open open = state.open[chosen];
        state.open.erase(state.open.begin() + static_cast<std::ptrdiff_t>(chosen));
        if (open.prior == nothing && problem_.trees[open.part.tree].kind != Tree::Kind::atom) {
            branch_tree(state, open);
            return;
        }
        for (const auto& way : ways) take(state, open, way);
    }

    /// any and n of: each smallest set of parts that would do. A must may also be left before it is
    /// asked.
    void branch_tree(const State& state, const Open& open) {
        const auto& tree = problem_.trees[open.part.tree];
        if (state.network.need(open.part.asker).role == Role::must) {
            State left = state;
            left.network.early_leaves.push_back({open.part.asker});
            // the other parts of the same must are not asked either
            std::erase_if(left.open, [&](const Open& o) {
                return o.prior == nothing && o.part.asker == open.part.asker;
            });
            expand(std::move(left));
        }
        switch (tree.kind) {
            case Tree::Kind::days: {
                State next = state;
                next.network.days_links.push_back({open.part.asker, open.part.tree});
                expand(std::move(next));
                break;
            }
            case Tree::Kind::all:
                choose_parts(state, open, tree.parts.size(), 0, {});
                break;
            case Tree::Kind::any:
                choose_parts(state, open, 1, 0, {});
                break;
            case Tree::Kind::at_least:
                choose_parts(state, open, tree.n, 0, {});
                break;
            default:
                break;
        }
    }

    void choose_parts(const State& state, const Open& open, std::size_t n, std::size_t from,
                      std::vector<TreeId> taken) {
        const auto& parts = problem_.trees[open.part.tree].parts;
        if (taken.size() == n) {
            State next = state;
            for (const TreeId part : taken) open_chosen(next, open.part.asker, part);
            expand(std::move(next));
            return;
        }
        for (std::size_t k = from; k + (n - taken.size()) <= parts.size(); ++k) {
            auto more = taken;
            more.push_back(parts[k]);
            choose_parts(state, open, n, k + 1, std::move(more));
        }
    }

    /// A part that was chosen to be met, of a must too.
    void open_chosen(State& state, Asker asker, TreeId id) {
        const auto& tree = problem_.trees[id];
        if (tree.kind == Tree::Kind::days)
            state.network.days_links.push_back({asker, id});
        else
            open_part(state, asker, id);
    }

    [[nodiscard]] std::vector<Alternative> alternatives(const State& state,
                                                        const Open& open) const {
        std::vector<Alternative> ways;
        using Kind = Alternative::Kind;
        if (open.prior != nothing) {
            for (const OptionId option : problem_.tasks[open.prior].options)
                if (is_first_of_group(option))
                    ways.push_back({Kind::option, 0, 0, option, 0, reach_.earliest_start(option),
                                    problem_.options[option].least_cost.cents});
            sort(ways);
            return ways;
        }
        const auto& network = state.network;
        const auto& leaf = problem_.trees[open.part.tree];
        const bool is_must = network.need(open.part.asker).role == Role::must;
        if (is_must && open.relays == nothing)
            ways.push_back({Kind::early_leave, 0, 0, 0, 0, Date::always, 0});
        if (open.relays == nothing) {
            for (std::uint32_t h = 0; h < leaf.holds.size(); ++h) {
                const auto& days = leaf.holds[h].days;
                if (days.until <= problem_.on) continue;
                if (days.from <= problem_.on && days.until == Date::never)
                    return {{Kind::hold, h, 0, 0, 0, days.from, 0}};
                ways.push_back({Kind::hold, h, 0, 0, 0, days.from, 0});
            }
        }
        const auto& asked = network.need(open.part.asker);
        const bool is_whole_goal = asked.role == Role::reach && asked.tree == open.part.tree;
        for (const auto& giver : problem_.givers[leaf.atom]) {
            if (!is_first_of_group(giver.option)) continue;
            const auto& option = problem_.options[giver.option];
            // what needs the fact itself only serves where the fact can lapse before it is asked
            const bool can_lapse = leaf.younger || option.awards[giver.award].lasts;
            if (!reach_.can_give_first(giver.option, leaf.atom) && (!can_lapse || is_whole_goal))
                continue;
            if (const auto node = network.node_of(option.task)) {
                if (network.option(*node).group != option.group) continue;
                if (closes_circle(network, *node, open.part.asker)) continue;
                ways.push_back(
                    {Kind::node, 0, *node, giver.option, giver.award, network.award_day(*node), 0});
                continue;
            }
            const TaskId previous = problem_.tasks[option.task].previous;
            // repetitions are alike: one more only after the one numbered before
            if (previous != nothing && !network.node_of(previous)) continue;
            ways.push_back({Kind::option, 0, 0, giver.option, giver.award,
                            reach_.award_day_of_group(option.group), option.least_cost.cents});
        }
        keep_first_giver(network, open.part, ways);
        drop_late_givers(network, open.part, ways);
        sort(ways);
        return ways;
    }

    /// Of the runs that give a fact for good the first serves whoever any of them could, so that
    /// once one serves, no other is tried.
    void keep_first_giver(const Network& network, const Pending& part,
                          std::vector<Alternative>& ways) const {
        const auto serves_already = [&](const Link& link) {
            return problem_.trees[link.leaf].atom == problem_.trees[part.tree].atom &&
                   !problem_.can_lapse(network.nodes()[link.giver].option, link.award, link.leaf);
        };
        const auto first = std::find_if(network.links.begin(), network.links.end(), serves_already);
        if (first == network.links.end()) return;
        std::erase_if(ways, [&](const Alternative& way) {
            const bool is_giver =
                way.kind == Alternative::Kind::node || way.kind == Alternative::Kind::option;
            return is_giver && !problem_.can_lapse(way.option, way.award, part.tree) &&
                   !(way.kind == Alternative::Kind::node && way.node == first->giver);
        });
    }

    /// What a run gives for good is not taken from a later run too: where a giver is over before
    /// the asker starts nothing else is tried, and a giver that only follows another is dropped.
    void drop_late_givers(const Network& network, const Pending& part,
                          std::vector<Alternative>& ways) const {
        const auto is_for_good = [&](const Alternative& way) {
            return way.kind == Alternative::Kind::node &&
                   !problem_.can_lapse(way.option, way.award, part.tree);
        };
        const bool is_judged_early = network.need(part.asker).role != Role::must;
        for (const auto& way : ways)
            if (is_judged_early && is_for_good(way) &&
                network.is_over_before(way.node, part.asker.node)) {
                ways = {Alternative(way)};
                return;
            }
        std::erase_if(ways, [&](const Alternative& late) {
            return late.kind == Alternative::Kind::node &&
                   std::any_of(ways.begin(), ways.end(), [&](const Alternative& way) {
                       return is_for_good(way) && way.node != late.node &&
                              network.is_over_before(way.node, late.node);
                   });
        });
    }

    /// One option stands for its group: the first that can run.
    [[nodiscard]] bool is_first_of_group(OptionId id) const {
        for (const OptionId other : problem_.groups[problem_.options[id].group])
            if (reach_.can_run(other)) return other == id;
        return false;
    }

    /// Runs already chosen first, then by day, cost, key and pace: never by the order of files.
    void sort(std::vector<Alternative>& ways) const {
        const auto rank = [&](const Alternative& way) {
            const auto& option = problem_.options[way.option];
            return std::tuple(way.kind == Alternative::Kind::option, way.day, way.cents,
                              std::string_view(problem_.tasks[option.task].key),
                              option.pace ? option.pace->hundredths : 0);
        };
        std::stable_sort(ways.begin(), ways.end(), [&](const Alternative& a, const Alternative& b) {
            return rank(a) < rank(b);
        });
    }

    [[nodiscard]] static bool closes_circle(const Network& network, NodeId giver, Asker asker) {
        return !network.can_come_after(asker, false) && network.leads_to(asker.node, giver);
    }

    void take(const State& state, const Open& open, const Alternative& way) {
        using Kind = Alternative::Kind;
        State next = state;
        auto& network = next.network;
        if (open.prior != nothing) {
            add_node(next, way.option);
            network.orders.push_back({static_cast<NodeId>(network.nodes().size() - 1),
                                      open.part.asker.node, Order::Kind::prior});
            expand(std::move(next));
            return;
        }
        const Asker asker = open.part.asker;
        switch (way.kind) {
            case Kind::early_leave:
                network.early_leaves.push_back({asker});
                std::erase_if(next.open, [&](const Open& o) {
                    return o.prior == nothing && o.part.asker == asker;
                });
                expand(std::move(next));
                return;
            case Kind::hold:
                network.hold_links.push_back({asker, open.part.tree, way.hold});
                expand(std::move(next));
                relay_after_hold(state, open, way.hold);
                return;
            case Kind::option:
                add_node(next, way.option);
                link(next, open, static_cast<NodeId>(network.nodes().size() - 1), way.award,
                     nothing, 0);
                return;
            case Kind::node:
                link(next, open, way.node, way.award, nothing, 0);
                return;
        }
    }

    [[nodiscard]] bool is_judged_long(const Network& network, Asker asker) const {
        const auto& need = network.need(asker);
        return need.role == Role::must || need.at == model::At::throughout;
    }

    /// The giver serves alone, or until another takes over where the need is judged over many days
    /// (R8).
    void link(const State& state, const Open& open, NodeId giver, std::uint32_t award,
              std::uint32_t after_hold, int relays) {
        State alone = state;
        Link link{
            open.part.asker, open.part.tree, giver, award, relays > 0 && after_hold == nothing,
            false,           after_hold};
        alone.network.links.push_back(link);
        expand(std::move(alone));
        if (relays >= most_relays || !is_judged_long(state.network, open.part.asker) ||
            !problem_.can_lapse(state.network.nodes()[giver].option, award, open.part.tree))
            return;
        State relayed = state;
        link.is_relayed = true;
        relayed.network.links.push_back(link);
        relay(relayed, open, nothing, relays + 1);
    }

    /// Every giver that could take over from the last link (or from a hold).
    void relay(const State& state, const Open& open, std::uint32_t after_hold, int relays) {
        Open next_open = open;
        next_open.relays = 0;
        for (const auto& way : alternatives(state, next_open)) {
            State next = state;
            NodeId giver = way.node;
            if (way.kind == Alternative::Kind::option) {
                add_node(next, way.option);
                giver = static_cast<NodeId>(next.network.nodes().size() - 1);
            }
            const auto serves = [&](const Link& l) {
                return l.asker == open.part.asker && l.giver == giver;
            };
            if (std::any_of(next.network.links.begin(), next.network.links.end(), serves)) continue;
            link(next, open, giver, way.award, after_hold, relays);
        }
    }

    void relay_after_hold(const State& state, const Open& open, std::uint32_t hold) {
        if (!is_judged_long(state.network, open.part.asker)) return;
        if (problem_.trees[open.part.tree].holds[hold].days.until == Date::never) return;
        relay(state, open, hold, 1);
    }

    // ---- who pays, once all needs are served (R15) ----

    struct PayerOf {
        NodeId node = 0;
        std::size_t payer = 0;
    };

    /// Whoever can only help is taken; else with and without is tried, with first.
    void choose_payers(State state) {
        auto& network = state.network;
        if (state.floor.empty() && next_payer(network)) {
            const auto freely = best_schedule(
                network, [this](const Standing& s) { return is_hopeless(s); }, budget_);
            if (budget_.is_over()) lower_bound_to(bound(state).worth.dates);
            // where money is short, who pays decides whether there is a schedule at all
            if (!freely.best && !freely.was_short) return;
            state.floor = freely.best && !freely.was_short
                              ? freely.best->worth.dates
                              : std::vector<Date>(problem_.goals.size(), Date::always);
        }
        while (const auto next = next_payer(network)) {
            const auto [node, payer] = *next;
            const auto& chance = network.option(node).payers[payer];
            const Asker asker{node, static_cast<std::uint16_t>(chance.need)};
            const TreeId opens = network.need(asker).tree;
            if (is_useless(network, node, payer)) {
                network.leave_payer(node, payer);
                continue;
            }
            if (is_sure(network, node, opens)) {
                network.choose_payer(node, payer);
                continue;
            }
            State with = state;
            with.network.choose_payer(node, payer);
            open_part(with, asker, opens);
            expand(std::move(with));
            network.leave_payer(node, payer);
            // without it is of use only on days on which it is not open
            if (chance.closed != nothing) network.days_links.push_back({asker, chance.closed});
            const bool is_over = !budget_.spend();
            if (!network.propagate()) return;
            const auto least = bound(state);
            if (is_over) lower_bound_to(least.worth.dates);
            if (is_over || is_hopeless(least)) return;
        }
        finish(state);
    }

    /// The one to decide about next: of the run that starts first, so that what opens it is there
    /// for those that follow. Loans change no sum and are chosen among only for the purse.
    [[nodiscard]] static std::optional<PayerOf> next_payer(const Network& network) {
        std::optional<PayerOf> next;
        for (NodeId n = 0; n < network.nodes().size(); ++n) {
            const auto& node = network.nodes()[n];
            if (node.open == 0 || (next && node.start >= network.nodes()[next->node].start))
                continue;
            const auto& payers = network.option(n).payers;
            for (std::size_t p = 0; p < payers.size(); ++p)
                if (((node.open >> p) & 1U) != 0 && (!payers[p].lends || network.problem().purse)) {
                    next = PayerOf{n, p};
                    break;
                }
        }
        return next;
    }

    /// Whether it and those like it would find nothing left to pay.
    [[nodiscard]] static bool is_useless(const Network& network, NodeId node, std::size_t payer) {
        const auto& payers = network.option(node).payers;
        const auto chosen = network.nodes()[node].chosen;
        const auto is_paid = [&](std::uint32_t cost, std::size_t before) {
            for (std::size_t p = 0; p < before; ++p) {
                const auto& costs = payers[p].costs;
                if (((chosen >> p) & 1U) != 0 && !payers[p].lends && !payers[p].is_limited &&
                    payers[p].least_share == 10'000 &&
                    std::binary_search(costs.begin(), costs.end(), cost))
                    return true;
            }
            return false;
        };
        for (std::size_t p = 0; p < payers.size(); ++p) {
            if (payers[p].like != payers[payer].like) continue;
            for (const auto cost : payers[p].costs)
                if (!is_paid(cost, p)) return false;
        }
        return true;
    }

    /// Whether the tree holds on the run's start, whenever that will be.
    [[nodiscard]] bool is_sure(const Network& network, NodeId node, TreeId id) const {
        const auto& tree = problem_.trees[id];
        // not from the earliest start that is known now: the choice is settled anew without it
        const auto lasts = [&](const DayInterval& days) {
            return days.from <= problem_.on && days.until > problem_.horizon;
        };
        std::size_t wanted = 1;
        switch (tree.kind) {
            case Tree::Kind::always:
                return true;
            case Tree::Kind::never:
                return false;
            case Tree::Kind::days:
                return tree.days.contains(problem_.on) &&
                       tree.days.end_of_stretch(problem_.on) > problem_.horizon;
            case Tree::Kind::atom:
                if (std::any_of(tree.holds.begin(), tree.holds.end(),
                                [&](const Hold& hold) { return lasts(hold.days); }))
                    return true;
                return std::any_of(problem_.givers[tree.atom].begin(),
                                   problem_.givers[tree.atom].end(), [&](const Giver& giver) {
                                       if (problem_.can_lapse(giver.option, giver.award, id))
                                           return false;
                                       const auto& option = problem_.options[giver.option];
                                       const auto n = network.node_of(option.task);
                                       return n && network.option(*n).group == option.group &&
                                              network.is_over_before(*n, node);
                                   });
            case Tree::Kind::all:
                wanted = tree.parts.size();
                break;
            case Tree::Kind::any:
                break;
            case Tree::Kind::at_least:
                wanted = tree.n;
                break;
        }
        const auto sure = std::count_if(tree.parts.begin(), tree.parts.end(),
                                        [&](TreeId part) { return is_sure(network, node, part); });
        return static_cast<std::size_t>(sure) >= wanted;
    }

    void finish(const State& state) {
        const auto is_useless = [&](Standing standing) {
            standing.worth.dates = std::max(standing.worth.dates, state.floor);
            return is_hopeless(standing);
        };
        auto [solution, was_short] = best_schedule(state.network, is_useless, budget_);
        if (budget_.is_over()) lower_bound_to(bound(state).worth.dates);
        if (was_short) take_earners(state);
        if (!solution || !is_minimal(solution->network)) return;
        number_by_time(solution->network);
        if (aim_ == Aim::front) {
            found_.front.insert(std::move(*solution));
            return;
        }
        auto& members = found_.front.members();
        if (members.empty())
            members.push_back(std::move(*solution));
        else if (comes_before(*solution, members.front()))
            members.front() = std::move(*solution);
    }

    /// Where money is short or late: the same with one more run that earns (R18). They are taken in
    /// the order of their numbers, so that no set of them is tried twice.
    void take_earners(const State& state) {
        if (state.earners == most_earners) return;
        for (OptionId o = state.earners_from; o < problem_.options.size(); ++o) {
            const auto& option = problem_.options[o];
            if (option.step == nullptr || option.step->income.empty() || !is_first_of_group(o))
                continue;
            const TaskId previous = problem_.tasks[option.task].previous;
            if (state.network.node_of(option.task) ||
                (previous != nothing && !state.network.node_of(previous)))
                continue;
            State with = state;
            with.earners_from = o + 1;
            ++with.earners;
            add_node(with, o);
            expand(std::move(with));
        }
    }

    const Problem& problem_;
    const Reach& reach_;
    Aim aim_;
    Budget& budget_;
    const std::vector<Date>& before_;
    Found found_;
};

}  // namespace

Found search(const Problem& problem, const Reach& reach, Aim aim, Budget& budget,
             const std::vector<Date>& before) {
    return Search(problem, reach, aim, budget, before).run();
}

}  // namespace wegwijzer::route
