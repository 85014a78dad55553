// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <vector>

#include "document/document_page.hpp"
#include "document/layout.hpp"
#include "document/plan_remarks.hpp"
#include "document/plan_words.hpp"
#include "document/route_text.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

/// The adviser's document, in the words that `plan` uses.
class AdviserPage {
public:
    explicit AdviserPage(const DocumentView& view)
        : view_(view), plan_(view.plan()), words_(view.plan_view.lang) {
        page_.languages.push_back(&view.speaker.language());
    }

    Page make() {
        std::vector<Line> titles;
        for (const DocumentGoal& goal : view_.goals) titles.push_back(goal.title);
        page_.title = sentence(joined(titles, " + "));
        add_answer();
        if (view_.has_route) {
            add_steps();
            add_reasons();
            add_totals();
            add_payers();
            add_outcomes();
            add_duties();
            add_alternatives();
        }
        add_obstacles();
        add_assumed();
        add_questions();
        add_pilots();
        add_notes();
        add_sources(view_, page_);
        return std::move(page_);
    }

private:
    [[nodiscard]] Line line(const std::string& text) const {
        return {{harmless(text), view_.plan_view.lang, {}}};
    }
    [[nodiscard]] Line say(Phrase phrase,
                           std::initializer_list<std::string_view> arguments = {}) const {
        return line(words_.say(phrase, arguments));
    }
    [[nodiscard]] Sentence said(Phrase phrase) const { return sentence(say(phrase)); }
    Section& section(Phrase heading) {
        page_.sections.push_back({said(heading), {}, {}});
        return page_.sections.back();
    }
    /// A section of one list; none where there is nothing to list.
    void list(Phrase heading, std::vector<Line> items) {
        if (items.empty()) return;
        Bullets bullets;
        for (Line& item : items) bullets.items.push_back(sentence(std::move(item)));
        section(heading).blocks.emplace_back(std::move(bullets));
    }
    [[nodiscard]] std::string amount(Money money, bool is_complete) const {
        const std::string text = words_.money(money);
        return is_complete ? text : words_.say(Phrase::at_least, {text});
    }

    void add_answer() {
        std::vector<Block>& blocks = page_.opening;
        const auto paragraph = [&](Line line, Paragraph::Kind kind = Paragraph::Kind::plain) {
            blocks.emplace_back(Paragraph{sentence(std::move(line)), kind});
        };
        if (!view_.name.empty()) paragraph(Speaker::name(view_.name));
        paragraph(view_.speaker.say("This is a plan. It is not a decision."),
                  Paragraph::Kind::important);
        paragraph(view_.speaker.say("We made this plan on {date}.",
                                    {{"date", view_.speaker.date(view_.plan_view.made)}}));
        if (view_.wish.holds_until)
            paragraph(view_.speaker.say(
                "Its figures hold until {date}. Ask for a new plan after that day.",
                {{"date", view_.speaker.date(*view_.wish.holds_until)}}));
        paragraph(answer());
        if (!view_.has_route) return;
        const model::Route& route = plan_.routes.front();
        for (const DocumentGoal& goal : view_.goals) add_goal(goal);
        if (route.chance)
            paragraph(say(Phrase::chance_of_route,
                          {words_.whole(route.reached), words_.whole(route.draws),
                           words_.percent(*route.chance)}));
        paragraph(route.optimal ? say(Phrase::proven)
                  : route.bound ? say(Phrase::not_proven, {to_string(*route.bound)})
                                : say(Phrase::not_proven_at_all));
        if (view_.spread_by) paragraph(say(Phrase::spread_by, {plain_text(*view_.spread_by)}));
    }

    [[nodiscard]] Line answer() const {
        if (view_.status == model::Status::unreachable && view_.has_route)
            return say(Phrase::first_goals_only);
        return say(status_phrase(view_.status, plan_.is_undecided()), {to_string(plan_.horizon)});
    }

