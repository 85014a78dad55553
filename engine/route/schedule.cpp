// SPDX-License-Identifier: Apache-2.0
#include "route/schedule.hpp"

#include <algorithm>

#include "route/charges.hpp"
#include "route/hours.hpp"
#include "route/purse.hpp"

namespace wegwijzer::route {

bool Budget::spend() {
    constexpr std::uint64_t between_looks = 256;
    if (is_over()) return false;
    ++spent_;
    if (limit_ != 0 && spent_ > limit_) limit_struck_ = true;
    if (spent_ % between_looks == 0 && stop_.stop_requested()) timed_out_ = true;
    return !is_over();
}

Standing bound_of(const Network& network) {
    Standing bound;
    const auto goals = network.problem().goals.size();
    for (std::size_t g = 0; g < goals; ++g) bound.worth.dates.push_back(network.nodes()[g].start);
    for (NodeId n = 0; n < network.nodes().size(); ++n) {
        const auto& option = network.option(n);
        const auto& node = network.nodes()[n];
        bound.worth.cost.cents += least_own(option, node.chosen | node.open);
        bound.worth.energy += option.energy;
        bound.tie.surety *= option.surety;
        bound.tie.surety_is_known = bound.tie.surety_is_known && option.surety_is_known;
    }
    bound.tie.steps = static_cast<std::int64_t>(network.nodes().size() - network.problem().ends());
    return bound;
}

namespace {

/// Every pace still open becomes the one that finishes first.
bool decide_all(Network& network) {
    for (NodeId n = 0; n < network.nodes().size(); ++n)
        network.decide(n, network.nodes()[n].option);
    return network.propagate();
}

std::vector<Date> dates_of(const Network& network) {
    std::vector<Date> dates;
    for (std::size_t g = 0; g < network.problem().goals.size(); ++g)
        dates.push_back(network.nodes()[g].start);
    return dates;
}

/// Depth first over paces and the order of hours. `visit` sees every schedule that is found and
/// says whether to go on; `is_useless` cuts off networks by their earliest days.
class Walk {
public:
    using IsUseless = std::function<bool(const Network&)>;
    using Visit = std::function<bool(const Network&)>;

    Walk(Budget& budget, IsUseless is_useless, Visit visit)
        : budget_(budget), is_useless_(std::move(is_useless)), visit_(std::move(visit)) {}

    /// @param last  days after it are of no use; may be moved while walking
    void go(const Network& network, const Date& last) {
        if (is_over_ || !budget_.spend() || is_useless_(network)) return;
        Network tried = network;
        const bool stands = decide_all(tried) && dates_of(tried) == dates_of(network);
        const auto conflict = stands ? first_conflict(tried) : std::nullopt;
        if (stands && !conflict) {
            const auto shortfall = first_shortfall(tried);
            if (!shortfall) {
                is_over_ = !visit_(tried);
                return;
            }
            was_short_ = true;
            if (!undecided(network, std::nullopt))
                return go_all(ways_to_pay(tried, *shortfall), last);
        }
        if (const auto node = undecided(network, conflict)) {
            go_all(with_paces(network, *node), last);
        } else if (conflict) {
            go_all(orderings(network, *conflict), last);
            if (!is_over_) go_all(overlaps(network, *conflict, last), last);
        }
    }

    [[nodiscard]] bool was_short() const { return was_short_; }

private:
    /// The most promising first.
    void go_all(std::vector<Network> ways, const Date& last) {
        std::stable_sort(ways.begin(), ways.end(), [](const Network& a, const Network& b) {
            return dates_of(a) < dates_of(b);
        });
        for (auto& way : ways) {
            wait_for_hours(way);
            if (way.propagate()) go(way, last);
        }
    }

    [[nodiscard]] static std::optional<NodeId> undecided(const Network& network,
                                                         const std::optional<Conflict>& conflict) {
        if (conflict) {
            for (const NodeId n : conflict->runs)
                if (!network.nodes()[n].is_decided) return n;
            return std::nullopt;
        }
        for (NodeId n = 0; n < network.nodes().size(); ++n)
            if (!network.nodes()[n].is_decided) return n;
        return std::nullopt;
    }

