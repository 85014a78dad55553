// SPDX-License-Identifier: Apache-2.0
#include "document/csv_cell.hpp"

namespace wegwijzer::document {

std::string csv_cell(std::string_view text) {
    constexpr std::string_view begins_formula = "=+-@\t\r";
    std::string safe;
    const std::size_t first = text.find_first_not_of(' ');
    if (first != std::string_view::npos &&
        begins_formula.find(text[first]) != std::string_view::npos)
        safe += '\'';
    safe += text;
    if (safe.find_first_of(",;\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace wegwijzer::document
