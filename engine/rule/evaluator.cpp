// SPDX-License-Identifier: Apache-2.0
#include "rule/evaluator.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "rule/checker.hpp"

namespace wegwijzer::rule::detail {

using model::Op;
using model::Truth;
using model::TypeKind;

namespace {

bool holds(Op op, std::strong_ordering order) {
    switch (op) {
        case Op::equal:
            return std::is_eq(order);
        case Op::unequal:
            return std::is_neq(order);
        case Op::less:
            return std::is_lt(order);
        case Op::less_equal:
            return std::is_lteq(order);
        case Op::greater:
            return std::is_gt(order);
        default:
            return std::is_gteq(order);
    }
}

std::strong_ordering mirrored(std::strong_ordering order) {
    if (std::is_eq(order)) return order;
    return std::is_lt(order) ? std::strong_ordering::greater : std::strong_ordering::less;
}

}  // namespace

template <class F, class T>
T Evaluator::derived(const Node& node, F f, T otherwise) {
    if (question_.depth >= max_derivation || question_.budget <= 0) return otherwise;
    --question_.budget;
    ++question_.depth;
    const bool was_told =
        std::exchange(question_.is_told, question_.is_told || node.op == Op::told);
    const model::Expression& is = question_.catalogue[model::AttributeId{node.id}].is;
    T result = f(Evaluator(is, question_), is.root());
    question_.is_told = was_told;
    --question_.depth;
    return result;
}

bool Evaluator::is_derived(const Node& node) const {
    return (node.op == Op::attribute || node.op == Op::told) &&
           question_.catalogue[model::AttributeId{node.id}].is_derived();
}

// --- truth
// -----------------------------------------------------------------------------------------

Truth Evaluator::truth(const Node& node) {
    switch (node.op) {
        case Op::conjunction:
            return conjunction(node);
        case Op::disjunction:
            return disjunction(node);
        case Op::negation:
            return negated(truth(child(node, 0)));
        case Op::at_least:
            return at_least(node);
        case Op::equal:
        case Op::unequal:
            return equality(node);
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
            return comparison(node);
        case Op::in_list:
            return in_list(node);
        case Op::in_group:
            return in_group(node);
        case Op::credential:
        case Op::told_held:
            return held(node);
        default:
            return scalar(node).truth();
    }
}

Truth Evaluator::conjunction(const Node& node) {
    Truth all = Truth::yes;
    for (std::uint32_t k = 0; k < node.child_count && all != Truth::no; ++k) {
        all = both(all, truth(child(node, k)));
    }
    return all;
}

Truth Evaluator::disjunction(const Node& node) {
    Truth any = Truth::no;
    for (std::uint32_t k = 0; k < node.child_count && any != Truth::yes; ++k) {
        any = either(any, truth(child(node, k)));
    }
    return any;
}

Truth Evaluator::at_least(const Node& node) {
    std::uint32_t sure = 0, possible = 0;
    for (std::uint32_t k = 0; k < node.child_count; ++k) {
        const Truth part = truth(child(node, k));
        if (part == Truth::yes) ++sure;
        if (part != Truth::no) ++possible;
    }
    if (sure >= node.n) return Truth::yes;
    return possible < node.n ? Truth::no : Truth::unknown;
}

Truth Evaluator::comparison(const Node& node) {
    const Node& left = child(node, 0);
    const Node& right = child(node, 1);
    const bool is_lowest =
        left.type.kind == TypeKind::level && right.op == Op::constant && right.value.number == 0;
    if (is_lowest && node.op == Op::greater_equal) return Truth::yes;  // R23
    if (is_lowest && node.op == Op::less) return Truth::no;
    const auto order = compare(left, right);
    return order ? model::truth_of(holds(node.op, *order)) : Truth::unknown;
}

Truth Evaluator::equality(const Node& node) {
    const Node& left = child(node, 0);
    const Node& right = child(node, 1);
    if (left.type.kind != TypeKind::country || right.op != Op::constant) return comparison(node);
    const Scalar country = scalar(left);
    if (!country.is_known) return Truth::unknown;
    return model::truth_of(lies_in(country.number, right.value.number) == (node.op == Op::equal));
}

bool Evaluator::is_element(TypeKind kind, Scalar value, Scalar element) {
    if (kind == TypeKind::country) return lies_in(value.number, element.number);
    if (kind == TypeKind::duration) return std::is_eq(compare_lengths(value, element));
    return value.number == element.number;
}

Truth Evaluator::in_list(const Node& node) {
    const Node& first = child(node, 0);
    const Node& second = child(node, 1);
    if (second.type.kind == TypeKind::list) {
        const Scalar wanted = scalar(first);
        const model::Value list = value(second);
        if (!wanted.is_known || !list.is_known) return Truth::unknown;
        return model::truth_of(
            std::any_of(list.elements.begin(), list.elements.end(), [&](std::int64_t element) {
                return is_element(first.type.kind, wanted, Scalar::of(element));
            }));
    }
    Truth any = Truth::no;
    for (std::uint32_t k = 1; k < node.child_count && any != Truth::yes; ++k) {
        const Node& item = child(node, k);
        if (first.type.kind == TypeKind::country) {
            const Scalar wanted = scalar(first);
            if (!wanted.is_known) return Truth::unknown;
            any = model::truth_of(lies_in(wanted.number, item.value.number));
        } else {
            const auto order = compare(first, item);
            if (!order) return Truth::unknown;
            any = model::truth_of(std::is_eq(*order));
        }
    }
    return any;
}

Truth Evaluator::in_group(const Node& node) {
    const Scalar country = scalar(child(node, 0));
    if (!country.is_known) return Truth::unknown;
    for (const auto& member : question_.catalogue[model::GroupId{node.id}].members) {
        const auto region = static_cast<std::int64_t>(member.country.code);
        if (member.in_force.covers(question_.on) && lies_in(country.number, region)) {
            return Truth::yes;
        }
    }
    return Truth::no;
}

Truth Evaluator::held(const Node& node) {
    const model::CredentialId id{node.id};
    if (node.op == Op::told_held || question_.is_told) {
        return question_.facts.told_held(id, question_.on);
    }
    return question_.facts.held(id, question_.on, question_.younger);
}

// --- values
// ----------------------------------------------------------------------------------------

Scalar Evaluator::scalar(const Node& node) {
    switch (node.op) {
        case Op::constant:
            return Scalar::of(node.value);
        case Op::on:
            return Scalar::of(question_.on);
        case Op::attribute:
        case Op::told:
            return attribute(node);
        case Op::plus:
        case Op::minus:
            return sum(node);
        case Op::lookup: {
            const model::Value* found = cell(node);
            return found == nullptr ? Scalar::unknown() : Scalar::of(*found);
        }
        case Op::call:
            return Scalar::of(call(node));
        default:
            return Scalar::of(truth(node));
    }
}

model::Value Evaluator::value(const Node& node) {
    if (node.type.kind == TypeKind::list) {
        if (is_derived(node)) {
            return derived(
                node, [](Evaluator is, const Node& root) { return is.value(root); },
                model::Value::unknown());
        }
        switch (node.op) {
            case Op::attribute:
            case Op::told:
                return asked(node);
            case Op::lookup: {
                const model::Value* found = cell(node);
                return found == nullptr ? model::Value::unknown() : *found;
            }
            case Op::call:
                return call(node);
            default:
                return node.value;
        }
    }
    const Scalar plain = scalar(node);
    return plain.is_known ? model::Value{true, plain.unit, plain.number, {}}
                          : model::Value::unknown();
}

model::Value Evaluator::asked(const Node& node) {
    const model::AttributeId id{node.id};
    return node.op == Op::told || question_.is_told ? question_.facts.told(id, question_.on)
                                                    : question_.facts.value(id, question_.on);
}

Scalar Evaluator::attribute(const Node& node) {
    if (!is_derived(node)) return Scalar::of(asked(node));
    return derived(
        node, [](Evaluator is, const Node& root) { return is.scalar(root); }, Scalar::unknown());
}

Scalar Evaluator::sum(const Node& node) {
    const Node& left = child(node, 0);
    const Node& right = child(node, 1);
    const Scalar a = scalar(left);
    const Scalar b = scalar(right);
    if (!a.is_known || !b.is_known) return Scalar::unknown();
    const int sign = node.op == Op::plus ? 1 : -1;
    const bool is_left_date = left.type.kind == TypeKind::date;
    const bool is_right_date = right.type.kind == TypeKind::date;
    if (is_left_date && is_right_date) return days_between(a.as_date(), b.as_date());
    const Holidays& holidays = question_.catalogue.holidays;
    if (is_left_date) return Scalar::of(moved(a.as_date(), b, sign, holidays));
    if (is_right_date) return Scalar::of(moved(b.as_date(), a, 1, holidays));
    return node.type.kind == TypeKind::duration ? sum_of_lengths(a, b, sign)
                                                : sum_of_numbers(a, b, sign);
}

const model::Value* Evaluator::cell(const Node& node) {
    std::array<std::int64_t, max_keys> keys{};
    bool has_part = false;
    for (std::uint32_t k = 0; k < node.child_count; ++k) {
        const Scalar key = scalar(child(node, k));
        if (!key.is_known) return nullptr;
        keys[k] = key.number;
    }
    const model::Table& table = question_.catalogue[model::TableId{node.id}];
    const std::span<const std::int64_t> wanted(keys.data(), node.child_count);
    const model::Table::Row* row = table.find(wanted);
    // What is said of a country counts for its parts, where nothing is said of them.
    for (std::uint32_t k = 0; row == nullptr && k < node.child_count; ++k) {
        if (child(node, k).type.kind != TypeKind::country) continue;
        const model::Country part{static_cast<std::uint64_t>(keys[k])};
        has_part = has_part || part != part.whole();
        keys[k] = static_cast<std::int64_t>(part.whole().code);
    }
    if (row == nullptr && has_part) row = table.find(wanted);
    return row == nullptr || node.n >= row->cells.size() ? nullptr : &row->cells[node.n];
}

model::Value Evaluator::call(const Node& node) {
    std::vector<model::Value> arguments;
    arguments.reserve(node.child_count);
    for (std::uint32_t k = 0; k < node.child_count; ++k) arguments.push_back(value(child(node, k)));
    return question_.facts.call(model::FunctionId{node.id}, arguments);
}

// --- comparing
// -------------------------------------------------------------------------------------

std::optional<std::strong_ordering> Evaluator::compare(const Node& a, const Node& b) {
    if (a.type.kind == TypeKind::duration) {
        const auto a_difference = difference(a);
        const auto b_difference = difference(b);
        if (a_difference && !b_difference) return compare_difference(*a_difference, scalar(b));
        if (b_difference && !a_difference) {
            const auto order = compare_difference(*b_difference, scalar(a));
            return order ? std::optional(mirrored(*order)) : std::nullopt;
        }
    }
    const Scalar x = scalar(a);
    const Scalar y = scalar(b);
    if (!x.is_known || !y.is_known) return std::nullopt;
    return a.type.kind == TypeKind::duration ? compare_lengths(x, y) : x.number <=> y.number;
}

/// "a - b <= 6 months" asks whether a is at most six calendar months after b.
std::optional<std::strong_ordering> Evaluator::compare_difference(const Difference& a,
                                                                  Scalar length) {
    if (!a.later.is_known || !a.earlier.is_known || !length.is_known) return std::nullopt;
    const Date due = moved(a.earlier.as_date(), length, 1, question_.catalogue.holidays);
    return a.later.as_date() <=> due;
}

std::optional<Evaluator::Difference> Evaluator::difference(const Node& node) {
    if (is_derived(node)) {
        return derived(
            node, [](Evaluator is, const Node& root) { return is.difference(root); },
            std::optional<Difference>{});
    }
    if (node.op != Op::minus || child(node, 0).type.kind != TypeKind::date) return std::nullopt;
    return Difference{scalar(child(node, 0)), scalar(child(node, 1))};
}

}  // namespace wegwijzer::rule::detail