    [[nodiscard]] static std::vector<Network> with_paces(const Network& network, NodeId node) {
        std::vector<Network> ways;
        for (const OptionId mode : network.problem().groups[network.option(node).group]) {
            Network way = network;
            way.decide(node, mode);
            if (way.propagate()) ways.push_back(std::move(way));
        }
        return ways;
    }

    Budget& budget_;
    IsUseless is_useless_;
    Visit visit_;
    bool is_over_ = false, was_short_ = false;
};

Solution solution_of(const Network& network) {
    auto bound = bound_of(network);
    bound.worth.cost = own_cost_of(network);
    return {network, std::move(bound.worth), bound.tie, nullptr};
}

/// Whether the run may cost its owner another sum on other days within the same choice.
bool price_can_change(const Network& network, NodeId n) {
    const auto& option = network.option(n);
    if (option.step == nullptr) return false;
    if (!option.cost_is_fixed) return true;
    const auto chosen = network.nodes()[n].chosen;
    for (std::size_t p = 0; p < option.payers.size(); ++p) {
        const auto& payer = option.payers[p];
        if (((chosen >> p) & 1U) != 0 &&
            (payer.is_limited || payer.least_share != payer.most_share))
            return true;
    }
    return false;
}

/// Days after the run's start on which what it costs its owner may change: another price or share,
/// a new quarter of a fund, or its turn at a fund after another run.
std::vector<Date> price_days(const Network& network, NodeId n) {
    std::vector<Date> days;
    const auto& catalogue = *network.problem().catalogue;
    const auto& option = network.option(n);
    const auto& clock = network.problem().clock(option);
    const Date start = network.nodes()[n].start;
    const auto consider = [&](Date day) {
        if (day > start) days.push_back(day);
    };
    const auto consider_due = [&](Date day) {
        consider(day);
        if (!option.is_open) {
            consider(clock.first_start_with_begin(day));
            consider(clock.first_start_with_finish(day));
        }
    };
    for (const auto& cost : option.step->costs)
        for (const auto& entry : cost.amount.cases) consider(entry.from);
    const auto chosen = network.nodes()[n].chosen;
    for (std::size_t p = 0; p < option.payers.size(); ++p) {
        if (((chosen >> p) & 1U) == 0 || option.payers[p].who.fund.is_none()) continue;
        const auto& fund = catalogue[option.payers[p].who.fund];
        for (const auto& entry : fund.share.cases) consider(entry.from);
        if (!option.payers[p].is_limited || option.payers[p].lends) continue;
        Date last = start;
        for (const auto& node : network.nodes()) {
            consider_due(node.start);
            consider_due(node.start + Days{1});
            last = std::max(last, node.finish);
        }
        if (!fund.ceiling_quarter) continue;
        const auto civil = to_civil(start);
        for (Date quarter = to_date({civil.year, 1, 1}); quarter <= last;
             quarter = add_months(quarter, 3))
            consider_due(quarter);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// Finds the earliest dates, then the lowest cost within them.
class Scheduler {
public:
    Scheduler(const Hopeless& hopeless, Budget& budget) : hopeless_(hopeless), budget_(budget) {}

    void search(const Network& network) {
        Walk walk(
            budget_, [this](const Network& n) { return is_useless(n); },
            [this](const Network& n) {
                settle_prices(n);
                return true;
            });
        last_ = network.problem().horizon;
        walk.go(network, last_);
        was_short = walk.was_short();
    }

    std::optional<Solution> best;
    bool was_short = false;

private:
    [[nodiscard]] bool is_useless(const Network& network) const {
        const auto bound = bound_of(network);
        if (hopeless_(bound)) return true;
        return best && std::tie(bound.worth.dates, bound.worth.cost) >=
                           std::tie(best->worth.dates, best->worth.cost);
    }

    void offer(const Network& network) {
        auto solution = solution_of(network);
        if (best && std::tie(best->worth.dates, best->worth.cost) <=
                        std::tie(solution.worth.dates, solution.worth.cost))
            return;
        best = std::move(solution);
        last_ = *std::max_element(best->worth.dates.begin(), best->worth.dates.end());
    }

    /// The schedule as it is, and those in which a run waits for a lower price within the same
    /// dates.
    void settle_prices(const Network& network) {
        offer(network);
        const auto dates = dates_of(network);
        if (best->worth.dates != dates) return;
        for (NodeId n = 0; n < network.nodes().size(); ++n) {
            if (!price_can_change(network, n)) continue;
            const Money now = own_cost_of(network);
            for (const Date day : price_days(network, n)) {
                Network later = network;
                later.start_from(n, day);
                if (!later.propagate() || dates_of(later) != dates) break;
                if (!first_conflict(later) && own_cost_of(later) < now && !first_shortfall(later))
                    settle_prices(later);
            }
        }
    }

    const Hopeless& hopeless_;
    Budget& budget_;
    Date last_;
};

/// Whether there is a schedule of `network` that is no later and no dearer than `best`; the first
/// one found.
std::optional<Network> schedule_within(const Network& network, const Worth& best, Budget& budget) {
    std::optional<Network> found;
    Date last = *std::max_element(best.dates.begin(), best.dates.end());
    Walk walk(
        budget, [&](const Network& n) { return dates_of(n) > best.dates; },
        [&](const Network& n) {
            if (own_cost_of(n) > best.cost) return true;
            found = n;
            return false;
        });
    walk.go(network, last);
    return found;
}

/// Where a need asks for any of several young credentials: the other runs of the network that could
/// serve it, so that the one that serves it now need not wait to be young.
std::vector<Link> stand_ins(const Network& network, std::size_t l) {
    const Link link = network.links[l];
    const Problem& problem = network.problem();
    const auto& need = problem.trees[network.need(link.asker).tree];
    std::vector<Link> found;
    if (!problem.trees[link.leaf].younger || need.kind != Tree::Kind::any) return found;
    const bool is_needed_anyway =
        std::any_of(network.links.begin(), network.links.end(), [&](const Link& other) {
            return other.giver == link.giver && !(other.asker == link.asker);
        });
    if (!is_needed_anyway) return found;
    for (const TreeId part : need.parts) {
        if (problem.trees[part].kind != Tree::Kind::atom) continue;
        for (const Giver& giver : problem.givers[problem.trees[part].atom]) {
            const auto node = network.node_of(problem.options[giver.option].task);
            if (!node || *node == link.giver || *node == link.asker.node ||
                network.option(*node).group != problem.options[giver.option].group ||
                network.leads_to(link.asker.node, *node))
                continue;
            Link other = link;
            other.leaf = part;
            other.giver = *node;
            other.award = giver.award;
            found.push_back(other);
        }
    }
    return found;
}

}  // namespace

Scheduling best_schedule(const Network& network, const Hopeless& hopeless, Budget& budget) {
    Network patient = network;
    wait_for_hours(patient);
    if (!patient.propagate()) return {};
    Scheduler scheduler(hopeless, budget);
    scheduler.search(patient);
    if (scheduler.best) scheduler.best->choice = std::make_shared<const Network>(network);
    return {std::move(scheduler.best), scheduler.was_short};
}

void settle_ties(Solution& solution, Budget& budget) {
    if (!solution.choice) return;
    Network kept = *solution.choice;
    const auto keep_if_possible = [&](Network tried) {
        if (!tried.propagate()) return false;
        auto schedule = schedule_within(tried, solution.worth, budget);
        if (!schedule) return false;
        kept = std::move(tried);
        solution.network = std::move(*schedule);
        return true;
    };
    for (const NodeId n : by_key(kept)) {
        if (kept.nodes()[n].is_decided) continue;
        for (const OptionId mode : kept.problem().groups[kept.option(n).group]) {
            Network tried = kept;
            tried.decide(n, mode);
            if (keep_if_possible(std::move(tried))) break;
        }
    }
    const auto start_early = [&] {
        for (const NodeId n : by_key(kept)) {
            Date earliest = kept.nodes()[n].start;
            while (earliest < solution.network.nodes()[n].start) {
                Network tried = kept;
                tried.start_by(n, earliest);
                if (keep_if_possible(std::move(tried))) break;
                earliest =
                    solution.network.problem().clock(kept.option(n)).next_start(earliest + Days{1});
            }
            kept.start_by(n, solution.network.nodes()[n].start);
        }
    };
    start_early();
    for (std::size_t l = 0; l < kept.links.size(); ++l)
        for (const Link& other : stand_ins(kept, l)) {
            Network tried = kept.afresh();
            tried.links[l] = other;
            if (keep_if_possible(std::move(tried))) start_early();
        }
}

}  // namespace wegwijzer::route