    void add_goal(const DocumentGoal& goal) {
        const std::string title = plain_text(goal.title) + " (" + goal.id + ")";
        const model::Finish& finish = goal.finish;
        std::vector<Line> lines;
        if (finish.planned)
            lines.push_back(say(Phrase::goal_planned, {title, to_string(*finish.planned),
                                                       words_.weeks(*finish.planned - plan_.on)}));
        else
            lines.push_back(say(Phrase::goal_without_date, {title}));
        if (finish.p10 && finish.p50 && finish.p90)
            lines.push_back(
                say(Phrase::goal_percentiles,
                    {to_string(*finish.p50), to_string(*finish.p10), to_string(*finish.p90)}));
        else
            lines.push_back(say(Phrase::goal_without_percentiles));
        for (Line& one : lines)
            page_.opening.emplace_back(Paragraph{sentence(std::move(one)), Paragraph::Kind::plain});
    }

    void add_steps() {
        Grid table{
            sentence(view_.speaker.say("The whole way in one picture")),
            {said(Phrase::column_number), said(Phrase::column_step), said(Phrase::column_start),
             said(Phrase::column_finish), said(Phrase::column_hours), said(Phrase::column_cost),
             said(Phrase::column_who)},
            {}};
        for (const DocumentStep& step : view_.steps)
            table.rows.push_back({sentence(Speaker::number(static_cast<std::int64_t>(step.number))),
                                  sentence(title_of(step)), date(step.start), date(step.finish),
                                  sentence(line(words_.hours(step.hours))),
                                  sentence(line(amount(step.cost, step.cost_is_complete))),
                                  sentence(step.who)});
        std::vector<Block> blocks;
        blocks.emplace_back(Picture{sentence(
            view_.speaker.say("Each bar is a step. The list below says the same in words."))});
        blocks.emplace_back(std::move(table));
        page_.sections.push_back(
            {sentence(view_.speaker.say("The whole way in one picture")), std::move(blocks), {}});
    }

    static Sentence date(Date date) { return sentence(Speaker::name(to_string(date))); }

    [[nodiscard]] Line title_of(const DocumentStep& step) const {
        Line title = step.title;
        std::vector<std::string> tags{step.id};
        if (step.session)
            tags.push_back(words_.say(Phrase::session_on, {to_string(*step.session)}));
        if (step.attempt > 1)
            tags.push_back(words_.say(Phrase::attempt_number, {words_.whole(step.attempt)}));
        if (!step.passes) tags.push_back(words_.say(Phrase::counts_on_failing));
        if (step.is_under_way) tags.push_back(words_.say(Phrase::under_way));
        if (step.is_estimate) tags.push_back(words_.say(Phrase::estimate));
        if (step.is_expected) tags.push_back(words_.say(Phrase::announced));
        if (step.outcome)
            tags.push_back(words_.say(Phrase::outcome_is, {plain_text(*step.outcome)}));
        for (const Line& pilot : step.pilots)
            tags.push_back(words_.say(Phrase::by_pilot, {plain_text(pilot)}));
        if (step.slack_days && *step.slack_days > 0)
            tags.push_back(words_.count(*step.slack_days, Phrase::slack_day, Phrase::slack_days));
        std::string all;
        for (const std::string& tag : tags) all += (all.empty() ? " (" : "; ") + tag;
        title.push_back({harmless(all + ")"), view_.plan_view.lang, {}});
        return title;
    }

    void add_reasons() {
        Section reasons{said(Phrase::needs_when_planned), {}, {}};
        for (const DocumentStep& step : view_.steps) {
            if (step.reasons.empty()) continue;
            Bullets needs;
            for (const DocumentReason& reason : step.reasons) {
                Line told = reason.need;
                const Line by = joined(reason.met_by, ", ");
                if (!plain_text(by).empty()) {
                    told.push_back({" ← ", {}, {}});
                    told.insert(told.end(), by.begin(), by.end());
                }
                needs.items.push_back(sentence(std::move(told)));
            }
            Line heading = Speaker::name(std::to_string(step.number) + ". ");
            heading.insert(heading.end(), step.title.begin(), step.title.end());
            reasons.sections.push_back({sentence(std::move(heading)), {std::move(needs)}, {}});
        }
        if (!reasons.sections.empty()) page_.sections.push_back(std::move(reasons));
    }

