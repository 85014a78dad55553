// SPDX-License-Identifier: Apache-2.0
/// Two sides that are compared, and what lies in what.
#include <array>
#include <utility>

#include "base/text.hpp"
#include "rule/checker.hpp"
#include "rule/lexer.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule::detail {
namespace {

using model::Op;
using model::TypeKind;

/// The comparison that says the same with its sides exchanged.
Op mirrored(Op op) {
    switch (op) {
        case Op::less:
            return Op::greater;
        case Op::less_equal:
            return Op::greater_equal;
        case Op::greater:
            return Op::less;
        case Op::greater_equal:
            return Op::less_equal;
        default:
            return op;
    }
}

}  // namespace

Checker::Checked Checker::check_comparison(Index i) {
    const Syntax& syntax = tree_[i];
    Checked left, right;
    if (!check_sides(syntax.children[0], syntax.children[1], left, right)) return std::nullopt;
    const TypeKind kind = type_at(left).kind;
    if (!is_same(type_at(left), type_at(right))) {
        error("R005", i,
              described(type_at(left)) + " cannot be compared with " + described(type_at(right)));
        return std::nullopt;
    }
    if (kind == TypeKind::list) {
        error("R005", i, "lists cannot be compared", {"write 'value in list'"});
        return std::nullopt;
    }
    const bool asks_order = syntax.op != Op::equal && syntax.op != Op::unequal;
    if (asks_order && !is_ordered(kind)) {
        error("R005", i, described(type_at(left)) + " is neither more nor less than another",
              {"compare with '=' or '!='"});
        return std::nullopt;
    }
    Op op = syntax.op;
    if (is_constant(left) && !is_constant(right)) {
        // What is asked stands left from here on, what it is compared with right.
        std::swap(left, right);
        op = mirrored(op);
    }
    return add(i, op, boolean_type(), std::array{*left, *right});
}

/// The side that means something by itself comes first: it tells what a bare word opposite is.
bool Checker::check_sides(Index left, Index right, Checked& checked_left, Checked& checked_right) {
    const bool is_right_first = is_open(left) && !is_open(right);
    const Index first = is_right_first ? right : left;
    const Index second = is_right_first ? left : right;
    if (is_unknown_word(first)) {
        report_open_sides(first, second);
        return false;
    }
    const Checked checked_first = check(first, nullptr);
    if (!checked_first) {
        // Without a type opposite, nothing can be said of a bare word.
        if (!is_open(second)) static_cast<void>(check(second, nullptr));
        return false;
    }
    const model::Type type = type_at(checked_first);
    const Checked checked_second = check(second, &type);
    checked_left = is_right_first ? checked_second : checked_first;
    checked_right = is_right_first ? checked_first : checked_second;
    return checked_second.has_value();
}

/// One of two unknown words is a mistyped name and the other perhaps its value.
void Checker::report_open_sides(Index first, Index second) {
    const bool is_second = is_unknown_word(second) &&
                           did_you_mean(tree_[first].text, names_.all()).empty() &&
                           !did_you_mean(tree_[second].text, names_.all()).empty();
    report_unknown_name(is_second ? second : first, "attribute");
}

Checker::Checked Checker::check_value_of(Index i, const model::Type& type,
                                         std::string_view opposite) {
    const Checked node = check(i, &type);
    if (!node) return std::nullopt;
    if (is_same(type_at(node), type)) return node;
    error("R005", i,
          source_of(i) + " is " + described(type_at(node)) + ", where " + std::string(opposite) +
              " asks for " + described(type));
    return std::nullopt;
}

Checker::Checked Checker::check_in_list(Index i) {
    const auto& children = tree_[i].children;
    if (is_unknown_word(children[0])) {
        report_unknown_name(children[0], "attribute");
        return std::nullopt;
    }
    const Checked value = check(children[0], nullptr);
    if (!value) return std::nullopt;
    const model::Type type = type_at(value);
    if (type.kind == TypeKind::list) {
        error("R005", children[0], source_of(children[0]) + " is a list itself",
              {"write 'value in " + std::string(report_.text(tree_[children[0]].extent)) + "'"});
        return std::nullopt;
    }
    std::vector<std::uint32_t> nodes{*value};
    for (std::size_t k = 1; k < children.size(); ++k) {
        const Checked item = check_value_of(children[k], type, "the list");
        if (item && !is_constant(item)) {
            error("R005", children[k], "only values may stand in a list",
                  {"join comparisons with 'or'"});
        } else if (item) {
            nodes.push_back(*item);
        }
    }
    if (nodes.size() < children.size()) return std::nullopt;
    return add(i, Op::in_list, boolean_type(), nodes);
}

Checker::Checked Checker::check_in_name(Index i) {
    const Index right = tree_[i].children[1];
    if (tree_[right].kind == SyntaxKind::word) {
        const Named* name = names_.find(tree_[right].text);
        if (name == nullptr) {
            report_unknown_name(right, "group or list");
            return std::nullopt;
        }
        if (const auto* group = std::get_if<model::GroupId>(name)) return check_in_group(i, *group);
    }
    return check_in_attribute(i);
}

Checker::Checked Checker::check_in_group(Index i, model::GroupId group) {
    const Checked value =
        check_value_of(tree_[i].children[0], type_of(TypeKind::country), "a group of countries");
    if (!value) return std::nullopt;
    return add(i, Op::in_group, boolean_type(), std::array{*value}, group.index);
}

Checker::Checked Checker::check_in_attribute(Index i) {
    const Index left = tree_[i].children[0];
    const Index right = tree_[i].children[1];
    const Checked list = check(right, nullptr);
    if (!list) return std::nullopt;
    if (type_at(list).kind != TypeKind::list) {
        error("R005", right, source_of(right) + " is " + described(type_at(list)) + ", not a list",
              {"after 'in' stands a group, an attribute that is a list, or values in [ ]"});
        return std::nullopt;
    }
    const Checked value = check_value_of(left, element_of(type_at(list)), "the list");
    if (!value) return std::nullopt;
    return add(i, Op::in_list, boolean_type(), std::array{*value, *list});
}

}  // namespace wegwijzer::rule::detail
