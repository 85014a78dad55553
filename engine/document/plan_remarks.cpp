// SPDX-License-Identifier: Apache-2.0
#include "document/plan_remarks.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "document/plan_words.hpp"
#include "document/text_part.hpp"
#include "document/value_text.hpp"

namespace wegwijzer::document {
namespace {

class PlanRemarks : TextPart {
public:
    using TextPart::TextPart;

    void add_obstacles() {
        add_unmet();
        if (view_.plan.circles.empty()) return;
        heading(say(Phrase::circles));
        for (const model::Circle& circle : view_.plan.circles) add_circle(circle);
    }

    void add_questions() {
        if (!view_.plan.assumed.empty()) {
            heading(say(Phrase::assumed));
            for (const model::Assumed& assumed : view_.plan.assumed) {
                const model::Attribute& attribute = catalogue_[assumed.attribute];
                item(say(assumed.is_usual ? Phrase::assumed_usual : Phrase::assumed_tried,
                         {title_of(attribute), value(assumed.attribute, assumed.value)}));
            }
        }
        if (view_.plan.questions.empty()) return;
        heading(say(Phrase::questions));
        for (const model::Question& question : view_.plan.questions) add_question(question);
    }

    void add_pilots() {
        if (!view_.plan.pilots_applied.empty()) {
            heading(say(Phrase::pilots_applied));
            for (const model::PilotId pilot : view_.plan.pilots_applied)
                item(named(catalogue_[pilot]) + ", " + say(status_of(catalogue_[pilot].status)));
        }
        if (view_.plan.pilots_would_help.empty()) return;
        heading(say(Phrase::pilots_would_help));
        for (const model::PilotHelp& help : view_.plan.pilots_would_help) add_help(help);
    }

    void add_notes() {
        const std::vector<NoteLine> notes = note_lines(view_);
        if (notes.empty()) return;
        heading(say(Phrase::notes));
        for (const NoteLine& note : notes) item(note.text);
    }

    void add_sources() {
        std::set<model::SourceId> cited;
        for (const model::Route& route : view_.plan.routes)
            for (const model::PlannedStep& step : route.steps)
                cited.insert(step.sources.begin(), step.sources.end());
        if (cited.empty()) return;
        heading(say(Phrase::sources));
        for (const model::SourceId id : cited) add_source(catalogue_[id]);
    }

    [[nodiscard]] std::string unmet(const model::UnmetNeed& unmet) const {
        using Part = model::UnmetNeed::Part;
        const std::string amount = unmet.part == Part::savings
                                       ? words_.money(Money{unmet.amount.value_or(0)})
                                       : words_.hours(Hours{unmet.amount.value_or(0)});
        if (unmet.part == Part::hours) return say(Phrase::unmet_hours, {amount});
        if (unmet.part == Part::savings) return say(Phrase::unmet_savings, {amount});
        if (unmet.part == Part::duty)
            return say(Phrase::unmet_duty, {words_.title(catalogue_.duties[unmet.index]),
                                            to_string(unmet.by.value_or(view_.plan.horizon))});
        const model::Step& step = catalogue_[unmet.step];
        const std::string asks = Words::clean(unmet_asks(catalogue_, unmet));
        switch (unmet.part) {
            case Part::when:
                return say(Phrase::unmet_when, {named(step), asks});
            case Part::in_force:
                return say(Phrase::unmet_in_force, {named(step), window(step.in_force)});
            case Part::must:
                return say(Phrase::unmet_must, {named(step), asks});
            case Part::outcome:
                return say(Phrase::unmet_outcome, {named(step), outcome_title(step, unmet.index)});
            default:
                return say(Phrase::unmet_need, {named(step), need_text(step, unmet.index)});
        }
    }

private:
    void add_unmet() {
        if (view_.plan.unmet.empty()) return;
        heading(say(view_.plan.unmet.size() == 1 ? Phrase::unmet_one : Phrase::unmet_several));
        for (const model::UnmetSet& set : view_.plan.unmet) {
            std::vector<std::string> parts;
            for (const model::UnmetNeed& one : set) parts.push_back(unmet(one));
            item(joined(parts, "; " + say(Phrase::and_also) + " "));
        }
        if (!view_.plan.unmet_is_complete) item(say(Phrase::unmet_more));
    }

    void add_circle(const model::Circle& circle) {
        if (circle.steps.empty()) return;
        std::vector<std::string> titles;
        for (const model::StepId step : circle.steps)
            titles.push_back(step.is_none() ? say(Phrase::purse) : named(catalogue_[step]));
        titles.push_back(titles.front());
        item(joined(titles, " " + say(Phrase::asks_for) + " "));
    }

