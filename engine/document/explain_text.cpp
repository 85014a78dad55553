// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "document/explain_view.hpp"
#include "document/plan_remarks.hpp"
#include "document/plan_words.hpp"
#include "document/text_part.hpp"
#include "document/value_text.hpp"

namespace wegwijzer::document {
namespace {

class ExplainText : TextPart {
public:
    ExplainText(const ExplainView& view, std::string& out)
        : TextPart(view.plan_view, out), explain_(view) {}

    void add() {
        if (explain_.step.is_none()) return add_whole();
        add_chosen(explain_.step);
    }

private:
    [[nodiscard]] const model::Plan& plan() const { return view_.plan; }

    void add_whole() {
        paragraph("", say(Phrase::explain_goal, {goals(), to_string(plan().on)}));
        if (plan().status != model::Status::reachable)
            paragraph("", say(status_phrase(plan().status, plan().is_undecided()),
                              {to_string(plan().horizon)}));
        if (!plan().routes.empty()) {
            const model::Route& route = plan().routes.front();
            add_chain(route);
            for (std::size_t k = 0; k < route.steps.size(); ++k) add_step(route, k);
        }
        append_obstacles(view_, out_);
        add_reasons();
        append_questions(view_, out_);
        append_pilots(view_, out_);
        append_notes(view_, out_);
    }

    [[nodiscard]] std::string goals() const {
        std::vector<std::string> names;
        for (const model::GoalId goal : plan().goals) names.push_back(named(catalogue_[goal]));
        return joined(names, ", " + say(Phrase::and_then) + " ");
    }

    [[nodiscard]] static std::string number(std::size_t index) { return std::to_string(index + 1); }

    void add_step(const model::Route& route, std::size_t index) {
        const model::PlannedStep& planned = route.steps[index];
        gap();
        paragraph(right(number(index), 3) + "  ", named(catalogue_[planned.step]));
        add_details(route, index);
    }

    void add_details(const model::Route& route, std::size_t index) {
        const model::PlannedStep& planned = route.steps[index];
        constexpr std::string_view indent = "     ";
        paragraph(indent,
                  say(Phrase::plain_dates, {to_string(planned.start), to_string(planned.finish),
                                            words_.weeks(planned.finish - planned.start)}));
        add_purpose(route, index, indent);
        add_hold_up(planned, indent);
        for (const route::Alternative& without : explain_.others.without)
            if (without.step == planned.step) add_without(without, indent);
        for (const model::PlannedNeed& need : planned.needs) add_need(route, planned, need);
    }

    /// For whom the step is there: later steps, and so the goal.
    void add_purpose(const model::Route& route, std::size_t index, std::string_view indent) {
        const std::vector<Consumer> consumers = consumers_of(route, index);
        for (const Consumer& consumer : consumers) {
            const model::PlannedStep& later = route.steps[consumer.step];
            const model::Need* need = planned_need(catalogue_, later, consumer.need);
            paragraph(indent, say(Phrase::needed_for,
                                  {number(consumer.step), words_.title(catalogue_[later.step]),
                                   need != nullptr ? words_.title(*need) : std::string()}));
        }
        if (consumers.empty())
            paragraph(indent, say(reaches_goal(route, index) ? Phrase::reaches_goal
                                                             : Phrase::needed_otherwise));
    }

    /// What holds the finish: each step of the chain with what it waited for, and how long.
    void add_chain(const model::Route& route) {
        const auto chain = route::critical_chain(route, plan().on);
        if (chain.empty()) return;
        heading(say(Phrase::chain));
        for (const route::ChainLink& link : chain) {
            const model::PlannedStep& planned = route.steps[link.step];
            std::vector<std::string> parts;
            if (link.before > Days{0})
                parts.push_back(say(Phrase::chain_waits, {words_.weeks(link.before)}));
            if (link.to_session > Days{0} && planned.session)
                parts.push_back(say(Phrase::chain_session,
                                    {words_.weeks(link.to_session), to_string(*planned.session)}));
            if (planned.held_up_by == model::HeldUpBy::hours)
                parts.push_back(say(Phrase::chain_hours));
            parts.push_back(
                say(Phrase::chain_runs, {words_.weeks(link.runs), to_string(planned.finish)}));
            if (planned.criticality)
                parts.push_back(
                    say(Phrase::chain_criticality, {words_.percent(*planned.criticality)}));
            item(number(link.step) + " " + words_.title(catalogue_[planned.step]) + ": " +
                 joined(parts, ", "));
        }
    }

