// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <tuple>

#include "route/grounder.hpp"

namespace wegwijzer::route {

namespace detail {

namespace {

std::int32_t ten_thousandths(double share) {
    return static_cast<std::int32_t>(std::lround(share * 10'000));
}

}  // namespace

void Grounder::find_payers() {
    funds_of_step_.assign(catalogue_.steps.size(), {});
    std::vector<model::FundId> funds;
    for (std::uint32_t f = 0; f < catalogue_.funds.size(); ++f) funds.push_back({f});
    std::sort(funds.begin(), funds.end(), [&](model::FundId a, model::FundId b) {
        return std::tie(catalogue_[a].order, catalogue_[a].id) <
               std::tie(catalogue_[b].order, catalogue_[b].id);
    });
    for (const auto fund : funds)
        for (const auto& paid : catalogue_[fund].pays) {
            auto& of_step = funds_of_step_[paid.step.index];
            if (of_step.empty() || of_step.back() != fund) of_step.push_back(fund);
        }
    for (auto& of_step : funds_of_step_) {
        std::stable_sort(of_step.begin(), of_step.end(), [&](model::FundId a, model::FundId b) {
            return std::tie(catalogue_[a].order, catalogue_[a].id) <
                   std::tie(catalogue_[b].order, catalogue_[b].id);
        });
        of_step.erase(std::unique(of_step.begin(), of_step.end()), of_step.end());
    }
    for (const auto& use : person_.profile().funds)
        problem_.spent.in_all[use.fund.index] += use.used.cents;
    for (const auto& run : grounding_.past)
        for (const auto& charge : run.charges)
            for (const auto& payment : charge.payments) problem_.spent.add(payment, charge.due);
}

/// The pilots of the version first, then the funds of the step in their order.
void Grounder::add_payers(Option& option) {
    const auto& task = problem_.tasks[option.task];
    for (const auto pilot : option.pilots) {
        Payer payer;
        payer.who.pilot = pilot;
        payer.least_share = payer.most_share = 10'000;
        payer.lends = catalogue_[pilot].pay_kind == model::Fund::Kind::loan;
        add_payer(option, std::move(payer), catalogue_[pilot].pays);
    }
    for (const auto id : funds_of_step_[task.step.index]) {
        const auto& fund = catalogue_[id];
        if (fund.tries && task.attempt > *fund.tries) continue;
        Payer payer;
        payer.who.fund = id;
        payer.is_limited = fund.ceiling || fund.ceiling_quarter;
        payer.lends = fund.kind == model::Fund::Kind::loan;
        payer.least_share = 10'000;
        for (const auto& one : fund.share.cases) {
            const auto share = one.value ? ten_thousandths(*one.value) : 0;
            payer.least_share = std::min(payer.least_share, share);
            payer.most_share = std::max(payer.most_share, share);
        }
        add_payer(option, std::move(payer), fund.pays);
    }
}

void Grounder::add_payer(Option& option, Payer payer, const std::vector<model::CostRef>& pays) {
    const auto step = problem_.tasks[option.task].step;
    const auto& costs = option.step->costs;
    for (const auto& paid : pays) {
        if (paid.step != step) continue;
        // a version may list its costs anew: they are known by their names
        const auto& id = catalogue_[step].costs[paid.cost].id;
        for (std::uint32_t k = 0; k < costs.size(); ++k)
            if (costs[k].id == id) payer.costs.push_back(k);
    }
    if (payer.costs.empty() || option.payers.size() == most_payers) return;
    std::sort(payer.costs.begin(), payer.costs.end());
    payer.like = static_cast<std::uint32_t>(option.payers.size());
    if (!payer.who.fund.is_none()) {
        const TreeId tree = tree_of(catalogue_[payer.who.fund].opens, std::nullopt);
        if (problem_.trees[tree].kind == Tree::Kind::never) return;
        if (problem_.trees[tree].kind != Tree::Kind::always) {
            payer.need = static_cast<std::uint32_t>(option.needs.size());
            option.needs.push_back({GroundNeed::Role::fund,
                                    static_cast<std::uint32_t>(option.payers.size()),
                                    model::At::start,
                                    {},
                                    tree});
            for (const auto& other : option.payers)
                if (payer.like == option.payers.size() && other.need != nothing &&
                    other.lends == payer.lends && is_like(option.needs[other.need].tree, tree))
                    payer.like = other.like;
            if (const auto days = outside_days(tree)) {
                Tree closed;
                closed.kind = Tree::Kind::days;
                closed.days = days->complement();
                payer.closed = static_cast<TreeId>(problem_.trees.size());
                problem_.trees.push_back(std::move(closed));
            }
        }
    }
    option.payers.push_back(std::move(payer));
}

/// The days on which a tree is true that asks for nothing given; none for others.
std::optional<DaySet> Grounder::outside_days(TreeId id) const {
    const auto& tree = problem_.trees[id];
    switch (tree.kind) {
        case Tree::Kind::always:
            return DaySet::all();
        case Tree::Kind::never:
            return DaySet();
        case Tree::Kind::days:
            return tree.days;
        case Tree::Kind::all:
        case Tree::Kind::any: {
            const bool is_all = tree.kind == Tree::Kind::all;
            DaySet days = is_all ? DaySet::all() : DaySet();
            for (const TreeId part : tree.parts) {
                const auto more = outside_days(part);
                if (!more) return std::nullopt;
                days = is_all ? days.intersected(*more) : days.united(*more);
            }
            return days;
        }
        default:
            return std::nullopt;
    }
}

bool Grounder::is_like(TreeId a, TreeId b) const {
    const auto& x = problem_.trees[a];
    const auto& y = problem_.trees[b];
    return x.kind == y.kind && x.n == y.n && x.atom == y.atom && x.younger == y.younger &&
           x.days.intervals() == y.days.intervals() &&
           std::equal(x.parts.begin(), x.parts.end(), y.parts.begin(), y.parts.end(),
                      [&](TreeId p, TreeId q) { return is_like(p, q); });
}

/// A run that began on a branch keeps those that were chosen then, and no others.
void Grounder::keep_payers(Option& option, const std::vector<PayerId>& kept) {
    std::erase_if(option.payers, [&](const Payer& payer) {
        return std::find(kept.begin(), kept.end(), payer.who) == kept.end();
    });
    std::erase_if(option.needs,
                  [](const GroundNeed& need) { return need.role == GroundNeed::Role::fund; });
    for (std::uint32_t k = 0; k < option.payers.size(); ++k) {
        option.payers[k].need = option.payers[k].closed = nothing;
        option.payers[k].like = k;
    }
}

}  // namespace detail

std::int64_t least_own(const Option& option, PayerSet chosen) {
    std::int64_t sum = 0;
    for (const auto& least : option.least_costs) {
        std::int64_t left = least.cents;
        for (std::size_t p = 0; p < option.payers.size(); ++p) {
            const auto& payer = option.payers[p];
            if (payer.lends || ((chosen >> p) & 1U) == 0) continue;
            if (std::binary_search(payer.costs.begin(), payer.costs.end(), least.cost))
                left -= share_of(left, payer.most_share);
        }
        sum += left * least.days;
    }
    return sum;
}

}  // namespace wegwijzer::route
