// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "rule/compile.hpp"
#include "rule/lexer.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule {
namespace {

using model::Node;
using model::Op;
using model::TypeKind;

/// How tightly a node holds together; an operand that holds less tightly than its place asks gets
/// brackets.
enum Binding : int { loosest, disjunction, conjunction, negation, comparison, sum, operand };

Binding binding_of(Op op) {
    switch (op) {
        case Op::disjunction:
            return disjunction;
        case Op::conjunction:
            return conjunction;
        case Op::negation:
            return negation;
        case Op::equal:
        case Op::unequal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
        case Op::in_list:
        case Op::in_group:
            return comparison;
        case Op::plus:
        case Op::minus:
            return sum;
        default:
            return operand;
    }
}

std::string_view sign_of(Op op) {
    switch (op) {
        case Op::equal:
            return " = ";
        case Op::unequal:
            return " != ";
        case Op::less:
            return " < ";
        case Op::less_equal:
            return " <= ";
        case Op::greater:
            return " > ";
        case Op::greater_equal:
            return " >= ";
        case Op::plus:
            return " + ";
        case Op::minus:
            return " - ";
        case Op::conjunction:
            return " and ";
        case Op::disjunction:
            return " or ";
        default:
            return " ";
    }
}

/// A word that the parser reads as one word, else quoted.
std::string as_word(std::string_view word) {
    if (detail::is_plain_word(word) && !detail::is_keyword(word)) return std::string(word);
    std::string text = "'";
    for (const char c : word) {
        text += c;
        if (c == '\'') text += c;
    }
    return text + "'";
}

class Printer {
public:
    Printer(const model::Expression& expression, const model::Catalogue& catalogue)
        : expression_(expression), catalogue_(catalogue) {}

    void print(const Node& node, Binding least) {
        const bool needs_brackets = binding_of(node.op) < least;
        if (needs_brackets) text_ += '(';
        print_bare(node);
        if (needs_brackets) text_ += ')';
    }

    std::string take() { return std::move(text_); }

private:
    void print_bare(const Node& node) {
        switch (node.op) {
            case Op::constant:
                text_ += to_text(node.value, node.type, catalogue_);
                return;
            case Op::on:
                text_ += "on";
                return;
            case Op::attribute:
                text_ += catalogue_[model::AttributeId{node.id}].id;
                return;
            case Op::told:
                text_ += "told(" + catalogue_[model::AttributeId{node.id}].id + ")";
                return;
            case Op::credential:
                text_ += catalogue_[model::CredentialId{node.id}].id;
                return;
            case Op::told_held:
                text_ += "told(" + catalogue_[model::CredentialId{node.id}].id + ")";
                return;
            case Op::at_least:
                text_ += std::to_string(node.n) + " of (";
                print_children(node, 0, ", ", loosest);
                text_ += ')';
                return;
            case Op::lookup:
            case Op::call:
                return print_call(node);
            case Op::negation:
                text_ += "not ";
                return print(expression_.child(node, 0), negation);
            default:
                return print_operator(node);
        }
    }

    void print_operator(const Node& node) {
        switch (node.op) {
            case Op::conjunction:
            case Op::disjunction:
                return print_children(node, 0, sign_of(node.op), next(binding_of(node.op)));
            case Op::in_group:
                print(expression_.child(node, 0), sum);
                text_ += " in " + catalogue_[model::GroupId{node.id}].id;
                return;
            case Op::in_list:
                return print_in_list(node);
            case Op::plus:
            case Op::minus:
                print(expression_.child(node, 0), sum);
                text_ += sign_of(node.op);
                return print(expression_.child(node, 1), operand);
            default:
                print(expression_.child(node, 0), sum);
                text_ += sign_of(node.op);
                return print(expression_.child(node, 1), sum);
        }
    }

    void print_in_list(const Node& node) {
        print(expression_.child(node, 0), sum);
        const Node& second = expression_.child(node, 1);
        if (second.type.kind == TypeKind::list) {
            text_ += " in ";
            return print(second, sum);
        }
        text_ += " in [";
        print_children(node, 1, ", ", sum);
        text_ += ']';
    }

    void print_call(const Node& node) {
        if (node.op == Op::call) {
            text_ += catalogue_[model::FunctionId{node.id}].name + "(";
            print_children(node, 0, ", ", loosest);
        } else {
            const model::Table& table = catalogue_[model::TableId{node.id}];
            text_ += "lookup(" + table.id + ", ";
            print_children(node, 0, ", ", loosest);
            if (node.child_count > 0) text_ += ", ";
            text_ += table.columns[node.n].name;
        }
        text_ += ')';
    }

    void print_children(const Node& node, std::uint32_t first, std::string_view between,
                        Binding least) {
        for (std::uint32_t k = first; k < node.child_count; ++k) {
            if (k > first) text_ += between;
            print(expression_.child(node, k), least);
        }
    }

    static Binding next(Binding binding) { return static_cast<Binding>(binding + 1); }

    const model::Expression& expression_;
    const model::Catalogue& catalogue_;
    std::string text_;
};

/// The word at `index`, or the number where the catalogue has no such word (a plugin may give
/// anything).
std::string word_at(std::int64_t index, const model::Type& type,
                    const model::Catalogue& catalogue) {
    const auto* words = detail::words_of(type, catalogue);
    if (words == nullptr || index < 0 || index >= static_cast<std::int64_t>(words->size())) {
        return std::to_string(index);
    }
    return as_word((*words)[static_cast<std::size_t>(index)]);
}

std::string elements_text(const model::Value& list, const model::Type& type,
                          const model::Catalogue& catalogue) {
    std::string text = "[";
    for (const std::int64_t element : list.elements) {
        if (text.size() > 1) text += ", ";
        text += to_text(model::Value::of(element), detail::element_of(type), catalogue);
    }
    return text + "]";
}

}  // namespace

std::string to_text(const model::Expression& expression, const model::Catalogue& catalogue) {
    if (expression.is_empty()) return "true";
    return to_text(expression, expression.root(), catalogue);
}

std::string to_text(const model::Expression& expression, const model::Node& node,
                    const model::Catalogue& catalogue) {
    Printer printer(expression, catalogue);
    printer.print(node, loosest);
    return printer.take();
}

std::string to_text(const model::Value& value, const model::Type& type,
                    const model::Catalogue& catalogue) {
    if (!value.is_known) return "unknown";
    switch (type.kind) {
        case TypeKind::boolean:
            return value.number != 0 ? "true" : "false";
        case TypeKind::level:
        case TypeKind::enumeration:
            return word_at(value.number, type, catalogue);
        case TypeKind::integer:
            return std::to_string(value.number);
        case TypeKind::money:
            return to_string(value.as_money());
        case TypeKind::duration:
            return to_string(value.as_term());
        case TypeKind::date:
            return to_string(value.as_date());
        case TypeKind::country:
            return value.as_country().to_string();
        case TypeKind::list:
            return elements_text(value, type, catalogue);
    }
    return {};
}

}  // namespace wegwijzer::rule