    void add_without(const route::Alternative& without, std::string_view indent) {
        if (!without.has_route) {
            paragraph(indent, say(Phrase::without_nothing));
            return;
        }
        paragraph(indent, say(Phrase::without_other, {difference(without)}));
    }

    /// "4,0 weken later, € 100,00 goedkoper. Erbij: …. Vervalt: …."
    [[nodiscard]] std::string difference(const route::Alternative& other) const {
        std::vector<std::string> parts;
        if (!other.later_days)
            parts.push_back(say(Phrase::differs_undated));
        else if (*other.later_days == 0)
            parts.push_back(say(Phrase::differs_nothing));
        else
            parts.push_back(
                *other.later_days > 0
                    ? say(Phrase::differs_later, {words_.weeks(Days{*other.later_days})})
                    : say(Phrase::pilot_gains, {words_.weeks(Days{-*other.later_days})}));
        if (other.dearer.cents > 0)
            parts.push_back(say(Phrase::pilot_costs, {words_.money(other.dearer)}));
        if (other.dearer.cents < 0)
            parts.push_back(say(Phrase::pilot_saves, {words_.money(Money{-other.dearer.cents})}));
        std::string text = joined(parts, ", ") + ".";
        if (!other.adds.empty()) text += " " + say(Phrase::branch_adds, {titles(other.adds)});
        if (!other.drops.empty()) text += " " + say(Phrase::branch_drops, {titles(other.drops)});
        if (!other.is_proven) text += " " + say(Phrase::differs_unproven);
        return text;
    }

    [[nodiscard]] std::string titles(const std::vector<model::StepId>& steps) const {
        std::vector<std::string> parts;
        for (const model::StepId step : steps) parts.push_back(words_.title(catalogue_[step]));
        return joined(parts, ", ");
    }

    /// Whether the goal's own expression names what the step gives; only then is it the last word.
    [[nodiscard]] bool reaches_goal(const model::Route& route, std::size_t index) const {
        const model::PlannedStep& planned = route.steps[index];
        return std::any_of(route.goals.begin(), route.goals.end(), [&](const auto& goal) {
            return goal.finish.planned == planned.finish ||
                   std::any_of(planned.gives.begin(), planned.gives.end(), [&](const auto& give) {
                       return catalogue_[goal.goal].reach.text == give.id;
                   });
        });
    }

    void add_hold_up(const model::PlannedStep& planned, std::string_view indent) {
        using Reason = model::HeldUpBy;
        constexpr std::pair<Reason, Phrase> phrases[] = {
            {Reason::nothing, Phrase::waits_for_nothing}, {Reason::need, Phrase::waits_for_need},
            {Reason::session, Phrase::waits_for_session}, {Reason::hours, Phrase::waits_for_hours},
            {Reason::money, Phrase::waits_for_money},     {Reason::rule, Phrase::waits_for_rule}};
        for (const auto& [reason, phrase] : phrases)
            if (planned.held_up_by == reason) paragraph(indent, say(phrase));
    }

    void add_need(const model::Route& route, const model::PlannedStep& planned,
                  const model::PlannedNeed& met) {
        const model::Need* need = planned_need(catalogue_, planned, met.need);
        if (need == nullptr) return;
        std::vector<std::string> supports;
        for (const model::Support& support : met.met_by)
            supports.push_back(support_text(route, support));
        const std::string by = supports.empty() ? say(Phrase::met_somehow) : joined(supports, ", ");
        paragraph("       - ", Words::clean(need->is.text) + ": " + by);
    }

    [[nodiscard]] std::string support_text(const model::Route& route,
                                           const model::Support& support) const {
        using Kind = model::Support::Kind;
        const std::string id = Words::clean(support.id);
        const std::string on = support.on ? to_string(*support.on) : std::string();
        if (support.kind == Kind::step) {
            for (std::size_t k = 0; k < route.steps.size(); ++k)
                if (route.steps[k].key == support.id)
                    return say(Phrase::met_by_step,
                               {number(k), on.empty() ? to_string(route.steps[k].finish) : on});
            return id;
        }
        std::string text = say(support.kind == Kind::held     ? Phrase::met_by_held
                               : support.kind == Kind::answer ? Phrase::met_by_answer
                               : support.kind == Kind::pilot  ? Phrase::met_by_pilot
                                                              : Phrase::met_by_assumed,
                               {id});
        if (!on.empty()) text += " " + say(Phrase::since, {on});
        return text;
    }

