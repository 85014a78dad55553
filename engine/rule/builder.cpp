// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "rule/checker.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule::detail {

using model::Op;

Checker::Checked Checker::add(Index i, Op op, const model::Type& type,
                              std::span<const std::uint32_t> children, std::uint32_t id,
                              std::uint32_t n) {
    model::Node node;
    node.op = op;
    node.type = type;
    node.id = id;
    node.n = n;
    node.first_child = static_cast<std::uint32_t>(built_.children.size());
    node.child_count = static_cast<std::uint32_t>(children.size());
    node.span = report_.place(tree_[i].extent);
    node.is_given = op == Op::credential ||
                    (op == Op::attribute && is_given(model::AttributeId{id})) ||
                    std::any_of(children.begin(), children.end(),
                                [this](std::uint32_t c) { return built_.nodes[c].is_given; });
    built_.children.insert(built_.children.end(), children.begin(), children.end());
    built_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(built_.nodes.size() - 1);
}

Checker::Checked Checker::add_constant(Index i, const model::Type& type, model::Value value) {
    const Checked node = add(i, Op::constant, type);
    built_.nodes[*node].value = std::move(value);
    return node;
}

bool Checker::is_given(model::AttributeId attribute) const {
    const model::Attribute& a = catalogue_[attribute];
    return a.is_given || (a.is_derived() && a.is.root().is_given);
}

std::string Checker::source_of(Index i) const { return quoted(report_.text(tree_[i].extent)); }

std::string Checker::described(const model::Type& type) const {
    return detail::described(type, catalogue_);
}

}  // namespace wegwijzer::rule::detail
