// SPDX-License-Identifier: Apache-2.0
#include "rule/lexer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.hpp"

namespace wegwijzer::rule::detail {
namespace {

constexpr std::size_t max_text = 65'536;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word_start(char c) { return is_letter(c) || is_digit(c); }
bool is_word_part(char c) { return is_word_start(c) || c == '.' || c == '-' || c == '_'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

struct Sign {
    std::string_view text;
    TokenKind kind;
};

// Longer signs first.
constexpr std::array<Sign, 12> signs{{
    {"!=", TokenKind::unequal},
    {"<=", TokenKind::less_equal},
    {">=", TokenKind::greater_equal},
    {"(", TokenKind::open},
    {")", TokenKind::close},
    {"[", TokenKind::open_list},
    {"]", TokenKind::close_list},
    {",", TokenKind::comma},
    {"=", TokenKind::equal},
    {"<", TokenKind::less},
    {">", TokenKind::greater},
    {"+", TokenKind::plus},
}};

/// What people write who come from elsewhere, and what it is here.
struct Habit {
    std::string_view text;
    std::string_view ours;
    TokenKind kind;
};

constexpr std::array<Habit, 10> habits{{
    {"==", "=", TokenKind::equal},
    {"=>", ">=", TokenKind::greater_equal},
    {"=<", "<=", TokenKind::less_equal},
    {"<>", "!=", TokenKind::unequal},
    {"≥", ">=", TokenKind::greater_equal},
    {"≤", "<=", TokenKind::less_equal},
    {"≠", "!=", TokenKind::unequal},
    {"&&", "and", TokenKind::bad},
    {"||", "or", TokenKind::bad},
    {"!", "not", TokenKind::bad},
}};

class Lexer {
public:
    explicit Lexer(Reporter& report) : report_(report), text_(report.text()) {}

    std::vector<Token> run() {
        if (text_.size() > max_text) {
            report_.error("R002", "the expression is too long", {0, 1},
                          {"split it with derived attributes"});
            text_ = {};
        }
        for (skip_space(); at_ < text_.size(); skip_space()) read();
        put(TokenKind::end, 0);
        return std::move(tokens_);
    }

private:
    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    [[nodiscard]] Extent next(std::size_t length) const {
        return {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length)};
    }

    void put(TokenKind kind, std::size_t length) {
        tokens_.push_back({kind, next(length), text_.substr(at_, length)});
        at_ += length;
    }

    void read() {
        if (is_word_start(text_[at_])) return read_word();
        if (text_[at_] == '\'') return read_quoted();
        if (text_[at_] == '-') return read_minus();
        if (text_[at_] == '"') return read_double_quoted();
        if (!read_sign_before_habit()) read_foreign();
    }

    void read_word() {
        std::size_t length = 1;
        while (at_ + length < text_.size() && is_word_part(text_[at_ + length])) ++length;
        const Extent where = next(length);
        put(TokenKind::word, length);
        if (tokens_.back().text.back() != '-') return;
        report_.error("R001", quoted(tokens_.back().text) + " ends in a hyphen", where,
                      {"a minus has a space on both sides"});
        tokens_.back().kind = TokenKind::bad;
    }

    void read_quoted() {
        std::size_t end = at_ + 1;
        while (end < text_.size()) {
            if (text_[end] != '\'') {
                ++end;
            } else if (end + 1 < text_.size() && text_[end + 1] == '\'') {
                end += 2;
            } else {
                return put(TokenKind::quoted, end + 1 - at_);
            }
        }
        report_.error("R001", "a quote is opened and not closed", next(1));
        put(TokenKind::bad, text_.size() - at_);
    }

    void read_minus() {
        const bool is_apart = at_ > 0 && is_space(text_[at_ - 1]) && at_ + 1 < text_.size() &&
                              is_space(text_[at_ + 1]);
        if (!is_apart) {
            report_.error("R001", "a minus has a space on both sides", next(1));
        }
        put(is_apart ? TokenKind::minus : TokenKind::bad, 1);
    }

    bool read_sign_before_habit() {
        const std::string_view rest = text_.substr(at_);
        for (const Sign& sign : signs) {
            if (sign.text.size() == 2 && rest.starts_with(sign.text)) return put(sign), true;
        }
        for (const Habit& habit : habits) {
            if (rest.starts_with(habit.text)) return put(habit), true;
        }
        for (const Sign& sign : signs) {
            if (rest.starts_with(sign.text)) return put(sign), true;
        }
        return false;
    }

    void put(const Sign& sign) { put(sign.kind, sign.text.size()); }

    void put(const Habit& habit) {
        report_.error("R001", quoted(habit.text) + " is not part of the language",
                      next(habit.text.size()), {"write " + quoted(habit.ours)});
        put(habit.kind, habit.text.size());
    }

    void read_double_quoted() {
        const std::size_t end = text_.find('"', at_ + 1);
        const std::size_t length = end == std::string_view::npos ? 1 : end + 1 - at_;
        report_.error("R001", "a value is not quoted with double quotes", next(length),
                      {"write single quotes, or none around a single word"});
        put(TokenKind::bad, length);
    }

    /// One mistake for a whole run of bytes that mean nothing here.
    void read_foreign() {
        std::size_t length = 0;
        while (at_ + length < text_.size() && is_foreign(text_[at_ + length])) ++length;
        length = std::max<std::size_t>(length, 1);
        report_.error("R001", quoted(text_.substr(at_, length)) + " is not part of the language",
                      next(length));
        put(TokenKind::bad, length);
    }

    [[nodiscard]] static bool is_foreign(char c) {
        constexpr std::string_view known = "'\"-()[],=<>+!&|";
        return is_continuation(c) ||
               !(is_space(c) || is_word_start(c) || known.find(c) != std::string_view::npos);
    }

    Reporter& report_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(Reporter& report) { return Lexer(report).run(); }

bool is_keyword(std::string_view word) {
    constexpr std::array<std::string_view, 11> keywords{
        "and", "or", "not", "in", "of", "on", "told", "lookup", "true", "false", "about"};
    return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

bool is_plain_word(std::string_view text) {
    return !text.empty() && is_word_start(text.front()) && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), is_word_part);
}

bool is_number_like(std::string_view word) { return !word.empty() && is_digit(word.front()); }

}  // namespace wegwijzer::rule::detail
