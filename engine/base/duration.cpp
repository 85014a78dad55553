// SPDX-License-Identifier: Apache-2.0
#include "base/duration.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <cmath>
#include <limits>

#include "base/decimal.hpp"

namespace wegwijzer {
namespace {

constexpr std::int64_t most_units = 10'000;

/// A unit's words, and its length in days as an exact fraction, for estimates (0: not for
/// estimates).
struct UnitWords {
    TermUnit unit;
    std::string_view one;
    std::string_view many;
    std::int64_t days_numerator;
    std::int64_t days_denominator;
};

// The Gregorian calendar's mean year is 365.2425 days.
constexpr std::array<UnitWords, 5> units{{
    {TermUnit::days, "day", "days", 1, 1},
    {TermUnit::weeks, "week", "weeks", 7, 1},
    {TermUnit::months, "month", "months", 3'652'425, 120'000},
    {TermUnit::years, "year", "years", 3'652'425, 10'000},
    {TermUnit::working_days, "working day", "working days", 0, 1},
}};

const UnitWords* find_unit(std::string_view word) {
    for (const UnitWords& unit : units) {
        if (word == unit.one || word == unit.many) return &unit;
    }
    return nullptr;
}

/// One division of two exact whole numbers, so the nearest double on every machine.
double in_days(std::int64_t hundredths, const UnitWords& unit) {
    return static_cast<double>(hundredths * unit.days_numerator) /
           static_cast<double>(100 * unit.days_denominator);
}

std::optional<Duration> parse_estimate(std::string_view text) {
    const bool is_about = detail::take(text, "about ");
    const bool has_points = text.find("..") != std::string_view::npos;
    // A range is an estimate by nature, and one number without "about" is a term.
    if (is_about == has_points) return std::nullopt;
    const auto points = detail::take_points(text, most_units);
    if (!points || !detail::take(text, " ")) return std::nullopt;
    const UnitWords* unit = find_unit(text);
    if (unit == nullptr || unit->days_numerator == 0) return std::nullopt;
    return Duration{Estimate{in_days(points->min, *unit), in_days(points->likely, *unit),
                             in_days(points->max, *unit)}};
}

}  // namespace

Date add(Date date, Term term, const Holidays& holidays) {
    if (date <= Date::always || date >= Date::never) return date;
    switch (term.unit) {
        case TermUnit::days:
            return date + Days{term.count};
        case TermUnit::weeks:
            return date + Days{term.count * 7};
        case TermUnit::months:
            return add_months(date, term.count);
        case TermUnit::years:
            return add_months(date, term.count * 12);
        case TermUnit::working_days:
            return holidays.add_working_days(date, term.count);
    }
    return date;
}

Date subtract(Date date, Term term) {
    assert(term.unit != TermUnit::working_days && "working days are counted forwards only");
    if (date <= Date::always || date >= Date::never) return date;
    switch (term.unit) {
        case TermUnit::days:
            return date - Days{term.count};
        case TermUnit::weeks:
            return date - Days{term.count * 7};
        case TermUnit::months:
            return add_months(date, -term.count);
        case TermUnit::years:
            return add_months(date, -term.count * 12);
        case TermUnit::working_days:
            return date;
    }
    return date;
}

bool Duration::is_uniform() const {
    const Term* term = std::get_if<Term>(&value);
    return term == nullptr || term->unit == TermUnit::days || term->unit == TermUnit::weeks;
}

std::int32_t round_half_up(double value) {
    using Limits = std::numeric_limits<std::int32_t>;
    // Not floor(value + 0.5): that sum rounds the double just below a half up.
    const double below = std::floor(value);
    const double rounded = value - below >= 0.5 ? below + 1 : below;
    if (rounded >= Limits::max()) return Limits::max();
    if (rounded > Limits::min()) return static_cast<std::int32_t>(rounded);
    return std::isnan(rounded) ? 0 : Limits::min();
}

Date add_likely(Date date, const Duration& duration, const Holidays& holidays) {
    if (const Term* term = std::get_if<Term>(&duration.value)) return add(date, *term, holidays);
    if (date <= Date::always || date >= Date::never) return date;
    return date + Days{round_half_up(std::get<Estimate>(duration.value).likely)};
}

std::optional<Term> parse_term(std::string_view text) {
    const auto count = detail::take_whole(text, most_units);
    if (!count || !detail::take(text, " ")) return std::nullopt;
    const UnitWords* unit = find_unit(text);
    if (unit == nullptr) return std::nullopt;
    return Term{static_cast<std::int32_t>(*count), unit->unit};
}

std::optional<Duration> parse_duration(std::string_view text) {
    if (const auto term = parse_term(text)) return Duration{*term};
    return parse_estimate(text);
}

std::string to_string(Term term) {
    for (const UnitWords& unit : units) {
        if (unit.unit != term.unit) continue;
        return fmt::format("{} {}", term.count, term.count == 1 ? unit.one : unit.many);
    }
    return {};
}

}  // namespace wegwijzer
