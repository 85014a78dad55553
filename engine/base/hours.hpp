// SPDX-License-Identifier: Apache-2.0
/// Work in hours, and intensity in hours a week, both exact to a hundredth.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/duration.hpp"

namespace wegwijzer {

/// Hours, in hundredths.
struct Hours {
    std::int64_t hundredths = 0;
    friend constexpr auto operator<=>(Hours, Hours) = default;
    friend constexpr Hours operator+(Hours a, Hours b) { return {a.hundredths + b.hundredths}; }
    constexpr Hours& operator+=(Hours b) {
        hundredths += b.hundredths;
        return *this;
    }
};

/// Hours a week, in hundredths, 0 to 168 hours.
struct WeeklyRate {
    std::int32_t hundredths = 0;
    friend constexpr auto operator<=>(WeeklyRate, WeeklyRate) = default;
};

/// Days that an effort takes at a pace > 0: ⌈7E/p⌉ (rule R2).
[[nodiscard]] Days days_at(Hours effort, WeeklyRate pace);
/// "300 hours", "200..300..400 hours" with at most two decimals, up to 100,000; the points in
/// hours.
[[nodiscard]] std::optional<Estimate> parse_effort(std::string_view text);
/// "16 hours/week", "7.5 hours/week".
[[nodiscard]] std::optional<WeeklyRate> parse_weekly_rate(std::string_view text);

}  // namespace wegwijzer
