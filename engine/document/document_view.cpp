// SPDX-License-Identifier: Apache-2.0
#include "document/document_view.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document/closed_days.hpp"
#include "document/plan_remarks.hpp"
#include "document/plan_words.hpp"
#include "document/value_text.hpp"
#include "document/web_address.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

PlanView with_language(PlanView view, std::string_view lang) {
    view.lang = lang;
    return view;
}

class ViewMaker {
public:
    ViewMaker(const PlanView& view, const model::Profile& profile, const Language& language,
              const DocumentWish& wish)
        : made_(with_language(view, language.code), language, wish),
          profile_(profile),
          catalogue_(view.catalogue) {}

    DocumentView make() {
        const model::Plan& plan = made_.plan();
        made_.status = plan.status;
        if (!made_.wish.is_anonymous) made_.name = harmless(profile_.name);
        if (!plan.routes.empty()) add_route(plan.routes.front());
        add_goals();
        for (const model::UnmetSet& set : plan.unmet) made_.obstacles.push_back(obstacle(set));
        add_questions();
        add_pilots();
        add_notes();
        return std::move(made_);
    }

private:
    Line text(const model::Text& text, std::string_view id = {}) {
        Line line = made_.speaker.text(text, id);
        for (const Run& run : line)
            if (!run.lang.empty() && run.lang != made_.speaker.language().code)
                made_.has_foreign_text = true;
        return line;
    }
    template <class Thing>
    Line title(const Thing& thing) {
        return text(thing.title, thing.id);
    }

    /// The title, else the question that asks for it, else the id.
    Line attribute_title(const model::Attribute& attribute) {
        return text(attribute.title.is_empty() ? attribute.ask : attribute.title, attribute.id);
    }
    /// "Dutch: A2", "How good is your Dutch? A2".
    Line fact(const model::Attribute& attribute, const Line& value) {
        Line what = attribute_title(attribute);
        if (!attribute.title.is_empty() || attribute.ask.is_empty())
            return made_.speaker.say("{what}: {value}", {{"what", what}, {"value", value}});
        what.push_back({" ", {}, {}});
        what.insert(what.end(), value.begin(), value.end());
        return what;
    }

    void add_goals() {
        const model::Plan& plan = made_.plan();
        for (const model::GoalId id : plan.goals) {
            const model::Goal& goal = catalogue_[id];
            DocumentGoal told{goal.id, title(goal), goal.isco08, harmless(goal.esco), {}};
            if (!plan.routes.empty())
                for (const model::PlannedGoal& planned : plan.routes.front().goals)
                    if (planned.goal == id) told.finish = planned.finish;
            made_.goals.push_back(std::move(told));
        }
    }

    void add_route(const model::Route& route) {
        made_.has_route = true;
        for (const model::PlannedStep& planned : route.steps)
            titles_[planned.key] = catalogue_[planned.step].title;
        for (const model::PlannedStep& planned : route.steps) add_step(planned);
        made_.cost = route.cost;
        made_.hours = route.hours;
        made_.income = route.income;
        made_.chance = route.chance;
        if (route.spread_by) made_.spread_by = step_title(*route.spread_by);
        for (const model::Branch& branch : route.branches) add_branch(branch);
        for (const model::DutyState& duty : route.duties)
            made_.duties.push_back(
                {catalogue_[duty.duty].id, title(catalogue_[duty.duty]), duty.state, duty.by});
        if (!made_.wish.is_anonymous) add_brought(route);
    }

    void add_step(const model::PlannedStep& planned) {
        const model::Step& step = catalogue_[planned.step];
        DocumentStep told;
        told.number = made_.steps.size() + 1;
        told.key = planned.key;
        told.id = step.id;
        told.title = title(step);
        if (!step.text.is_empty()) told.text = text(step.text);
        told.who = who(step);
        told.start = planned.start;
        told.session = planned.session;
        told.finish = planned.finish;
        for (const model::CalendarId calendar : step.closures)
            for (const DayInterval& days :
                 closed_days(catalogue_.calendars[calendar.index],
                             planned.session.value_or(planned.start), planned.finish))
                told.closed.push_back(days);
        told.hours = planned.hours;
        told.pace = planned.pace;
        told.cost = planned.cost;
        told.income = planned.income;
        told.own = planned.own();
        told.cost_is_complete = planned.cost_is_complete;
        add_costs(step, planned, told);
        for (const model::Payment& payment : planned.payments)
            told.payments.push_back(payment.fund.is_none()
                                        ? paid(catalogue_[payment.pilot], payment)
                                        : paid(catalogue_[payment.fund], payment));
        for (const model::DocumentId paper : step.documents)
            told.papers.push_back(title(catalogue_.documents[paper.index]));
        for (const model::PilotId pilot : planned.pilots)
            told.pilots.push_back(title(catalogue_[pilot]));
        told.attempt = planned.attempt;
        told.passes = planned.passes;
        told.is_under_way = planned.is_under_way;
        told.is_critical = planned.is_critical;
        told.is_estimate = planned.rests_on_estimate;
        told.is_expected = planned.rests_on_expected;
        told.slack_days = planned.slack_days;
        if (planned.outcome && *planned.outcome < step.outcomes.size())
            told.outcome = title(step.outcomes[*planned.outcome]);
        for (const model::PlannedNeed& need : planned.needs) add_reason(planned, need, told);
        for (const model::SourceId source : planned.sources)
            told.sources.push_back(position(source));
        if (!step.source.is_none()) {
            const std::string url = harmless(catalogue_[step.source].url);
            if (is_web_address(url)) told.url = url;
        }
        made_.steps.push_back(std::move(told));
    }

