// SPDX-License-Identifier: Apache-2.0
#include "rule/arithmetic.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "unit/rule/sample.hpp"

using namespace wegwijzer;
using namespace wegwijzer::rule::detail;
using sample::day;

namespace {

Scalar length(std::int64_t count, TermUnit unit) { return {true, unit, count}; }

}  // namespace

TEST_CASE("moving by working days and back are the two halves of one order") {
    const Holidays holidays({day("2026-12-25"), day("2027-01-01"), day("2027-04-27")});
    for (Date date = day("2026-12-01"); date < day("2027-05-10"); date = date + Days{1}) {
        for (const int count : {1, 2, 5, 23}) {
            const Date before = moved(date, length(count, TermUnit::working_days), -1, holidays);
            const Scalar back = length(count, TermUnit::working_days);
            CHECK(moved(before, back, 1, holidays) <= date);
            CHECK(moved(before + Days{1}, back, 1, holidays) > date);
        }
    }
}

TEST_CASE("a date moved out of the calendar stays out") {
    const Holidays none;
    CHECK(moved(Date::last, length(1, TermUnit::days), 1, none) == Date::never);
    CHECK(moved(Date::first, length(1, TermUnit::days), -1, none) == Date::always);
    CHECK(moved(Date::never, length(5000, TermUnit::years), -1, none) == Date::never);
    CHECK(moved(Date::always, length(1, TermUnit::weeks), 1, none) == Date::always);
    for (const auto unit : {TermUnit::days, TermUnit::weeks, TermUnit::months, TermUnit::years,
                            TermUnit::working_days}) {
        const Scalar endless = length(std::numeric_limits<std::int64_t>::max(), unit);
        CHECK(moved(Date::first, endless, 1, none) == Date::never);
        CHECK(moved(Date::last, endless, -1, none) == Date::always);
        const Scalar negative = length(std::numeric_limits<std::int64_t>::min(), unit);
        CHECK(moved(Date::last, negative, 1, none) == Date::always);
    }
}

TEST_CASE("sums of lengths of two kinds are rounded half up to days") {
    const auto sum = sum_of_lengths(length(1, TermUnit::months), length(0, TermUnit::days), 1);
    CHECK(sum.unit == TermUnit::days);
    CHECK(sum.number == 30);
    const auto year = sum_of_lengths(length(1, TermUnit::years), length(1, TermUnit::weeks), -1);
    CHECK(year.number == 358);
    const auto less = sum_of_lengths(length(1, TermUnit::weeks), length(1, TermUnit::years), -1);
    CHECK(less.number == -358);
}

TEST_CASE("regions hold themselves and their parts") {
    const auto code = [](std::string_view text) { return sample::country(text).number; };
    CHECK(lies_in(code("CA"), code("CA")));
    CHECK(lies_in(code("CA-AB"), code("CA")));
    CHECK(lies_in(code("CA-AB"), code("CA-AB")));
    CHECK_FALSE(lies_in(code("CA"), code("CA-AB")));
    CHECK_FALSE(lies_in(code("CA-AB"), code("CA-A")));
}
