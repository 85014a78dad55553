// SPDX-License-Identifier: Apache-2.0
#include "base/duration.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

using namespace wegwijzer;

namespace {

Date day(int year, int month, int day_of_month) { return to_date({year, month, day_of_month}); }

Estimate estimate_in(std::string_view text) {
    const auto duration = parse_duration(text);
    REQUIRE(duration.has_value());
    REQUIRE(duration->is_estimate());
    return std::get<Estimate>(duration->value);
}

const std::vector<std::string> neither_term_nor_duration{
    "",
    " ",
    "5",
    "weeks",
    " weeks",
    "+5 weeks",
    "-5 weeks",
    " 5 weeks",
    "5 weeks ",
    "5  weeks",
    "5\tweeks",
    "5\u00a0weeks",  // a no-break space
    "5weeks",
    "5-weeks",
    "1e3 days",
    "0x10 days",
    "05 weeks",
    "00 weeks",
    "1,5 weeks",
    "1.5 weeks",
    "5. weeks",
    ".5 weeks",
    "1_000 days",
    "1,000 days",
    "10001 days",
    "4294967297 days",
    "18446744073709551617 days",
    "99999999999999999999999999 days",
    "nan days",
    "inf weeks",
    "٦ weeks",
    "６ weeks",
    "six weeks",
    "5 Weeks",
    "5 WEEKS",
    "5 week s",
    "5 fortnights",
    "5 hours",
    "5 d",
    "5 working",
    "5 working  days",
    "5 workingdays",
    "5 business days",
    "5 weeks 3 days",
    "5 weeks\n",
    std::string("5 weeks\0", 8),
};

}  // namespace

TEST_CASE("a term is a count, one space and a unit") {
    CHECK(parse_term("6 weeks") == Term{6, TermUnit::weeks});
    CHECK(parse_term("10 days") == Term{10, TermUnit::days});
    CHECK(parse_term("3 months") == Term{3, TermUnit::months});
    CHECK(parse_term("2 years") == Term{2, TermUnit::years});
    CHECK(parse_term("10 working days") == Term{10, TermUnit::working_days});
    CHECK(parse_term("1 day") == Term{1, TermUnit::days});
    CHECK(parse_term("1 week") == Term{1, TermUnit::weeks});
    CHECK(parse_term("1 month") == Term{1, TermUnit::months});
    CHECK(parse_term("1 year") == Term{1, TermUnit::years});
    CHECK(parse_term("1 working day") == Term{1, TermUnit::working_days});
    CHECK(parse_term("0 days") == Term{0, TermUnit::days});
    CHECK(parse_term("10000 days") == Term{10000, TermUnit::days});
}

TEST_CASE("what is not quite a term is refused") {
    for (const std::string& text : neither_term_nor_duration) {
        CAPTURE(text);
        CHECK_FALSE(parse_term(text).has_value());
        CHECK_FALSE(parse_duration(text).has_value());
    }
    CHECK_FALSE(parse_term("about 3 months").has_value());
    CHECK_FALSE(parse_term("1..2..3 weeks").has_value());
}

TEST_CASE("a term written is the term read") {
    CHECK(to_string(Term{1, TermUnit::months}) == "1 month");
    CHECK(to_string(Term{0, TermUnit::days}) == "0 days");
    CHECK(to_string(Term{1, TermUnit::working_days}) == "1 working day");
    for (const TermUnit unit : {TermUnit::days, TermUnit::weeks, TermUnit::months, TermUnit::years,
                                TermUnit::working_days}) {
        for (const int count : {0, 1, 2, 10, 9999, 10000}) {
            CHECK(parse_term(to_string(Term{count, unit})) == Term{count, unit});
        }
    }
}

TEST_CASE("a term is added by the calendar") {
    const Holidays holidays({day(2026, 12, 25)});
    CHECK(add(day(2026, 1, 31), {3, TermUnit::months}, holidays) == day(2026, 4, 30));
    CHECK(add(day(2026, 1, 31), {6, TermUnit::weeks}, holidays) == day(2026, 3, 14));
    CHECK(add(day(2026, 1, 31), {30, TermUnit::days}, holidays) == day(2026, 3, 2));
    CHECK(add(day(2024, 2, 29), {1, TermUnit::years}, holidays) == day(2025, 2, 28));
    CHECK(add(day(2024, 2, 29), {4, TermUnit::years}, holidays) == day(2028, 2, 29));
    CHECK(add(day(2026, 12, 24), {1, TermUnit::working_days}, holidays) == day(2026, 12, 28));
    CHECK(add(day(2299, 12, 31), {1, TermUnit::days}, holidays) == Date::last + Days{1});
}

