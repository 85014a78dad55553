// SPDX-License-Identifier: Apache-2.0
#include "route/plan_diff.hpp"

#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "route/step_diff.hpp"

namespace wegwijzer::route {

namespace {

using model::PlanRecord;

template <class T>
std::optional<Changed<T>> changed(const T& was, const T& is) {
    if (was == is) return std::nullopt;
    return Changed<T>{was, is};
}

/// The names of both lists in order, each with what `say` says of it in either.
template <class List, class Name, class Say>
std::vector<NamedChange> named(const List& was, const List& is, Name name, Say say) {
    std::map<std::string, NamedChange> all;
    for (const auto& one : was) all[name(one)].was = say(one);
    for (const auto& one : is) all[name(one)].is = say(one);
    std::vector<NamedChange> list;
    for (auto& [id, entry] : all) {
        entry.name = id;
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<std::string> missing_from(const std::vector<std::string>& known,
                                      const std::vector<std::string>& names) {
    const std::set<std::string_view> there(known.begin(), known.end());
    std::vector<std::string> missing;
    for (const auto& name : names)
        if (there.count(name) == 0) missing.push_back(name);
    return missing;
}

/// A version may stay while the content changes: only the hash tells.
std::vector<NamedChange> changed_packs(const PlanRecord& was, const PlanRecord& is) {
    using Pack = PlanRecord::Pack;
    const auto id = [](const Pack& pack) { return pack.id; };
    auto versions = named(was.packs, is.packs, id, [](const Pack& pack) { return pack.version; });
    const auto hashes = named(was.packs, is.packs, id, [](const Pack& pack) { return pack.hash; });
    std::vector<NamedChange> all;
    for (std::size_t k = 0; k < versions.size(); ++k)
        if (versions[k].was != versions[k].is || hashes[k].was != hashes[k].is)
            all.push_back(std::move(versions[k]));
    return all;
}

std::vector<NamedChange> changed_assumptions(const PlanRecord& was, const PlanRecord& is) {
    using Assumed = PlanRecord::Assumed;
    auto all = named(
        was.assumed, is.assumed, [](const Assumed& one) { return one.attribute; },
        [](const Assumed& one) { return one.value; });
    std::erase_if(all, [](const NamedChange& one) { return one.was == one.is; });
    return all;
}

const PlanRecord::Route* first_route(const PlanRecord& plan) {
    return plan.routes.empty() ? nullptr : &plan.routes.front();
}

using Goals = std::map<std::string_view, const PlanRecord::Goal*>;

Goals goals_of(const PlanRecord::Route* route) {
    Goals goals;
    if (route != nullptr)
        for (const auto& goal : route->goals) goals.emplace(goal.id, &goal);
    return goals;
}

const PlanRecord::Goal* find(const Goals& goals, const std::string& id) {
    const auto found = goals.find(id);
    return found == goals.end() ? nullptr : found->second;
}

std::optional<Days> between(const std::optional<Date>& was, const std::optional<Date>& is) {
    if (!was || !is) return std::nullopt;
    return *is - *was;
}

GoalChange goal_change(const std::string& id, const PlanRecord::Goal* was,
                       const PlanRecord::Goal* is) {
    GoalChange change{id, was, is, {}, {}};
    if (was == nullptr || is == nullptr) return change;
    change.planned = between(was->planned, is->planned);
    change.p50 = between(was->p50, is->p50);
    return change;
}

bool have_same_dates(const PlanRecord::Goal* was, const PlanRecord::Goal* is) {
    if (was == nullptr || is == nullptr) return was == is;
    return std::tie(was->planned, was->p10, was->p50, was->p90) ==
           std::tie(is->planned, is->p10, is->p50, is->p90);
}

void compare_answers(const PlanRecord& was, const PlanRecord& is, PlanDiff& diff) {
    const auto* const before = first_route(was);
    const auto* const now = first_route(is);
    const std::set<std::string_view> asked_before(was.goals.begin(), was.goals.end());
    const Goals old_goals = goals_of(before);
    const Goals goals = goals_of(now);
    for (const auto& id : is.goals) {
        if (asked_before.count(id) == 0) continue;
        const auto* const old_goal = find(old_goals, id);
        const auto* const goal = find(goals, id);
        if (!have_same_dates(old_goal, goal)) diff.goals.push_back(goal_change(id, old_goal, goal));
    }
    if (before == nullptr || now == nullptr) return;
    diff.own = changed(before->own, now->own);
    if (before->chance && now->chance) diff.chance = changed(*before->chance, *now->chance);
    diff.steps = diff_steps(*before, *now, is.on);
}

}  // namespace

bool PlanDiff::is_empty() const {
    return !status && goals.empty() && !own && !chance && !asked && !on && !horizon && !program &&
           packs.empty() && assumed.empty() && pilots_new.empty() && pilots_gone.empty() &&
           steps.empty();
}

PlanDiff diff(const PlanRecord& was, const PlanRecord& is) {
    PlanDiff diff;
    diff.status = changed(was.status, is.status);
    compare_answers(was, is, diff);
    diff.asked = changed(was.goals, is.goals);
    diff.on = changed(was.on, is.on);
    diff.horizon = changed(was.horizon, is.horizon);
    diff.program = changed(was.program, is.program);
    diff.packs = changed_packs(was, is);
    diff.assumed = changed_assumptions(was, is);
    diff.pilots_new = missing_from(was.pilots, is.pilots);
    diff.pilots_gone = missing_from(is.pilots, was.pilots);
    return diff;
}

}  // namespace wegwijzer::route
