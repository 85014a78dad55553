// SPDX-License-Identifier: Apache-2.0
#include "route/unmet_time.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "route/attempt.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::route {

using model::StepId;
using model::UnmetNeed;
using model::UnmetSet;

namespace {

constexpr int most_tries = 40;

/// The question with a set of needs relaxed.
Question relaxed(const Question& question, const UnmetSet& set) {
    Question other = question;
    for (const auto& one : set) switch (one.part) {
            case UnmetNeed::Part::need:
                other.waivers.push_back({one.step, one.index});
                break;
            case UnmetNeed::Part::must:
                other.waived_musts.push_back({one.step, one.index});
                break;
            case UnmetNeed::Part::when:
            case UnmetNeed::Part::in_force:
                other.lifted.push_back(one.step);
                break;
            default:
                break;
        }
    return other;
}

}  // namespace

bool comes_first(const UnmetNeed& a, const UnmetNeed& b) {
    const auto rank = [](const UnmetNeed& need) {
        return std::tuple(need.step, need.part, need.index, need.amount.value_or(0));
    };
    return rank(a) < rank(b);
}

bool TimeRelaxer::can_open(const UnmetSet& set) {
    return route_with(*situation_.person, relaxed(*situation_.question, set)) != Tried::none;
}

void TimeRelaxer::add_sets(Obstacles& obstacles) {
    const auto all = candidates();
    Obstacles found;
    UnmetSet together;
    for (std::size_t size = 1; size <= most_together && found.unmet.empty(); ++size)
        try_sets(all, 0, size, together, found);
    obstacles.unmet.insert(obstacles.unmet.end(), found.unmet.begin(), found.unmet.end());
    obstacles.is_complete = obstacles.is_complete && found.is_complete;
    add_hours(obstacles);
}

TimeRelaxer::Tried TimeRelaxer::route_with(const Person& person, const Question& question) {
    ++tries_;
    const Attempt attempt(ground(person, question, {question.on, situation_.past, true, {}}),
                          question.stop);
    if (attempt.first() != nullptr) return Tried::found;
    return attempt.is_cut_short() ? Tried::unsure : Tried::none;
}

/// Of the steps that could matter for the goals.
UnmetSet TimeRelaxer::candidates() const {
    const auto& question = *situation_.question;
    const auto problem =
        ground(*situation_.person, question, {question.on, situation_.past, true, {}});
    std::set<StepId> steps;
    for (const auto& task : problem.tasks)
        if (!task.step.is_none()) steps.insert(task.step);
    UnmetSet found;
    for (const StepId id : steps) {
        const auto& step = catalogue_[id];
        for (std::uint32_t k = 0; k < step.needs.size(); ++k)
            if (step.needs[k].younger) found.push_back({id, UnmetNeed::Part::need, k, {}, {}});
        if (step.in_force != model::Window{})
            found.push_back({id, UnmetNeed::Part::in_force, 0, {}, {}});
        if (!step.when.is_empty() && ends(step.when))
            found.push_back({id, UnmetNeed::Part::when, 0, {}, {}});
        for (std::uint32_t k = 0; k < step.musts.size(); ++k)
            found.push_back({id, UnmetNeed::Part::must, k, {}, {}});
    }
    std::sort(found.begin(), found.end(), comes_first);
    return found;
}

/// Whether it holds on some days of the plan and not on others.
bool TimeRelaxer::ends(const model::Expression& when) const {
    const auto& question = *situation_.question;
    const DayInterval window{question.on,
                             question.horizon.value_or(add_months(question.on, 20 * 12)) + Days{1}};
    const auto days = rule::truth_days(when, *situation_.person, catalogue_, window);
    return !days.yes.is_empty() && days.yes.end_of_stretch(window.from) < window.until;
}

void TimeRelaxer::try_sets(const UnmetSet& all, std::size_t from, std::size_t size, UnmetSet& set,
                           Obstacles& found) {
    if (set.size() == size) {
        if (tries_ >= most_tries)
            found.is_complete = false;
        else if (route_with(*situation_.person, relaxed(*situation_.question, set)) == Tried::found)
            found.unmet.push_back(set);
        return;
    }
    for (std::size_t k = from; k < all.size(); ++k) {
        set.push_back(all[k]);
        try_sets(all, k + 1, size, set, found);
        set.pop_back();
    }
}

/// The least number of hours a week, on every day, that opens a route. More hours never close
/// one, so halving finds it.
void TimeRelaxer::add_hours(Obstacles& obstacles) {
    const auto hours = catalogue_.find_attribute("hours_per_week");
    if (hours.is_none()) return;
    const auto opens_with = [&](std::int64_t rate) {
        const Person freer(catalogue_, situation_.person->profile(), situation_.question->on,
                           situation_.person->plugins(), {{hours, model::Value::of(rate), false}});
        return route_with(freer, *situation_.question) == Tried::found;
    };
    constexpr std::int64_t hours_of_a_week = 168;
    if (!opens_with(hours_of_a_week)) return;
    std::int64_t too_few = 0;
    std::int64_t enough = hours_of_a_week;
    while (enough - too_few > 1) {
        const auto middle = (too_few + enough) / 2;
        (opens_with(middle) ? enough : too_few) = middle;
    }
    obstacles.unmet.push_back({{{}, UnmetNeed::Part::hours, 0, enough * 100, {}}});
}

}  // namespace wegwijzer::route