TEST_CASE("the longest terms do not overflow") {
    const Holidays none;
    CHECK(to_civil(add(Date::last, {10000, TermUnit::years}, none)).year == 12299);
    CHECK(to_civil(subtract(Date::first, {10000, TermUnit::years})).year == -8200);
    CHECK(add(Date::last, {10000, TermUnit::working_days}, none) > Date::last);
}

TEST_CASE("a term is subtracted by the calendar") {
    CHECK(subtract(day(2026, 3, 31), {1, TermUnit::months}) == day(2026, 2, 28));
    CHECK(subtract(day(2024, 3, 31), {1, TermUnit::months}) == day(2024, 2, 29));
    CHECK(subtract(day(2024, 2, 29), {1, TermUnit::years}) == day(2023, 2, 28));
    CHECK(subtract(day(2026, 3, 1), {1, TermUnit::days}) == day(2026, 2, 28));
    CHECK(subtract(day(2026, 3, 14), {6, TermUnit::weeks}) == day(2026, 1, 31));
}

TEST_CASE("no term moves the ends of time") {
    const Holidays none;
    for (const Date bound : {Date::never, Date::always}) {
        CHECK(add(bound, {5, TermUnit::days}, none) == bound);
        CHECK(add(bound, {5, TermUnit::months}, none) == bound);
        CHECK(add(bound, {5, TermUnit::working_days}, none) == bound);
        CHECK(subtract(bound, {5, TermUnit::weeks}) == bound);
        CHECK(add_likely(bound, Duration{Estimate{7, 7, 7}}, none) == bound);
    }
}

TEST_CASE("a plain duration is a term") {
    CHECK(parse_duration("6 weeks") == Duration{Term{6, TermUnit::weeks}});
    CHECK(parse_duration("10 working days") == Duration{Term{10, TermUnit::working_days}});
    CHECK_FALSE(parse_duration("6 weeks")->is_estimate());
    CHECK_FALSE(parse_duration("6 weeks")->is_range());
}

TEST_CASE("about makes an estimate of three equal points") {
    CHECK(estimate_in("about 6 weeks") == Estimate{42, 42, 42});
    CHECK(estimate_in("about 1 day") == Estimate{1, 1, 1});
    CHECK(estimate_in("about 0 days") == Estimate{0, 0, 0});
    CHECK(estimate_in("about 12 months") == Estimate{365.2425, 365.2425, 365.2425});
    CHECK(estimate_in("about 1 year") == estimate_in("about 12 months"));
    CHECK(estimate_in("about 1 month").likely == estimated_month_days);
    CHECK(estimate_in("about 3 months").likely == doctest::Approx(3 * estimated_month_days));
    CHECK(estimate_in("about 10000 years").likely == 3652425);
    CHECK_FALSE(parse_duration("about 3 months")->is_range());
}

TEST_CASE("an estimate takes up to two decimals") {
    CHECK(estimate_in("about 2.5 days").likely == 2.5);
    CHECK(estimate_in("about 0.25 weeks").likely == 1.75);
    CHECK(estimate_in("about 1.05 weeks").likely == 7.35);
    CHECK(estimate_in("about 1.50 days").likely == 1.5);
    CHECK(estimate_in("about 0.5 years").likely == doctest::Approx(182.62125));
    CHECK(estimate_in("1..1.5..2.25 weeks") == Estimate{7, 10.5, 15.75});
    CHECK(estimate_in("0.5..1..1.5 days") == Estimate{0.5, 1, 1.5});
}

TEST_CASE("a range is an estimate by nature") {
    CHECK(estimate_in("12..14..20 weeks") == Estimate{84, 98, 140});
    CHECK(estimate_in("0..0..1 days") == Estimate{0, 0, 1});
    CHECK(parse_duration("12..14..20 weeks")->is_range());
    CHECK(estimate_in("5..5..5 weeks") == Estimate{35, 35, 35});
    CHECK_FALSE(parse_duration("5..5..5 weeks")->is_range());
    CHECK(estimate_in("1..2..12 months").max == 365.2425);
}