    void add_costs(const model::Step& step, const model::PlannedStep& planned, DocumentStep& told) {
        for (const auto& line : planned.cost_lines) {
            const bool is_there = line.cost < step.costs.size();
            DocumentCost cost;
            if (is_there) {
                cost.title = text(step.costs[line.cost].title);
                cost.id = step.costs[line.cost].id;
            }
            cost.amount = line.amount;
            cost.is_known = line.is_known;
            cost.due = line.due;
            told.costs.push_back(std::move(cost));
        }
    }

    template <class Payer>
    DocumentPayment paid(const Payer& payer, const model::Payment& payment) {
        return {payer.id, title(payer), payment.kind, payment.amount};
    }

    Line who(const model::Step& step) {
        if (!step.by_title.is_empty()) return text(step.by_title);
        const Speaker& speaker = made_.speaker;
        if (step.by == "you") return speaker.say("you yourself");
        if (step.by == "employer") return speaker.say("your employer");
        if (step.by == "school") return speaker.say("the school");
        if (step.by == "municipality") return speaker.say("your municipality");
        if (step.by == "authority") return speaker.say("the authorities");
        return Speaker::name(step.by);
    }

    void add_reason(const model::PlannedStep& planned, const model::PlannedNeed& met,
                    DocumentStep& told) {
        const model::Need* const need = planned_need(catalogue_, planned, met.need);
        DocumentReason reason;
        if (need != nullptr) {
            reason.id = need->id;
            reason.need = need->title.is_empty() ? Speaker::name(need->is.text) : text(need->title);
        }
        for (const model::Support& support : met.met_by) reason.met_by.push_back(serves(support));
        told.reasons.push_back(std::move(reason));
    }

    Line serves(const model::Support& support) {
        if (support.kind == model::Support::Kind::step) return step_title(support.id);
        if (made_.wish.is_anonymous) return Speaker::name("");
        return fact_title(support.id);
    }

    Line step_title(const std::string& key) {
        const auto at = titles_.find(key);
        if (at == titles_.end()) return Speaker::name(key);
        return text(at->second, key);
    }

    Line fact_title(const std::string& id) {
        if (const auto credential = catalogue_.find_credential(id); !credential.is_none())
            return title(catalogue_[credential]);
        if (const auto attribute = catalogue_.find_attribute(id); !attribute.is_none())
            return attribute_title(catalogue_[attribute]);
        if (const auto pilot = catalogue_.find_pilot(id); !pilot.is_none())
            return title(catalogue_[pilot]);
        return Speaker::name(id);
    }

    /// What the steps of the route rest on and no step of it gave: held credentials, and levels.
    void add_brought(const model::Route& route) {
        std::set<std::string> told;
        for (const model::PlannedStep& planned : route.steps)
            for (const model::PlannedNeed& need : planned.needs)
                for (const model::Support& support : need.met_by)
                    if (told.insert(support.id).second) add_support(support);
    }

    void add_support(const model::Support& support) {
        if (support.kind == model::Support::Kind::held) {
            const auto credential = catalogue_.find_credential(support.id);
            if (!credential.is_none()) made_.brought.push_back(title(catalogue_[credential]));
            return;
        }
        if (support.kind != model::Support::Kind::answer) return;
        const auto id = catalogue_.find_attribute(support.id);
        if (id.is_none() || catalogue_[id].type.kind != model::TypeKind::level) return;
        const model::Answer* const answer = profile_.find(id);
        if (answer == nullptr || answer->values.empty()) return;
        const Line level = Speaker::name(value_text(catalogue_, id, answer->values.front().value));
        if (plain_text(level).empty()) return;
        made_.brought.push_back(fact(catalogue_[id], level));
    }

    void add_branch(const model::Branch& branch) {
        const model::Step& step = catalogue_[branch.step];
        DocumentBranch told;
        told.step = title(step);
        if (branch.outcome < step.outcomes.size())
            told.outcome = title(step.outcomes[branch.outcome]);
        told.chance = branch.chance;
        if (!branch.goals.empty()) told.finish = branch.goals.back().finish.planned;
        made_.branches.push_back(std::move(told));
    }

