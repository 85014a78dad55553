// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "document/sheet_writer.hpp"
#include "document/value_text.hpp"

namespace wegwijzer::document {
namespace {

std::string need_line(const model::Catalogue& catalogue, const model::Need& need) {
    std::string line = need.id + ": " + need.is.text;
    if (need.younger) line += ", younger " + to_string(*need.younger);
    switch (need.at) {
        case model::At::start:
            break;
        case model::At::session:
            line += ", at session";
            break;
        case model::At::finish:
            line += ", at finish";
            break;
        case model::At::throughout:
            line += ", throughout";
            break;
    }
    if (!need.article.empty()) line += ", " + need.article;
    if (!need.source.is_none()) line += " [" + catalogue[need.source].id + "]";
    return line;
}

std::string_view per_text(Per per) {
    switch (per) {
        case Per::once:
            return "";
        case Per::hour:
            return "/hour";
        case Per::month:
            return "/month";
        case Per::year:
            break;
    }
    return "/year";
}

std::vector<std::string> given_lines(const model::Catalogue& catalogue,
                                     const std::vector<model::Given>& gives) {
    std::vector<std::string> lines;
    for (const model::Given& given : gives) lines.push_back(given_text(catalogue, given));
    return lines;
}

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "; ") + line;
    return all;
}

std::string points_text(const Estimate& estimate, std::string_view unit) {
    if (!estimate.is_range()) return fmt::format("{} {}", estimate.likely, unit);
    return fmt::format("{}..{}..{} {}", estimate.min, estimate.likely, estimate.max, unit);
}

void put_clock(SheetWriter& sheet, const model::Step& step) {
    sheet.put_list("duration", Phrase::label_duration, figure_lines(step.duration, duration_text));
    sheet.put_list("effort", Phrase::label_effort,
                   figure_lines(step.effort, [](const Estimate& estimate) {
                       return points_text(estimate, "hours");
                   }));
    std::vector<std::string> paces;
    for (const WeeklyRate pace : step.paces)
        paces.push_back(hundredths_as_number(pace.hundredths) + " hours/week");
    sheet.put_list("pace", Phrase::label_pace, std::move(paces));
    if (step.clock == model::Clock::open)
        sheet.put("open", Phrase::label_open, "least " + to_string(step.least));
    sheet.put_list("load", Phrase::label_load, figure_lines(step.load, [](WeeklyRate rate) {
                       return hundredths_as_number(rate.hundredths) + " hours/week";
                   }));
    std::vector<model::CalendarId> calendars = step.closures;
    if (!step.sessions.is_none()) calendars.insert(calendars.begin(), step.sessions);
    sheet.put_ids("calendar", Phrase::label_calendar, calendars);
}

void put_results(SheetWriter& sheet, const model::Step& step) {
    const model::Catalogue& catalogue = sheet.catalogue();
    if (step.attempt) {
        for (const std::string& line : figure_lines(
                 step.attempt->pass, [](double pass) { return fmt::format("pass {}", pass); }))
            sheet.put("attempt", Phrase::label_attempt, line);
    }
    std::vector<std::string> outcomes;
    for (const model::Outcome& outcome : step.outcomes) {
        std::string line = outcome.id;
        if (outcome.chance) line += fmt::format(", chance {}", *outcome.chance);
        if (outcome.plan) line += ", plan";
        const std::string gives = joined_lines(given_lines(catalogue, outcome.gives));
        if (!gives.empty()) line += ": " + gives;
        outcomes.push_back(std::move(line));
    }
    sheet.put_list("outcome", Phrase::label_outcome, std::move(outcomes));
    sheet.put_list("gives", Phrase::label_gives, given_lines(catalogue, step.gives));
}

void put_money(SheetWriter& sheet, const model::Step& step) {
    std::vector<std::string> costs;
    for (const model::Cost& cost : step.costs) {
        std::string line =
            cost.id + ": " + joined_lines(figure_lines(cost.amount, [&](const Amount& amount) {
                return amount_text(amount) + std::string(per_text(cost.per));
            }));
        if (!cost.when.is_empty()) line += " when " + cost.when.text;
        costs.push_back(std::move(line));
    }
    sheet.put_list("cost", Phrase::label_cost, std::move(costs));
    std::vector<std::string> income;
    for (const model::Income& one : step.income) {
        std::string line = one.monthly ? amount_text(*one.monthly) + "/month" : "unknown";
        if (one.after.count > 0) line += " after " + to_string(one.after);
        if (!one.when.is_empty()) line += " when " + one.when.text;
        income.push_back(std::move(line));
    }
    sheet.put_list("income", Phrase::label_income, std::move(income));
}

}  // namespace

