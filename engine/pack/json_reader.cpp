// SPDX-License-Identifier: Apache-2.0
#include "pack/json_reader.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/shape.hpp"

namespace wegwijzer::pack {
namespace {

/// A token as it is written.
struct Token {
    std::string_view written;
    SourceSpan span;
};

/// Walks over the tokens of a JSON text. The parser tells no places; but it reports values in the
/// order in which they are written, and only after it found them sound, so that the next token here
/// is the one it speaks of.
class TokenWalk {
public:
    TokenWalk(std::string_view text, std::uint32_t number) : text_(text), number_(number) {}

    /// The next token that is no comma or colon.
    Token next() {
        skip_between();
        const std::size_t begin = at_;
        const SourceSpan start{number_, line_, column_, 1};
        if (at_ < text_.size()) advance();
        if (begin < text_.size() && text_[begin] == '"') {
            skip_string();
        } else if (begin < text_.size() && is_word(text_[begin])) {
            while (at_ < text_.size() && is_word(text_[at_])) advance();
        }
        Token token{text_.substr(begin, at_ - begin), start};
        token.span.length = std::max(column_ - start.column, 1U);
        return token;
    }

private:
    static bool is_word(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '+' || c == '.';
    }

    void skip_between() {
        while (at_ < text_.size() &&
               std::string_view(" \t\r\n,:").find(text_[at_]) != std::string_view::npos) {
            advance();
        }
    }

    void skip_string() {
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] == '\\') advance();
            if (at_ < text_.size()) advance();
        }
        if (at_ < text_.size()) advance();
    }

    void advance() {
        const auto c = static_cast<unsigned char>(text_[at_++]);
        if (c == '\n') {
            ++line_;
            column_ = 1;
        } else if ((c & 0xc0U) != 0x80U) {
            ++column_;
        }
    }

    std::string_view text_;
    std::uint32_t number_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

/// Receives what nlohmann's parser finds and grows the tree. Returning false ends the reading.
class Handler : public nlohmann::json_sax<nlohmann::json> {
public:
    Handler(std::string_view text, std::uint32_t number, Tree& tree)
        : text_(text), number_(number), walk_(text, number), tree_(tree) {}

    [[nodiscard]] Diagnostics& found() { return found_; }

    bool null() override {
        add(Node::Kind::other);
        return true;
    }
    bool boolean(bool value) override {
        add(Node::Kind::boolean).integer = value ? 1 : 0;
        return true;
    }
    bool number_integer(number_integer_t value) override {
        add(Node::Kind::integer).integer = value;
        return true;
    }
    bool number_unsigned(number_unsigned_t value) override {
        Node& node = add(Node::Kind::integer);
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            refuse_number(node);
        } else {
            node.integer = static_cast<std::int64_t>(value);
        }
        return true;
    }
    bool number_float(number_float_t value, const string_t& written) override {
        Node& node = add(Node::Kind::floating);
        node.floating = value;
        // The parser turns whole numbers beyond 64 bits into floating ones.
        if (written.find_first_of(".eE") == std::string::npos) refuse_number(node);
        return true;
    }
    bool string(string_t& value) override {
        const Token token = walk_.next();
        Node& node = add(Node::Kind::string, token.span);
        node.quotes = 1;
        node.string = kept(value, token);
        node.is_verbatim = is_in_text(node.string);
        return true;
    }
    bool binary(binary_t& /*value*/) override { return false; }  // not in JSON

    bool start_object(std::size_t /*elements*/) override { return open(Node::Kind::table); }
    bool start_array(std::size_t /*elements*/) override { return open(Node::Kind::array); }
    bool end_object() override {
        tell_repeated(*open_.back());
        return close();
    }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        const Token token = walk_.next();
        Node& child = open_.back()->children.emplace_back();
        child.name = kept(name, token);
        child.name_span = token.span;
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*last_token*/,
                     const nlohmann::detail::exception& error) override {
        const std::size_t at = std::min(position > 0 ? position - 1 : 0, text_.size());
        const SourceSpan span = place_of(text_, at, number_);
        // 406: a number that no floating one can hold.
        if (error.id == 406) {
            found_.error("F005", "this number is too large", span);
        } else {
            found_.error("F001", "no valid JSON: " + context_of(error.what()), span);
        }
        return false;
    }

