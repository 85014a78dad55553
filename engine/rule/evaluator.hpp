// SPDX-License-Identifier: Apache-2.0
/// Evaluation of one expression on one day. Small, made anew for each question; takes no memory but
/// for lists and calls of plugins.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "model/catalogue.hpp"
#include "model/expression.hpp"
#include "rule/arithmetic.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::rule::detail {

/// What one evaluation asks with: the same for all derived attributes below.
struct Question {
    const Facts& facts;
    const model::Catalogue& catalogue;
    Date on;
    std::optional<Term> younger;
    bool is_told = false;  ///< below told(): everything as the profile gives it
    /// Derived attributes that may still be worked out. A pack whose attributes double each other a
    /// hundred times over is no longer answered, instead of answering for years.
    int budget = 4096;
    int depth = 0;
};

class Evaluator {
public:
    /// Derived attributes resting on derived ones resting on …; circles are refused when a pack is
    /// read.
    static constexpr int max_derivation = 32;

    Evaluator(const model::Expression& expression, Question& question)
        : expression_(expression), question_(question) {}

    [[nodiscard]] model::Truth truth(const model::Node& node);
    /// Of a node that is no list.
    [[nodiscard]] Scalar scalar(const model::Node& node);
    [[nodiscard]] model::Value value(const model::Node& node);
    /// How two nodes of one type compare; none where that is unknown.
    [[nodiscard]] std::optional<std::strong_ordering> compare(const model::Node& a,
                                                              const model::Node& b);
    /// Whether two values of a type are equal; of countries, whether the first lies in the second.
    [[nodiscard]] static bool is_element(model::TypeKind kind, Scalar value, Scalar element);

private:
    using Node = model::Node;

    /// Two dates of which a length is the difference.
    struct Difference {
        Scalar later, earlier;
    };

    [[nodiscard]] const Node& child(const Node& node, std::uint32_t k) const {
        return expression_.child(node, k);
    }
    model::Truth conjunction(const Node& node);
    model::Truth disjunction(const Node& node);
    model::Truth at_least(const Node& node);
    model::Truth comparison(const Node& node);
    model::Truth equality(const Node& node);
    model::Truth in_list(const Node& node);
    model::Truth in_group(const Node& node);
    model::Truth held(const Node& node);
    Scalar attribute(const Node& node);
    Scalar sum(const Node& node);
    model::Value asked(const Node& node);
    model::Value call(const Node& node);
    const model::Value* cell(const Node& node);
    std::optional<Difference> difference(const Node& node);
    std::optional<std::strong_ordering> compare_difference(const Difference& a, Scalar length);
    [[nodiscard]] bool is_derived(const Node& node) const;

    /// Calls `f` with an evaluator for the `is` of a derived attribute and its root; `otherwise`
    /// where that goes too deep.
    template <class F, class T>
    T derived(const Node& node, F f, T otherwise);

    const model::Expression& expression_;
    Question& question_;
};

}  // namespace wegwijzer::rule::detail
