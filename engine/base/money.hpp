// SPDX-License-Identifier: Apache-2.0
/// Amounts in euro cents, never in floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer {

struct Money {
    std::int64_t cents = 0;
    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return {a.cents + b.cents}; }
    friend constexpr Money operator-(Money a, Money b) { return {a.cents - b.cents}; }
    friend constexpr Money operator*(Money a, std::int64_t n) { return {a.cents * n}; }
    constexpr Money& operator+=(Money b) {
        cents += b.cents;
        return *this;
    }
};

/// An amount that may be a range; equal points when it is not. What "/hour", "/month", "/year"
/// means is the key beside it (`per`).
struct Amount {
    Money min, likely, max;
    friend bool operator==(const Amount&, const Amount&) = default;
    [[nodiscard]] bool is_range() const { return min != max; }
};

enum class Per { once, hour, month, year };

/// "EUR 85", "EUR 148.83", at most two decimals, up to EUR 10,000,000 (no separators).
[[nodiscard]] std::optional<Money> parse_money(std::string_view text);
/// As `parse_money`, or "EUR 100..500..2000".
[[nodiscard]] std::optional<Amount> parse_amount(std::string_view text);
/// "EUR 85", "EUR 148.83".
[[nodiscard]] std::string to_string(Money money);

}  // namespace wegwijzer
