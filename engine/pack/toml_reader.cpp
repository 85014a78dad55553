// SPDX-License-Identifier: Apache-2.0
#include "pack/toml_reader.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/text_lines.hpp"

namespace wegwijzer::pack {
namespace {

/// Makes our tree out of that of toml++. A string that reads as it is written becomes a view into
/// the text; only one with escapes is kept apart.
class Builder {
public:
    Builder(std::string_view text, std::uint32_t number, Tree& tree)
        : text_(text), number_(number), lines_(text), tree_(tree) {}

    void build(const toml::table& root) {
        fill_table(root, tree_.root, 1);
        tree_.root.span = {number_, 1, 1, 1};
    }
    /// Where the tree passed `limits::tree_depth`, if it did.
    [[nodiscard]] const std::optional<SourceSpan>& too_deep() const { return too_deep_; }

    [[nodiscard]] SourceSpan span_of(const toml::source_region& region) const {
        const auto begin = region.begin;
        if (begin.line == 0) return {number_, 1, 1, 1};
        std::uint32_t length = 1;
        if (region.end.line > begin.line) {
            length = lines_.rest_of_line(begin.line, begin.column);
        } else if (region.end.column > begin.column) {
            length = region.end.column - begin.column;
        }
        return {number_, begin.line, begin.column, length};
    }

private:
    void fill_table(const toml::table& table, Node& into, int depth) {
        into.kind = Node::Kind::table;
        if (stops_at(depth, into)) return;
        // toml++ sorts by name; what was written first shall come first.
        std::vector<std::pair<const toml::key*, const toml::node*>> entries;
        entries.reserve(table.size());
        for (auto&& [key, value] : table) entries.emplace_back(&key, &value);
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
            const auto& left = a.first->source().begin;
            const auto& right = b.first->source().begin;
            return left.line != right.line ? left.line < right.line : left.column < right.column;
        });
        into.children.reserve(entries.size());
        for (const auto& [key, value] : entries) {
            Node& child = into.children.emplace_back();
            child.name_span = span_of(key->source());
            child.name = name_of(*key, child.name_span);
            fill(*value, child, depth + 1);
        }
    }

    void fill_array(const toml::array& array, Node& into, int depth) {
        into.kind = Node::Kind::array;
        if (stops_at(depth, into)) return;
        into.children.reserve(array.size());
        for (auto&& value : array) fill(value, into.children.emplace_back(), depth + 1);
    }

    void fill(const toml::node& from, Node& into, int depth) {
        into.span = span_of(from.source());
        switch (from.type()) {
            case toml::node_type::table:
                return fill_table(*from.as_table(), into, depth);
            case toml::node_type::array:
                return fill_array(*from.as_array(), into, depth);
            case toml::node_type::string:
                return fill_string(from.as_string()->get(), into);
            case toml::node_type::integer:
                into.kind = Node::Kind::integer;
                into.integer = from.as_integer()->get();
                return;
            case toml::node_type::floating_point:
                into.kind = Node::Kind::floating;
                into.floating = from.as_floating_point()->get();
                return;
            case toml::node_type::boolean:
                into.kind = Node::Kind::boolean;
                into.integer = from.as_boolean()->get() ? 1 : 0;
                return;
            case toml::node_type::date: {
                const toml::date date = from.as_date()->get();
                into.kind = Node::Kind::date;
                into.date = to_date({date.year, date.month, date.day});
                return;
            }
            default:
                into.kind = Node::Kind::other;
                return;
        }
    }

    void fill_string(const std::string& value, Node& into) {
        into.kind = Node::Kind::string;
        const std::size_t at = lines_.offset(into.span.line, into.span.column);
        const bool is_long = text_.substr(at, 3) == "\"\"\"" || text_.substr(at, 3) == "'''";
        into.quotes = is_long ? 3 : 1;
        const std::string_view written =
            text_.substr(std::min(at + into.quotes, text_.size()), value.size());
        // Escapes make a string shorter than it is written, so equal bytes mean that there are
        // none.
        if (written == value) {
            into.string = written;
            into.is_verbatim = value.find('\n') == std::string::npos;
        } else {
            into.string = kept(value);
        }
    }

    std::string_view name_of(const toml::key& key, const SourceSpan& span) {
        const std::string_view name = key.str();
        std::size_t at = lines_.offset(span.line, span.column);
        if (at < text_.size() && (text_[at] == '"' || text_[at] == '\'')) ++at;
        const std::string_view written = text_.substr(std::min(at, text_.size()), name.size());
        return written == name ? written : kept(name);
    }

    std::string_view kept(std::string_view value) { return tree_.unescaped.emplace_back(value); }

    bool stops_at(int depth, const Node& node) {
        if (depth <= limits::tree_depth) return false;
        if (!too_deep_) too_deep_ = node.span;
        return true;
    }

    std::string_view text_;
    std::uint32_t number_;
    TextLines lines_;
    Tree& tree_;
    std::optional<SourceSpan> too_deep_;
};

/// What toml++ says, in our form. Up to the first colon its sentences are its own; after it they
/// may quote the text, which is not done with a person's.
void tell(const toml::parse_error& error, bool is_personal, SourceSpan span, Diagnostics& found) {
    std::string_view said = error.description();
    if (said.starts_with("Error ")) said.remove_prefix(6);
    const bool is_repeated = said.find("cannot redefine") != std::string_view::npos;
    const bool lacks_quotes = said.ends_with("could not determine value type");
    if (is_personal && is_repeated) {
        found.error("F006", "this key is set twice", span);
        return;
    }
    if (is_personal) said = said.substr(0, said.find(": "));
    Diagnostic& told =
        found.error(is_personal ? "F001" : "P004", "no valid TOML: " + shown(said, 240), span);
    if (lacks_quotes) told.hints.emplace_back("a text stands between double quotes");
}

Unexpected<Diagnostics> syntax_refusal(const toml::parse_error& error, const SourceText& source,
                                       std::uint32_t number) {
    const auto at = error.source().begin;
    Diagnostics found;
    tell(error, source.is_personal, {number, std::max(at.line, 1U), std::max(at.column, 1U), 1},
         found);
    return Unexpected{std::move(found)};
}

Unexpected<Diagnostics> depth_refusal(const SourceSpan& span) {
    Diagnostics found;
    found.error("G013", "tables nested too deep", span);
    return Unexpected{std::move(found)};
}

}  // namespace

Result<Tree> read_toml(const SourceMap& sources, std::uint32_t text) {
    const SourceText& source = sources.at(text);
    try {
        const toml::table root = toml::parse(std::string_view(source.text));
        Tree tree;
        Builder builder(source.text, text, tree);
        builder.build(root);
        if (builder.too_deep()) return depth_refusal(*builder.too_deep());
        return tree;
    } catch (const toml::parse_error& error) {
        return syntax_refusal(error, source, text);
    }
}

}  // namespace wegwijzer::pack
