// SPDX-License-Identifier: Apache-2.0
/// told, lookup and the functions of plugins.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "rule/checker.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule::detail {
namespace {

using model::Op;

std::vector<std::string_view> function_names(const model::Catalogue& catalogue) {
    std::vector<std::string_view> names{"told", "lookup"};
    names.reserve(catalogue.functions.size() + 2);
    for (const auto& function : catalogue.functions) names.push_back(function.name);
    return names;
}

std::vector<std::string_view> column_names(const model::Table& table) {
    std::vector<std::string_view> names;
    names.reserve(table.columns.size());
    for (const auto& column : table.columns) names.push_back(column.name);
    return names;
}

std::vector<std::string_view> table_names(const model::Catalogue& catalogue) {
    std::vector<std::string_view> names;
    names.reserve(catalogue.tables.size());
    for (const auto& table : catalogue.tables) names.push_back(table.id);
    return names;
}

/// "lookup(diploma.usual-level, country, qualification, column)"
std::string shape_of(const model::Table& table) {
    std::string text = "lookup(" + shown(table.id);
    for (const auto& key : table.keys) text += ", " + shown(key.name);
    return text + ", column)";
}

std::string count_of(std::size_t n, std::string_view thing) {
    return std::to_string(n) + " " + std::string(thing) + (n == 1 ? "" : "s");
}

}  // namespace

Checker::Checked Checker::check_call(Index i) {
    const std::string_view name = tree_[i].text;
    if (name == "told") return check_told(i);
    if (name == "lookup") return check_lookup(i);
    const Named* named = names_.find(name);
    if (named != nullptr && std::holds_alternative<model::FunctionId>(*named)) {
        return check_function(i, std::get<model::FunctionId>(*named));
    }
    error("R003", i, "unknown function " + quoted(name),
          did_you_mean(name, function_names(catalogue_)));
    return std::nullopt;
}

Checker::Checked Checker::check_told(Index i) {
    const auto& arguments = tree_[i].children;
    const bool is_word = arguments.size() == 1 && tree_[arguments[0]].kind == SyntaxKind::word;
    if (!is_word) {
        const bool is_reported =
            arguments.size() == 1 && tree_[arguments[0]].kind == SyntaxKind::broken;
        if (!is_reported) {
            error("R005", i, "told takes one attribute or credential",
                  {"write 'told(dutch) < B1', not 'told(dutch < B1)'"});
        }
        return std::nullopt;
    }
    const Named* named = names_.find(tree_[arguments[0]].text);
    if (named == nullptr) {
        report_unknown_name(arguments[0], "attribute or credential");
        return std::nullopt;
    }
    if (const auto* attribute = std::get_if<model::AttributeId>(named)) {
        return add(i, Op::told, type_of(*attribute, catalogue_), {}, attribute->index);
    }
    if (const auto* credential = std::get_if<model::CredentialId>(named)) {
        return add(i, Op::told_held, boolean_type(), {}, credential->index);
    }
    error("R005", arguments[0], source_of(arguments[0]) + " is not an attribute or credential");
    return std::nullopt;
}

Checker::Checked Checker::check_lookup(Index i) {
    const auto& arguments = tree_[i].children;
    if (arguments.empty()) {
        error("R010", i, "lookup asks a table, its keys and a column",
              {"write 'lookup(table, key, column)'"});
        return std::nullopt;
    }
    const Syntax& first = tree_[arguments[0]];
    const Named* named = first.kind == SyntaxKind::word ? names_.find(first.text) : nullptr;
    if (named == nullptr || !std::holds_alternative<model::TableId>(*named)) {
        if (first.kind == SyntaxKind::broken) return std::nullopt;
        error("R004", arguments[0], "unknown table " + source_of(arguments[0]),
              did_you_mean(first.text, table_names(catalogue_)));
        return std::nullopt;
    }
    const model::TableId id = std::get<model::TableId>(*named);
    const model::Table& table = catalogue_[id];
    if (arguments.size() != table.keys.size() + 2 || table.keys.size() > max_keys) {
        error("R010", i,
              quoted(table.id) + " is asked with " + count_of(table.keys.size(), "key") +
                  " and one column",
              {"write '" + shape_of(table) + "'"});
        return std::nullopt;
    }
    std::vector<model::Type> types;
    types.reserve(table.keys.size());
    for (const auto& key : table.keys) types.push_back(key.type);
    std::vector<std::uint32_t> keys;
    const std::span<const Index> all(arguments);
    const bool keys_fit = check_arguments(i, all.subspan(1, types.size()), types, "R010", keys);

    const Syntax& last = tree_[arguments.back()];
    const auto column = std::find_if(
        table.columns.begin(), table.columns.end(),
        [&](const auto& c) { return last.kind == SyntaxKind::word && c.name == last.text; });
    if (column == table.columns.end()) {
        if (last.kind != SyntaxKind::broken) {
            error("R010", arguments.back(),
                  quoted(table.id) + " has no column " + source_of(arguments.back()),
                  did_you_mean(last.text, column_names(table)));
        }
        return std::nullopt;
    }
    if (!keys_fit) return std::nullopt;
    return add(i, Op::lookup, column->type, keys, id.index,
               static_cast<std::uint32_t>(column - table.columns.begin()));
}

