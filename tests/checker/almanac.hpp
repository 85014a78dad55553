// SPDX-License-Identifier: Apache-2.0
/// The checker's own calendar: every day counted off one by one from 1 January 1970, by the lengths
/// of the months. Shares nothing with the calendar that the planner uses, so that neither repeats
/// the other's mistakes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.hpp"

namespace wegwijzer::checker {

class Almanac {
public:
    /// 1700 to 2599; a day outside gives the nearest end, `Date::never` or `Date::always`.
    explicit Almanac(std::vector<Date> holidays);

    struct Day {
        int year = 0, month = 0, day = 0;
        int day_of_week = 0;  ///< 0 Monday .. 6 Sunday
    };
    [[nodiscard]] Day look_up(Date date) const;
    /// None where the month has no such day.
    [[nodiscard]] std::optional<Date> find(int year, int month, int day) const;

    /// The same day of the month so many months later, or that month's last day.
    [[nodiscard]] Date months_later(Date date, int months) const;
    [[nodiscard]] Date term_later(Date date, Term term) const;
    /// By the likely value of the duration, rounded to whole days.
    [[nodiscard]] Date likely_later(Date date, const Duration& duration) const;
    [[nodiscard]] bool is_workday(Date date) const;
    [[nodiscard]] std::string text(Date date) const;

private:
    std::vector<Date> holidays_;  // sorted
};

/// Nearest whole number; a half goes up.
[[nodiscard]] int nearest(double value);
/// How many days a uniform duration is likely to take; none for months, years and working days.
[[nodiscard]] std::optional<int> likely_days(const Duration& duration);

/// The first column of a table with a heading, as in `data/holidays.csv`; what is no date is passed
/// over.
[[nodiscard]] std::vector<Date> holidays_of(std::string_view csv);

}  // namespace wegwijzer::checker
