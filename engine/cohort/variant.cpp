// SPDX-License-Identifier: Apache-2.0
#include "cohort/variant.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/on_threads.hpp"
#include "route/first_route.hpp"

namespace wegwijzer::cohort {
namespace {

std::optional<std::int32_t> days_until(std::optional<Date> date, Date on) {
    if (!date) return std::nullopt;
    return (*date - on).count;
}

std::optional<std::int64_t> cents(const std::optional<Money>& money) {
    if (!money) return std::nullopt;
    return money->cents;
}

void add_route(const model::Plan& plan, const model::Route& route, Outcome& outcome) {
    const auto& finish = route.goals.back().finish;
    outcome.has_route = true;
    outcome.days = days_until(finish.planned, plan.on);
    outcome.days_p10 = days_until(finish.p10, plan.on);
    outcome.days_p50 = days_until(finish.p50, plan.on);
    outcome.days_p90 = days_until(finish.p90, plan.on);
    outcome.own = route.cost.own.cents;
    outcome.gift = route.cost.gift.cents;
    outcome.employer = route.cost.employer.cents;
    outcome.loan = route.cost.loan.cents;
    outcome.own_p10 = cents(route.cost.own_p10);
    outcome.own_p50 = cents(route.cost.own_p50);
    outcome.own_p90 = cents(route.cost.own_p90);
    outcome.cost_is_complete = route.cost.is_complete;
    outcome.hours = route.hours.hundredths;
    outcome.draws = route.chance ? route.draws : 0;
    outcome.reached = route.chance ? route.reached : 0;
    std::set<model::PilotId> pilots;
    std::map<model::FundId, std::int64_t> funds;
    for (const auto& step : route.steps) {
        pilots.insert(step.pilots.begin(), step.pilots.end());
        for (const auto& payment : step.payments)
            if (!payment.fund.is_none()) funds[payment.fund] += payment.amount.cents;
    }
    outcome.pilots.assign(pilots.begin(), pilots.end());
    outcome.funds.assign(funds.begin(), funds.end());
}

}  // namespace

std::string name_of(const model::Catalogue& catalogue, route::Waiver waiver) {
    const auto& step = catalogue[waiver.step];
    return step.id + "/" + step.needs[waiver.need].id;
}

std::vector<Variant> make_variants(const model::Catalogue& catalogue,
                                   const route::Question& question, const Measures& measures) {
    const Variant baseline{"baseline", &catalogue, question};
    Variant together{{}, &catalogue, question};
    std::vector<Variant> variants{baseline};
    const auto add = [&](const std::string& name, auto apply) {
        Variant variant = baseline;
        variant.name = name;
        apply(variant.question);
        apply(together.question);
        together.name += (together.name.empty() ? "" : " + ") + name;
        variants.push_back(std::move(variant));
    };
    for (const auto pilot : measures.pilots)
        add(catalogue[pilot].id, [&](route::Question& q) { q.pilots.push_back(pilot); });
    for (const auto waiver : measures.waivers)
        add(name_of(catalogue, waiver), [&](route::Question& q) { q.waivers.push_back(waiver); });
    if (measures.combine && variants.size() > 2) variants.push_back(std::move(together));
    return variants;
}

Asked asked_for(const model::Catalogue& catalogue, const std::vector<Variant>& variants) {
    AskedFor what;
    what.with_purse = true;
    std::set<model::PilotId> pilots;
    for (const auto& variant : variants) {
        what.goals = variant.question.goals;
        what.duties_bind = what.duties_bind || variant.question.duties_bind;
        pilots.insert(variant.question.pilots.begin(), variant.question.pilots.end());
        if (!variant.question.apply_running_pilots) continue;
        for (std::uint32_t p = 0; p < catalogue.pilots.size(); ++p)
            if (catalogue.pilots[p].status == model::Pilot::Status::running) pilots.insert({p});
    }
    what.pilots.assign(pilots.begin(), pilots.end());
    return asked_for(catalogue, what);
}

Outcome outcome_of(const model::Plan& plan) {
    Outcome outcome;
    outcome.status = plan.status;
    outcome.limit_struck = plan.limit_struck;
    outcome.timed_out = plan.timed_out;
    if (plan.status == model::Status::held) outcome.days = 0;
    // A route to the first goals alone (R12) is no way to all of them.
    const bool is_whole =
        !plan.routes.empty() && plan.routes.front().goals.size() == plan.goals.size();
    if (is_whole && plan.status != model::Status::unreachable)
        add_route(plan, plan.routes.front(), outcome);
    return outcome;
}

std::vector<std::vector<Outcome>> plan_all(const std::vector<model::Profile>& signatures,
                                           const std::vector<Variant>& variants,
                                           const route::Call& call, std::size_t threads,
                                           const std::function<void()>& tell) {
    std::vector<std::vector<Outcome>> outcomes(variants.size(),
                                               std::vector<Outcome>(signatures.size()));
    for_each_on_threads(signatures.size(), threads, [&](std::size_t s) {
        for (std::size_t v = 0; v < variants.size(); ++v) {
            outcomes[v][s] = outcome_of(route::find_first_route(
                *variants[v].catalogue, signatures[s], variants[v].question, call));
            tell();
        }
    });
    return outcomes;
}

}  // namespace wegwijzer::cohort
