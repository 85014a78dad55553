// SPDX-License-Identifier: Apache-2.0
/// Mistakes of one expression, at their places in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "rule/compile.hpp"

namespace wegwijzer::rule::detail {

/// A stretch of an expression's text: bytes [begin, end).
struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

class Reporter {
public:
    /// Nobody reads more mistakes of one expression than this; foreign bytes could make millions.
    static constexpr int most = 20;

    Reporter(std::string_view text, Origin origin, Diagnostics& found);

    void error(std::string_view code, std::string message, Extent where,
               std::vector<std::string> hints = {});
    [[nodiscard]] bool has_errors() const { return count_ > 0; }
    /// The place of a stretch in the file; of the whole string where it cannot be counted.
    [[nodiscard]] SourceSpan place(Extent where) const;
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view text(Extent where) const {
        return text_.substr(where.begin, where.end - where.begin);
    }

private:
    std::string_view text_;
    Origin origin_;
    Diagnostics& found_;
    bool is_plain_ = false;  // one line of ASCII: an offset is a column
    int count_ = 0;
};

/// "did you mean 'dutch'?" for the candidate nearest to `name`, or nothing.
[[nodiscard]] std::vector<std::string> did_you_mean(
    std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace wegwijzer::rule::detail
