// SPDX-License-Identifier: Apache-2.0
#include "base/hours.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "base/decimal.hpp"

namespace wegwijzer {
namespace {

// Six years of full-time study are 10,080 hours; this leaves room and keeps sums far from overflow.
constexpr std::int64_t most_hours = 100'000;
constexpr std::int64_t hours_in_week = 168;

double in_hours(std::int64_t hundredths) { return static_cast<double>(hundredths) / 100.0; }

}  // namespace

Days days_at(Hours effort, WeeklyRate pace) {
    assert(pace.hundredths > 0 && "work at no pace never ends");
    if (effort.hundredths <= 0) return {0};
    // More than any calendar holds stays that much: seven times it must not overflow.
    constexpr std::int64_t most = INT64_MAX / 8;
    const std::int64_t sevenfold = std::min(effort.hundredths, most) * 7;
    const std::int64_t days = (sevenfold - 1) / pace.hundredths + 1;
    return {static_cast<std::int32_t>(std::min<std::int64_t>(days, Date::never.day))};
}

std::optional<Estimate> parse_effort(std::string_view text) {
    const auto points = detail::take_points(text, most_hours);
    if (!points || (text != " hours" && text != " hour")) return std::nullopt;
    return Estimate{in_hours(points->min), in_hours(points->likely), in_hours(points->max)};
}

std::optional<WeeklyRate> parse_weekly_rate(std::string_view text) {
    const auto rate = detail::take_hundredths(text, hours_in_week);
    if (!rate || (text != " hours/week" && text != " hour/week")) return std::nullopt;
    return WeeklyRate{static_cast<std::int32_t>(*rate)};
}

}  // namespace wegwijzer
