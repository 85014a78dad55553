// SPDX-License-Identifier: Apache-2.0
#include "document/timeline_picture.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "document/layout.hpp"
#include "document/markup.hpp"
#include "document/page_formats.hpp"
#include "document/page_style.hpp"

namespace wegwijzer::document {
namespace {

// All in the drawing's own units, which are CSS pixels where it is not scaled.
constexpr std::int64_t width = 720, margin = 10, axis_height = 30, row_height = 38;
constexpr std::int64_t text_base = 14, bar_top = 20, bar_height = 12, legend_height = 24;
constexpr std::size_t label_width = 70;

class TimelinePicture {
public:
    explicit TimelinePicture(const DocumentView& view)
        : view_(view), is_mirrored_(view.speaker.language().is_right_to_left) {
        from_ = view.plan().on;
        until_ = from_ + Days{1};
        for (const DocumentStep& step : view.steps) {
            from_ = std::min(from_, step.start);
            until_ = std::max(until_, step.finish);
        }
        for (const DocumentGoal& goal : view.goals)
            for (const auto& date : {goal.finish.planned, goal.finish.p90})
                until_ = std::max(until_, date.value_or(until_));
    }

    std::string draw(bool is_file) {
        pugi::xml_document tree;
        const std::int64_t rows =
            static_cast<std::int64_t>(view_.steps.size() + view_.goals.size());
        height_ = axis_height + rows * row_height + 4 * legend_height;
        svg_ = add_element(tree, "svg",
                           {{"xmlns", "http://www.w3.org/2000/svg"},
                            {"class", "wgw"},
                            {"viewBox", "0 0 " + number(width) + " " + number(height_)},
                            {"role", "img"},
                            {"lang", std::string(view_.speaker.language().code)},
                            {"direction", is_mirrored_ ? "rtl" : "ltr"}});
        if (is_file) {
            svg_.append_attribute("width").set_value(number(width).c_str());
            svg_.append_attribute("height").set_value(number(height_).c_str());
        }
        add_text_element(svg_, "title",
                         plain_text(view_.speaker.say("The whole way in one picture")));
        add_text_element(svg_, "style", drawing_style());
        if (is_file)
            add_element(svg_, "rect", {{"class", "paper"}, {"width", "100%"}, {"height", "100%"}});
        draw_years();
        std::int64_t top = axis_height;
        for (const DocumentStep& step : view_.steps)
            draw_step(step, std::exchange(top, top + row_height));
        for (const DocumentGoal& goal : view_.goals)
            draw_goal(goal, std::exchange(top, top + row_height));
        draw_legend(top + legend_height / 2);
        return printed(tree, is_file);
    }

private:
    static std::string number(std::int64_t value) { return std::to_string(value); }

    /// Where a day lies, before mirroring.
    [[nodiscard]] std::int64_t place(Date date) const {
        const std::int64_t span = (until_ - from_).count;
        const std::int64_t at = std::clamp<std::int64_t>((date - from_).count, 0, span);
        return margin + at * (width - 2 * margin) / span;
    }
    [[nodiscard]] std::int64_t x(Date date) const {
        return is_mirrored_ ? width - place(date) : place(date);
    }
    [[nodiscard]] std::int64_t start_edge() const { return is_mirrored_ ? width - margin : margin; }

    void rectangle(const char* kind, Date from, Date until, std::int64_t top,
                   std::string_view says = {}) {
        const std::int64_t a = x(from), b = x(until);
        const std::int64_t wide = std::max<std::int64_t>(std::max(a, b) - std::min(a, b), 3);
        const std::int64_t left = is_mirrored_ ? a - wide : a;
        pugi::xml_node drawn = add_element(svg_, "rect",
                                           {{"class", kind},
                                            {"x", number(left)},
                                            {"y", number(top)},
                                            {"width", number(wide)},
                                            {"height", number(bar_height)}});
        if (!says.empty()) add_text_element(drawn, "title", says);
    }
    void line(const char* kind, std::int64_t x1, std::int64_t y1, std::int64_t x2,
              std::int64_t y2) {
        add_element(svg_, "line",
                    {{"class", kind},
                     {"x1", number(x1)},
                     {"y1", number(y1)},
                     {"x2", number(x2)},
                     {"y2", number(y2)}});
    }
    void label(std::int64_t at, std::int64_t base, std::string_view text) {
        add_text_element(svg_, "text", text, {{"x", number(at)}, {"y", number(base)}});
    }

