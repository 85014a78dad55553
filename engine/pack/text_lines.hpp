// SPDX-License-Identifier: Apache-2.0
/// Where the lines of a text begin, so that a place can be found in its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wegwijzer::pack {

class TextLines {
public:
    explicit TextLines(std::string_view text);
    /// The byte at a line and column (from 1, columns in code points); the text's size where there
    /// is none.
    [[nodiscard]] std::size_t offset(std::uint32_t line, std::uint32_t column) const;
    /// Code points from `column` to the end of `line`, without a carriage return, at least 1.
    [[nodiscard]] std::uint32_t rest_of_line(std::uint32_t line, std::uint32_t column) const;

private:
    struct Line {
        std::uint32_t begin;
        bool is_ascii;  ///< columns are bytes
    };
    [[nodiscard]] std::string_view line_text(std::uint32_t line) const;

    std::string_view text_;
    std::vector<Line> lines_;
};

}  // namespace wegwijzer::pack
