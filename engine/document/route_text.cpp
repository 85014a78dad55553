// SPDX-License-Identifier: Apache-2.0
#include "document/route_text.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "document/route_table.hpp"
#include "document/text_part.hpp"
#include "document/timeline.hpp"

namespace wegwijzer::document {
namespace {

Phrase phrase_of(model::Label label) {
    switch (label) {
        case model::Label::fastest:
            return Phrase::fastest;
        case model::Label::cheapest:
            return Phrase::cheapest;
        case model::Label::lightest:
            return Phrase::lightest;
        case model::Label::surest:
            break;
    }
    return Phrase::surest;
}

Phrase phrase_of(model::DutyState::State state) {
    switch (state) {
        case model::DutyState::State::met:
            return Phrase::duty_met;
        case model::DutyState::State::missed:
            return Phrase::duty_missed;
        case model::DutyState::State::open:
            break;
    }
    return Phrase::duty_open;
}

class RouteText : TextPart {
public:
    RouteText(const PlanView& view, const model::Route& route, std::string& out)
        : TextPart(view, out), route_(route) {}

    void add(std::size_t number) {
        add_heading(number);
        for (const model::PlannedGoal& goal : route_.goals) add_goal(goal);
        add_chance();
        append_route_table(view_, route_, out_);
        if (!view_.plain) append_timeline(view_, route_, out_);
        add_totals();
        add_outcomes();
        add_duties();
    }

private:
    void add_heading(std::size_t number) {
        const std::string labels = label_text(view_, route_);
        std::string text = say(Phrase::route_number,
                               {words_.whole(static_cast<std::int64_t>(number)),
                                words_.whole(static_cast<std::int64_t>(view_.plan.routes.size()))});
        if (!labels.empty()) text += ": " + labels;
        heading(text);
        if (route_.optimal)
            line("  " + say(Phrase::proven));
        else if (route_.bound)
            paragraph("  ", say(Phrase::not_proven, {to_string(*route_.bound)}));
        else
            line("  " + say(Phrase::not_proven_at_all));
    }

    void add_goal(const model::PlannedGoal& goal) {
        const model::Finish& finish = goal.finish;
        const std::string title = words_.title(catalogue_[goal.goal]);
        if (!finish.planned)
            paragraph("  ", say(Phrase::goal_without_date, {title}));
        else
            paragraph("  ",
                      say(Phrase::goal_planned, {title, to_string(*finish.planned),
                                                 words_.weeks(*finish.planned - view_.plan.on)}));
        if (finish.p10 && finish.p50 && finish.p90)
            paragraph("  ",
                      say(Phrase::goal_percentiles, {to_string(*finish.p50), to_string(*finish.p10),
                                                     to_string(*finish.p90)}));
        else
            paragraph("  ", say(Phrase::goal_without_percentiles));
    }

    void add_chance() {
        if (!route_.chance) return;
        paragraph("  ", say(Phrase::chance_of_route,
                            {words_.whole(route_.reached), words_.whole(route_.draws),
                             words_.percent(*route_.chance)}));
        if (!route_.spread_by) return;
        for (const model::PlannedStep& step : route_.steps)
            if (step.key == *route_.spread_by)
                paragraph("  ", say(Phrase::spread_by, {words_.title(catalogue_[step.step]),
                                                        words_.percent(route_.spread_share)}));
    }

    void add_totals() {
        heading(say(Phrase::totals));
        item(words_.count(static_cast<std::int64_t>(route_.steps.size()), Phrase::total_step,
                          Phrase::total_steps) +
             ", " + say(Phrase::total_hours, {words_.hours(route_.hours)}));
        item(cost_text());
        if (route_.cost.own_p50 && route_.cost.own_p10 && route_.cost.own_p90)
            item(say(Phrase::own_percentiles,
                     {words_.money(*route_.cost.own_p50), words_.money(*route_.cost.own_p10),
                      words_.money(*route_.cost.own_p90)}) +
                 (route_.cost.is_complete ? "" : "; " + say(Phrase::not_all_known)));
        if (route_.paid_hours != Hours{} || route_.income != Money{})
            item(say(Phrase::total_work,
                     {words_.hours(route_.paid_hours), words_.money(route_.income)}));
        const bool has_estimate =
            std::any_of(route_.steps.begin(), route_.steps.end(),
                        [](const model::PlannedStep& step) { return step.rests_on_estimate; });
        if (has_estimate) item(say(Phrase::rests_on_estimates));
    }

    [[nodiscard]] std::string amount(Money money) const {
        return route_.cost.is_complete ? words_.money(money)
                                       : say(Phrase::at_least, {words_.money(money)});
    }

    [[nodiscard]] std::string cost_text() const {
        const model::RouteCost& cost = route_.cost;
        std::string text = say(Phrase::total_cost, {amount(cost.total), amount(cost.own)});
        if (cost.gift != Money{}) text += ", " + say(Phrase::gift_is, {words_.money(cost.gift)});
        if (cost.employer != Money{})
            text += ", " + say(Phrase::employer_is, {words_.money(cost.employer)});
        if (cost.loan != Money{}) text += ", " + say(Phrase::loan_is, {words_.money(cost.loan)});
        if (!cost.is_complete) text += "; " + say(Phrase::not_all_known);
        return text;
    }