    void add_totals() {
        const model::RouteCost& cost = view_.cost;
        std::vector<Line> lines;
        lines.push_back(say(Phrase::total_hours, {words_.hours(view_.hours)}));
        lines.push_back(say(Phrase::total_cost, {amount(cost.total, cost.is_complete),
                                                 amount(cost.own, cost.is_complete)}));
        const auto part = [&](Phrase phrase, Money money) {
            if (money != Money{}) lines.push_back(say(phrase, {words_.money(money)}));
        };
        part(Phrase::gift_is, cost.gift);
        part(Phrase::employer_is, cost.employer);
        part(Phrase::loan_is, cost.loan);
        if (!cost.is_complete) lines.push_back(say(Phrase::not_all_known));
        list(Phrase::totals, std::move(lines));
    }

    /// One line for each step that costs anything: what, and who pays what of it.
    void add_payers() {
        std::vector<Line> lines;
        for (const DocumentStep& step : view_.steps) {
            if (step.cost == Money{} && step.cost_is_complete) continue;
            std::string text =
                plain_text(step.title) + ": " + amount(step.cost, step.cost_is_complete);
            for (const DocumentPayment& payment : step.payments)
                text += "; " + words_.say(payment.kind == model::Fund::Kind::loan ? Phrase::lent_by
                                                                                  : Phrase::paid_by,
                                          {plain_text(payment.title) + " [" + payment.id + "]",
                                           words_.money(payment.amount)});
            text += "; " + words_.say(Phrase::own_cost, {amount(step.own, step.cost_is_complete)});
            lines.push_back(line(text));
        }
        list(Phrase::who_pays, std::move(lines));
    }

    void add_outcomes() {
        std::vector<Line> lines;
        for (const model::FollowedOutcome& followed : plan_.routes.front().outcomes) {
            const model::Step& step = view_.plan_view.catalogue[followed.step];
            const model::Outcome& outcome = step.outcomes.at(followed.outcome);
            lines.push_back(
                say(Phrase::outcome_followed, {words_.title(step), words_.title(outcome),
                                               outcome.chance ? words_.percent(*outcome.chance)
                                                              : words_.say(Phrase::nobody_knows)}));
        }
        for (const DocumentBranch& branch : view_.branches) {
            const std::string chance =
                branch.chance ? words_.percent(*branch.chance) : words_.say(Phrase::nobody_knows);
            const std::string then =
                branch.finish ? words_.say(Phrase::branch_planned, {to_string(*branch.finish)})
                              : words_.say(Phrase::branch_nowhere);
            lines.push_back(
                line(words_.say(Phrase::outcome_otherwise,
                                {plain_text(branch.step), plain_text(branch.outcome), chance}) +
                     " " + then));
        }
        list(Phrase::outcomes, std::move(lines));
    }

    void add_duties() {
        std::vector<Line> lines;
        for (const DocumentDuty& duty : view_.duties) {
            using State = model::DutyState::State;
            std::string text = plain_text(duty.title) + ": " +
                               words_.say(duty.state == State::met      ? Phrase::duty_met
                                          : duty.state == State::missed ? Phrase::duty_missed
                                                                        : Phrase::duty_open);
            if (duty.by) text += " (" + words_.say(Phrase::duty_by, {to_string(*duty.by)}) + ")";
            lines.push_back(line(text));
        }
        list(Phrase::duties, std::move(lines));
    }

    void add_alternatives() {
        std::vector<Line> lines;
        for (std::size_t k = 1; k < plan_.routes.size(); ++k) {
            const model::Route& route = plan_.routes[k];
            std::string text = label_text(view_.plan_view, route);
            if (!text.empty()) text += ": ";
            if (!route.goals.empty() && route.goals.back().finish.planned) {
                const Date planned = *route.goals.back().finish.planned;
                text += words_.say(Phrase::finished_on,
                                   {to_string(planned), words_.weeks(planned - plan_.on)}) +
                        ", ";
            }
            text += words_.say(Phrase::total_hours, {words_.hours(route.hours)}) + ", " +
                    words_.say(Phrase::own_cost, {amount(route.cost.own, route.cost.is_complete)});
            if (route.chance)
                text += ", " + words_.say(Phrase::chance_short, {words_.percent(*route.chance)});
            lines.push_back(line(text));
        }
        list(Phrase::other_routes, std::move(lines));
    }

