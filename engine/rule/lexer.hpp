// SPDX-License-Identifier: Apache-2.0
/// From text to words and signs.
#pragma once

#include <string_view>
#include <vector>

#include "rule/report.hpp"

namespace wegwijzer::rule::detail {

enum class TokenKind {
    end,
    word,    ///< a name, keyword, number, date, level: letters, digits and . - _
    quoted,  ///< '…' with its quotes; '' inside stands for one quote
    open,
    close,
    open_list,
    close_list,
    comma,
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    plus,
    minus,
    bad,  ///< already reported
};

struct Token {
    TokenKind kind = TokenKind::end;
    Extent extent;
    std::string_view text;

    [[nodiscard]] bool is(TokenKind other) const { return kind == other; }
    [[nodiscard]] bool is_word(std::string_view word) const {
        return kind == TokenKind::word && text == word;
    }
};

/// All tokens of the text; the last is `end`. A text that is far too long is cut with a mistake.
/// @errors  R001 a sign the language does not know; R002 far too long
[[nodiscard]] std::vector<Token> lex(Reporter& report);

/// Whether the language keeps `word` for itself.
[[nodiscard]] bool is_keyword(std::string_view word);
/// Whether `text` reads as one word.
[[nodiscard]] bool is_plain_word(std::string_view text);
/// Whether it begins with a digit.
[[nodiscard]] bool is_number_like(std::string_view word);

}  // namespace wegwijzer::rule::detail
