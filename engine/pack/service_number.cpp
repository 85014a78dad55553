// SPDX-License-Identifier: Apache-2.0
#include "pack/service_number.hpp"

#include <cstddef>

namespace wegwijzer::pack {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == '.' || c == '-' || c == ' '; }

}  // namespace

bool holds_service_number(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        std::int64_t number = 0;
        int digits = 0;
        while (at < text.size()) {
            const bool is_between =
                is_separator(text[at]) && at + 1 < text.size() && is_digit(text[at + 1]);
            if (!is_digit(text[at]) && !is_between) break;
            if (is_digit(text[at])) {
                if (++digits <= 9) number = number * 10 + (text[at] - '0');
            }
            ++at;
        }
        if (digits == 9 && is_service_number(number)) return true;
    }
    return false;
}

bool is_service_number(std::int64_t number) {
    // Nine digits; the first may be 0, but eight of them are never 0.
    constexpr std::int64_t least = 10'000'000;
    constexpr std::int64_t most = 999'999'999;
    if (number < least || number > most) return false;
    std::int64_t sum = -(number % 10);
    for (int weight = 2; weight <= 9; ++weight) {
        number /= 10;
        sum += weight * (number % 10);
    }
    return sum % 11 == 0;
}

}  // namespace wegwijzer::pack
