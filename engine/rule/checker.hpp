// SPDX-License-Identifier: Apache-2.0
/// From the tree of the grammar to a typed expression: names are found, types compared, bare words
/// read.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/expression.hpp"
#include "rule/names.hpp"
#include "rule/parser.hpp"
#include "rule/report.hpp"

namespace wegwijzer::rule::detail {

/// A table with more keys than this cannot be asked.
inline constexpr std::size_t max_keys = 8;

class Checker {
public:
    Checker(const SyntaxTree& tree, const Names& names, Reporter& report)
        : tree_(tree), names_(names), catalogue_(names.catalogue()), report_(report) {
        for (const auto& function : catalogue_.functions) has_missing_ |= function.is_missing;
    }

    /// Checks the whole tree; where `wanted` is given, it must be of that type. What comes back is
    /// sound only if nothing was reported.
    /// @errors  R003–R006, R009–R011, see compile.hpp
    [[nodiscard]] model::Expression run(const model::Type* wanted);

private:
    /// Index of a node in the expression; none where a mistake was reported.
    using Checked = std::optional<std::uint32_t>;
    using Index = std::uint32_t;  // of the syntax tree

    // checker.cpp
    /// `hint` is the type that a bare word would have here, or null.
    Checked check(Index i, const model::Type* hint);
    Checked check_boolean(Index i);
    Checked check_chain(Index i, model::Op op);
    bool collect_chain(Index i, SyntaxKind kind, std::vector<Index>& into);
    Checked check_negation(Index i);
    Checked check_at_least(Index i);
    Checked check_term(Index i);
    Checked check_money(Index i);

    // check_words.cpp
    Checked check_word(Index i, const model::Type* hint);
    Checked check_quoted(Index i, const model::Type* hint);
    Checked check_name(Index i, const Named& name);
    Checked check_number_like(Index i);
    Checked add_word_value(Index i, std::string_view word, const model::Type& type);
    void report_unknown_name(Index i, std::string_view kind);
    void report_unknown_word(Index i, std::string_view word, const model::Type& type);
    /// A word that means nothing by itself: only what stands opposite tells.
    [[nodiscard]] bool is_open(Index i) const;
    /// An open word that is no number or date either.
    [[nodiscard]] bool is_unknown_word(Index i) const;

    // check_comparison.cpp
    Checked check_comparison(Index i);
    bool check_sides(Index left, Index right, Checked& checked_left, Checked& checked_right);
    void report_open_sides(Index first, Index second);
    Checked check_in_list(Index i);
    Checked check_in_name(Index i);
    Checked check_in_group(Index i, model::GroupId group);
    Checked check_in_attribute(Index i);
    Checked check_value_of(Index i, const model::Type& type, std::string_view opposite);

    // check_sums.cpp
    Checked check_sum(Index i);

    // check_calls.cpp
    Checked check_call(Index i);
    Checked check_told(Index i);
    Checked check_lookup(Index i);
    Checked check_function(Index i, model::FunctionId function);
    [[nodiscard]] const model::FunctionId* missing_function(Index i) const;
    Checked add_missing(Index i, const model::Type* hint);
    bool check_arguments(Index i, std::span<const Index> arguments,
                         std::span<const model::Type> types, std::string_view code,
                         std::vector<std::uint32_t>& into);

    // building, in builder.cpp
    Checked add(Index i, model::Op op, const model::Type& type,
                std::span<const std::uint32_t> children = {},
                std::uint32_t id = model::StepId::no_index, std::uint32_t n = 0);
    Checked add_constant(Index i, const model::Type& type, model::Value value);
    [[nodiscard]] const model::Type& type_at(Checked node) const {
        return built_.nodes[*node].type;
    }
    [[nodiscard]] bool is_constant(Checked node) const {
        return built_.nodes[*node].op == model::Op::constant;
    }
    [[nodiscard]] bool is_given(model::AttributeId attribute) const;
    [[nodiscard]] std::string source_of(Index i) const;
    [[nodiscard]] std::string described(const model::Type& type) const;
    void error(std::string_view code, Index i, std::string message,
               std::vector<std::string> hints = {}) {
        report_.error(code, std::move(message), tree_[i].extent, std::move(hints));
    }

    const SyntaxTree& tree_;
    const Names& names_;
    const model::Catalogue& catalogue_;
    Reporter& report_;
    model::Expression built_;
    bool has_missing_ = false;  ///< of functions, with their plugins
};

}  // namespace wegwijzer::rule::detail
