// SPDX-License-Identifier: Apache-2.0
#include "route/chain.hpp"

#include <algorithm>
#include <optional>

namespace wegwijzer::route {

namespace {

using model::PlannedStep;

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::size_t index_of(const model::Route& route, const std::string& key) {
    for (std::size_t k = 0; k < route.steps.size(); ++k)
        if (route.steps[k].key == key) return k;
    return none;
}

/// The step with which the last goal is reached: it finishes (or, an open one, begins) on that day.
std::size_t last_of(const model::Route& route) {
    if (route.goals.empty() || !route.goals.back().finish.planned) return none;
    Date day = *route.goals.back().finish.planned;
    std::size_t found = none;
    for (std::size_t k = 0; k < route.steps.size(); ++k) {
        const auto& step = route.steps[k];
        if (step.passes && (step.finish == day || (!step.slack_days && step.start == day)))
            found = k;
    }
    return found;
}

/// The step that serves one of its needs last.
std::size_t needed_last(const model::Route& route, const PlannedStep& step) {
    std::size_t found = none;
    Date last = Date::always;
    for (const auto& need : step.needs)
        for (const auto& support : need.met_by) {
            if (support.kind != model::Support::Kind::step || !support.on) continue;
            const auto k = index_of(route, support.id);
            if (k == none || *support.on < last) continue;
            last = *support.on;
            found = k;
        }
    return found;
}

/// Its own failed attempt before it, that the plan counts with.
std::size_t attempt_before(const model::Route& route, std::size_t index) {
    std::size_t found = none;
    for (std::size_t k = 0; k < route.steps.size(); ++k)
        if (route.steps[k].step == route.steps[index].step && !route.steps[k].passes &&
            route.steps[k].attempt + 1 == route.steps[index].attempt)
            found = k;
    return found;
}

/// The step whose hours came free last before it began.
std::size_t took_hours(const model::Route& route, const PlannedStep& step) {
    std::size_t found = none;
    for (std::size_t k = 0; k < route.steps.size(); ++k) {
        const auto& other = route.steps[k];
        if (other.hours == Hours{} || other.finish > step.session.value_or(step.start)) continue;
        if (&other == &step) continue;
        if (found == none || route.steps[found].finish < other.finish) found = k;
    }
    return found;
}

std::size_t waited_for(const model::Route& route, std::size_t index) {
    const auto& step = route.steps[index];
    if (step.held_up_by == model::HeldUpBy::hours)
        if (const auto k = took_hours(route, step); k != none) return k;
    if (const auto k = attempt_before(route, index); k != none) return k;
    return needed_last(route, step);
}

}  // namespace

std::vector<ChainLink> critical_chain(const model::Route& route, Date on) {
    std::vector<ChainLink> chain;
    std::vector<bool> is_seen(route.steps.size(), false);
    for (std::size_t at = last_of(route); at != none && !is_seen[at];) {
        is_seen[at] = true;
        const auto& step = route.steps[at];
        const auto previous = waited_for(route, at);
        const Date begin = step.session.value_or(step.start);
        Date ready = on;
        if (previous != none) {
            const auto& other = route.steps[previous];
            ready = other.slack_days ? other.finish : std::min(other.finish, step.start);
        }
        ChainLink link;
        link.step = at;
        // what a session's needs ask may come after signing up
        link.before = std::max(Days{0}, step.start - ready);
        link.to_session = std::max(Days{0}, begin - std::max(step.start, ready));
        link.runs = step.finish - begin;
        chain.push_back(link);
        at = previous;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace wegwijzer::route
