// SPDX-License-Identifier: Apache-2.0
#include "rule/arithmetic.hpp"

#include <algorithm>

namespace wegwijzer::rule::detail {
namespace {

/// A length beyond this leads from every date out of the calendar, and fits every sum of a few.
constexpr std::int64_t most_units = 10'000'000;

std::int64_t clamped(std::int64_t count) { return std::clamp(count, -most_units, most_units); }

Date in_range(std::int64_t day) {
    if (day < Date::first.day) return Date::always;
    if (day > Date::last.day) return Date::never;
    return {static_cast<std::int32_t>(day)};
}

Date moved_months(Date date, std::int64_t months) {
    // A million months is 83,333 years: out of the calendar, and within what the calendar counts
    // in.
    constexpr std::int64_t most = 1'000'000;
    const auto count = static_cast<int>(std::clamp(months, -most, most));
    return in_range(add_months(date, count).day);
}

Date after_working_days(Date date, std::int64_t count, const Holidays& holidays) {
    constexpr std::int64_t most = 1'000'000;
    const auto days = static_cast<int>(std::min(count, most));
    return in_range(holidays.add_working_days(date, days).day);
}

/// The last day from which `count` working days are over by `date`.
Date before_working_days(Date date, std::int64_t count, const Holidays& holidays) {
    std::int64_t reach = std::min<std::int64_t>(count, 1'000'000) * 2 + 16;
    Date early = in_range(date.day - reach);
    while (early != Date::always && after_working_days(early, count, holidays) > date) {
        reach *= 2;
        early = in_range(date.day - reach);
    }
    if (early == Date::always) {
        if (after_working_days(Date::first, count, holidays) > date) return Date::always;
        early = Date::first;
    }
    Date late = date + Days{1};  // too late, or as late as may be where count is 0
    while (late - early > Days{1}) {
        const Date middle = early + Days{(late - early).count / 2};
        (after_working_days(middle, count, holidays) > date ? late : early) = middle;
    }
    return early;
}

bool is_months(TermUnit unit) { return unit == TermUnit::months || unit == TermUnit::years; }

bool is_same_kind(TermUnit a, TermUnit b) {
    if (is_months(a) || is_months(b)) return is_months(a) && is_months(b);
    return (a == TermUnit::working_days) == (b == TermUnit::working_days);
}

/// In months, days or working days, whichever is the kind's smallest.
std::int64_t in_small_units(Scalar length) {
    const std::int64_t count = clamped(length.number);
    if (length.unit == TermUnit::years) return count * 12;
    if (length.unit == TermUnit::weeks) return count * 7;
    return count;
}

/// In millionths of a day; exact, since a month is 30.436875 days.
std::int64_t in_micro_days(Scalar length) {
    const std::int64_t count = in_small_units(length);
    if (is_months(length.unit)) return count * 30'436'875;
    if (length.unit == TermUnit::working_days) return count * 1'400'000;
    return count * 1'000'000;
}

TermUnit small_unit(TermUnit unit) {
    if (is_months(unit)) return TermUnit::months;
    return unit == TermUnit::working_days ? unit : TermUnit::days;
}

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

Date Scalar::as_date() const {
    return {static_cast<std::int32_t>(
        std::clamp<std::int64_t>(number, Date::always.day, Date::never.day))};
}

Date moved(Date date, Scalar length, int sign, const Holidays& holidays) {
    if (date <= Date::always) return Date::always;
    if (date >= Date::never) return Date::never;
    date = std::clamp(date, Date::first, Date::last);
    const std::int64_t count = clamped(length.number) * sign;
    switch (length.unit) {
        case TermUnit::days:
            return in_range(date.day + count);
        case TermUnit::weeks:
            return in_range(date.day + count * 7);
        case TermUnit::months:
            return moved_months(date, count);
        case TermUnit::years:
            return moved_months(date, count * 12);
        case TermUnit::working_days:
            return count >= 0 ? after_working_days(date, count, holidays)
                              : before_working_days(date, -count, holidays);
    }
    return date;
}

Scalar days_between(Date a, Date b) {
    return Scalar::of(std::int64_t{a.day} - std::int64_t{b.day});
}

Scalar sum_of_lengths(Scalar a, Scalar b, int sign) {
    if (is_same_kind(a.unit, b.unit)) {
        const TermUnit unit = small_unit(a.unit);
        return {true, unit, clamped(in_small_units(a) + sign * in_small_units(b))};
    }
    const std::int64_t micro_days = in_micro_days(a) + sign * in_micro_days(b);
    return Scalar::of(clamped(floor_divided(micro_days + 500'000, 1'000'000)));
}

Scalar sum_of_numbers(Scalar a, Scalar b, int sign) {
    Scalar sum = Scalar::of(std::int64_t{0});
    const bool overflows = sign > 0 ? __builtin_add_overflow(a.number, b.number, &sum.number)
                                    : __builtin_sub_overflow(a.number, b.number, &sum.number);
    return overflows ? Scalar::unknown() : sum;
}

std::strong_ordering compare_lengths(Scalar a, Scalar b) {
    if (is_same_kind(a.unit, b.unit)) return in_small_units(a) <=> in_small_units(b);
    return in_micro_days(a) <=> in_micro_days(b);
}

bool lies_in(std::int64_t country, std::int64_t region) {
    if (country == region) return true;
    return model::Country{static_cast<std::uint64_t>(country)}.whole().code ==
           static_cast<std::uint64_t>(region);
}

}  // namespace wegwijzer::rule::detail
