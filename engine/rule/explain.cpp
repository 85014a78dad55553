// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "rule/compile.hpp"
#include "rule/evaluate.hpp"
#include "rule/evaluator.hpp"

namespace wegwijzer::rule {
namespace {

using model::Explanation;
using model::Node;
using model::Op;
using model::Truth;

std::string text_of(Truth truth) {
    return truth == Truth::yes ? "true" : truth == Truth::no ? "false" : "unknown";
}

std::string_view sign_of(Op op) {
    switch (op) {
        case Op::equal:
            return "= ";
        case Op::unequal:
            return "!= ";
        case Op::less:
            return "< ";
        case Op::less_equal:
            return "<= ";
        case Op::greater:
            return "> ";
        default:
            return ">= ";
    }
}

class Explainer {
public:
    Explainer(const model::Expression& expression, detail::Question& question, int& size)
        : expression_(expression), question_(question), size_(size) {}

    Explanation explain(const Node& node) {
        Explanation explanation;
        explanation.truth = evaluator().truth(node);
        explanation.asked = text(node);
        explanation.is_given = node.is_given;
        switch (node.op) {
            case Op::conjunction:
            case Op::disjunction:
            case Op::negation:
            case Op::at_least:
                explain_parts(node, explanation);
                break;
            case Op::equal:
            case Op::unequal:
            case Op::less:
            case Op::less_equal:
            case Op::greater:
            case Op::greater_equal:
                explanation.has = value_text(child(node, 0));
                explanation.satisfies = std::string(sign_of(node.op)) + wanted(child(node, 1));
                break;
            case Op::in_list:
            case Op::in_group:
                explanation.has = value_text(child(node, 0));
                explanation.satisfies = membership_text(node);
                break;
            default:
                explanation.has = text_of(explanation.truth);
                explanation.satisfies = explanation.asked;
                explain_derived(node, explanation);
        }
        return explanation;
    }

private:
    [[nodiscard]] const Node& child(const Node& node, std::uint32_t k) const {
        return expression_.child(node, k);
    }
    detail::Evaluator evaluator() { return {expression_, question_}; }
    [[nodiscard]] std::string text(const Node& node) const {
        return to_text(expression_, node, question_.catalogue);
    }
    std::string value_text(const Node& node) {
        return to_text(evaluator().value(node), node.type, question_.catalogue);
    }

    /// What it is compared with: a date worked out, not the sum it comes from.
    std::string wanted(const Node& node) {
        if (node.op == Op::constant) return text(node);
        const model::Value value = evaluator().value(node);
        return value.is_known ? to_text(value, node.type, question_.catalogue) : text(node);
    }

    /// The part of "x in …" after x.
    [[nodiscard]] std::string membership_text(const Node& node) const {
        const std::string whole = text(node);
        return whole.substr(text(child(node, 0)).size() + 1);
    }

    void explain_parts(const Node& node, Explanation& explanation) {
        for (std::uint32_t k = 0; k < node.child_count && ++size_ <= most_parts; ++k) {
            explanation.parts.push_back(explain(child(node, k)));
        }
    }

    /// A derived attribute has its own reasons.
    void explain_derived(const Node& node, Explanation& explanation) {
        if (node.op != Op::attribute && node.op != Op::told) return;
        const model::Attribute& attribute = question_.catalogue[model::AttributeId{node.id}];
        const bool is_too_deep =
            question_.depth >= detail::Evaluator::max_derivation || ++size_ > most_parts;
        if (!attribute.is_derived() || is_too_deep) return;
        ++question_.depth;
        const bool was_told =
            std::exchange(question_.is_told, question_.is_told || node.op == Op::told);
        explanation.parts.push_back(
            Explainer(attribute.is, question_, size_).explain(attribute.is.root()));
        question_.is_told = was_told;
        --question_.depth;
    }

    // An explanation of more parts than this explains nothing.
    static constexpr int most_parts = 10'000;

    const model::Expression& expression_;
    detail::Question& question_;
    int& size_;
};

}  // namespace

Explanation explain(const model::Expression& expression, const Facts& facts,
                    const model::Catalogue& catalogue, Date on, std::optional<Term> younger) {
    if (expression.is_empty()) {
        Explanation nothing_asked;
        nothing_asked.truth = Truth::yes;
        return nothing_asked;
    }
    detail::Question question{facts, catalogue, on, younger};
    question.budget = 65'536;  // each part is evaluated anew
    int size = 0;
    return Explainer(expression, question, size).explain(expression.root());
}

}  // namespace wegwijzer::rule
