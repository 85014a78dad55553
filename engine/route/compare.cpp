// SPDX-License-Identifier: Apache-2.0
#include "route/compare.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace wegwijzer::route {

namespace {

std::optional<std::int32_t> days_between(const std::optional<Date>& from,
                                         const std::optional<Date>& to) {
    if (!from || !to) return std::nullopt;
    return (*to - *from).count;
}

std::set<model::StepId> step_set(const model::Route& route) {
    std::set<model::StepId> steps;
    for (const auto& step : route.steps) steps.insert(step.step);
    return steps;
}

std::vector<model::StepId> missing_from(const std::set<model::StepId>& known,
                                        const std::set<model::StepId>& steps) {
    std::vector<model::StepId> missing;
    std::set_difference(steps.begin(), steps.end(), known.begin(), known.end(),
                        std::back_inserter(missing));
    return missing;
}

/// Where the goal is held there is nothing to do: that compares as a route of no steps.
const model::Route* shown_route(const model::Plan& plan) {
    const bool is_whole = plan.status != model::Status::unreachable && !plan.routes.empty();
    return is_whole ? &plan.routes.front() : nullptr;
}

Difference difference_of(const model::Route& base, const model::Route& other) {
    Difference difference;
    const auto& was = base.goals.back().finish;
    const auto& is = other.goals.back().finish;
    difference.planned_days = days_between(was.planned, is.planned);
    difference.p10_days = days_between(was.p10, is.p10);
    difference.p50_days = days_between(was.p50, is.p50);
    difference.p90_days = days_between(was.p90, is.p90);
    difference.own = other.cost.own - base.cost.own;
    difference.hours = Hours{other.hours.hundredths - base.hours.hundredths};
    if (base.chance && other.chance) {
        // the draws are counted, so thousandths of a thousandth tell no more
        constexpr double millionths = 1e6;
        difference.chance = std::round((*other.chance - *base.chance) * millionths) / millionths;
    }
    difference.adds = missing_from(step_set(base), step_set(other));
    difference.drops = missing_from(step_set(other), step_set(base));
    return difference;
}

}  // namespace

std::vector<Compared> compare(const model::Catalogue& catalogue, const model::Profile& profile,
                              const Question& baseline, std::span<const Question> variants,
                              const Call& call) {
    std::vector<Compared> all;
    all.push_back({find(catalogue, profile, baseline, call), std::nullopt});
    for (const auto& variant : variants) {
        Compared compared{find(catalogue, profile, variant, call), std::nullopt};
        const auto* base = shown_route(all.front().plan);
        const auto* other = shown_route(compared.plan);
        if (base != nullptr && other != nullptr) compared.difference = difference_of(*base, *other);
        all.push_back(std::move(compared));
    }
    return all;
}

}  // namespace wegwijzer::route
