// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace wegwijzer;

namespace {

Date day(int year, int month, int day_of_month) { return to_date({year, month, day_of_month}); }

/// The first working day after `from`, found by trying them all, `count` times.
Date step_by_step(const Holidays& holidays, Date from, int count) {
    while (count > 0) {
        from = from + Days{1};
        if (holidays.is_working_day(from)) --count;
    }
    return from;
}

}  // namespace

TEST_CASE("days count from the first of January 1970") {
    CHECK(day(1970, 1, 1).day == 0);
    CHECK(day(1970, 1, 2).day == 1);
    CHECK(day(1969, 12, 31).day == -1);
    CHECK(day(2000, 3, 1).day == 11017);
    CHECK(day(2026, 11, 23).day == 20780);
}

TEST_CASE("the first and the last date are what they say") {
    CHECK(Date::first == day(1800, 1, 1));
    CHECK(Date::last == day(2299, 12, 31));
    CHECK(to_string(Date::first) == "1800-01-01");
    CHECK(to_string(Date::last) == "2299-12-31");
    CHECK(Date::always < Date::first);
    CHECK(Date::last < Date::never);
}

TEST_CASE("every day from first to last follows the one before, there and back") {
    CivilDate expected{1800, 1, 1};
    int expected_weekday = 2;  // 1 January 1800 was a Wednesday
    int wrong = 0;
    for (Date date = Date::first; date <= Date::last; date = date + Days{1}) {
        const CivilDate civil = to_civil(date);
        const bool is_right = civil.year == expected.year && civil.month == expected.month &&
                              civil.day == expected.day && to_date(civil) == date &&
                              weekday(date) == expected_weekday;
        if (!is_right) ++wrong;
        expected_weekday = (expected_weekday + 1) % 7;
        if (++expected.day <= days_in_month(expected.year, expected.month)) continue;
        expected.day = 1;
        if (++expected.month <= 12) continue;
        expected.month = 1;
        ++expected.year;
    }
    CHECK(wrong == 0);
    CHECK(expected.year == 2300);
}

TEST_CASE("years before the common era and before the first era work too") {
    CHECK(to_civil(day(0, 2, 29)).day == 29);
    CHECK(to_civil(day(-1, 12, 31)).year == -1);
    CHECK(day(0, 1, 1) - day(-1, 12, 31) == Days{1});
}

TEST_CASE("a leap year is every fourth, but of the centuries only every fourth") {
    CHECK(days_in_month(2024, 2) == 29);
    CHECK(days_in_month(2023, 2) == 28);
    CHECK(days_in_month(1900, 2) == 28);
    CHECK(days_in_month(2000, 2) == 29);
    CHECK(days_in_month(2100, 2) == 28);
    const std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
        CHECK(days_in_month(2025, month) == lengths.at(static_cast<std::size_t>(month - 1)));
    }
}

TEST_CASE("weekdays count from Monday") {
    CHECK(weekday(day(2026, 11, 23)) == 0);
    CHECK(weekday(day(2026, 11, 29)) == 6);
    CHECK(weekday(day(1970, 1, 1)) == 3);
    CHECK(weekday(day(1969, 12, 31)) == 2);
    CHECK(weekday(day(1800, 1, 1)) == 2);
}

TEST_CASE("adding months clamps to the month's end") {
    CHECK(add_months(day(2026, 1, 31), 1) == day(2026, 2, 28));
    CHECK(add_months(day(2024, 1, 31), 1) == day(2024, 2, 29));
    CHECK(add_months(day(2026, 1, 31), 3) == day(2026, 4, 30));
    CHECK(add_months(day(2026, 1, 30), 1) == day(2026, 2, 28));
    CHECK(add_months(day(2026, 1, 31), 2) == day(2026, 3, 31));
    CHECK(add_months(day(2024, 2, 29), 12) == day(2025, 2, 28));
    CHECK(add_months(day(2024, 2, 29), 48) == day(2028, 2, 29));
    CHECK(add_months(day(1896, 2, 29), 48) == day(1900, 2, 28));
}

TEST_CASE("adding months goes over the year's end, both ways") {
    CHECK(add_months(day(2026, 12, 15), 1) == day(2027, 1, 15));
    CHECK(add_months(day(2026, 1, 15), -1) == day(2025, 12, 15));
    CHECK(add_months(day(2026, 3, 31), -1) == day(2026, 2, 28));
    CHECK(add_months(day(2026, 6, 1), -30) == day(2023, 12, 1));
    CHECK(add_months(day(2026, 6, 1), 0) == day(2026, 6, 1));
    CHECK(add_months(day(2026, 11, 23), 12 * 273) == day(2299, 11, 23));
    CHECK(add_months(day(10, 1, 31), -11 * 12 + 1) == day(-1, 2, 28));
}

TEST_CASE("no number of months moves the ends of time") {
    CHECK(add_months(Date::never, 5) == Date::never);
    CHECK(add_months(Date::always, -5) == Date::always);
}

