// SPDX-License-Identifier: Apache-2.0
#include "checker/almanac.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace wegwijzer::checker {
namespace {

constexpr int first_year = 1700;
constexpr int last_year = 2599;

bool is_leap(int year) { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0); }

int month_length(int year, int month) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && is_leap(year)) return 29;
    return lengths[static_cast<std::size_t>(month - 1)];
}

/// All days in a row.
struct Count {
    int first = 0;                    // the number of the first day
    std::vector<Almanac::Day> days;   // from the first day on
    std::vector<int> first_of_month;  // the number of each month's first day

    Count() {
        int before = 0;  // days from the first year to 1970
        for (int year = first_year; year < 1970; ++year) before += is_leap(year) ? 366 : 365;
        first = -before;
        // 1 January 1970 was a Thursday; walk back a day at a time.
        int day_of_week = 3;
        for (int n = 0; n < before; ++n) day_of_week = day_of_week == 0 ? 6 : day_of_week - 1;
        int number = first;
        for (int year = first_year; year <= last_year; ++year)
            for (int month = 1; month <= 12; ++month) {
                first_of_month.push_back(number);
                for (int day = 1; day <= month_length(year, month); ++day, ++number) {
                    days.push_back({year, month, day, day_of_week});
                    day_of_week = day_of_week == 6 ? 0 : day_of_week + 1;
                }
            }
    }
};

const Count& count() {
    static const Count counted;
    return counted;
}

bool is_end(Date date) { return date <= Date::always || date >= Date::never; }

std::optional<Date> date_in(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() < shape.size()) return std::nullopt;
    std::array<int, 3> parts{};
    std::size_t part = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (is_digit != (shape[i] == 'd') || (!is_digit && text[i] != '-')) return std::nullopt;
        if (is_digit)
            parts[part] = parts[part] * 10 + (text[i] - '0');
        else
            ++part;
    }
    return Almanac({}).find(parts[0], parts[1], parts[2]);
}

}  // namespace

Almanac::Almanac(std::vector<Date> holidays) : holidays_(std::move(holidays)) {
    std::sort(holidays_.begin(), holidays_.end());
}

Almanac::Day Almanac::look_up(Date date) const {
    const auto& all = count();
    const int last = static_cast<int>(all.days.size()) - 1;
    return all.days[static_cast<std::size_t>(std::clamp(date.day - all.first, 0, last))];
}

std::optional<Date> Almanac::find(int year, int month, int day) const {
    if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > month_length(year, month)) return std::nullopt;
    const auto at = static_cast<std::size_t>((year - first_year) * 12 + month - 1);
    return Date{count().first_of_month[at] + day - 1};
}

Date Almanac::months_later(Date date, int months) const {
    if (is_end(date)) return date;
    Day day = look_up(date);
    for (; months > 0; --months) {
        if (++day.month == 13) day = {day.year + 1, 1, day.day, 0};
    }
    for (; months < 0; ++months) {
        if (--day.month == 0) day = {day.year - 1, 12, day.day, 0};
    }
    if (day.year > last_year) return Date::never;
    if (day.year < first_year) return Date::always;
    return *find(day.year, day.month, std::min(day.day, month_length(day.year, day.month)));
}

bool Almanac::is_workday(Date date) const {
    return look_up(date).day_of_week < 5 &&
           !std::binary_search(holidays_.begin(), holidays_.end(), date);
}

Date Almanac::term_later(Date date, Term term) const {
    if (is_end(date)) return date;
    switch (term.unit) {
        case TermUnit::days:
            return {date.day + term.count};
        case TermUnit::weeks:
            return {date.day + 7 * term.count};
        case TermUnit::months:
            return months_later(date, term.count);
        case TermUnit::years:
            return months_later(date, 12 * term.count);
        case TermUnit::working_days:
            for (int left = term.count; left > 0;) {
                date = date + Days{1};
                if (is_workday(date)) --left;
            }
            return date;
    }
    return date;
}

Date Almanac::likely_later(Date date, const Duration& duration) const {
    if (is_end(date)) return date;
    if (const auto days = likely_days(duration)) return date + Days{*days};
    return term_later(date, std::get<Term>(duration.value));
}

std::string Almanac::text(Date date) const {
    if (date >= Date::never) return "never";
    if (date <= Date::always) return "always";
    const Day day = look_up(date);
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(day.year) + "-" + two(day.month) + "-" + two(day.day);
}

int nearest(double value) { return static_cast<int>(std::floor(value + 0.5)); }

std::optional<int> likely_days(const Duration& duration) {
    if (const auto* estimate = std::get_if<Estimate>(&duration.value))
        return nearest(estimate->likely);
    const auto& term = std::get<Term>(duration.value);
    if (term.unit == TermUnit::days) return term.count;
    if (term.unit == TermUnit::weeks) return 7 * term.count;
    return std::nullopt;
}

std::vector<Date> holidays_of(std::string_view csv) {
    std::vector<Date> days;
    while (!csv.empty()) {
        if (const auto day = date_in(csv)) days.push_back(*day);
        const auto end = csv.find('\n');
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    }
    return days;
}

}  // namespace wegwijzer::checker