    void add_obstacles() {
        std::vector<Line> sets;
        for (const model::UnmetSet& set : plan_.unmet) {
            std::string text;
            for (const model::UnmetNeed& unmet : set)
                text += (text.empty() ? "" : "; " + words_.say(Phrase::and_also) + " ") +
                        unmet_text(view_.plan_view, unmet);
            sets.push_back(line(text));
        }
        if (!plan_.unmet_is_complete && !sets.empty()) sets.push_back(say(Phrase::unmet_more));
        list(sets.size() == 1 ? Phrase::unmet_one : Phrase::unmet_several, std::move(sets));
        std::vector<Line> circles;
        for (const model::Circle& circle : plan_.circles) {
            std::string text;
            for (const model::StepId step : circle.steps)
                text += (step.is_none() ? words_.say(Phrase::purse)
                                        : words_.title(view_.plan_view.catalogue[step])) +
                        " " + words_.say(Phrase::asks_for) + " ";
            if (!circle.steps.empty())
                text += words_.title(view_.plan_view.catalogue[circle.steps.front()]);
            circles.push_back(line(text));
        }
        list(Phrase::circles, std::move(circles));
    }

    void add_assumed() {
        std::vector<Line> lines;
        for (const DocumentAssumption& assumed : view_.assumed)
            lines.push_back(line(plain_text(assumed.title) + " [" + assumed.id +
                                 "]: " + plain_text(assumed.value)));
        list(Phrase::assumed, std::move(lines));
    }

    void add_questions() {
        std::vector<Line> lines;
        for (std::size_t k = 0; k < view_.questions.size(); ++k) {
            const model::Question& question = plan_.questions[k];
            std::string text =
                plain_text(view_.questions[k].ask) + " [" + view_.questions[k].id + "]";
            if (question.gain_days)
                text += " −" + words_.weeks(Days{*question.gain_days}) + " " +
                        words_.say(Phrase::column_weeks);
            lines.push_back(line(text));
        }
        list(Phrase::questions, std::move(lines));
    }

    void add_pilots() {
        std::vector<Line> applied, helpful;
        for (const DocumentPilot& pilot : view_.pilots_applied)
            applied.push_back(
                line(plain_text(pilot.title) + " (" + pilot.id + "), " + state(pilot)));
        for (const DocumentPilot& pilot : view_.pilots_would_help) {
            std::string text =
                plain_text(pilot.title) + " (" + pilot.id + "), " + state(pilot) + ": ";
            std::vector<std::string> gains;
            if (!pilot.gain_days)
                gains.push_back(words_.say(Phrase::pilot_opens));
            else if (*pilot.gain_days > 0)
                gains.push_back(
                    words_.say(Phrase::pilot_gains, {words_.weeks(Days{*pilot.gain_days})}));
            const Money saves = pilot.gain_own.value_or(Money{});
            if (saves.cents > 0)
                gains.push_back(words_.say(Phrase::pilot_saves, {words_.money(saves)}));
            if (saves.cents < 0)
                gains.push_back(
                    words_.say(Phrase::pilot_costs, {words_.money(Money{-saves.cents})}));
            text += joined(gains, ", ");
            if (pilot.is_selective) text += " (" + words_.say(Phrase::pilot_selective) + ")";
            helpful.push_back(line(text));
        }
        list(Phrase::pilots_applied, std::move(applied));
        list(Phrase::pilots_would_help, std::move(helpful));
    }

    [[nodiscard]] std::string state(const DocumentPilot& pilot) const {
        using Status = model::Pilot::Status;
        return words_.say(pilot.status == Status::running ? Phrase::pilot_running
                          : pilot.status == Status::ended ? Phrase::pilot_ended
                                                          : Phrase::pilot_proposed);
    }

    void add_notes() {
        std::vector<Line> lines;
        for (const NoteLine& note : note_lines(view_.plan_view)) lines.push_back(line(note.text));
        list(Phrase::notes, std::move(lines));
    }

    const DocumentView& view_;
    const model::Plan& plan_;
    Words words_;
    Page page_;
};

}  // namespace

Page adviser_page(const DocumentView& view) { return AdviserPage(view).make(); }

}  // namespace wegwijzer::document