Checker::Checked Checker::check_function(Index i, model::FunctionId id) {
    const model::Function& function = catalogue_[id];
    const auto& arguments = tree_[i].children;
    if (arguments.size() != function.parameters.size()) {
        error("R005", i,
              quoted(function.name) + " takes " + count_of(function.parameters.size(), "argument") +
                  ", not " + std::to_string(arguments.size()));
        return std::nullopt;
    }
    std::vector<std::uint32_t> nodes;
    if (!check_arguments(i, arguments, function.parameters, "R005", nodes)) return std::nullopt;
    return add(i, Op::call, function.result, nodes, id.index);
}

/// The missing function that makes all of a node unknown: called in it, compared, added to, or
/// hidden in a derived attribute. Null where there is none, and over what is joined by and, or,
/// not: there other parts may decide.
const model::FunctionId* Checker::missing_function(Index i) const {
    const Syntax& syntax = tree_[i];
    if (syntax.kind == SyntaxKind::word || syntax.kind == SyntaxKind::call) {
        const Named* named = names_.find(syntax.text);
        if (named == nullptr) return nullptr;
        if (const auto* attribute = std::get_if<model::AttributeId>(named)) {
            const model::Expression& is = catalogue_[*attribute].is;
            if (is.is_empty() || is.root().op != Op::call) return nullptr;
            named = names_.find(catalogue_.functions[is.root().id].name);
        }
        const auto* function = named == nullptr ? nullptr : std::get_if<model::FunctionId>(named);
        const bool is_missing = function != nullptr && catalogue_[*function].is_missing;
        return is_missing ? function : nullptr;
    }
    const bool looks_inside = syntax.kind == SyntaxKind::comparison ||
                              syntax.kind == SyntaxKind::in_list ||
                              syntax.kind == SyntaxKind::in_name ||
                              syntax.kind == SyntaxKind::plus || syntax.kind == SyntaxKind::minus;
    if (!looks_inside) return nullptr;
    for (const Index child : syntax.children)
        if (const auto* function = missing_function(child)) return function;
    return nullptr;
}

/// A call without arguments, of whatever type is wanted: it is never made and always unknown.
Checker::Checked Checker::add_missing(Index i, const model::Type* hint) {
    return add(i, Op::call, hint != nullptr ? *hint : boolean_type(), {},
               missing_function(i)->index);
}

bool Checker::check_arguments(Index i, std::span<const Index> arguments,
                              std::span<const model::Type> types, std::string_view code,
                              std::vector<std::uint32_t>& into) {
    bool all_fit = true;
    for (std::size_t k = 0; k < arguments.size(); ++k) {
        const Checked node = check(arguments[k], &types[k]);
        if (node && is_same(type_at(node), types[k])) {
            into.push_back(*node);
            continue;
        }
        all_fit = false;
        if (!node) continue;
        error(code, arguments[k],
              source_of(arguments[k]) + " is " + described(type_at(node)) + ", where " +
                  quoted(tree_[i].text) + " asks for " + described(types[k]));
    }
    return all_fit;
}

}  // namespace wegwijzer::rule::detail