    void add_reasons() {
        if (explain_.reasons.empty()) return;
        heading(say(Phrase::reasons));
        for (const NeedReason& reason : explain_.reasons) add_reason(reason, true);
    }

    void add_reason(const NeedReason& reason, bool names_step) {
        const model::Step& step = catalogue_[reason.step];
        if (reason.need >= step.needs.size()) return;
        const model::Need& need = step.needs[reason.need];
        std::string text = words_.title(need);
        if (names_step) text = named(step) + ", " + text;
        if (need.younger) text += ", " + say(Phrase::younger, {words_.term(*need.younger)});
        if (!need.article.empty()) text += ", " + Words::clean(need.article);
        item(text);
        add_tree(reason.why, 4);
    }

    void add_tree(const model::Explanation& why, std::size_t indent) {
        if (indent > width()) return;
        std::string text = say(why.truth == model::Truth::yes       ? Phrase::truth_yes
                               : why.truth == model::Truth::unknown ? Phrase::truth_unknown
                                                                    : Phrase::truth_no);
        text += "  " + Words::clean(why.asked);
        const bool tells_value = !why.has.empty() && why.has != "true" && why.has != "false";
        if (tells_value && why.truth != model::Truth::unknown)
            text += ": " + say(Phrase::person_has, {Words::clean(why.has)});
        if (why.truth == model::Truth::no && why.is_given && why.parts.empty())
            text += " (" + say(Phrase::step_can_give) + ")";
        paragraph(std::string(indent, ' ') + "· ", text);
        for (const model::Explanation& part : why.parts) add_tree(part, indent + 2);
    }

    void add_chosen(model::StepId id) {
        const model::Step& step = catalogue_[id];
        paragraph("", named(step));
        if (!step.text.is_empty()) paragraph("  ", words_.text(step.text));
        bool is_planned = false;
        if (!plan().routes.empty()) {
            const model::Route& route = plan().routes.front();
            for (std::size_t k = 0; k < route.steps.size(); ++k) {
                if (route.steps[k].step != id) continue;
                is_planned = true;
                gap();
                paragraph("  ", say(Phrase::plain_step, {number(k), number(route.steps.size() - 1),
                                                         Words::clean(route.steps[k].key)}));
                add_details(route, k);
                add_way_to_goal(route, k);
            }
        }
        if (!is_planned) paragraph("  ", say(Phrase::not_in_route));
        if (!is_planned && !plan().routes.empty())
            paragraph("  ", explain_.others.by_way
                                ? say(Phrase::by_way_other, {difference(*explain_.others.by_way)})
                                : say(Phrase::by_way_nothing));
        if (!step.documents.empty()) {
            std::vector<std::string> titles;
            for (const model::DocumentId document : step.documents)
                titles.push_back(words_.title(catalogue_[document]));
            gap();
            paragraph("", say(Phrase::documents_are, {joined(titles, ", ")}));
        }
        if (explain_.reasons.empty()) return;
        heading(say(is_planned ? Phrase::needs_when_planned : Phrase::needs_today));
        for (const NeedReason& reason : explain_.reasons) add_reason(reason, false);
    }

    /// From this step along the first one that asks for it, up to the goal.
    void add_way_to_goal(const model::Route& route, std::size_t index) {
        std::vector<std::string> way;
        std::size_t at = index;
        for (std::size_t guard = 0; guard < route.steps.size(); ++guard) {
            const std::vector<Consumer> consumers = consumers_of(route, at);
            if (consumers.empty()) break;
            at = consumers.front().step;
            way.push_back(number(at) + " " + words_.title(catalogue_[route.steps[at].step]));
        }
        if (way.size() < 2) return;
        paragraph("     ", say(Phrase::way_to_goal, {joined(way, " → ")}));
    }

    const ExplainView& explain_;
};

}  // namespace

std::string render_explain_text(const ExplainView& view) {
    std::string out;
    ExplainText(view, out).add();
    return out;
}

}  // namespace wegwijzer::document
