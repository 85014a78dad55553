// SPDX-License-Identifier: Apache-2.0
/// What may be added to what.
#include <array>

#include "rule/checker.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule::detail {
namespace {

using model::TypeKind;

std::optional<TypeKind> sum_of(TypeKind left, bool is_plus, TypeKind right) {
    const bool is_same_number =
        left == right &&
        (left == TypeKind::integer || left == TypeKind::money || left == TypeKind::duration);
    if (is_same_number) return left;
    if (left == TypeKind::date && right == TypeKind::duration) return TypeKind::date;
    if (left == TypeKind::duration && right == TypeKind::date && is_plus) return TypeKind::date;
    if (left == TypeKind::date && right == TypeKind::date && !is_plus) return TypeKind::duration;
    return std::nullopt;
}

}  // namespace

Checker::Checked Checker::check_sum(Index i) {
    const Syntax& syntax = tree_[i];
    const Checked left = check(syntax.children[0], nullptr);
    const Checked right = check(syntax.children[1], nullptr);
    if (!left || !right) return std::nullopt;
    const bool is_plus = syntax.kind == SyntaxKind::plus;
    const auto kind = sum_of(type_at(left).kind, is_plus, type_at(right).kind);
    if (!kind) {
        const std::string first = described(type_at(left));
        const std::string second = described(type_at(right));
        error("R005", i,
              is_plus ? second + " cannot be added to " + first
                      : second + " cannot be taken from " + first,
              {"dates take terms such as '3 months'; money, numbers and terms their own kind"});
        return std::nullopt;
    }
    return add(i, is_plus ? model::Op::plus : model::Op::minus, type_of(*kind),
               std::array{*left, *right});
}

}  // namespace wegwijzer::rule::detail
