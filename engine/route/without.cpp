// SPDX-License-Identifier: Apache-2.0
#include "route/without.hpp"

#include <algorithm>

namespace wegwijzer::route {
namespace {

using model::Catalogue;

/// Calls `change` with the step as it reads ordinarily, and as each pilot has it.
template <class Change>
void for_each_reading(Catalogue& catalogue, std::uint32_t step, Change change) {
    change(catalogue.steps.at(step));
    for (model::Pilot& pilot : catalogue.pilots)
        for (model::PilotChange& one : pilot.changes)
            if (one.step.index == step) change(one.changed);
}

constexpr model::Window no_day{Date::always, Date::always};

AnswerCore::Way way_of(const std::vector<model::PlannedStep>& steps,
                       const std::vector<model::PlannedGoal>& goals, Money own) {
    AnswerCore::Way way;
    for (const model::PlannedStep& step : steps) way.steps.push_back(step.step.index);
    std::sort(way.steps.begin(), way.steps.end());
    way.steps.erase(std::unique(way.steps.begin(), way.steps.end()), way.steps.end());
    for (const model::PlannedGoal& goal : goals) way.dates.push_back(goal.finish.planned);
    way.own = own;
    return way;
}

void add_branches(AnswerCore& core, const std::vector<model::Branch>& branches) {
    for (const model::Branch& branch : branches) {
        core.ways.push_back(way_of(branch.steps, branch.goals, branch.cost.own));
        add_branches(core, branch.branches);
    }
}

}  // namespace

void take_out(Catalogue& catalogue, const Part& part) {
    switch (part.kind) {
        case Part::Kind::step:
            for_each_reading(catalogue, part.index,
                             [](model::Step& step) { step.in_force = no_day; });
            break;
        case Part::Kind::outcome: {
            const std::string id = catalogue.steps.at(part.index).outcomes.at(part.inner).id;
            for_each_reading(catalogue, part.index, [&](model::Step& step) {
                std::erase_if(step.outcomes, [&](const auto& one) { return one.id == id; });
            });
            break;
        }
        case Part::Kind::pilot:
            catalogue.pilots.at(part.index).status = model::Pilot::Status::ended;
            break;
        case Part::Kind::fund:
            catalogue.funds.at(part.index).pays.clear();
            break;
        case Part::Kind::need:
            break;  // the question waives it
    }
}

std::optional<Question> question_without(const Question& question, const Part& part) {
    Question made = question;
    if (part.kind == Part::Kind::need) made.waivers.push_back({{part.index}, part.inner});
    if (part.kind == Part::Kind::pilot)
        std::erase_if(made.pilots, [&](model::PilotId id) { return id.index == part.index; });
    if (part.kind != Part::Kind::outcome) return made;
    for (AssumedOutcome& one : made.assumed_outcomes) {
        if (one.step.index != part.index || one.outcome < part.inner) continue;
        if (one.outcome == part.inner) return std::nullopt;
        --one.outcome;
    }
    return made;
}

AnswerCore core_of(const model::Plan& plan) {
    AnswerCore core;
    core.status = plan.status;
    for (const model::Route& route : plan.routes) {
        core.ways.push_back(way_of(route.steps, route.goals, route.cost.own));
        add_branches(core, route.branches);
    }
    return core;
}

}  // namespace wegwijzer::route
