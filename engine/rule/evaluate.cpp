// SPDX-License-Identifier: Apache-2.0
#include "rule/evaluate.hpp"

#include <algorithm>

#include "rule/evaluator.hpp"

namespace wegwijzer::rule {
namespace {

class Asked {
public:
    explicit Asked(const model::Catalogue& catalogue)
        : catalogue_(catalogue), is_seen_(catalogue.attributes.size(), false) {}

    void collect(const model::Expression& expression) {
        for (const model::Node& node : expression.nodes) {
            if (node.op != model::Op::attribute && node.op != model::Op::told) continue;
            if (is_seen_[node.id]) continue;
            is_seen_[node.id] = true;
            const model::AttributeId id{node.id};
            if (catalogue_[id].is_derived()) {
                pending_.push_back(id);
            } else {
                found_.push_back(id);
            }
        }
    }

    std::vector<model::AttributeId> run(const model::Expression& expression) {
        collect(expression);
        while (!pending_.empty()) {
            const model::AttributeId next = pending_.back();
            pending_.pop_back();
            collect(catalogue_[next].is);
        }
        std::sort(found_.begin(), found_.end());
        return std::move(found_);
    }

private:
    const model::Catalogue& catalogue_;
    std::vector<bool> is_seen_;
    std::vector<model::AttributeId> pending_, found_;
};

}  // namespace

model::Truth evaluate(const model::Expression& expression, const Facts& facts,
                      const model::Catalogue& catalogue, Date on, std::optional<Term> younger) {
    if (expression.is_empty()) return model::Truth::yes;
    detail::Question question{facts, catalogue, on, younger};
    return detail::Evaluator(expression, question).truth(expression.root());
}

model::Value evaluate_node(const model::Expression& expression, const model::Node& node,
                           const Facts& facts, const model::Catalogue& catalogue, Date on,
                           std::optional<Term> younger) {
    detail::Question question{facts, catalogue, on, younger};
    return detail::Evaluator(expression, question).value(node);
}

std::vector<model::AttributeId> asked_attributes(const model::Expression& expression,
                                                 const model::Catalogue& catalogue) {
    return Asked(catalogue).run(expression);
}

}  // namespace wegwijzer::rule
