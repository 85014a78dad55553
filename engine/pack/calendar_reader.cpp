// SPDX-License-Identifier: Apache-2.0
#include "pack/calendar_reader.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/date.hpp"
#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

using model::Calendar;
using YearDay = Calendar::YearDay;

constexpr int leap_year = 2024;

int two_digits(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return 0;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<YearDay> parse_year_day(std::string_view text) {
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    const int month = two_digits(text.substr(0, 2));
    const int day = two_digits(text.substr(3));
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(leap_year, month))
        return std::nullopt;
    return YearDay{month, day};
}

bool same_day(const YearDay& a, const YearDay& b) { return a.month == b.month && a.day == b.day; }

class CalendarReader {
public:
    CalendarReader(Draft& draft, const Entry& entry, Calendar& calendar)
        : draft_(draft),
          view_(*entry.node, "a calendar", draft.reading),
          entry_(entry),
          calendar_(calendar) {}

    void read() {
        view_.find("id");
        calendar_.title = draft_.text(view_, "title");
        calendar_.source = draft_.source(view_);
        const Node* yearly = view_.find("yearly");
        const Node* on = view_.find("on");
        const Node* closed = view_.find("closed");
        if (yearly != nullptr) read_yearly(*yearly);
        if (on != nullptr) read_days(*on);
        if (closed != nullptr) read_closures(*closed);
        calendar_.repeats = view_.boolean("repeats").value_or(false);
        calendar_.in_force = draft_.window(view_, "in_force");
        const Node* lead = view_.find("lead");
        if (lead != nullptr) calendar_.lead = draft_.duration(*lead).value_or(Duration{});
        view_.finish();
        check(yearly, on, closed, lead);
    }

private:
    std::optional<YearDay> year_day(const Node& node) {
        const auto text = as_string(node, draft_.reading);
        if (!text) return std::nullopt;
        const auto day = parse_year_day(*text);
        if (!day)
            draft_.error("P048", say("{} is no day of the year", quoted(*text)), node.span)
                .hints.emplace_back(
                    "it is written as month and day: \"03-01\" is the first of March");
        return day;
    }

    void tell_twice(const Node& node) {
        draft_.error("P048", "this day stands here twice", node.span);
    }

    void read_yearly(const Node& list) {
        for (const Node* node : as_strings(list, draft_.reading)) {
            const auto day = year_day(*node);
            if (!day) continue;
            for (const YearDay& other : calendar_.yearly)
                if (same_day(*day, other)) tell_twice(*node);
            calendar_.yearly.push_back(*day);
        }
        std::sort(calendar_.yearly.begin(), calendar_.yearly.end(), [](YearDay a, YearDay b) {
            return std::pair(a.month, a.day) < std::pair(b.month, b.day);
        });
    }

    void read_days(const Node& list) {
        if (!list.is(Node::Kind::array)) return draft_.reading.wrong_type(list, "an array");
        for (const Node& node : list.children) {
            Calendar::Session session;
            if (node.is(Node::Kind::table)) {
                TableView inner(node, "a session", draft_.reading);
                const auto day = inner.date("session", Presence::required);
                session.by = inner.date("by");
                inner.finish();
                if (!day) continue;
                session.session = *day;
                if (session.by && *day < *session.by)
                    draft_.error("P048", "the last day to sign up comes after the session",
                                 node.span);
            } else if (const auto day = as_date(node, draft_.reading)) {
                session.session = *day;
            } else {
                continue;
            }
            const auto at = std::lower_bound(
                calendar_.on.begin(), calendar_.on.end(), session,
                [](const auto& a, const auto& b) { return a.session < b.session; });
            if (at != calendar_.on.end() && at->session == session.session) tell_twice(node);
            calendar_.on.insert(at, session);
        }
    }

    void read_closures(const Node& list) {
        calendar_.kind = Calendar::Kind::closures;
        for (const Node* node : as_tables(list, draft_.reading)) {
            TableView inner(*node, "a closure", draft_.reading);
            const Node* from = inner.find("from", Presence::required);
            const Node* until = inner.find("until", Presence::required);
            inner.finish();
            if (from == nullptr || until == nullptr) continue;
            const auto begin = closure_day(*from);
            const auto end = closure_day(*until);
            if (!begin || !end) continue;
            calendar_.closed.push_back({*begin, *end});
            check_closure(*node, calendar_.closed.back());
        }
    }

    std::optional<std::variant<YearDay, Date>> closure_day(const Node& node) {
        if (node.is(Node::Kind::string)) {
            if (const auto day = year_day(node)) return *day;
        } else if (const auto date = as_date(node, draft_.reading)) {
            return *date;
        }
        return std::nullopt;
    }

    void check_closure(const Node& node, const Calendar::Closure& closure) {
        if (closure.from.index() != closure.until.index()) {
            draft_.error("P048", "a closure begins and ends with days of the year, or with dates",
                         node.span);
        } else if (const auto* from = std::get_if<Date>(&closure.from)) {
            if (std::get<Date>(closure.until) <= *from)
                draft_.error("P025", "the closure ends before it begins", node.span)
                    .hints.emplace_back("`until` is the first day after it");
        } else if (same_day(std::get<YearDay>(closure.from), std::get<YearDay>(closure.until))) {
            draft_.error("P048", "a closure from a day to the same day lasts a year or nothing",
                         node.span);
        }
    }

    void check(const Node* yearly, const Node* on, const Node* closed, const Node* lead) {
        const auto refuse = [&](std::string_view message, SourceSpan span) {
            draft_.error("P047", std::string(message), span);
        };
        if (closed == nullptr && yearly == nullptr && on == nullptr)
            refuse("a calendar has `yearly`, `on` or `closed`", entry_.span);
        if (closed != nullptr && (yearly != nullptr || on != nullptr))
            refuse("a calendar has sessions or closures, not both", closed->span);
        if (closed != nullptr && lead != nullptr)
            refuse("nobody signs up for a closure; leave `lead` out", lead->span);
        if (yearly != nullptr && on != nullptr)
            refuse("a calendar has `yearly` or `on`, not both", on->span);
        if (on == nullptr && view_.node().find("repeats") != nullptr)
            refuse("`repeats` belongs to `on`", view_.node().find("repeats")->span);
        for (const Node* list : {yearly, on, closed})
            if (list != nullptr && list->is(Node::Kind::array) && list->children.empty())
                refuse("a calendar without a day never opens", list->span);
        check_in_force();
    }

    /// Listed days that all lie outside `in_force` are no days.
    void check_in_force() {
        if (calendar_.on.empty() || calendar_.repeats) return;
        const bool has_day = std::any_of(
            calendar_.on.begin(), calendar_.on.end(),
            [&](const auto& session) { return calendar_.in_force.covers(session.session); });
        if (!has_day)
            draft_.error("P047", "none of its days lies in `in_force`",
                         view_.node().find("in_force")->span);
    }

    Draft& draft_;
    TableView view_;
    const Entry& entry_;
    Calendar& calendar_;
};

}  // namespace

void read_calendar(Draft& draft, const Entry& entry, Calendar& calendar) {
    CalendarReader(draft, entry, calendar).read();
}

}  // namespace wegwijzer::pack
