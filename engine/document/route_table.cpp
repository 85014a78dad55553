// SPDX-License-Identifier: Apache-2.0
#include "document/route_table.hpp"

#include <cstddef>
#include <vector>

#include "document/plan_words.hpp"
#include "document/text_part.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view title_indent = "     ";  // under the titles, past the numbers

/// Widths of the columns; the last one, who, takes what is left.
constexpr std::size_t date_width = 10;
constexpr std::size_t weeks_width = 6;
constexpr std::size_t hours_width = 8;
constexpr std::size_t cost_width = 12;

class RouteTable : TextPart {
public:
    using TextPart::TextPart;

    void add(const model::Route& route) {
        gap();
        if (!view_.plain) add_headings();
        for (std::size_t k = 0; k < route.steps.size(); ++k) {
            if (view_.plain)
                add_listed(route.steps[k], k + 1, route.steps.size());
            else
                add_row(route.steps[k], k + 1);
        }
    }

private:
    void add_headings() {
        line(" " + right(say(Phrase::column_number), 2) + "  " + say(Phrase::column_step));
        line(columns(say(Phrase::column_start), say(Phrase::column_finish),
                     say(Phrase::column_weeks), say(Phrase::column_hours),
                     say(Phrase::column_cost)) +
             say(Phrase::column_who));
    }

    [[nodiscard]] static std::string columns(std::string_view start, std::string_view finish,
                                             std::string_view weeks, std::string_view hours,
                                             std::string_view cost) {
        std::string row(title_indent);
        row += left(start, date_width) + "  " + left(finish, date_width) + "  ";
        row += right(weeks, weeks_width) + "  " + right(hours, hours_width) + "  ";
        return row + right(cost, cost_width) + "  ";
    }

    void add_row(const model::PlannedStep& planned, std::size_t number) {
        const model::Step& step = catalogue_[planned.step];
        const std::string first = right(words_.whole(static_cast<std::int64_t>(number)), 3) + "  ";
        std::string title = document::paragraph(first, words_.title(step), width());
        out_ += painted(bold, title.substr(0, title.size() - 1)) + '\n';
        const std::string figures = columns(to_string(planned.start), to_string(planned.finish),
                                            words_.weeks(planned.finish - planned.start),
                                            hours_text(planned), cost_text(planned));
        const std::string who = words_.who(step);
        const std::string remarks = joined(remarks_of(planned), "; ");
        if (remarks.empty()) return line(figures + who);
        const std::string all = who + "; " + remarks;
        if (width_of(figures) + width_of(all) <= width()) return line(figures + all);
        line(figures + who);
        paragraph(title_indent, remarks);
    }

    void add_listed(const model::PlannedStep& planned, std::size_t number, std::size_t of) {
        const model::Step& step = catalogue_[planned.step];
        paragraph("", say(Phrase::plain_step,
                          {words_.whole(static_cast<std::int64_t>(number)),
                           words_.whole(static_cast<std::int64_t>(of)), words_.title(step)}));
        std::vector<std::string> facts{
            say(Phrase::plain_dates, {to_string(planned.start), to_string(planned.finish),
                                      words_.weeks(planned.finish - planned.start)}),
            say(Phrase::plain_hours, {words_.hours(planned.hours)}),
            say(Phrase::plain_cost, {spoken_cost(planned)}),
            say(Phrase::plain_who, {words_.who(step)})};
        for (std::string& remark : remarks_of(planned)) facts.push_back(std::move(remark));
        paragraph("  ", joined(facts, "; ") + ".");
    }

    [[nodiscard]] std::string hours_text(const model::PlannedStep& planned) const {
        return planned.hours == Hours{} ? "–" : words_.hours(planned.hours);
    }

    [[nodiscard]] std::string cost_text(const model::PlannedStep& planned) const {
        if (planned.cost == Money{})
            return planned.cost_is_complete ? "–" : say(Phrase::unknown_amount);
        return (planned.cost_is_complete ? "" : "≥ ") + words_.money(planned.cost);
    }

    [[nodiscard]] std::string spoken_cost(const model::PlannedStep& planned) const {
        if (planned.cost_is_complete) return words_.money(planned.cost);
        if (planned.cost == Money{}) return say(Phrase::unknown_amount);
        return say(Phrase::at_least, {words_.money(planned.cost)});
    }

    [[nodiscard]] std::string payer_title(const model::Payment& payment) const {
        if (payment.fund.is_none()) return words_.title(catalogue_[payment.pilot]);
        return words_.title(catalogue_[payment.fund]);
    }

    [[nodiscard]] std::vector<std::string> remarks_of(const model::PlannedStep& planned) const {
        const model::Step& step = catalogue_[planned.step];
        std::vector<std::string> remarks;
        if (planned.rests_on_estimate) remarks.push_back(say(Phrase::estimate));
        if (planned.rests_on_expected) remarks.push_back(say(Phrase::announced));
        if (planned.is_under_way) remarks.push_back(say(Phrase::under_way));
        if (planned.session)
            remarks.push_back(say(Phrase::session_on, {to_string(*planned.session)}));
        if (planned.pace) remarks.push_back(say(Phrase::at_pace, {words_.rate(*planned.pace)}));
        if (planned.attempt > 1)
            remarks.push_back(say(Phrase::attempt_number, {words_.whole(planned.attempt)}));
        if (!planned.passes) remarks.push_back(say(Phrase::counts_on_failing));
        if (planned.outcome && *planned.outcome < step.outcomes.size())
            remarks.push_back(
                say(Phrase::outcome_is, {words_.title(step.outcomes[*planned.outcome])}));
        for (const model::PilotId pilot : planned.pilots)
            remarks.push_back(say(Phrase::by_pilot, {words_.title(catalogue_[pilot])}));
        for (const model::Payment& payment : planned.payments)
            remarks.push_back(
                say(payment.kind == model::Fund::Kind::loan ? Phrase::lent_by : Phrase::paid_by,
                    {payer_title(payment), words_.money(payment.amount)}));
        if (planned.income != Money{})
            remarks.push_back(say(Phrase::income_is, {words_.money(planned.income)}));
        if (planned.slack_days && *planned.slack_days > 0)
            remarks.push_back(
                words_.count(*planned.slack_days, Phrase::slack_day, Phrase::slack_days));
        return remarks;
    }
};

}  // namespace

void append_route_table(const PlanView& view, const model::Route& route, std::string& out) {
    RouteTable(view, out).add(route);
}

}  // namespace wegwijzer::document
