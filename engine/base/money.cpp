// SPDX-License-Identifier: Apache-2.0
#include "base/money.hpp"

#include <fmt/format.h>

#include "base/decimal.hpp"

namespace wegwijzer {
namespace {

constexpr std::int64_t most_euros = 10'000'000;

}  // namespace

std::optional<Money> parse_money(std::string_view text) {
    if (!detail::take(text, "EUR ")) return std::nullopt;
    const auto cents = detail::take_hundredths(text, most_euros);
    if (!cents || !text.empty()) return std::nullopt;
    return Money{*cents};
}

std::optional<Amount> parse_amount(std::string_view text) {
    if (!detail::take(text, "EUR ")) return std::nullopt;
    const auto cents = detail::take_points(text, most_euros);
    if (!cents || !text.empty()) return std::nullopt;
    return Amount{{cents->min}, {cents->likely}, {cents->max}};
}

std::string to_string(Money money) {
    const bool is_negative = money.cents < 0;
    // Unsigned, as the lowest number of all has no opposite.
    const auto bits = static_cast<std::uint64_t>(money.cents);
    const std::uint64_t size = is_negative ? 0 - bits : bits;
    const std::string_view sign = is_negative ? "-" : "";
    if (size % 100 == 0) return fmt::format("EUR {}{}", sign, size / 100);
    return fmt::format("EUR {}{}.{:02}", sign, size / 100, size % 100);
}

}  // namespace wegwijzer