private:
    /// What was being read, in the parser's own words, which stand before it quotes the text.
    static std::string context_of(std::string_view said) {
        constexpr std::string_view lead = "while parsing ";
        const auto at = said.find(lead);
        if (at == std::string_view::npos) return "syntax error";
        said.remove_prefix(at + lead.size());
        for (const std::string_view part :
             {"object key", "object separator", "object", "array", "value"}) {
            if (said.starts_with(part)) return std::string(lead) + std::string(part);
        }
        return "syntax error";
    }

    /// The node for the value that begins: a new element of the open array, or what the last key of
    /// the open object waits for.
    Node& add(Node::Kind kind) { return add(kind, walk_.next().span); }
    Node& add(Node::Kind kind, const SourceSpan& span) {
        Node* node = &tree_.root;
        if (!open_.empty()) {
            Node& parent = *open_.back();
            node = parent.is(Node::Kind::array) ? &parent.children.emplace_back()
                                                : &parent.children.back();
        }
        node->kind = kind;
        node->span = span;
        return *node;
    }

    /// The pointers of `open_` stay good: only the innermost open node's children grow.
    bool open(Node::Kind kind) {
        Node& node = add(kind);
        if (open_.size() == static_cast<std::size_t>(limits::depth)) {
            found_.error("G013", "brackets nested too deep", node.span);
            return false;
        }
        open_.push_back(&node);
        return true;
    }

    bool close() {
        walk_.next();  // the closing bracket
        open_.pop_back();
        return true;
    }

    void tell_repeated(const Node& table) {
        std::vector<const Node*> by_name;
        by_name.reserve(table.children.size());
        for (const Node& child : table.children) by_name.push_back(&child);
        std::stable_sort(by_name.begin(), by_name.end(),
                         [](const Node* a, const Node* b) { return a->name < b->name; });
        std::size_t told = 0;
        for (std::size_t i = 1; i < by_name.size() && told < limits::told_alike; ++i) {
            if (by_name[i]->name != by_name[i - 1]->name) continue;
            ++told;
            Diagnostic& error = found_.error(
                "F006", "the key " + wegwijzer::quoted(by_name[i]->name) + " stands here again",
                by_name[i]->name_span);
            error.notes.push_back({"it stood here first", by_name[i - 1]->name_span});
        }
    }

    void refuse_number(const Node& node) {
        found_.error("F005", "this number is too large", node.span);
    }

    /// `value` as a view that lasts: of the text, where it is written without escapes.
    std::string_view kept(std::string& value, const Token& token) {
        const std::string_view written =
            token.written.substr(std::min<std::size_t>(1, token.written.size()), value.size());
        if (written == value && token.written.size() == value.size() + 2) return written;
        return tree_.unescaped.emplace_back(std::move(value));
    }
    [[nodiscard]] bool is_in_text(std::string_view view) const {
        return std::less_equal<>{}(text_.data(), view.data()) &&
               std::less_equal<>{}(view.data() + view.size(), text_.data() + text_.size());
    }

    std::string_view text_;
    std::uint32_t number_;
    TokenWalk walk_;
    Tree& tree_;
    std::vector<Node*> open_;
    Diagnostics found_;
};

}  // namespace

Result<Tree> read_json(const SourceMap& sources, std::uint32_t text) {
    const std::string_view source = sources.at(text).text;
    Tree tree;
    Handler handler(source, text, tree);
    const bool is_whole = nlohmann::json::sax_parse(source.begin(), source.end(), &handler);
    Diagnostics& found = handler.found();
    if (is_whole && !found.has_errors() && !tree.root.is(Node::Kind::table)) {
        found.error("F001", "a profile is an object: it begins with '{'", tree.root.span);
    }
    if (!is_whole && !found.has_errors()) found.error("F001", "no valid JSON", {text, 1, 1, 1});
    if (found.has_errors()) return Unexpected{std::move(found)};
    return tree;
}

}  // namespace wegwijzer::pack
