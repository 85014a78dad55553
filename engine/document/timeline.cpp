// SPDX-License-Identifier: Apache-2.0
#include "document/timeline.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/text_part.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::size_t label_width = 26;

/// One line of the drawing: a character for each column.
using Line = std::vector<std::string_view>;

class Timeline : TextPart {
public:
    Timeline(const PlanView& view, const model::Route& route, std::string& out)
        : TextPart(view, out), route_(route), columns_(width() - label_width - 1) {
        until_ = view.plan.on + Days{1};
        for (const model::PlannedStep& step : route.steps) until_ = std::max(until_, step.finish);
        for (const model::PlannedGoal& goal : route.goals) {
            until_ = std::max(until_, goal.finish.planned.value_or(until_));
            until_ = std::max(until_, goal.finish.p90.value_or(until_));
        }
        from_ = view.plan.on;
        for (const model::PlannedStep& step : route.steps) from_ = std::min(from_, step.start);
    }

    void draw() {
        if (route_.steps.empty()) return;
        gap();
        draw_years();
        for (std::size_t k = 0; k < route_.steps.size(); ++k) draw_step(route_.steps[k], k + 1);
        for (const model::PlannedGoal& goal : route_.goals) draw_goal(goal);
        gap();
        paragraph("  ", say(Phrase::legend));
    }

private:
    /// The column in which a day lies; the last day lies in the last column.
    [[nodiscard]] std::size_t column(Date date) const {
        const std::int64_t span = (until_ - from_).count;
        const std::int64_t at = std::clamp<std::int64_t>((date - from_).count, 0, span);
        const auto columns = static_cast<std::int64_t>(columns_);
        return static_cast<std::size_t>(std::min(at * columns / span, columns - 1));
    }

    void draw_years() {
        std::string years;
        const int last = to_civil(until_).year;
        for (int year = to_civil(from_).year + 1; year <= last; ++year) {
            const std::size_t at = column(to_date({year, 1, 1}));
            const bool has_room = at + 4 <= columns_ && (years.empty() || years.size() + 1 <= at);
            if (has_room) years += std::string(at - years.size(), ' ') + std::to_string(year);
        }
        line(std::string(label_width + 1, ' ') + years);
    }

    void fill(Line& drawn, Date from, Date until, std::string_view mark) const {
        if (until <= from) return;
        const std::size_t first = column(from);
        const std::size_t end = std::max(first + 1, column(until));
        for (std::size_t k = first; k < end; ++k) drawn[k] = mark;
    }

    void draw_step(const model::PlannedStep& planned, std::size_t number) {
        Line drawn(columns_, " ");
        const Date running = planned.session.value_or(planned.start);
        const std::string_view mark = planned.hours == Hours{} ? "▒" : "█";
        fill(drawn, planned.start, running, "·");
        fill(drawn, running, planned.finish, mark);
        if (planned.start == planned.finish) drawn[column(planned.start)] = "│";
        const std::string label = right(words_.whole(static_cast<std::int64_t>(number)), 3) + " " +
                                  words_.title(catalogue_[planned.step]);
        put(label, drawn);
    }

    void draw_goal(const model::PlannedGoal& goal) {
        Line drawn(columns_, " ");
        const model::Finish& finish = goal.finish;
        if (finish.p10 && finish.p50 && finish.p90) {
            fill(drawn, *finish.p10, *finish.p90, "─");
            drawn[column(*finish.p10)] = "├";
            drawn[column(*finish.p90)] = "┤";
            drawn[column(*finish.p50)] = "┼";
        }
        if (finish.planned) drawn[column(*finish.planned)] = "◆";
        put("    " + words_.title(catalogue_[goal.goal]), drawn);
    }

    void put(std::string_view label, const Line& drawn) {
        std::string text = left(cut(label, label_width), label_width) + " ";
        for (const std::string_view mark : drawn) text += mark;
        while (!text.empty() && text.back() == ' ') text.pop_back();
        line(text);
    }

    const model::Route& route_;
    std::size_t columns_;
    Date from_, until_;
};

}  // namespace

void append_timeline(const PlanView& view, const model::Route& route, std::string& out) {
    Timeline(view, route, out).draw();
}

}  // namespace wegwijzer::document
