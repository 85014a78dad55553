// SPDX-License-Identifier: Apache-2.0
#include "rule/parser.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "rule/lexer.hpp"

namespace wegwijzer::rule::detail {
namespace {

std::optional<model::Op> comparison_op(TokenKind kind) {
    switch (kind) {
        case TokenKind::equal:
            return model::Op::equal;
        case TokenKind::unequal:
            return model::Op::unequal;
        case TokenKind::less:
            return model::Op::less;
        case TokenKind::less_equal:
            return model::Op::less_equal;
        case TokenKind::greater:
            return model::Op::greater;
        case TokenKind::greater_equal:
            return model::Op::greater_equal;
        default:
            return std::nullopt;
    }
}

bool is_unit(std::string_view word) {
    constexpr std::array<std::string_view, 9> units{"day",    "days", "week",  "weeks",  "month",
                                                    "months", "year", "years", "working"};
    return std::find(units.begin(), units.end(), word) != units.end();
}

class Parser {
public:
    explicit Parser(Reporter& report) : report_(report), tokens_(lex(report)) {}

    SyntaxTree run() {
        if (peek().is(TokenKind::end) && !report_.has_errors()) {
            report_.error("R001", "the expression is empty", peek().extent);
            stop();
        }
        tree_.root = any_of();
        while (!peek().is(TokenKind::end)) read_leftover();
        return std::move(tree_);
    }

private:
    using Index = std::uint32_t;

    // --- tokens -------------------------------------------------------------------------------

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    [[nodiscard]] bool at_word(std::string_view word) const { return peek().is_word(word); }
    Token take() {
        const Token token = peek();
        if (at_ + 1 < tokens_.size()) ++at_;
        last_end_ = token.extent.end;
        return token;
    }
    bool take_if(TokenKind kind) {
        if (!peek().is(kind)) return false;
        take();
        return true;
    }

    /// Gives the rest up: no further mistakes are made of it.
    void stop() {
        at_ = tokens_.size() - 1;
        is_stopped_ = true;
    }

    /// Reports what stands here, unless it was reported when it was read.
    void expected(std::string_view what, std::vector<std::string> hints = {}) {
        if (is_stopped_ || peek().is(TokenKind::bad)) return;
        const std::string found = peek().is(TokenKind::end) ? "the end" : quoted(peek().text);
        report_.error("R001", "expected " + std::string(what) + ", found " + found, peek().extent,
                      std::move(hints));
    }

    /// Goes on to where a reader would begin again: the next `and`, `or`, comma or closing bracket
    /// of this level.
    void skip_to_next_part() {
        int nested = 0;
        for (; !peek().is(TokenKind::end); take()) {
            const Token& token = peek();
            if (token.is(TokenKind::open) || token.is(TokenKind::open_list)) ++nested;
            if (nested == 0 && is_boundary(token)) return;
            if (token.is(TokenKind::close) || token.is(TokenKind::close_list)) --nested;
        }
    }

    void skip_to_next_item() {
        skip_to_next_part();
        while (at_word("and") || at_word("or")) {
            take();
            skip_to_next_part();
        }
    }

    [[nodiscard]] static bool is_boundary(const Token& token) {
        return token.is_word("and") || token.is_word("or") || token.is(TokenKind::comma) ||
               token.is(TokenKind::close) || token.is(TokenKind::close_list);
    }

    /// After the whole expression nothing may follow; what follows is read all the same, for its
    /// mistakes.
    void read_leftover() {
        const Token token = peek();
        if (token.is(TokenKind::close) || token.is(TokenKind::close_list)) {
            report_.error("R001", quoted(token.text) + " closes nothing", token.extent);
        } else {
            expected("the end");
        }
        take();
        if (at_word("and") || at_word("or")) take();
        if (!peek().is(TokenKind::end)) any_of();
    }

    // --- nodes --------------------------------------------------------------------------------

