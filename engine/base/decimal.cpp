// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <charconv>
#include <cstddef>

namespace wegwijzer::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_digits(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && is_digit(text[n])) ++n;
    return n;
}

/// The one or two digits after a point, in hundredths.
std::int64_t fraction(std::string_view digits) {
    const int tenths = digits[0] - '0';
    const int hundredths = digits.size() > 1 ? digits[1] - '0' : 0;
    return tenths * 10 + hundredths;
}

}  // namespace

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

std::optional<std::int64_t> take_whole(std::string_view& text, std::int64_t most) {
    const std::size_t digits = count_digits(text);
    if (digits == 0) return std::nullopt;
    // "010" is eight to some and ten to others.
    if (digits > 1 && text[0] == '0') return std::nullopt;
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + digits, value);
    if (read.ec != std::errc{} || value > most) return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

std::optional<std::int64_t> take_hundredths(std::string_view& text, std::int64_t most) {
    std::string_view rest = text;
    const auto whole = take_whole(rest, most);
    if (!whole) return std::nullopt;
    std::int64_t value = *whole * 100;
    if (rest.starts_with('.') && !rest.starts_with("..")) {
        rest.remove_prefix(1);
        const std::size_t decimals = count_digits(rest);
        if (decimals < 1 || decimals > 2) return std::nullopt;
        value += fraction(rest.substr(0, decimals));
        if (value > most * 100) return std::nullopt;
        rest.remove_prefix(decimals);
    }
    text = rest;
    return value;
}

std::optional<Points> take_points(std::string_view& text, std::int64_t most) {
    std::string_view rest = text;
    const auto min = take_hundredths(rest, most);
    if (!min) return std::nullopt;
    Points points{*min, *min, *min};
    if (take(rest, "..")) {
        const auto likely = take_hundredths(rest, most);
        if (!likely || !take(rest, "..")) return std::nullopt;
        const auto max = take_hundredths(rest, most);
        if (!max || *min > *likely || *likely > *max) return std::nullopt;
        points = {*min, *likely, *max};
    }
    text = rest;
    return points;
}

}  // namespace wegwijzer::detail
