// SPDX-License-Identifier: Apache-2.0
/// What stands in a TOML or JSON text, as a tree of plain values with their places; the same for
/// both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/source.hpp"

namespace wegwijzer::pack {

/// One value. Views point into the text it was read from or into its `Tree`: both must outlive the
/// node.
struct Node {
    enum class Kind : std::uint8_t {
        string,
        integer,
        floating,
        boolean,
        date,   ///< a local date (TOML only; JSON has strings)
        other,  ///< a time, a date with a time, null: nothing asks for those
        array,
        table,
    };
    Kind kind = Kind::table;
    /// A string that stands on one line exactly as it reads, without escapes: places in it can be
    /// counted.
    bool is_verbatim = false;
    std::uint8_t quotes = 0;  ///< width of the opening quotes of a string: 1 or 3
    SourceSpan span;          ///< of the value, quotes included; of a `[table]` its header
    SourceSpan name_span;     ///< of the key it stands under; nowhere for elements of an array
    std::string_view name;  ///< that key (one part of a dotted key); empty for elements of an array
    std::string_view string;   ///< Kind::string
    std::int64_t integer = 0;  ///< Kind::integer; Kind::boolean as 0 or 1
    double floating = 0;       ///< Kind::floating; may be infinite or NaN in TOML
    Date date;                 ///< Kind::date; may lie outside [Date::first, Date::last]
    std::vector<Node>
        children;  ///< elements of an array; entries of a table in the order of the text

    [[nodiscard]] bool is(Kind k) const { return kind == k; }
    [[nodiscard]] bool boolean() const { return integer != 0; }
    /// The entry under `key`, or null.
    [[nodiscard]] const Node* find(std::string_view key) const;
    /// For an expression: its first character where the string is verbatim, else the whole string.
    /// Goes into `rule::Origin{node.inside(), node.is_verbatim}`.
    [[nodiscard]] SourceSpan inside() const;
};

/// A whole text. Moved, never copied: its nodes point into it.
struct Tree {
    Node root;  ///< Kind::table
    std::deque<std::string>
        unescaped;  ///< strings and keys that read otherwise than they are written

    Tree() = default;
    Tree(Tree&&) = default;
    Tree& operator=(Tree&&) = default;
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    ~Tree() = default;
};

/// What a kind is called in messages: "a string", "an integer", …
[[nodiscard]] std::string_view name_of(Node::Kind kind);

}  // namespace wegwijzer::pack
