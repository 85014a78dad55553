// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/duration.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

using namespace wegwijzer;

namespace {

Date any_date() { return {*rc::gen::inRange(Date::first.day, Date::last.day + 1)}; }

/// Text that is a term, a range, money or a date, or very nearly so.
std::string any_text() {
    std::string text = *rc::gen::element<std::string>(
        "6 weeks", "10000 days", "10 working days", "about 3.5 months", "1..2.25..10 years",
        "EUR 148.83", "EUR 0..500..10000000", "300 hours", "16.5 hours/week", "2026-02-28", "");
    const int edits = *rc::gen::inRange(0, 3);
    for (int i = 0; i < edits; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        const auto removed = *rc::gen::inRange<std::size_t>(0, 3);
        const auto put_in = *rc::gen::element<std::string>(
            "", "0", "1", "9", ".", "..", " ", "-", "+", "e", "99999999999999999999", "\xff", "\n");
        text.replace(at, removed, put_in);
    }
    return text;
}

}  // namespace

TEST_CASE("calendar arithmetic keeps its laws") {
    CHECK(rc::check("later dates never end earlier, by any term", [] {
        const Date a = any_date();
        const Date b = a + Days{*rc::gen::inRange(0, 60)};
        const auto unit = *rc::gen::element(TermUnit::days, TermUnit::weeks, TermUnit::months,
                                            TermUnit::years, TermUnit::working_days);
        const Term term{*rc::gen::inRange(0, 200), unit};
        const Holidays holidays({a + Days{3}, a + Days{4}, b + Days{9}});
        RC_ASSERT(add(a, term, holidays) <= add(b, term, holidays));
        RC_ASSERT(a <= add(a, term, holidays));
    }));
    CHECK(rc::check("months keep the day of the month or clamp to the last", [] {
        const Date date = any_date();
        const int months = *rc::gen::inRange(-500, 500);
        const CivilDate from = to_civil(date);
        const CivilDate to = to_civil(add_months(date, months));
        RC_ASSERT(to.year * 12 + to.month == from.year * 12 + from.month + months);
        RC_ASSERT(to.day == std::min(from.day, days_in_month(to.year, to.month)));
    }));
    CHECK(rc::check("there and back by months loses only what clamping took", [] {
        const Date date = any_date();
        const Term term{*rc::gen::inRange(0, 120), TermUnit::months};
        const Date back = subtract(add(date, term, Holidays()), term);
        RC_ASSERT(back <= date);
        RC_ASSERT(date - back <= Days{3});
    }));
}

TEST_CASE("days at a pace are the fewest in which the effort fits") {
    CHECK(rc::check("⌈7E/p⌉", [] {
        const std::int64_t effort = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
        const std::int32_t pace = *rc::gen::inRange(1, 16'801);
        const std::int64_t days = days_at({effort}, {pace}).count;
        RC_ASSERT(days * pace >= effort * 7);
        RC_ASSERT(days == 0 || (days - 1) * pace < effort * 7);
    }));
}

TEST_CASE("readers of numbers and dates take what they wrote, and nothing surprises them") {
    CHECK(rc::check("any text is read or refused", [] {
        const std::string text = any_text();
        if (const auto term = parse_term(text)) {
            RC_ASSERT(term->count >= 0 && term->count <= 10'000);
            RC_ASSERT(parse_term(to_string(*term)) == term);
        }
        if (const auto duration = parse_duration(text); duration && duration->is_estimate()) {
            const auto& points = std::get<Estimate>(duration->value);
            RC_ASSERT(0 <= points.min && points.min <= points.likely);
            RC_ASSERT(points.likely <= points.max);
        }
        if (const auto money = parse_money(text)) {
            RC_ASSERT(parse_money(to_string(*money)) == money);
        }
        if (const auto date = parse_date(text)) RC_ASSERT(to_string(*date) == text);
        static_cast<void>(parse_amount(text));
        static_cast<void>(parse_effort(text));
        static_cast<void>(parse_weekly_rate(text));
    }));
    CHECK(rc::check("what is shown is sound text and stays as it is", [] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        const std::string safe = shown(bytes, 1000);
        RC_ASSERT(!find_bad_utf8(safe).has_value());
        RC_ASSERT(shown(safe, 10'000) == safe);
    }));
}

TEST_CASE("a triangular value lies in its range and grows with the share") {
    CHECK(rc::check("min ≤ value ≤ max", [] {
        const double min = *rc::gen::inRange(0, 1000);
        const double likely = min + *rc::gen::inRange(0, 1000) / 100.0;
        const double max = likely + *rc::gen::inRange(0, 1000) / 100.0;
        const Estimate estimate{min, likely, max};
        const RandomKey key(*rc::gen::arbitrary<std::uint64_t>());
        const double u = key.uniform();
        const double v = key.with(std::uint64_t{1}).uniform();
        RC_ASSERT(min <= triangular(estimate, u) && triangular(estimate, u) <= max);
        RC_ASSERT(triangular(estimate, std::min(u, v)) <= triangular(estimate, std::max(u, v)));
    }));
}
