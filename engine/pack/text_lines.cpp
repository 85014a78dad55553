// SPDX-License-Identifier: Apache-2.0
#include "pack/text_lines.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wegwijzer::pack {

TextLines::TextLines(std::string_view text) : text_(text) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        unsigned char all = 0;
        for (const char c : text.substr(begin, end - begin)) all |= static_cast<unsigned char>(c);
        lines_.push_back({static_cast<std::uint32_t>(begin), all < 0x80});
        begin = end + 1;
    }
}

std::string_view TextLines::line_text(std::uint32_t line) const {
    if (line == 0 || line > lines_.size()) return {};
    const std::size_t begin = lines_[line - 1].begin;
    const std::size_t end = line < lines_.size() ? lines_[line].begin - 1 : text_.size();
    return text_.substr(begin, end - begin);
}

std::size_t TextLines::offset(std::uint32_t line, std::uint32_t column) const {
    if (line == 0 || column == 0 || line > lines_.size()) return text_.size();
    const Line& found = lines_[line - 1];
    if (found.is_ascii) return std::min<std::size_t>(found.begin + column - 1, text_.size());
    const std::string_view bytes = line_text(line);
    std::size_t at = 0;
    for (std::uint32_t passed = 1; passed < column && at < bytes.size(); ++passed) {
        for (++at; at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xc0U) == 0x80U;) {
            ++at;
        }
    }
    return found.begin + at;
}

std::uint32_t TextLines::rest_of_line(std::uint32_t line, std::uint32_t column) const {
    std::string_view rest = line_text(line);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    const auto width = static_cast<std::uint32_t>(count_code_points(rest));
    return column <= width ? width - column + 1 : 1;
}

}  // namespace wegwijzer::pack