    Line obstacle(const model::UnmetSet& set) {
        std::vector<Line> parts;
        for (const model::UnmetNeed& unmet : set) parts.push_back(obstacle(unmet));
        return joined(parts, " + ");
    }

    Line obstacle(const model::UnmetNeed& unmet) {
        using Part = model::UnmetNeed::Part;
        const Speaker& speaker = made_.speaker;
        if (unmet.part == Part::hours)
            return speaker.say("at least {n} hours a week",
                               {{"n", Speaker::hours(Hours{unmet.amount.value_or(0)})}});
        if (unmet.part == Part::savings)
            return speaker.say("savings of at least {amount}",
                               {{"amount", Speaker::money(Money{unmet.amount.value_or(0)})}});
        if (unmet.part == Part::duty)
            return speaker.say("{duty}: on {date} at the latest.",
                               {{"duty", title(catalogue_.duties[unmet.index])},
                                {"date", speaker.date(unmet.by.value_or(made_.plan().horizon))}});
        const model::Step& step = catalogue_[unmet.step];
        if (unmet.part == Part::need && unmet.index < step.needs.size() &&
            !step.needs[unmet.index].title.is_empty())
            return speaker.say("{step}: {need}",
                               {{"step", title(step)}, {"need", title(step.needs[unmet.index])}});
        return speaker.say(
            "{step}: {need}",
            {{"step", title(step)}, {"need", Speaker::name(unmet_asks(catalogue_, unmet))}});
    }

    void add_questions() {
        for (const model::Assumed& assumed : made_.plan().assumed) {
            const model::Attribute& attribute = catalogue_[assumed.attribute];
            const Line taken = value(assumed.attribute, assumed.value);
            made_.assumed.push_back(
                {attribute.id, attribute_title(attribute), taken, fact(attribute, taken)});
        }
        for (const model::Question& question : made_.plan().questions) {
            const model::Attribute& attribute = catalogue_[question.attribute];
            made_.questions.push_back({attribute.id, attribute.ask.is_empty()
                                                         ? attribute_title(attribute)
                                                         : text(attribute.ask)});
        }
    }

    Line value(model::AttributeId id, const model::Value& value) {
        const model::Attribute& attribute = catalogue_[id];
        if (value.is_known && attribute.type.kind == model::TypeKind::boolean)
            return value.number != 0 ? made_.speaker.say("yes") : made_.speaker.say("no");
        if (value.is_known && attribute.type.kind == model::TypeKind::date)
            return made_.speaker.date(value.as_date());
        const auto index = static_cast<std::size_t>(value.number);
        const bool has_title = value.is_known && value.number >= 0 &&
                               attribute.type.kind == model::TypeKind::enumeration &&
                               index < attribute.value_titles.size();
        return has_title ? text(attribute.value_titles[index])
                         : Speaker::name(value_text(catalogue_, id, value));
    }

    void add_pilots() {
        for (const model::PilotId id : made_.plan().pilots_applied)
            made_.pilots_applied.push_back(
                {catalogue_[id].id, title(catalogue_[id]), catalogue_[id].status, {}, {}});
        for (const model::PilotHelp& help : made_.plan().pilots_would_help) {
            const model::Pilot& pilot = catalogue_[help.pilot];
            made_.pilots_would_help.push_back({pilot.id, title(pilot), pilot.status, help.gain_days,
                                               help.gain_own, help.is_selective});
        }
    }

    /// Packs' notes in the language asked; the program's own remarks only speak to advisers.
    void add_notes() {
        for (const model::PlanNote& note : made_.plan().notes)
            if (note.code == model::PlanNote::Code::from_pack)
                made_.notes.push_back(text(catalogue_.notes.at(note.note).text));
    }

    std::size_t position(model::SourceId id) {
        const auto [at, is_new] = positions_.try_emplace(id, made_.sources.size());
        if (is_new) {
            const model::Source& source = catalogue_[id];
            const std::string url = harmless(source.url);
            std::string named = source.title.empty() ? source.says : source.title;
            while (!named.empty() && named.back() == '.') named.pop_back();
            made_.sources.push_back({source.id, is_web_address(url) ? url : std::string(),
                                     Speaker::name(named), source.seen,
                                     source.kind == model::Source::Kind::estimate});
        }
        return at->second;
    }

    DocumentView made_;
    const model::Profile& profile_;
    const model::Catalogue& catalogue_;
    std::map<std::string, model::Text> titles_;  // of the steps by key
    std::map<model::SourceId, std::size_t> positions_;
};

}  // namespace

DocumentView make_document_view(const PlanView& view, const model::Profile& profile,
                                const Language& language, const DocumentWish& wish) {
    return ViewMaker(view, profile, language, wish).make();
}

}  // namespace wegwijzer::document
