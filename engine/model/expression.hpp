// SPDX-License-Identifier: Apache-2.0
/// A checked expression of the rule language, as a value. `rule/` parses, checks and evaluates it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "model/value.hpp"

namespace wegwijzer::model {

enum class Op : std::uint8_t {
    constant,     ///< `value`
    on,           ///< the day on which the expression is judged
    attribute,    ///< `id` an AttributeId
    told,         ///< told(attribute): as the profile gives it; `id` an AttributeId
    credential,   ///< held on the judged day; `id` a CredentialId
    told_held,    ///< told(credential): held by the profile; `id` a CredentialId
    conjunction,  ///< children: booleans, two or more
    disjunction,  ///< children: booleans, two or more
    negation,     ///< one child
    at_least,     ///< `n` of (children)
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,  ///< two children
    in_list,   ///< first child in the values of the others: constants, or one expression that is a
               ///< list
    in_group,  ///< the child, a country, in the GroupId `id` on the judged day
    plus,
    minus,   ///< date ± duration, date - date (a length in days), duration ± duration, number ±
             ///< number
    lookup,  ///< lookup(table, keys…, column): `id` a TableId, `n` the column; children the keys
    call,    ///< a plugin's function: `id` a FunctionId; children the arguments
};

/// One node. Children stand in `Expression::children[first_child .. first_child + child_count)`.
struct Node {
    Op op = Op::constant;
    Type type;
    bool is_given = false;  ///< rests on a given fact somewhere below
    std::uint32_t id = Id<void>::no_index;
    std::uint32_t n = 0;
    std::uint32_t first_child = 0;
    std::uint32_t child_count = 0;
    Value value;
    SourceSpan span;
};

/// A tree of nodes; `root` is the last node. An expression without nodes is "true" (nothing asked).
struct Expression {
    std::vector<Node> nodes;
    std::vector<std::uint32_t> children;
    std::string text;  ///< as written
    SourceSpan span;   ///< of the whole text

    [[nodiscard]] bool is_empty() const { return nodes.empty(); }
    [[nodiscard]] const Node& root() const { return nodes.back(); }
    [[nodiscard]] const Node& child(const Node& node, std::uint32_t k) const {
        return nodes[children[node.first_child + k]];
    }
};

}  // namespace wegwijzer::model