TEST_CASE("a date is read as year, month, day with hyphens") {
    CHECK(parse_date("2026-11-23") == day(2026, 11, 23));
    CHECK(parse_date("2024-02-29") == day(2024, 2, 29));
    CHECK(parse_date("1800-01-01") == Date::first);
    CHECK(parse_date("2299-12-31") == Date::last);
}

TEST_CASE("what is not quite a date is refused") {
    const std::vector<std::string> refused{"",
                                           "2026",
                                           "2026-11",
                                           "2026-11-2",
                                           "2026-1-23",
                                           "26-11-23",
                                           "2026-11-231",
                                           " 2026-11-23",
                                           "2026-11-23 ",
                                           "2026/11/23",
                                           "2026-11_23",
                                           "20261123",
                                           "2026-00-10",
                                           "2026-13-10",
                                           "2026-01-00",
                                           "2026-01-32",
                                           "2026-02-29",
                                           "1900-02-29",
                                           "2026-04-31",
                                           "1799-12-31",
                                           "2300-01-01",
                                           "0000-01-01",
                                           "9999-12-31",
                                           "+026-11-23",
                                           "-026-11-23",
                                           "2026-+1-23",
                                           "2026- 1-23",
                                           "2026-11-2x",
                                           "0x26-11-23",
                                           "2026-1e-23",
                                           "2026-11-23T",
                                           "2O26-11-23",
                                           "٢٠٢٦-١١-٢٣",
                                           "2026‐11‐23",
                                           std::string("2026-11-2\0", 10)};
    for (const std::string& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("a date written is the date read") {
    CHECK(to_string(day(2026, 1, 5)) == "2026-01-05");
    int wrong = 0;
    for (Date date = Date::first; date <= Date::last; date = date + Days{7}) {
        if (parse_date(to_string(date)) != date) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("working days are Monday to Friday without the holidays") {
    const Holidays none;
    CHECK(none.is_working_day(day(2026, 11, 23)));
    CHECK(none.is_working_day(day(2026, 11, 27)));
    CHECK_FALSE(none.is_working_day(day(2026, 11, 28)));
    CHECK_FALSE(none.is_working_day(day(2026, 11, 29)));
    const Holidays christmas({day(2026, 12, 26), day(2026, 12, 25), day(2026, 12, 25)});
    CHECK_FALSE(christmas.is_working_day(day(2026, 12, 25)));
    CHECK(christmas.is_working_day(day(2026, 12, 24)));
}

TEST_CASE("counting working days starts on the next day") {
    const Holidays none;
    const Date friday = day(2026, 11, 27);
    CHECK(none.add_working_days(friday, 0) == friday);
    CHECK(none.add_working_days(friday, 1) == day(2026, 11, 30));
    CHECK(none.add_working_days(friday, 5) == day(2026, 12, 4));
    CHECK(none.add_working_days(day(2026, 11, 28), 0) == day(2026, 11, 28));
    CHECK(none.add_working_days(day(2026, 11, 28), 1) == day(2026, 11, 30));
    CHECK(none.add_working_days(day(2026, 11, 29), 1) == day(2026, 11, 30));
    CHECK(none.add_working_days(day(2026, 11, 23), 4) == friday);
    CHECK(none.add_working_days(friday, 10'000) == friday + Days{14'000});
}

TEST_CASE("working days leap over holidays, those met on the way too") {
    // Christmas is Friday and Saturday, New Year's Day a Friday.
    const Holidays holidays({day(2026, 12, 25), day(2026, 12, 26), day(2027, 1, 1)});
    CHECK(holidays.add_working_days(day(2026, 12, 24), 1) == day(2026, 12, 28));
    CHECK(holidays.add_working_days(day(2026, 12, 24), 5) == day(2027, 1, 4));
    CHECK(holidays.add_working_days(day(2026, 12, 25), 1) == day(2026, 12, 28));
    CHECK(holidays.add_working_days(day(2026, 12, 21), 4) == day(2026, 12, 28));
}

TEST_CASE("a leap over holidays agrees with counting day by day") {
    std::vector<Date> days;
    for (int i = 0; i < 200; ++i) days.push_back(day(2026, 1, 1) + Days{i * i % 731});
    const Holidays holidays(days);
    int wrong = 0;
    for (int start = -10; start < 400; ++start) {
        const Date from = day(2026, 1, 1) + Days{start};
        for (const int count : {0, 1, 2, 3, 4, 5, 6, 9, 10, 23, 60, 365}) {
            if (holidays.add_working_days(from, count) != step_by_step(holidays, from, count)) {
                ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a whole year of holidays is leapt over at once") {
    std::vector<Date> days;
    for (Date at = day(2027, 1, 1); at < day(2028, 1, 1); at = at + Days{1}) days.push_back(at);
    const Holidays holidays(days);
    CHECK(holidays.add_working_days(day(2026, 12, 31), 1) == day(2028, 1, 3));
    CHECK(holidays.add_working_days(day(2027, 6, 1), 2) == day(2028, 1, 4));
}

TEST_CASE("no number of working days moves the ends of time") {
    CHECK(Holidays().add_working_days(Date::never, 3) == Date::never);
    CHECK(Holidays().add_working_days(Date::always, 3) == Date::always);
}
