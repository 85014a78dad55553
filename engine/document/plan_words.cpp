// SPDX-License-Identifier: Apache-2.0
#include "document/plan_words.hpp"

#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

using Code = model::PlanNote::Code;

std::string note_text(const PlanView& view, const Words& words, const model::PlanNote& note) {
    const model::Catalogue& catalogue = view.catalogue;
    switch (note.code) {
        case Code::from_pack:
            return words.text(catalogue.notes.at(note.note).text);
        case Code::source_is_old: {
            const model::Source& source = catalogue[note.source];
            return words.say(Phrase::note_old_source,
                             {Words::clean(source.id), to_string(source.seen.value_or(view.made))});
        }
        case Code::figure_is_expected:
            return words.say(Phrase::note_expected, {words.title(catalogue[note.step])});
        case Code::chances_are_unknown:
            return words.say(Phrase::note_chances_unknown);
        case Code::limit_struck:
            return words.say(Phrase::note_limit);
        case Code::timed_out:
            break;
    }
    return words.say(Phrase::note_timed_out);
}

}  // namespace

std::string_view name_of(model::Fund::Kind kind) {
    switch (kind) {
        case model::Fund::Kind::gift:
            return "gift";
        case model::Fund::Kind::employer:
            return "employer";
        case model::Fund::Kind::loan:
            break;
    }
    return "loan";
}

std::string_view name_of(model::Status status) {
    switch (status) {
        case model::Status::held:
            return "held";
        case model::Status::reachable:
            return "reachable";
        case model::Status::unknown:
            return "unknown";
        case model::Status::unreachable:
            break;
    }
    return "unreachable";
}

Phrase status_phrase(model::Status status, bool is_undecided) {
    switch (status) {
        case model::Status::held:
            return Phrase::status_held;
        case model::Status::reachable:
            return Phrase::status_reachable;
        case model::Status::unknown:
            return is_undecided ? Phrase::status_undecided : Phrase::status_unknown;
        case model::Status::unreachable:
            break;
    }
    return Phrase::status_unreachable;
}

std::string_view name_of(model::Label label) {
    switch (label) {
        case model::Label::fastest:
            return "fastest";
        case model::Label::cheapest:
            return "cheapest";
        case model::Label::lightest:
            return "lightest";
        case model::Label::surest:
            break;
    }
    return "surest";
}

std::string_view name_of(model::HeldUpBy reason) {
    switch (reason) {
        case model::HeldUpBy::nothing:
            return "nothing";
        case model::HeldUpBy::need:
            return "need";
        case model::HeldUpBy::session:
            return "session";
        case model::HeldUpBy::hours:
            return "hours";
        case model::HeldUpBy::money:
            return "money";
        case model::HeldUpBy::rule:
            break;
    }
    return "rule";
}

std::string_view name_of(model::Support::Kind kind) {
    switch (kind) {
        case model::Support::Kind::step:
            return "step";
        case model::Support::Kind::held:
            return "held";
        case model::Support::Kind::answer:
            return "answer";
        case model::Support::Kind::pilot:
            return "pilot";
        case model::Support::Kind::assumed:
            break;
    }
    return "assumed";
}

std::string_view name_of(model::DutyState::State state) {
    switch (state) {
        case model::DutyState::State::met:
            return "met";
        case model::DutyState::State::missed:
            return "missed";
        case model::DutyState::State::open:
            break;
    }
    return "open";
}

std::string_view name_of(model::UnmetNeed::Part part) {
    switch (part) {
        case model::UnmetNeed::Part::need:
            return "need";
        case model::UnmetNeed::Part::when:
            return "when";
        case model::UnmetNeed::Part::in_force:
            return "in_force";
        case model::UnmetNeed::Part::must:
            return "must";
        case model::UnmetNeed::Part::outcome:
            return "outcome";
        case model::UnmetNeed::Part::hours:
            return "hours";
        case model::UnmetNeed::Part::savings:
            return "savings";
        case model::UnmetNeed::Part::duty:
            break;
    }
    return "duty";
}

std::string_view code_of(const model::PlanNote& note) {
    switch (note.code) {
        case Code::from_pack:
            return "N001";
        case Code::source_is_old:
            return "N002";
        case Code::figure_is_expected:
            return "N003";
        case Code::chances_are_unknown:
            return "N004";
        case Code::limit_struck:
            return "N005";
        case Code::timed_out:
            break;
    }
    return "N006";
}

std::vector<NoteLine> note_lines(const PlanView& view) {
    const Words words(view.lang);
    std::vector<NoteLine> lines;
    for (const model::PlanNote& note : view.plan.notes)
        lines.push_back({code_of(note), note_text(view, words, note)});
    for (const std::string& waived : view.waived)
        lines.push_back({"N007", words.say(Phrase::note_waived, {waived})});
    for (const std::string& plugin : view.plugins_missed)
        lines.push_back({"N008", words.say(Phrase::note_plugin_missed, {plugin})});
    return lines;
}

std::string unmet_id(const model::Catalogue& catalogue, const model::UnmetNeed& unmet) {
    using Part = model::UnmetNeed::Part;
    if (unmet.part == Part::duty) return catalogue.duties[unmet.index].id;
    if (unmet.step.is_none()) return {};
    const model::Step& step = catalogue[unmet.step];
    if (unmet.part == Part::need && unmet.index < step.needs.size())
        return step.needs[unmet.index].id;
    if (unmet.part == Part::must && unmet.index < step.musts.size())
        return step.musts[unmet.index].id;
    if (unmet.part == Part::outcome && unmet.index < step.outcomes.size())
        return step.outcomes[unmet.index].id;
    return {};
}

std::string unmet_asks(const model::Catalogue& catalogue, const model::UnmetNeed& unmet) {
    using Part = model::UnmetNeed::Part;
    if (unmet.part == Part::duty) return catalogue.duties[unmet.index].reach.text;
    if (unmet.step.is_none()) return {};
    const model::Step& step = catalogue[unmet.step];
    if (unmet.part == Part::need && unmet.index < step.needs.size())
        return step.needs[unmet.index].is.text;
    if (unmet.part == Part::must && unmet.index < step.musts.size())
        return step.musts[unmet.index].is.text;
    if (unmet.part == Part::when) return step.when.text;
    return {};
}

}  // namespace wegwijzer::document