    Index add(SyntaxKind kind, std::uint32_t begin, std::vector<Index> children = {},
              std::string_view text = {}, model::Op op = model::Op::equal) {
        int depth = 0;
        for (const Index child : children) depth = std::max(depth, tree_[child].depth);
        const Extent extent{begin, std::max(begin, last_end_)};
        tree_.nodes.push_back({kind, extent, text, op, std::move(children), depth + 1});
        if (tree_.nodes.size() > max_nodes) refuse_size("the expression is too long", extent);
        if (depth + 1 > max_depth) refuse_size("the expression is nested too deeply", extent);
        return static_cast<Index>(tree_.nodes.size() - 1);
    }

    Index broken() { return add(SyntaxKind::broken, peek().extent.begin); }

    void refuse_size(std::string_view message, Extent where) {
        if (!is_stopped_) {
            report_.error("R002", std::string(message), where,
                          {"split it with derived attributes"});
        }
        stop();
    }

    // --- grammar ------------------------------------------------------------------------------

    Index any_of() { return chain(SyntaxKind::any_of, "or", &Parser::all_of); }
    Index all_of() { return chain(SyntaxKind::all_of, "and", &Parser::negation); }

    Index chain(SyntaxKind kind, std::string_view word, Index (Parser::*part)()) {
        const std::uint32_t begin = peek().extent.begin;
        const Index first = (this->*part)();
        if (!at_word(word)) return first;
        std::vector<Index> parts{first};
        while (at_word(word)) {
            take();
            parts.push_back((this->*part)());
        }
        return add(kind, begin, std::move(parts));
    }

    Index negation() {
        if (!at_word("not")) return comparison();
        const std::uint32_t begin = take().extent.begin;
        const Nesting nesting(*this);
        const Index child = negation();
        return add(SyntaxKind::negation, begin, {child});
    }

    Index comparison() {
        const std::uint32_t begin = peek().extent.begin;
        Index node = sum();
        if (const auto op = comparison_op(peek().kind)) {
            take();
            const Index right = sum();
            node = add(SyntaxKind::comparison, begin, {node, right}, {}, *op);
        } else if (at_word("in")) {
            take();
            node = membership(begin, node);
        }
        // Of a part that goes on wrongly nothing more is said.
        return is_at_end_of_part() ? node : broken();
    }

    Index membership(std::uint32_t begin, Index value) {
        if (!take_if(TokenKind::open_list)) {
            const Index right = sum();
            return add(SyntaxKind::in_name, begin, {value, right});
        }
        std::vector<Index> children{value};
        const Nesting nesting(*this);
        read_items(children, &Parser::sum, TokenKind::close_list, "']'");
        return add(SyntaxKind::in_list, begin, std::move(children));
    }

    /// What follows a comparison is `and`, `or`, a comma, a closing bracket or the end.
    bool is_at_end_of_part() {
        if (peek().is(TokenKind::end) || is_boundary(peek())) return true;
        if (comparison_op(peek().kind) || at_word("in")) {
            report_.error("R001", "comparisons do not follow each other", peek().extent,
                          {"join two comparisons with 'and'"});
        } else if (at_word("not") && peek(1).is_word("in")) {
            report_.error("R001", "'not' stands before what it denies", peek().extent,
                          {"write 'not x in y'"});
        } else {
            expected("'and' or 'or'", capitals_hint());
        }
        skip_to_next_part();
        return false;
    }

    [[nodiscard]] std::vector<std::string> capitals_hint() const {
        if (peek().is_word("AND") || peek().is_word("OR") || peek().is_word("IN")) {
            return {"the language's own words are written small"};
        }
        return {};
    }

    Index sum() {
        const std::uint32_t begin = peek().extent.begin;
        Index node = operand();
        while (peek().is(TokenKind::plus) || peek().is(TokenKind::minus)) {
            const auto kind = take().is(TokenKind::plus) ? SyntaxKind::plus : SyntaxKind::minus;
            const Index right = operand();
            node = add(kind, begin, {node, right});
        }
        return node;
    }

