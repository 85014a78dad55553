// SPDX-License-Identifier: Apache-2.0
/// Sums and comparisons of single values. Nothing here overflows: what is too large is unknown, a
/// date out of range is `never` or `always`.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "base/date.hpp"
#include "base/duration.hpp"
#include "model/value.hpp"

namespace wegwijzer::rule::detail {

/// A value that is no list: what evaluation handles, without memory of its own.
struct Scalar {
    bool is_known = false;
    TermUnit unit = TermUnit::days;
    std::int64_t number = 0;

    [[nodiscard]] static Scalar unknown() { return {}; }
    [[nodiscard]] static Scalar of(std::int64_t number) { return {true, TermUnit::days, number}; }
    [[nodiscard]] static Scalar of(Date date) { return of(std::int64_t{date.day}); }
    [[nodiscard]] static Scalar of(const model::Value& v) { return {v.is_known, v.unit, v.number}; }
    [[nodiscard]] static Scalar of(model::Truth truth) {
        return {truth != model::Truth::unknown, TermUnit::days, truth == model::Truth::yes ? 1 : 0};
    }
    [[nodiscard]] model::Truth truth() const {
        return is_known ? model::truth_of(number != 0) : model::Truth::unknown;
    }
    [[nodiscard]] Date as_date() const;
};

/// `date` ± `length` days, weeks, months, years or working days; the length may be negative. Taking
/// working days away gives the last day from which they are over by `date`. Monotone in `date`.
[[nodiscard]] Date moved(Date date, Scalar length, int sign, const Holidays& holidays);

/// Days from `b` to `a`.
[[nodiscard]] Scalar days_between(Date a, Date b);

/// Sum of two lengths: exact within months and years and within days and weeks, else in days, a
/// month at 365.2425/12 days and a working day at 7/5, rounded to the nearest day, half up.
[[nodiscard]] Scalar sum_of_lengths(Scalar a, Scalar b, int sign);

/// Sum of two whole numbers or amounts.
[[nodiscard]] Scalar sum_of_numbers(Scalar a, Scalar b, int sign);

/// Lengths compare exactly within the kinds named above, and at the same rates across them.
[[nodiscard]] std::strong_ordering compare_lengths(Scalar a, Scalar b);

/// Whether a country or a part of one lies in `region`.
[[nodiscard]] bool lies_in(std::int64_t country, std::int64_t region);

}  // namespace wegwijzer::rule::detail
