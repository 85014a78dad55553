// SPDX-License-Identifier: Apache-2.0
#include "document/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "document/sheet_writer.hpp"
#include "document/value_text.hpp"

namespace wegwijzer::document {
namespace {

using model::Catalogue;

std::string in(const model::Text& text, const Words& words) {
    return std::string(text.in(words.lang()));
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Pack& pack) {
    SheetWriter sheet(catalogue, words, pack.id, in(pack.title, words), {});
    sheet.put("version", Phrase::label_version, pack.version);
    sheet.put_list("uses", Phrase::label_uses, pack.uses);
    sheet.put("plugin", Phrase::label_plugin, pack.plugin);
    sheet.put("hash", Phrase::label_hash, pack.hash);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Goal& goal) {
    SheetWriter sheet(catalogue, words, goal.id, in(goal.title, words), goal.pack);
    sheet.put("reach", Phrase::label_reach, goal.reach.text);
    sheet.put("isco08", Phrase::label_isco, goal.isco08);
    sheet.put("esco", Phrase::label_esco, goal.esco);
    sheet.put_source(goal.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Step& step) {
    return step_sheet(catalogue, words, step);
}
Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Pilot& pilot) {
    return pilot_sheet(catalogue, words, pilot);
}
Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Fund& fund) {
    return fund_sheet(catalogue, words, fund);
}

std::string_view name_of(model::TypeKind kind) {
    switch (kind) {
        case model::TypeKind::boolean:
            return "boolean";
        case model::TypeKind::level:
            return "level";
        case model::TypeKind::enumeration:
            return "enum";
        case model::TypeKind::integer:
            return "integer";
        case model::TypeKind::money:
            return "money";
        case model::TypeKind::duration:
            return "duration";
        case model::TypeKind::date:
            return "date";
        case model::TypeKind::country:
            return "country";
        case model::TypeKind::list:
            break;
    }
    return "list";
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Attribute& attribute) {
    SheetWriter sheet(catalogue, words, attribute.id, in(attribute.title, words), attribute.pack);
    sheet.put("type", Phrase::label_type, std::string(name_of(attribute.type.kind)));
    if (attribute.type.kind == model::TypeKind::level && !attribute.type.scale.is_none()) {
        sheet.put("scale", Phrase::label_scale, catalogue[attribute.type.scale].id);
        sheet.put_list("values", Phrase::label_values, catalogue[attribute.type.scale].levels);
    }
    sheet.put_list("values", Phrase::label_values, attribute.values);
    sheet.put("is", Phrase::label_is, attribute.is.text);
    if (attribute.is_given) sheet.put("given", Phrase::label_given, "true");
    if (attribute.usual.is_known) {
        const auto index = static_cast<std::uint32_t>(&attribute - catalogue.attributes.data());
        sheet.put("usual", Phrase::label_usual,
                  value_text(catalogue, model::AttributeId{index}, attribute.usual));
    }
    sheet.put("ask", Phrase::label_ask, in(attribute.ask, words));
    sheet.put("why", Phrase::label_why, in(attribute.why, words));
    sheet.put_source(attribute.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Source& source) {
    SheetWriter sheet(catalogue, words, source.id, source.title, source.pack);
    sheet.put("kind", Phrase::label_kind,
              source.kind == model::Source::Kind::official   ? "official"
              : source.kind == model::Source::Kind::estimate ? "estimate"
                                                             : "secondary");
    sheet.put("url", Phrase::label_url, source.url);
    sheet.put("says", Phrase::label_says, source.says);
    sheet.put("as_of", Phrase::label_as_of, source.as_of);
    if (source.seen) sheet.put("seen", Phrase::label_seen, to_string(*source.seen));
    if (source.review) sheet.put("review", Phrase::label_review, to_string(*source.review));
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words,
               const model::Credential& credential) {
    SheetWriter sheet(catalogue, words, credential.id, in(credential.title, words),
                      credential.pack);
    sheet.put_list("lasts", Phrase::label_lasts,
                   figure_lines(credential.lasts, [](Term term) { return to_string(term); }));
    sheet.put_ids("implies", Phrase::label_implies, credential.implies);
    if (credential.nlqf) sheet.put("nlqf", Phrase::label_nlqf, std::to_string(*credential.nlqf));
    if (credential.eqf) sheet.put("eqf", Phrase::label_eqf, std::to_string(*credential.eqf));
    sheet.put_source(credential.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Document& document) {
    return SheetWriter(catalogue, words, document.id, in(document.title, words), document.pack)
        .take();
}

std::string text_of(const model::Calendar::YearDay& day) {
    return fmt::format("{:02}-{:02}", day.month, day.day);
}
std::string text_of(const std::variant<model::Calendar::YearDay, Date>& day) {
    const auto* date = std::get_if<Date>(&day);
    return date != nullptr ? to_string(*date) : text_of(std::get<model::Calendar::YearDay>(day));
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Calendar& calendar) {
    SheetWriter sheet(catalogue, words, calendar.id, in(calendar.title, words), calendar.pack);
    std::vector<std::string> days;
    for (const auto& day : calendar.yearly) days.push_back(text_of(day));
    sheet.put_list("yearly", Phrase::label_yearly, std::move(days));
    std::vector<std::string> sessions;
    for (const auto& session : calendar.on) sessions.push_back(to_string(session.session));
    sheet.put_list("on", Phrase::label_sessions, std::move(sessions));
    std::vector<std::string> closures;
    for (const auto& closure : calendar.closed)
        closures.push_back(text_of(closure.from) + " – " + text_of(closure.until));
    sheet.put_list("closed", Phrase::label_closed, std::move(closures));
    sheet.put_window(calendar.in_force);
    sheet.put_source(calendar.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Event& event) {
    SheetWriter sheet(catalogue, words, event.id, in(event.title, words), event.pack);
    sheet.put_when(event.when);
    if (!event.from_attribute.is_none())
        sheet.put("from", Phrase::label_from, catalogue[event.from_attribute].id);
    sheet.put("in", Phrase::label_duration, duration_text(event.in));
    if (!event.set.is_none())
        sheet.put("set", Phrase::label_sets,
                  catalogue[event.set].id + " = " + value_text(catalogue, event.set, event.value));
    sheet.put_source(event.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Duty& duty) {
    SheetWriter sheet(catalogue, words, duty.id, in(duty.title, words), duty.pack);
    sheet.put_when(duty.when);
    sheet.put("reach", Phrase::label_reach, duty.reach.text);
    sheet.put("by", Phrase::label_deadline, duty.by.text);
    sheet.put_source(duty.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Note& note) {
    SheetWriter sheet(catalogue, words, note.id, in(note.text, words), note.pack);
    sheet.put_when(note.when);
    sheet.put_source(note.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Scale& scale) {
    SheetWriter sheet(catalogue, words, scale.id, {}, scale.pack);
    sheet.put_list("levels", Phrase::label_values, scale.levels);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Group& group) {
    SheetWriter sheet(catalogue, words, group.id, {}, group.pack);
    std::vector<std::string> members;
    for (const auto& member : group.members) members.push_back(member.country.to_string());
    sheet.put_list("countries", Phrase::label_countries, std::move(members));
    sheet.put_source(group.source);
    return sheet.take();
}

Sheet sheet_of(const Catalogue& catalogue, const Words& words, const model::Table& table) {
    SheetWriter sheet(catalogue, words, table.id, {}, table.pack);
    sheet.put("file", Phrase::label_file, table.file);
    sheet.put("rows", Phrase::label_rows, std::to_string(table.rows.size()));
    sheet.put_source(table.source);
    return sheet.take();
}

template <class Thing>
std::vector<Sheet> sheets(const Catalogue& catalogue, const Words& words,
                          const std::vector<Thing>& things) {
    std::vector<Sheet> made;
    made.reserve(things.size());
    for (const Thing& thing : things) made.push_back(sheet_of(catalogue, words, thing));
    std::stable_sort(made.begin(), made.end(),
                     [](const Sheet& a, const Sheet& b) { return a.id < b.id; });
    return made;
}

}  // namespace

void SheetWriter::put_window(const model::Window& window) {
    if (window.from == Date::always && window.until == Date::never) return;
    const std::string from = window.from == Date::always ? "…" : to_string(window.from);
    const std::string until = window.until == Date::never ? "…" : to_string(window.until);
    put("in_force", Phrase::label_in_force, from + " – " + until);
}

const std::vector<SheetKind>& sheet_kinds() {
    static const std::vector<SheetKind> kinds{{"goals", Phrase::kind_goal},
                                              {"steps", Phrase::kind_step},
                                              {"pilots", Phrase::kind_pilot},
                                              {"funds", Phrase::kind_fund},
                                              {"attributes", Phrase::kind_attribute},
                                              {"sources", Phrase::kind_source},
                                              {"plugins", Phrase::kind_plugin},
                                              {"packs", Phrase::kind_pack},
                                              {"credentials", Phrase::kind_credential},
                                              {"documents", Phrase::kind_document},
                                              {"calendars", Phrase::kind_calendar},
                                              {"events", Phrase::kind_event},
                                              {"duties", Phrase::kind_duty},
                                              {"notes", Phrase::kind_note},
                                              {"scales", Phrase::kind_scale},
                                              {"groups", Phrase::kind_group},
                                              {"tables", Phrase::kind_table}};
    return kinds;
}

std::vector<Sheet> sheets_of(const Catalogue& catalogue, std::string_view kind,
                             std::string_view lang) {
    const Words words(lang);
    if (kind == "goals") return sheets(catalogue, words, catalogue.goals);
    if (kind == "steps") return sheets(catalogue, words, catalogue.steps);
    if (kind == "pilots") return sheets(catalogue, words, catalogue.pilots);
    if (kind == "funds") return sheets(catalogue, words, catalogue.funds);
    if (kind == "attributes") return sheets(catalogue, words, catalogue.attributes);
    if (kind == "sources") return sheets(catalogue, words, catalogue.sources);
    if (kind == "packs") return sheets(catalogue, words, catalogue.packs);
    if (kind == "credentials") return sheets(catalogue, words, catalogue.credentials);
    if (kind == "documents") return sheets(catalogue, words, catalogue.documents);
    if (kind == "calendars") return sheets(catalogue, words, catalogue.calendars);
    if (kind == "events") return sheets(catalogue, words, catalogue.events);
    if (kind == "duties") return sheets(catalogue, words, catalogue.duties);
    if (kind == "notes") return sheets(catalogue, words, catalogue.notes);
    if (kind == "scales") return sheets(catalogue, words, catalogue.scales);
    if (kind == "groups") return sheets(catalogue, words, catalogue.groups);
    if (kind == "tables") return sheets(catalogue, words, catalogue.tables);
    return {};
}

}  // namespace wegwijzer::document
