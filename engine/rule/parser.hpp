// SPDX-License-Identifier: Apache-2.0
/// From tokens to a tree that knows the grammar and nothing of names or types.
///
///     any_of     = all_of { "or" all_of }
///     all_of     = negation { "and" negation }
///     negation   = "not" negation | comparison
///     comparison = sum [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) sum | "in" ( list | sum ) ]
///     list       = "[" sum { "," sum } "]"
///     sum        = operand { ( "+" | "-" ) operand }
///     operand    = "(" any_of ")" | N "of" "(" any_of { "," any_of } ")"
///                | word "(" any_of { "," any_of } ")" | term | money | word | quoted
///     term       = N ( "days" | "weeks" | "months" | "years" | "working days" )
///     money      = "EUR" N
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/expression.hpp"
#include "rule/report.hpp"

namespace wegwijzer::rule::detail {

enum class SyntaxKind {
    broken,  ///< already reported
    word,
    quoted,
    term,
    money,
    call,        ///< `text` the function; children its arguments
    any_of,      ///< or
    all_of,      ///< and
    negation,    ///< not
    at_least,    ///< `text` the number; children what is counted
    comparison,  ///< `op`; two children
    in_list,     ///< the value, then the list's items
    in_name,     ///< the value, then a group or a list
    plus,
    minus,
};

struct Syntax {
    SyntaxKind kind = SyntaxKind::broken;
    Extent extent;
    std::string_view text;
    model::Op op = model::Op::equal;
    std::vector<std::uint32_t> children;
    int depth = 1;
};

struct SyntaxTree {
    std::vector<Syntax> nodes;
    std::uint32_t root = 0;

    [[nodiscard]] const Syntax& operator[](std::uint32_t i) const { return nodes[i]; }
};

/// Always gives a tree; where something was wrong it holds `broken` nodes, and what was wrong is
/// reported.
/// @errors  R001 syntax; R002 nesting or length
[[nodiscard]] SyntaxTree parse(Reporter& report);

}  // namespace wegwijzer::rule::detail
