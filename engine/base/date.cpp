// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace wegwijzer {
namespace {

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// Hinnant's algorithms count years from 1 March, so that the leap day is a year's last, and eras of
// 400 years, which all have 146097 days. 719468 days lie between 0000-03-01 and 1970-01-01.
constexpr int era_days = 146097;
constexpr int epoch_shift = 719468;

constexpr Date from_civil(CivilDate c) {
    const int year = c.month <= 2 ? c.year - 1 : c.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int month_from_march = c.month > 2 ? c.month - 3 : c.month + 9;
    const int day_of_year = (153 * month_from_march + 2) / 5 + c.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * era_days + day_of_era - epoch_shift};
}
static_assert(from_civil({1970, 1, 1}) == Date{0});
static_assert(from_civil({1800, 1, 1}) == Date::first);
static_assert(from_civil({2299, 12, 31}) == Date::last);

bool is_bound(Date date) { return date <= Date::always || date >= Date::never; }

std::optional<int> read_digits(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
    }
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// As if there were no holidays; `count` > 0.
Date add_weekdays(Date date, int count) {
    int from = weekday(date);
    if (from > 4) {
        date = date - Days{from - 4};
        from = 4;
    }
    const int rest = count % 5;
    const int weekend = from + rest > 4 ? 2 : 0;
    return date + Days{count / 5 * 7 + rest + weekend};
}

}  // namespace

Date to_date(CivilDate civil) { return from_civil(civil); }

CivilDate to_civil(Date date) {
    const int shifted = date.day + epoch_shift;
    const int era = (shifted >= 0 ? shifted : shifted - (era_days - 1)) / era_days;
    const int day_of_era = shifted - era * era_days;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day};
}

int days_in_month(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int weekday(Date date) {
    // 1970-01-01 was a Thursday.
    const int remainder = (date.day % 7 + 3) % 7;
    return remainder < 0 ? remainder + 7 : remainder;
}

Date add_months(Date date, int months) {
    if (is_bound(date)) return date;
    const CivilDate from = to_civil(date);
    const std::int64_t total = std::int64_t{from.year} * 12 + (from.month - 1) + months;
    const std::int64_t floored = total >= 0 ? total / 12 : (total - 11) / 12;
    const int year = static_cast<int>(floored);
    const int month = static_cast<int>(total - floored * 12) + 1;
    return to_date({year, month, std::min(from.day, days_in_month(year, month))});
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_digits(text.substr(0, 4));
    const auto month = read_digits(text.substr(5, 2));
    const auto day = read_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    if (*month < 1 || *month > 12) return std::nullopt;
    if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
    const Date date = to_date({*year, *month, *day});
    if (date < Date::first || date > Date::last) return std::nullopt;
    return date;
}

std::string to_string(Date date) {
    const CivilDate civil = to_civil(date);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

Holidays::Holidays(std::vector<Date> days) : days_(std::move(days)) {
    std::erase_if(days_, [](Date day) { return weekday(day) > 4; });
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
}

bool Holidays::is_working_day(Date date) const {
    return weekday(date) <= 4 && !std::binary_search(days_.begin(), days_.end(), date);
}

Date Holidays::add_working_days(Date date, int count) const {
    if (is_bound(date)) return date;
    // Leap as if there were no holidays, then make up for those leapt over, until there are none.
    while (count > 0) {
        const Date reached = add_weekdays(date, count);
        count = static_cast<int>(std::upper_bound(days_.begin(), days_.end(), reached) -
                                 std::upper_bound(days_.begin(), days_.end(), date));
        date = reached;
    }
    return date;
}

}  // namespace wegwijzer