Sheet step_sheet(const model::Catalogue& catalogue, const Words& words, const model::Step& step) {
    SheetWriter sheet(catalogue, words, step.id, std::string(step.title.in(words.lang())),
                      step.pack);
    sheet.put("text", Phrase::label_text, std::string(step.text.in(words.lang())));
    sheet.put("by", Phrase::label_by, step.by);
    if (!step.only_in.is_none())
        sheet.put("only_in", Phrase::label_only_in, catalogue[step.only_in].id);
    sheet.put_when(step.when);
    sheet.put_window(step.in_force);
    std::vector<std::string> needs;
    for (const model::Need& need : step.needs) needs.push_back(need_line(catalogue, need));
    sheet.put_list("needs", Phrase::label_needs, std::move(needs));
    sheet.put_ids("documents", Phrase::label_documents, step.documents);
    put_clock(sheet, step);
    put_results(sheet, step);
    put_money(sheet, step);
    std::vector<std::string> musts;
    for (const model::Must& must : step.musts)
        musts.push_back(must.id + ": " + must.is.text + ", within " + to_string(must.within));
    sheet.put_list("must", Phrase::label_must, std::move(musts));
    if (step.repeat > 1) sheet.put("repeat", Phrase::label_repeat, std::to_string(step.repeat));
    sheet.put_source(step.source);
    return sheet.take();
}

Sheet pilot_sheet(const model::Catalogue& catalogue, const Words& words,
                  const model::Pilot& pilot) {
    SheetWriter sheet(catalogue, words, pilot.id, std::string(pilot.title.in(words.lang())),
                      pilot.pack);
    sheet.put("status", Phrase::label_status,
              pilot.status == model::Pilot::Status::running ? "running"
              : pilot.status == model::Pilot::Status::ended ? "ended"
                                                            : "proposed");
    sheet.put("effect", Phrase::label_effect,
              pilot.effect == model::Pilot::Effect::relax ? "relax" : "change");
    sheet.put("granted_by", Phrase::label_granted_by, pilot.granted_by);
    sheet.put_window(pilot.in_force);
    sheet.put_list("where", Phrase::label_where, pilot.where);
    sheet.put_when(pilot.when);
    if (pilot.places) sheet.put("places", Phrase::label_places, std::to_string(*pilot.places));
    sheet.put("admission", Phrase::label_admission, pilot.admission);
    std::vector<std::string> changes;
    for (const model::PilotChange& change : pilot.changes)
        if (!change.fields.empty())
            changes.push_back(catalogue[change.step].id + ": " + joined_lines(change.fields));
    sheet.put_list("change", Phrase::label_change, std::move(changes));
    sheet.put_ids("adds", Phrase::label_adds, pilot.adds);
    std::vector<std::string> pays;
    for (const model::CostRef& paid : pilot.pays)
        pays.push_back(catalogue[paid.step].id + "/" + catalogue[paid.step].costs.at(paid.cost).id);
    sheet.put_list("pays", Phrase::label_pays, std::move(pays));
    sheet.put_source(pilot.source);
    return sheet.take();
}

Sheet fund_sheet(const model::Catalogue& catalogue, const Words& words, const model::Fund& fund) {
    SheetWriter sheet(catalogue, words, fund.id, std::string(fund.title.in(words.lang())),
                      fund.pack);
    sheet.put("kind", Phrase::label_kind,
              fund.kind == model::Fund::Kind::gift   ? "gift"
              : fund.kind == model::Fund::Kind::loan ? "loan"
                                                     : "employer");
    sheet.put("opens", Phrase::label_opens, fund.opens.text);
    std::vector<std::string> pays;
    for (const model::CostRef& paid : fund.pays)
        pays.push_back(catalogue[paid.step].id + "/" + catalogue[paid.step].costs.at(paid.cost).id);
    sheet.put_list("pays", Phrase::label_pays, std::move(pays));
    sheet.put_list("share", Phrase::label_share,
                   figure_lines(fund.share, [](double share) { return fmt::format("{}", share); }));
    if (fund.ceiling) sheet.put("ceiling", Phrase::label_ceiling, to_string(*fund.ceiling));
    if (fund.ceiling_quarter)
        sheet.put("ceiling_quarter", Phrase::label_ceiling_quarter,
                  to_string(*fund.ceiling_quarter));
    sheet.put_source(fund.source);
    return sheet.take();
}

std::string duration_text(const Duration& duration) {
    if (const auto* term = std::get_if<Term>(&duration.value)) return to_string(*term);
    const Estimate& estimate = std::get<Estimate>(duration.value);
    if (!estimate.is_range()) return fmt::format("about {} days", round_half_up(estimate.likely));
    return fmt::format("{}..{}..{} days", round_half_up(estimate.min),
                       round_half_up(estimate.likely), round_half_up(estimate.max));
}

std::string amount_text(const Amount& amount) {
    if (!amount.is_range()) return to_string(amount.likely);
    return fmt::format("{}..{}..{}", to_string(amount.min), to_string(amount.likely),
                       to_string(amount.max));
}

}  // namespace wegwijzer::document
