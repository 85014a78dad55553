// SPDX-License-Identifier: Apache-2.0
/// Text on a terminal: lines that fit, columns that stand under each other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::document {

/// Columns that a text takes. For now one for each code point.
[[nodiscard]] std::size_t width_of(std::string_view text);
/// Filled with spaces to `width`; longer texts stay as they are.
[[nodiscard]] std::string left(std::string_view text, std::size_t width);
[[nodiscard]] std::string right(std::string_view text, std::size_t width);
/// At most `width` columns, the last one "…" where something was cut off.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);
/// The words of `text` in lines of at most `width` columns where words allow; no line for no words.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);
/// `text` wrapped to `width` in all, `first` before the first line and as many spaces before the
/// others; each line ended by a newline.
[[nodiscard]] std::string paragraph(std::string_view first, std::string_view text,
                                    std::size_t width);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

/// Rows of equal columns, each as wide as its widest cell; the last one is not filled up.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> headings) { rows_.push_back(std::move(headings)); }
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    /// Two spaces between columns; the last column is wrapped at `width`.
    [[nodiscard]] std::string text(std::size_t width) const;

private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace wegwijzer::document