    Index operand() {
        const Token token = peek();
        if (token.is(TokenKind::open)) return bracket();
        if (token.is(TokenKind::quoted)) return quoted_value();
        if (!token.is(TokenKind::word) || is_operator_word(token.text)) return unexpected();
        if (token.text == "about") return estimate();
        if (token.text == "EUR" && is_number_like(peek(1).text)) return money();
        if (is_number_like(token.text)) {
            if (peek(1).is_word("of")) return at_least();
            if (peek(1).is(TokenKind::word) && is_unit(peek(1).text)) return term();
        }
        if (peek(1).is(TokenKind::open)) return call();
        take();
        return add(SyntaxKind::word, token.extent.begin, {}, token.text);
    }

    [[nodiscard]] static bool is_operator_word(std::string_view word) {
        return word == "and" || word == "or" || word == "not" || word == "in" || word == "of";
    }

    Index unexpected() {
        if (peek().is_word("not")) {
            expected("a name or a value", {"put brackets around what 'not' denies"});
        } else {
            expected("a name or a value");
        }
        skip_to_next_part();
        return broken();
    }

    Index bracket() {
        take();
        const Nesting nesting(*this);
        const Index inner = any_of();
        close(TokenKind::close, "')'");
        return inner;
    }

    void close(TokenKind kind, std::string_view what) {
        if (take_if(kind)) return;
        expected(what);
    }

    Index quoted_value() {
        const Token token = take();
        return add(SyntaxKind::quoted, token.extent.begin, {}, token.text);
    }

    /// "10 working days", whose words need not be right: the checker looks at them.
    Index term() {
        const Token number = take();
        const bool is_working = take().text == "working";
        if (is_working && (at_word("day") || at_word("days"))) take();
        return words(SyntaxKind::term, number.extent.begin);
    }

    Index estimate() {
        const std::uint32_t begin = take().extent.begin;
        if (is_number_like(peek().text)) take();
        if (peek().is(TokenKind::word) && is_unit(peek().text)) take();
        return words(SyntaxKind::term, begin);
    }

    Index money() {
        const std::uint32_t begin = take().extent.begin;
        take();
        return words(SyntaxKind::money, begin);
    }

    Index words(SyntaxKind kind, std::uint32_t begin) {
        return add(kind, begin, {}, report_.text({begin, last_end_}));
    }

    Index at_least() {
        const Token number = take();
        take();
        if (!take_if(TokenKind::open)) {
            expected("'('", {"write 2 of (a, b, c)"});
            skip_to_next_part();
            return broken();
        }
        return read_arguments(SyntaxKind::at_least, number);
    }

    Index call() {
        const Token name = take();
        take();
        return read_arguments(SyntaxKind::call, name);
    }

    Index read_arguments(SyntaxKind kind, const Token& head) {
        std::vector<Index> children;
        if (take_if(TokenKind::close)) return add(kind, head.extent.begin, {}, head.text);
        const Nesting nesting(*this);
        read_items(children, &Parser::any_of, TokenKind::close, "')'");
        return add(kind, head.extent.begin, std::move(children), head.text);
    }

    void read_items(std::vector<Index>& items, Index (Parser::*item)(), TokenKind end,
                    std::string_view end_text) {
        do {
            items.push_back((this->*item)());
            if (!peek().is(TokenKind::comma) && !peek().is(end) && !peek().is(TokenKind::end)) {
                expected("',' or " + std::string(end_text));
                skip_to_next_item();
            }
        } while (take_if(TokenKind::comma));
        if (!take_if(end) && peek().is(TokenKind::end)) expected(end_text);
    }

    /// Counts the levels of recursion, so that no text can use up the stack.
    class Nesting {
    public:
        explicit Nesting(Parser& parser) : parser_(parser) {
            if (++parser_.nesting_ <= max_depth) return;
            parser_.refuse_size("the expression is nested too deeply", parser_.peek().extent);
        }
        ~Nesting() { --parser_.nesting_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

    private:
        Parser& parser_;
    };

    Reporter& report_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::uint32_t last_end_ = 0;
    int nesting_ = 0;
    bool is_stopped_ = false;
    SyntaxTree tree_;
};

}  // namespace

SyntaxTree parse(Reporter& report) { return Parser(report).run(); }

}  // namespace wegwijzer::rule::detail