    void add_question(const model::Question& question) {
        const model::Attribute& attribute = catalogue_[question.attribute];
        const std::string ask =
            attribute.ask.is_empty() ? title_of(attribute) : words_.text(attribute.ask);
        const std::string best = value(question.attribute, question.best);
        const std::string gain =
            question.gain_days
                ? say(Phrase::question_gains, {best, words_.weeks(Days{*question.gain_days})})
                : say(Phrase::question_opens, {best});
        item(ask + " [" + Words::clean(attribute.id) + "] " + gain);
    }

    void add_help(const model::PilotHelp& help) {
        const model::Pilot& pilot = catalogue_[help.pilot];
        std::string text = named(pilot) + ", " + say(status_of(pilot.status)) + ": ";
        text += joined(gains_of(help), ", ");
        // an applicant may not get in, so the gain is told as a chance
        if (help.is_selective) text += " (" + say(Phrase::pilot_selective) + ")";
        if (pilot.places)
            text += " (" + say(Phrase::pilot_places, {words_.whole(*pilot.places)}) + ")";
        item(text);
    }

    [[nodiscard]] std::vector<std::string> gains_of(const model::PilotHelp& help) const {
        std::vector<std::string> gains;
        if (!help.gain_days)
            gains.push_back(say(Phrase::pilot_opens));
        else if (*help.gain_days > 0)
            gains.push_back(say(Phrase::pilot_gains, {words_.weeks(Days{*help.gain_days})}));
        if (help.gain_own && help.gain_own->cents > 0)
            gains.push_back(say(Phrase::pilot_saves, {words_.money(*help.gain_own)}));
        if (help.gain_own && help.gain_own->cents < 0)
            gains.push_back(say(Phrase::pilot_costs, {words_.money(Money{-help.gain_own->cents})}));
        return gains;
    }

    void add_source(const model::Source& source) {
        std::string text = Words::clean(source.id) + ": " +
                           Words::clean(source.title.empty() ? source.says : source.title);
        if (source.kind == model::Source::Kind::estimate) text += ", " + say(Phrase::estimate);
        if (source.seen) text += ", " + say(Phrase::seen_on, {to_string(*source.seen)});
        if (!source.url.empty()) text += ", " + Words::clean(source.url);
        item(text);
    }

    static Phrase status_of(model::Pilot::Status status) {
        return status == model::Pilot::Status::running ? Phrase::pilot_running
               : status == model::Pilot::Status::ended ? Phrase::pilot_ended
                                                       : Phrase::pilot_proposed;
    }

    [[nodiscard]] std::string title_of(const model::Attribute& attribute) const {
        return attribute.title.is_empty() ? Words::clean(attribute.id) : named(attribute);
    }

    /// The value's own title where the pack gives one, with the word for the profile behind it.
    [[nodiscard]] std::string value(model::AttributeId id, const model::Value& value) const {
        const model::Attribute& attribute = catalogue_[id];
        if (value.is_known && attribute.type.kind == model::TypeKind::boolean)
            return say(value.number != 0 ? Phrase::truth_yes : Phrase::truth_no);
        const std::string word = Words::clean(value_text(catalogue_, id, value));
        const auto index = static_cast<std::size_t>(value.number);
        const bool has_title = value.is_known && value.number >= 0 &&
                               attribute.type.kind == model::TypeKind::enumeration &&
                               index < attribute.value_titles.size();
        if (!has_title) return word;
        return words_.text(attribute.value_titles[index]) + " (" + word + ")";
    }

    [[nodiscard]] std::string window(const model::Window& window) const {
        const std::string from =
            window.from == Date::always ? say(Phrase::always) : to_string(window.from);
        const std::string until =
            window.until == Date::never ? say(Phrase::never) : to_string(window.until);
        return from + " – " + until;
    }

    [[nodiscard]] std::string outcome_title(const model::Step& step, std::uint32_t index) const {
        return index < step.outcomes.size() ? words_.title(step.outcomes[index]) : std::string();
    }

    [[nodiscard]] std::string need_text(const model::Step& step, std::uint32_t index) const {
        if (index >= step.needs.size()) return {};
        const model::Need& need = step.needs[index];
        std::string text = words_.title(need) + ": " + Words::clean(need.is.text);
        if (need.younger) text += ", " + say(Phrase::younger, {words_.term(*need.younger)});
        return text;
    }
};

}  // namespace

void append_obstacles(const PlanView& view, std::string& out) {
    PlanRemarks(view, out).add_obstacles();
}
void append_questions(const PlanView& view, std::string& out) {
    PlanRemarks(view, out).add_questions();
}
void append_pilots(const PlanView& view, std::string& out) { PlanRemarks(view, out).add_pilots(); }
void append_notes(const PlanView& view, std::string& out) { PlanRemarks(view, out).add_notes(); }
void append_sources(const PlanView& view, std::string& out) {
    PlanRemarks(view, out).add_sources();
}
std::string unmet_text(const PlanView& view, const model::UnmetNeed& unmet) {
    std::string unused;
    return PlanRemarks(view, unused).unmet(unmet);
}

}  // namespace wegwijzer::document
