// SPDX-License-Identifier: Apache-2.0
#include "checker/almanac.hpp"

#include <doctest/doctest.h>

#include "base/date.hpp"

using namespace wegwijzer;
using checker::Almanac;

TEST_CASE("the counted calendar and the reckoned one agree on every day") {
    const Almanac almanac({});
    for (Date date = Date::first; date <= Date::last; date = date + Days{1}) {
        const auto counted = almanac.look_up(date);
        const auto civil = to_civil(date);
        const bool is_same = counted.year == civil.year && counted.month == civil.month &&
                             counted.day == civil.day && counted.day_of_week == weekday(date) &&
                             almanac.find(civil.year, civil.month, civil.day) == date;
        if (!is_same) FAIL("they differ on ", to_string(date));
    }
    CHECK_FALSE(almanac.find(2027, 2, 29));
    CHECK_FALSE(almanac.find(2027, 13, 1));
    CHECK(almanac.text(Date{0}) == "1970-01-01");
}

TEST_CASE("months stop at the month's end, and working days begin on the next day") {
    const auto day = [](int year, int month, int date) { return to_date({year, month, date}); };
    const Almanac almanac({day(2026, 12, 25), day(2027, 1, 1)});
    CHECK(almanac.months_later(day(2026, 1, 31), 3) == day(2026, 4, 30));
    CHECK(almanac.months_later(day(2026, 1, 31), 1) == day(2026, 2, 28));
    CHECK(almanac.months_later(day(2028, 2, 29), -12) == day(2027, 2, 28));
    CHECK(almanac.months_later(Date::never, 1) == Date::never);
    CHECK(almanac.term_later(day(2026, 12, 24), {2, TermUnit::working_days}) == day(2026, 12, 29));
    CHECK(almanac.term_later(day(2026, 12, 26), {0, TermUnit::working_days}) == day(2026, 12, 26));
    CHECK(checker::nearest(13.5) == 14);
    CHECK(checker::nearest(-0.5) == 0);
}

TEST_CASE("holidays are read from the first column") {
    const auto days =
        checker::holidays_of("date,name\n2026-12-25,eerste\nno date\n2027-01-01,nieuw");
    REQUIRE(days.size() == 2);
    CHECK(days[0] == to_date({2026, 12, 25}));
    CHECK(days[1] == to_date({2027, 1, 1}));
}