TEST_CASE("what is not quite an estimate is refused") {
    const std::vector<std::string> refused{
        "about",
        "about ",
        "about weeks",
        "about 5",
        "about  5 weeks",
        "About 5 weeks",
        " about 5 weeks",
        "about 5  weeks",
        "about +5 weeks",
        "about -5 weeks",
        "about 05 weeks",
        "about 5. weeks",
        "about .5 weeks",
        "about 1.234 weeks",
        "about 1e3 days",
        "about 10000.01 days",
        "about 10001 days",
        "about 99999999999999999999 days",
        "about 10 working days",
        "about 1..2..3 weeks",
        "about about 5 weeks",
        "1..2 weeks",
        "1..2..3..4 weeks",
        "3..2..4 weeks",
        "1..5..4 weeks",
        "1..2..3weeks",
        "1..2..3  weeks",
        "1 ..2..3 weeks",
        "1.. 2..3 weeks",
        "..2..3 weeks",
        "1....3 weeks",
        "1...5..3 weeks",
        "1..2..3.. weeks",
        "1..2..3. weeks",
        "1..2..3.456 weeks",
        "1…2…3 weeks",
        "1..2..10001 weeks",
        "1..2..3 working days",
        "1..2..3",
        "1..2..3 hours",
        "1 weeks..2 weeks..3 weeks",
    };
    for (const std::string& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text).has_value());
    }
}

TEST_CASE("days, weeks and estimates are as long from every day, the rest is not") {
    CHECK(parse_duration("3 days")->is_uniform());
    CHECK(parse_duration("3 weeks")->is_uniform());
    CHECK(parse_duration("about 3 months")->is_uniform());
    CHECK(parse_duration("1..2..3 years")->is_uniform());
    CHECK_FALSE(parse_duration("3 months")->is_uniform());
    CHECK_FALSE(parse_duration("3 years")->is_uniform());
    CHECK_FALSE(parse_duration("3 working days")->is_uniform());
}

TEST_CASE("a half rounds up, on both sides of zero") {
    CHECK(round_half_up(2.5) == 3);
    CHECK(round_half_up(3.5) == 4);
    CHECK(round_half_up(2.4999999) == 2);
    CHECK(round_half_up(0) == 0);
    CHECK(round_half_up(-0.5) == 0);
    CHECK(round_half_up(-1.5) == -1);
    CHECK(round_half_up(-1.6) == -2);
    // Adding a half to this one gives 1.
    CHECK(round_half_up(0.49999999999999994) == 0);
}

TEST_CASE("what does not fit is rounded to the nearest that does") {
    using Limits = std::numeric_limits<std::int32_t>;
    CHECK(round_half_up(1e300) == Limits::max());
    CHECK(round_half_up(-1e300) == Limits::min());
    CHECK(round_half_up(2147483646.5) == Limits::max());
    CHECK(round_half_up(2147483646.4) == Limits::max() - 1);
    CHECK(round_half_up(-2147483648.0) == Limits::min());
    CHECK(round_half_up(std::numeric_limits<double>::infinity()) == Limits::max());
    CHECK(round_half_up(-std::numeric_limits<double>::infinity()) == Limits::min());
    CHECK(round_half_up(std::numeric_limits<double>::quiet_NaN()) == 0);
}

TEST_CASE("a likely value is rounded after multiplying") {
    const Holidays none;
    const Date from = day(2026, 1, 1);
    // 3 months of 30.436875 days are 91.31, not 3 times 30.
    CHECK(add_likely(from, *parse_duration("about 3 months"), none) == from + Days{91});
    CHECK(add_likely(from, *parse_duration("about 2.5 days"), none) == from + Days{3});
    CHECK(add_likely(from, *parse_duration("12..14..20 weeks"), none) == from + Days{98});
    CHECK(add_likely(from, *parse_duration("3 months"), none) == day(2026, 4, 1));
    CHECK(add_likely(from, *parse_duration("1 working day"), none) == day(2026, 1, 2));
}
