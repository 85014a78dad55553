// SPDX-License-Identifier: Apache-2.0
#include "route/notes.hpp"

#include <algorithm>

namespace wegwijzer::route {

namespace {

using Code = model::PlanNote::Code;

bool has_step(const model::Plan& plan, model::StepId id) {
    return std::any_of(plan.routes.begin(), plan.routes.end(), [&](const model::Route& route) {
        return std::any_of(route.steps.begin(), route.steps.end(),
                           [&](const model::PlannedStep& step) { return step.step == id; });
    });
}

bool has_pilot(const model::Plan& plan, model::PilotId id) {
    for (const auto& route : plan.routes)
        for (const auto& step : route.steps)
            if (std::find(step.pilots.begin(), step.pilots.end(), id) != step.pilots.end())
                return true;
    return false;
}

bool has_fund(const model::Plan& plan, model::FundId id) {
    for (const auto& route : plan.routes)
        for (const auto& step : route.steps)
            for (const auto& line : step.cost_lines)
                for (const auto& payment : line.payments)
                    if (payment.fund == id) return true;
    return false;
}

bool concerns(const model::Note& note, const model::Plan& plan) {
    if (const auto* step = std::get_if<model::StepId>(&note.on)) return has_step(plan, *step);
    if (const auto* pilot = std::get_if<model::PilotId>(&note.on)) return has_pilot(plan, *pilot);
    if (const auto* fund = std::get_if<model::FundId>(&note.on)) return has_fund(plan, *fund);
    if (const auto* goal = std::get_if<model::GoalId>(&note.on))
        return std::find(plan.goals.begin(), plan.goals.end(), *goal) != plan.goals.end();
    return false;
}

/// A figure that a shown route rests on is older than its source's own `review` term.
void note_old_sources(const model::Catalogue& catalogue, model::Plan& plan) {
    std::vector<model::SourceId> old;
    for (const auto& route : plan.routes)
        for (const auto& step : route.steps)
            for (const auto id : step.sources) {
                const auto& source = catalogue[id];
                if (source.review && source.seen &&
                    add(*source.seen, *source.review, catalogue.holidays) < plan.on)
                    old.push_back(id);
            }
    std::sort(old.begin(), old.end());
    old.erase(std::unique(old.begin(), old.end()), old.end());
    for (const auto id : old) plan.notes.push_back({Code::source_is_old, 0, id, {}});
}

}  // namespace

void add_notes(const model::Catalogue& catalogue, const Person& person, const Question& question,
               model::Plan& plan) {
    for (std::uint32_t n = 0; n < catalogue.notes.size(); ++n) {
        const auto& note = catalogue.notes[n];
        if (concerns(note, plan) &&
            rule::evaluate(note.when, person, catalogue, question.on) == model::Truth::yes)
            plan.notes.push_back({Code::from_pack, n, {}, {}});
    }
    note_old_sources(catalogue, plan);
    for (const auto& route : plan.routes)
        for (const auto& step : route.steps) {
            const auto already = [&](const model::PlanNote& note) {
                return note.code == Code::figure_is_expected && note.step == step.step;
            };
            if (step.rests_on_expected &&
                std::none_of(plan.notes.begin(), plan.notes.end(), already))
                plan.notes.push_back({Code::figure_is_expected, 0, {}, step.step});
        }
    const bool is_unplayed =
        question.draws > 0 && !plan.routes.empty() && !plan.routes.front().chance;
    if (is_unplayed) plan.notes.push_back({Code::chances_are_unknown, 0, {}, {}});
    if (plan.limit_struck) plan.notes.push_back({Code::limit_struck, 0, {}, {}});
    if (plan.timed_out) plan.notes.push_back({Code::timed_out, 0, {}, {}});
}

}  // namespace wegwijzer::route