    void draw_years() {
        const std::int64_t foot = height_ - 4 * legend_height;
        const int last = to_civil(until_).year;
        std::int64_t free_from = 0;
        for (int year = to_civil(from_).year; year <= last; ++year) {
            const Date first = std::max(to_date({year, 1, 1}), from_);
            line("axis", x(first), 8, x(first), foot);
            // A year that has just begun or is nearly over may leave no room for its number.
            if (place(first) < free_from || place(first) > width - 4 * margin) continue;
            free_from = place(first) + 4 * margin;
            label(x(first) + (is_mirrored_ ? -4 : 4), 18, std::to_string(year));
        }
    }

    void draw_step(const DocumentStep& step, std::int64_t top) {
        label(start_edge(), top + text_base,
              cut(std::to_string(step.number) + ". " + isolated_text(step.title), label_width));
        const Date running = step.session.value_or(step.start);
        const std::int64_t bar = top + bar_top, middle = bar + bar_height / 2;
        if (running > step.start) line("wait", x(step.start), middle, x(running), middle);
        const std::string dates = to_string(step.start) + " – " + to_string(step.finish);
        rectangle(step.hours == Hours{} ? "idle" : "work", running, step.finish, bar, dates);
        for (const DayInterval& closed : step.closed)
            rectangle("closed", closed.from, closed.until, bar);
        if (step.is_critical) rectangle("chain", running, step.finish, bar);
        if (step.session) line("session", x(running), bar - 3, x(running), bar + bar_height + 3);
    }

    [[nodiscard]] std::string isolated_text(const Line& line) const {
        std::string text;
        for (const Run& run : line) text += isolated(run, view_.speaker.language());
        return text;
    }

    void draw_goal(const DocumentGoal& goal, std::int64_t top) {
        label(start_edge(), top + text_base, cut("◆ " + isolated_text(goal.title), label_width));
        const std::int64_t middle = top + bar_top + bar_height / 2;
        const model::Finish& finish = goal.finish;
        if (finish.p10 && finish.p90) {
            line("spread", x(*finish.p10), middle, x(*finish.p90), middle);
            for (const auto& end : {finish.p10, finish.p50, finish.p90})
                if (end) line("spread", x(*end), middle - 6, x(*end), middle + 6);
        }
        if (finish.planned) diamond(x(*finish.planned), middle);
    }

    void diamond(std::int64_t at, std::int64_t middle) {
        const auto point = [](std::int64_t px, std::int64_t py) {
            return number(px) + "," + number(py);
        };
        add_element(svg_, "polygon",
                    {{"class", "planned"},
                     {"points", point(at, middle - 6) + " " + point(at + 6, middle) + " " +
                                    point(at, middle + 6) + " " + point(at - 6, middle)}});
    }

    /// Two columns of three signs each.
    void draw_legend(std::int64_t top) {
        const Speaker& speaker = view_.speaker;
        const std::pair<const char*, Line> signs[] = {
            {"work", speaker.say("takes your time")},
            {"idle", speaker.say("runs without your time")},
            {"wait", speaker.say("you wait for a fixed day")},
            {"chain", speaker.say("sets the date")},
            {"closed", speaker.say("closed")},
            {"spread", speaker.say("8 of 10 good cases end here")}};
        for (std::size_t k = 0; k < std::size(signs); ++k) {
            const std::int64_t column = static_cast<std::int64_t>(k % 2) * (width / 2) + margin;
            const std::int64_t row = top + static_cast<std::int64_t>(k / 2) * legend_height;
            draw_sign(signs[k].first, column, row);
            const std::int64_t beside = column + 40;
            label(is_mirrored_ ? width - beside : beside, row + 11, plain_text(signs[k].second));
        }
    }

    void draw_sign(std::string_view kind, std::int64_t at, std::int64_t top) {
        constexpr std::int64_t wide = 30;
        const std::int64_t left = is_mirrored_ ? width - at - wide : at;
        const std::int64_t middle = top + bar_height / 2;
        if (kind == "wait" || kind == "spread") {
            line(kind == "wait" ? "wait" : "spread", left, middle, left + wide, middle);
            if (kind == "wait") return;
            line("spread", left, middle - 6, left, middle + 6);
            return line("spread", left + wide, middle - 6, left + wide, middle + 6);
        }
        add_element(svg_, "rect",
                    {{"class", std::string(kind)},
                     {"x", number(left)},
                     {"y", number(top)},
                     {"width", number(wide)},
                     {"height", number(bar_height)}});
    }

    const DocumentView& view_;
    bool is_mirrored_;
    Date from_, until_;
    std::int64_t height_ = 0;
    pugi::xml_node svg_;
};

}  // namespace

std::string draw_timeline(const DocumentView& view, bool is_file) {
    if (!is_file && view.steps.empty()) return {};
    return TimelinePicture(view).draw(is_file);
}

}  // namespace wegwijzer::document
