// SPDX-License-Identifier: Apache-2.0
#include "rule/checker.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule::detail {

using model::Op;
using model::TypeKind;

model::Expression Checker::run(const model::Type* wanted) {
    if (has_missing_ && missing_function(tree_.root) != nullptr) {
        add_missing(tree_.root, wanted);
        return std::move(built_);
    }
    const bool is_word_wanted = wanted != nullptr && has_words(*wanted);
    const Checked root = check(tree_.root, is_word_wanted ? wanted : nullptr);
    if (root && wanted != nullptr && !is_same(type_at(root), *wanted)) {
        error("R005", tree_.root,
              source_of(tree_.root) + " is " + described(type_at(root)) + ", where " +
                  described(*wanted) + " is wanted");
    }
    return std::move(built_);
}

Checker::Checked Checker::check(Index i, const model::Type* hint) {
    if (has_missing_ && missing_function(i) != nullptr) return add_missing(i, hint);
    switch (tree_[i].kind) {
        case SyntaxKind::broken:
            return std::nullopt;
        case SyntaxKind::word:
            return check_word(i, hint);
        case SyntaxKind::quoted:
            return check_quoted(i, hint);
        case SyntaxKind::term:
            return check_term(i);
        case SyntaxKind::money:
            return check_money(i);
        case SyntaxKind::call:
            return check_call(i);
        case SyntaxKind::any_of:
            return check_chain(i, Op::disjunction);
        case SyntaxKind::all_of:
            return check_chain(i, Op::conjunction);
        case SyntaxKind::negation:
            return check_negation(i);
        case SyntaxKind::at_least:
            return check_at_least(i);
        case SyntaxKind::comparison:
            return check_comparison(i);
        case SyntaxKind::in_list:
            return check_in_list(i);
        case SyntaxKind::in_name:
            return check_in_name(i);
        case SyntaxKind::plus:
        case SyntaxKind::minus:
            return check_sum(i);
    }
    return std::nullopt;
}

Checker::Checked Checker::check_boolean(Index i) {
    const Checked node = check(i, nullptr);
    if (!node) return std::nullopt;
    if (type_at(node).kind == TypeKind::boolean) return node;
    std::vector<std::string> hints;
    if (is_ordered(type_at(node).kind)) hints.push_back("compare it with something");
    error("R005", i,
          source_of(i) + " is " + described(type_at(node)) + ", where true or false is wanted",
          std::move(hints));
    return std::nullopt;
}

Checker::Checked Checker::check_chain(Index i, Op op) {
    std::vector<Index> parts;
    collect_chain(i, tree_[i].kind, parts);
    std::vector<std::uint32_t> children;
    for (const Index part : parts) {
        if (const Checked child = check_boolean(part)) children.push_back(*child);
    }
    if (children.size() < parts.size()) return std::nullopt;
    return add(i, op, boolean_type(), children);
}

/// "(a and b) and c" is one chain of three.
bool Checker::collect_chain(Index i, SyntaxKind kind, std::vector<Index>& into) {
    if (tree_[i].kind != kind) return false;
    for (const Index child : tree_[i].children) {
        if (!collect_chain(child, kind, into)) into.push_back(child);
    }
    return true;
}

Checker::Checked Checker::check_negation(Index i) {
    const Checked child = check_boolean(tree_[i].children[0]);
    if (!child) return std::nullopt;
    return add(i, Op::negation, boolean_type(), std::array{*child});
}

Checker::Checked Checker::check_at_least(Index i) {
    const Syntax& syntax = tree_[i];
    std::vector<std::uint32_t> children;
    for (const Index part : syntax.children) {
        if (const Checked child = check_boolean(part)) children.push_back(*child);
    }
    std::uint32_t n = 0;
    const char* end = syntax.text.data() + syntax.text.size();
    const auto read = std::from_chars(syntax.text.data(), end, n);
    if (read.ec != std::errc{} || read.ptr != end || n < 1 || n > syntax.children.size()) {
        error("R009", i,
              quoted(syntax.text) + " of " + std::to_string(syntax.children.size()) +
                  " cannot be asked",
              {"the number lies between 1 and how many stand in the brackets"});
        return std::nullopt;
    }
    if (children.size() < syntax.children.size()) return std::nullopt;
    return add(i, Op::at_least, boolean_type(), children, model::StepId::no_index, n);
}

Checker::Checked Checker::check_term(Index i) {
    const std::string_view text = tree_[i].text;
    if (text.starts_with("about") || text.find("..") != std::string_view::npos) {
        error("R011", i, "an estimate cannot stand in an expression",
              {"write a term such as '3 months'"});
        return std::nullopt;
    }
    // Words may stand apart by more than one space.
    std::string single;
    for (const char c : text) {
        const bool is_gap = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_gap) single += c;
        if (is_gap && !single.ends_with(' ')) single += ' ';
    }
    if (const auto term = parse_term(single)) {
        return add_constant(i, type_of(TypeKind::duration), model::Value::of(*term));
    }
    error("R011", i, quoted(text) + " is not a term",
          {"write '1 day', '6 weeks', '3 months', '2 years' or '10 working days', up to 10000"});
    return std::nullopt;
}

Checker::Checked Checker::check_money(Index i) {
    const std::string_view text = tree_[i].text;
    const std::string single = "EUR " + std::string(text.substr(text.find_last_of(" \t\r\n") + 1));
    if (const auto money = parse_money(single)) {
        return add_constant(i, type_of(TypeKind::money), model::Value::of(*money));
    }
    error("R011", i, quoted(text) + " is not an amount",
          {"write 'EUR 85' or 'EUR 148.83', up to EUR 10000000, without separators"});
    return std::nullopt;
}

}  // namespace wegwijzer::rule::detail
