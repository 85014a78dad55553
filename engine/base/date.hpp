// SPDX-License-Identifier: Apache-2.0
/// Calendar days of the proleptic Gregorian calendar. The one place that does calendar arithmetic.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer {

/// A number of whole days, possibly negative.
struct Days {
    std::int32_t count = 0;
    friend constexpr auto operator<=>(Days, Days) = default;
};

/// A day, as days since 1970-01-01. Valid dates run from 1800-01-01 to 2299-12-31 (`first`,
/// `last`).
struct Date {
    std::int32_t day = 0;

    static const Date first;   ///< 1800-01-01
    static const Date last;    ///< 2299-12-31
    static const Date never;   ///< later than every date; stands for "no end"
    static const Date always;  ///< earlier than every date; stands for "no beginning"

    friend constexpr auto operator<=>(Date, Date) = default;
    friend constexpr Date operator+(Date d, Days n) { return {d.day + n.count}; }
    friend constexpr Date operator-(Date d, Days n) { return {d.day - n.count}; }
    friend constexpr Days operator-(Date a, Date b) { return {a.day - b.day}; }
};

inline constexpr Date Date::first{-62091};
inline constexpr Date Date::last{120529};
inline constexpr Date Date::never{0x3fffffff};
inline constexpr Date Date::always{-0x3fffffff};

struct CivilDate {
    int year = 1970;
    int month = 1;  ///< 1..12
    int day = 1;    ///< 1..31
};

/// @source H. Hinnant, "chrono-compatible low-level date algorithms": days_from_civil,
/// civil_from_days
[[nodiscard]] Date to_date(CivilDate civil);
[[nodiscard]] CivilDate to_civil(Date date);
[[nodiscard]] int days_in_month(int year, int month);
/// 0 Monday .. 6 Sunday.
[[nodiscard]] int weekday(Date date);

/// `months` later (or earlier, when negative), clamped to the month's end: 31 January + 1 month is
/// 28 or 29 February. `never` and `always` stay what they are.
[[nodiscard]] Date add_months(Date date, int months);

/// "2026-11-23" and nothing else; none for an impossible day or one outside [first, last].
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// "2026-11-23".
[[nodiscard]] std::string to_string(Date date);

/// Days on which nobody works besides Saturday and Sunday (`data/holidays.csv`).
class Holidays {
public:
    Holidays() = default;
    explicit Holidays(std::vector<Date> days);
    [[nodiscard]] bool is_working_day(Date date) const;
    /// The day that is `count` (≥ 0) working days after `date`: counting starts on the next day.
    /// `never` and `always` stay what they are.
    [[nodiscard]] Date add_working_days(Date date, int count) const;

private:
    std::vector<Date> days_;  // sorted
};

}  // namespace wegwijzer
