// SPDX-License-Identifier: Apache-2.0
/// Lengths of time as packs write them: terms that are exact, estimates that are not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.hpp"

namespace wegwijzer {

enum class TermUnit { days, weeks, months, years, working_days };

/// A legal or practical term: "6 weeks", "3 months", "10 working days". `count` is 0..10000.
struct Term {
    std::int32_t count = 0;
    TermUnit unit = TermUnit::days;
    friend bool operator==(const Term&, const Term&) = default;
};

/// The day that lies a term after `date`; months and years clamp to the month's end. `never` and
/// `always` stay what they are, here and below.
[[nodiscard]] Date add(Date date, Term term, const Holidays& holidays);
/// The day that lies a term before `date` (not for working days).
[[nodiscard]] Date subtract(Date date, Term term);

/// Three points of a triangular guess, in one unit; `min` ≤ `likely` ≤ `max`. A plain "about 3
/// months" has three equal points.
struct Estimate {
    double min = 0;
    double likely = 0;
    double max = 0;
    friend bool operator==(const Estimate&, const Estimate&) = default;
    [[nodiscard]] bool is_range() const { return min != max; }
};

/// Days in an estimate's month: 365.2425 / 12.
inline constexpr double estimated_month_days = 365.2425 / 12.0;

/// How long something takes: a term, or an estimate in days ("12..14..20 weeks" is {84, 98, 140}).
struct Duration {
    std::variant<Term, Estimate> value = Term{};
    friend bool operator==(const Duration&, const Duration&) = default;
    [[nodiscard]] bool is_estimate() const { return value.index() == 1; }
    [[nodiscard]] bool is_range() const {
        return is_estimate() && std::get<Estimate>(value).is_range();
    }
    /// Whether the length in days is the same from every day: days, weeks, estimates.
    [[nodiscard]] bool is_uniform() const;
};

/// Nearest whole number, a half goes up (-0.5 becomes 0). Beyond 32 bits the nearest end, 0 for
/// NaN.
[[nodiscard]] std::int32_t round_half_up(double value);

/// `duration` at its likely value after `date`.
[[nodiscard]] Date add_likely(Date date, const Duration& duration, const Holidays& holidays);

/// "6 weeks", "1 month", "10 working days"; one space, singular and plural units, no
/// leading zero; none if it is anything else.
[[nodiscard]] std::optional<Term> parse_term(std::string_view text);
/// A term, "about 3 months", or "min..likely..max unit" with at most two decimals; none if it is
/// anything else, if the points are not in order, or for a range or estimate in working days.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

/// As packs write it.
[[nodiscard]] std::string to_string(Term term);

}  // namespace wegwijzer
