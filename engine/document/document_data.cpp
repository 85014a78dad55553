// SPDX-License-Identifier: Apache-2.0
#include "document/document_data.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/json_writer.hpp"
#include "document/markup.hpp"
#include "document/plan_words.hpp"
#include "document/value_text.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

/// A value with a name. Parts of a list have a name too, which only XML shows.
struct Datum {
    enum class Kind { nothing, text, number, truth, object, list };
    std::string name;
    Kind kind = Kind::nothing;
    std::string value;
    std::vector<Datum> parts;
};
using Data = std::vector<Datum>;

Datum text(std::string name, std::string value) {
    return {std::move(name), Datum::Kind::text, std::move(value), {}};
}
Datum text(std::string name, const Line& line) { return text(std::move(name), plain_text(line)); }
Datum number(std::string name, std::int64_t value) {
    return {std::move(name), Datum::Kind::number, std::to_string(value), {}};
}
Datum number(std::string name, std::string digits) {
    return {std::move(name), Datum::Kind::number, std::move(digits), {}};
}
Datum truth(std::string name, bool value) {
    return {std::move(name), Datum::Kind::truth, value ? "true" : "false", {}};
}
Datum nothing(std::string name) { return {std::move(name), Datum::Kind::nothing, {}, {}}; }
Datum object(std::string name, Data parts) {
    return {std::move(name), Datum::Kind::object, {}, std::move(parts)};
}
Datum list(std::string name, Data parts) {
    return {std::move(name), Datum::Kind::list, {}, std::move(parts)};
}
Datum date(std::string name, std::optional<Date> date) {
    if (!date) return nothing(std::move(name));
    return text(std::move(name), to_string(*date));
}
Datum hours(std::string name, Hours hours) {
    return number(std::move(name), hundredths_as_number(hours.hundredths));
}
Datum cents(std::string name, Money money) { return number(std::move(name), money.cents); }
Datum texts(std::string name, const char* each, const std::vector<Line>& lines) {
    Data parts;
    for (const Line& line : lines) parts.push_back(text(each, line));
    return list(std::move(name), std::move(parts));
}

class TreeMaker {
public:
    explicit TreeMaker(const DocumentView& view) : view_(view) {}

    Data make() {
        Data all;
        add_heading(all);
        add_answer(all);
        add_route(all);
        add_rest(all);
        return all;
    }

private:
    void add_heading(Data& all) const {
        const PlanView& plan = view_.plan_view;
        all.push_back(text("schema", "wegwijzer/document/1"));
        all.push_back(text("program", plan.program_version));
        Data packs;
        for (const model::Pack& pack : plan.catalogue.packs)
            packs.push_back(object("pack", {text("id", pack.id), text("version", pack.version),
                                            text("hash", pack.hash)}));
        all.push_back(list("packs", std::move(packs)));
        all.push_back(text("lang", plan.lang));
        all.push_back(truth("translation_checked", view_.speaker.is_checked()));
        all.push_back(text("for", view_.wish.audience == Audience::client ? "client" : "adviser"));
        all.push_back(date("made", plan.made));
        all.push_back(date("on", view_.plan().on));
        all.push_back(date("holds_until", view_.wish.holds_until));
        all.push_back(view_.name.empty() ? nothing("name") : text("name", view_.name));
    }

    void add_answer(Data& all) const {
        all.push_back(text("status", std::string(name_of(view_.status))));
        Data goals;
        for (const DocumentGoal& goal : view_.goals)
            goals.push_back(object(
                "goal", {text("id", goal.id), text("title", goal.title),
                         text("isco08", goal.isco08), text("esco", goal.esco),
                         object("finish",
                                {date("planned", goal.finish.planned), date("p10", goal.finish.p10),
                                 date("p50", goal.finish.p50), date("p90", goal.finish.p90)})}));
        all.push_back(list("goals", std::move(goals)));
        all.push_back(texts("brought", "fact", view_.brought));
    }

    void add_route(Data& all) const {
        all.push_back(chance("chance", view_.chance));
        all.push_back(hours("hours", view_.hours));
        all.push_back(cents("income_cents", view_.income));
        const model::RouteCost& cost = view_.cost;
        all.push_back(
            object("cost", {text("currency", "EUR"), cents("total_cents", cost.total),
                            cents("gift_cents", cost.gift), cents("employer_cents", cost.employer),
                            cents("loan_cents", cost.loan), cents("own_cents", cost.own),
                            truth("complete", cost.is_complete)}));
        Data steps;
        for (const DocumentStep& step : view_.steps) steps.push_back(step_datum(step));
        all.push_back(list("steps", std::move(steps)));
        Data branches;
        for (const DocumentBranch& branch : view_.branches)
            branches.push_back(
                object("branch", {text("step", branch.step), text("outcome", branch.outcome),
                                  date("finish", branch.finish), chance("chance", branch.chance)}));
        all.push_back(list("branches", std::move(branches)));
        Data duties;
        for (const DocumentDuty& duty : view_.duties)
            duties.push_back(object(
                "duty", {text("id", duty.id), text("title", duty.title),
                         text("state", std::string(name_of(duty.state))), date("by", duty.by)}));
        all.push_back(list("duties", std::move(duties)));
    }

    static Datum chance(std::string name, std::optional<double> share) {
        if (!share) return nothing(std::move(name));
        JsonWriter digits;
        digits.value(*share);
        std::string text = digits.take();
        text.pop_back();  // the newline that ends every JSON text
        return number(std::move(name), std::move(text));
    }

