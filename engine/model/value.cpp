// SPDX-License-Identifier: Apache-2.0
#include "model/value.hpp"

#include <algorithm>

namespace wegwijzer::model {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_capital_or_digit(char c) { return is_capital(c) || (c >= '0' && c <= '9'); }

bool is_country_code(std::string_view text) {
    if (text.size() < 2 || !is_capital(text[0]) || !is_capital(text[1])) return false;
    if (text.size() == 2) return true;
    return text.size() >= 4 && text.size() <= 6 && text[2] == '-' &&
           std::all_of(text.begin() + 3, text.end(), is_capital_or_digit);
}

}  // namespace

Country Country::from(std::string_view text) {
    Country country;
    if (!is_country_code(text)) return country;
    for (const char c : text) country.code = country.code << 8 | static_cast<unsigned char>(c);
    return country;
}

std::string Country::to_string() const {
    std::string text;
    for (int shift = 56; shift >= 0; shift -= 8) {
        const auto letter = static_cast<char>(code >> shift & 0xffU);
        if (letter != '\0') text += letter;
    }
    return text;
}

Country Country::whole() const {
    Country country = *this;
    while (country.code > 0xffffU) country.code >>= 8;
    return country;
}

}  // namespace wegwijzer::model