    void add_outcomes() {
        if (route_.outcomes.empty() && route_.branches.empty()) return;
        heading(say(Phrase::outcomes));
        for (const model::FollowedOutcome& followed : route_.outcomes) {
            const model::Step& step = catalogue_[followed.step];
            const model::Outcome& outcome = step.outcomes.at(followed.outcome);
            const std::string chance =
                outcome.chance ? words_.percent(*outcome.chance) : say(Phrase::nobody_knows);
            item(
                say(Phrase::outcome_followed, {words_.title(step), words_.title(outcome), chance}));
        }
        for (const model::Branch& branch : route_.branches) add_branch(branch, "  - ");
    }

    void add_branch(const model::Branch& branch, const std::string& first) {
        const model::Step& step = catalogue_[branch.step];
        std::string text =
            say(Phrase::outcome_otherwise,
                {words_.title(step), words_.title(step.outcomes.at(branch.outcome)),
                 branch.chance ? words_.percent(*branch.chance) : say(Phrase::nobody_knows)});
        std::optional<Date> planned;
        if (!branch.goals.empty()) planned = branch.goals.back().finish.planned;
        text += " " + (planned ? say(Phrase::branch_planned, {to_string(*planned)})
                               : say(Phrase::branch_nowhere));
        if (!branch.adds.empty()) text += " " + say(Phrase::branch_adds, {titles(branch.adds)});
        if (planned && !branch.drops.empty())
            text += " " + say(Phrase::branch_drops, {titles(branch.drops)});
        paragraph(first, text);
        for (const model::Branch& inner : branch.branches) add_branch(inner, "  " + first);
    }

    [[nodiscard]] std::string titles(const std::vector<std::string>& ids) const {
        std::vector<std::string> parts;
        for (const std::string& id : ids) {
            const model::StepId step = catalogue_.find_step(id);
            parts.push_back(step.is_none() ? Words::clean(id) : words_.title(catalogue_[step]));
        }
        return joined(parts, ", ");
    }

    void add_duties() {
        if (route_.duties.empty()) return;
        heading(say(Phrase::duties));
        for (const model::DutyState& duty : route_.duties) {
            std::string text = words_.title(catalogue_[duty.duty]) + ": ";
            text += say(phrase_of(duty.state));
            if (duty.met_on) text += " " + say(Phrase::on_day, {to_string(*duty.met_on)});
            if (duty.by) text += " (" + say(Phrase::duty_by, {to_string(*duty.by)}) + ")";
            item(text);
        }
    }

    const model::Route& route_;
};

class OtherRoutes : TextPart {
public:
    using TextPart::TextPart;

    void add() {
        const std::vector<model::Route>& routes = view_.plan.routes;
        if (routes.size() < 2) return;
        heading(say(Phrase::other_routes));
        for (std::size_t k = 1; k < routes.size(); ++k) add_route(routes[k], k + 1);
        if (view_.plan.front_size > routes.size())
            paragraph("  ", say(Phrase::more_routes, {words_.whole(view_.plan.front_size)}));
    }

private:
    void add_route(const model::Route& route, std::size_t number) {
        const std::string labels = label_text(view_, route);
        std::string text = words_.whole(static_cast<std::int64_t>(number)) + ".";
        text += labels.empty() ? "" : " " + labels + ":";
        if (!route.goals.empty() && route.goals.back().finish.planned) {
            const Date planned = *route.goals.back().finish.planned;
            text += " " +
                    say(Phrase::finished_on,
                        {to_string(planned), words_.weeks(planned - view_.plan.on)}) +
                    ",";
        }
        const std::string own = words_.money(route.cost.own);
        text += " " + say(Phrase::total_hours, {words_.hours(route.hours)}) + ", ";
        text +=
            say(Phrase::own_cost, {route.cost.is_complete ? own : say(Phrase::at_least, {own})});
        if (route.chance) text += ", " + say(Phrase::chance_short, {words_.percent(*route.chance)});
        text += ".";
        add_difference(route, text);
        item(text);
    }

    void add_difference(const model::Route& route, std::string& text) const {
        const std::set<model::StepId> first = steps_of(view_.plan.routes.front());
        const std::set<model::StepId> other = steps_of(route);
        const std::string with = missing_from(first, other);
        const std::string without = missing_from(other, first);
        if (!with.empty()) text += " " + say(Phrase::branch_adds, {with});
        if (!without.empty()) text += " " + say(Phrase::branch_drops, {without});
    }

    static std::set<model::StepId> steps_of(const model::Route& route) {
        std::set<model::StepId> steps;
        for (const model::PlannedStep& step : route.steps) steps.insert(step.step);
        return steps;
    }

    [[nodiscard]] std::string missing_from(const std::set<model::StepId>& known,
                                           const std::set<model::StepId>& steps) const {
        std::vector<std::string> titles;
        for (const model::StepId step : steps)
            if (known.find(step) == known.end()) titles.push_back(words_.title(catalogue_[step]));
        return joined(titles, ", ");
    }
};

}  // namespace

std::string label_text(const PlanView& view, const model::Route& route) {
    const Words words(view.lang);
    std::vector<std::string> labels;
    for (const model::Label label : route.labels) labels.push_back(words.say(phrase_of(label)));
    return joined(labels, ", ");
}

void append_route(const PlanView& view, const model::Route& route, std::size_t number,
                  std::string& out) {
    RouteText(view, route, out).add(number);
}

void append_other_routes(const PlanView& view, std::string& out) { OtherRoutes(view, out).add(); }

}  // namespace wegwijzer::document