    static Datum step_datum(const DocumentStep& step) {
        Data costs;
        for (const DocumentCost& cost : step.costs)
            costs.push_back(
                object("cost", {text("id", cost.id), text("title", cost.title),
                                cost.is_known ? cents("cents", cost.amount) : nothing("cents"),
                                date("due", cost.due)}));
        Data funds;
        for (const DocumentPayment& payment : step.payments)
            funds.push_back(object("fund", {text("id", payment.id), text("title", payment.title),
                                            text("kind", std::string(name_of(payment.kind))),
                                            cents("cents", payment.amount)}));
        Data closed;
        for (const DayInterval& days : step.closed)
            closed.push_back(object("days", {date("from", days.from), date("until", days.until)}));
        Data needs;
        for (const DocumentReason& reason : step.reasons)
            needs.push_back(object("need", {text("id", reason.id), text("title", reason.need),
                                            texts("met_by", "what", reason.met_by)}));
        return object("step", {number("number", static_cast<std::int64_t>(step.number)),
                               text("key", step.key),
                               text("id", step.id),
                               text("title", step.title),
                               text("text", step.text),
                               text("who", step.who),
                               date("start", step.start),
                               date("session", step.session),
                               date("finish", step.finish),
                               list("closed", std::move(closed)),
                               hours("hours", step.hours),
                               cents("cost_cents", step.cost),
                               truth("cost_complete", step.cost_is_complete),
                               list("costs", std::move(costs)),
                               cents("own_cents", step.own),
                               list("funds", std::move(funds)),
                               texts("papers", "paper", step.papers),
                               number("attempt", step.attempt),
                               truth("passes", step.passes),
                               truth("under_way", step.is_under_way),
                               truth("critical", step.is_critical),
                               step.slack_days ? number("slack_days", *step.slack_days)
                                               : nothing("slack_days"),
                               truth("estimate", step.is_estimate),
                               step.outcome ? text("outcome", *step.outcome) : nothing("outcome"),
                               texts("pilots", "pilot", step.pilots),
                               list("needs", std::move(needs)),
                               text("url", step.url)});
    }

    void add_rest(Data& all) const {
        Data assumed;
        for (const DocumentAssumption& one : view_.assumed)
            assumed.push_back(object(
                "fact", {text("id", one.id), text("title", one.title), text("value", one.value)}));
        all.push_back(list("assumed", std::move(assumed)));
        Data questions;
        for (const DocumentQuestion& one : view_.questions)
            questions.push_back(object("question", {text("id", one.id), text("ask", one.ask)}));
        all.push_back(list("questions", std::move(questions)));
        Data pilots;
        for (const DocumentPilot& one : view_.pilots_applied) pilots.push_back(pilot(one, true));
        for (const DocumentPilot& one : view_.pilots_would_help)
            pilots.push_back(pilot(one, false));
        all.push_back(list("pilots", std::move(pilots)));
        all.push_back(texts("notes", "note", view_.notes));
        all.push_back(texts("obstacles", "obstacle", view_.obstacles));
        Data sources;
        for (const DocumentSource& one : view_.sources)
            sources.push_back(object(
                "source", {text("id", one.id), text("title", one.title), text("url", one.url),
                           date("seen", one.seen), truth("estimate", one.is_estimate)}));
        all.push_back(list("sources", std::move(sources)));
    }

    static Datum pilot(const DocumentPilot& pilot, bool is_applied) {
        using Status = model::Pilot::Status;
        return object(
            "pilot",
            {text("id", pilot.id), text("title", pilot.title),
             text("status", pilot.status == Status::running ? "running"
                            : pilot.status == Status::ended ? "ended"
                                                            : "proposed"),
             truth("applied", is_applied),
             pilot.gain_days ? number("gain_days", *pilot.gain_days) : nothing("gain_days"),
             pilot.gain_own ? cents("gain_own_cents", *pilot.gain_own) : nothing("gain_own_cents"),
             truth("selective", pilot.is_selective)});
    }

    const DocumentView& view_;
};

void write_json(JsonWriter& json, const Datum& datum) {
    switch (datum.kind) {
        case Datum::Kind::nothing:
            return json.null();
        case Datum::Kind::text:
            return json.value(datum.value);
        case Datum::Kind::number:
        case Datum::Kind::truth:
            return json.number(datum.value);
        case Datum::Kind::object:
            json.begin_object();
            for (const Datum& part : datum.parts) {
                json.key(part.name);
                write_json(json, part);
            }
            return json.end_object();
        case Datum::Kind::list:
            break;
    }
    json.begin_array();
    for (const Datum& part : datum.parts) write_json(json, part);
    json.end_array();
}

/// What is not known has no element.
void write_xml(pugi::xml_node parent, const Datum& datum) {
    if (datum.kind == Datum::Kind::nothing) return;
    if (datum.kind != Datum::Kind::object && datum.kind != Datum::Kind::list) {
        add_text_element(parent, datum.name.c_str(), datum.value);
        return;
    }
    const pugi::xml_node node = add_element(parent, datum.name.c_str());
    for (const Datum& part : datum.parts) write_xml(node, part);
}

std::string json_of(const DocumentView& view, JsonWriter::Layout layout) {
    JsonWriter json(layout);
    write_json(json, object({}, TreeMaker(view).make()));
    return json.take();
}

}  // namespace

std::string render_document_json(const DocumentView& view) {
    return json_of(view, JsonWriter::Layout::lines);
}

std::string render_document_ndjson(const DocumentView& view) {
    return json_of(view, JsonWriter::Layout::one_line);
}

std::string render_document_xml(const DocumentView& view) {
    pugi::xml_document tree;
    const pugi::xml_node root =
        add_element(tree, "document", {{"xmlns", "urn:wegwijzer:document:1"}});
    for (const Datum& datum : TreeMaker(view).make()) write_xml(root, datum);
    return printed(tree, true);
}

}  // namespace wegwijzer::document
