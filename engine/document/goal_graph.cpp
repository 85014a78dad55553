// SPDX-License-Identifier: Apache-2.0
#include "document/goal_graph.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document/speaker.hpp"
#include "document/value_text.hpp"

namespace wegwijzer::document {
namespace {

using model::Expression;
using model::Given;
using model::Node;
using model::Op;

/// Gathers the given facts that an expression names.
class FactReader {
public:
    FactReader(const model::Catalogue& catalogue, std::vector<Given>& facts)
        : catalogue_(catalogue), facts_(facts) {}

    void read(const Expression& expression) {
        if (!expression.is_empty()) read(expression, expression.root());
    }

private:
    void read(const Expression& expression, const Node& node) {
        if (node.op == Op::credential)
            add({Given::Kind::credential, model::CredentialId{node.id}, {}, 0, {}});
        if (node.op == Op::attribute) add_attribute({node.id});
        const bool compares =
            node.op == Op::greater_equal || node.op == Op::equal || node.op == Op::greater;
        if (compares && node.child_count == 2) {
            const Node& left = expression.child(node, 0);
            const Node& right = expression.child(node, 1);
            if (left.op == Op::attribute && right.op == Op::constant &&
                left.type.kind == model::TypeKind::level)
                return add_level({left.id}, right.value, node.op == Op::greater);
        }
        for (std::uint32_t k = 0; k < node.child_count; ++k)
            read(expression, expression.child(node, k));
    }

    void add_attribute(model::AttributeId id) {
        const model::Attribute& attribute = catalogue_[id];
        if (attribute.is_derived()) {
            if (derived_.insert(id).second) read(attribute.is);
            return;
        }
        if (attribute.is_given && attribute.type.kind == model::TypeKind::boolean)
            add({Given::Kind::truth, {}, id, 0, {}});
    }

    void add_level(model::AttributeId id, const model::Value& value, bool is_strict) {
        if (!catalogue_[id].is_given || !value.is_known) return;
        const auto rank = static_cast<std::int32_t>(value.number) + (is_strict ? 1 : 0);
        add({Given::Kind::level, {}, id, rank, {}});
    }

    void add(const Given& fact) {
        if (std::find(facts_.begin(), facts_.end(), fact) == facts_.end()) facts_.push_back(fact);
    }

    const model::Catalogue& catalogue_;
    std::vector<Given>& facts_;
    std::set<model::AttributeId> derived_;
};

class GraphMaker {
public:
    GraphMaker(const model::Catalogue& catalogue, const std::string& lang)
        : catalogue_(catalogue), speaker_(*find_language(lang)) {
        graph_.lang = lang;
    }

    GoalGraph make(model::GoalId id) {
        const model::Goal& goal = catalogue_[id];
        graph_.nodes.push_back(
            {GraphNode::Kind::goal, goal.id, title(goal.title, goal.id), 0, false});
        ask(goal.reach, 0);
        // The list grows while it is walked: facts and steps take turns, nearest to the goal first.
        for (std::size_t k = 0; k < facts_.size(); ++k) find_givers(k);
        return std::move(graph_);
    }

private:
    [[nodiscard]] std::string title(const model::Text& text, const std::string& id) const {
        return plain_text(speaker_.text(text, id));
    }

    void ask(const Expression& expression, std::size_t by) {
        std::vector<Given> asked;
        FactReader(catalogue_, asked).read(expression);
        for (const Given& fact : asked) arrow(fact_node(fact, graph_.nodes[by].depth + 1), by);
    }

    void arrow(std::size_t from, std::size_t to) {
        const auto same = [&](const GraphArrow& one) { return one.from == from && one.to == to; };
        if (std::none_of(graph_.arrows.begin(), graph_.arrows.end(), same))
            graph_.arrows.push_back({from, to});
    }

    std::size_t fact_node(const Given& fact, std::size_t depth) {
        const std::string id = given_text(catalogue_, fact);
        const auto [at, is_new] = fact_nodes_.try_emplace(id, graph_.nodes.size());
        if (is_new) {
            graph_.nodes.push_back({GraphNode::Kind::fact, id, fact_title(fact, id), depth, false});
            facts_.push_back(fact);
        }
        return at->second;
    }

    [[nodiscard]] std::string fact_title(const Given& fact, const std::string& id) const {
        if (fact.kind == Given::Kind::credential)
            return title(catalogue_[fact.credential].title, id);
        const std::string name = title(catalogue_[fact.attribute].title, id);
        if (fact.kind == Given::Kind::truth) return name;
        return name + " " +
               value_text(catalogue_, fact.attribute, model::Value::of(std::int64_t{fact.rank}));
    }

    void find_givers(std::size_t which) {
        const Given fact = facts_[which];
        const std::size_t to = fact_nodes_.at(given_text(catalogue_, fact));
        for (std::uint32_t k = 0; k < catalogue_.steps.size(); ++k)
            if (gives(catalogue_.steps[k], fact))
                arrow(step_node(k, graph_.nodes[to].depth + 1), to);
    }

    [[nodiscard]] bool gives(const model::Step& step, const Given& wanted) const {
        const auto serves = [&](const Given& given) { return serves_for(given, wanted); };
        if (std::any_of(step.gives.begin(), step.gives.end(), serves)) return true;
        return std::any_of(
            step.outcomes.begin(), step.outcomes.end(), [&](const model::Outcome& outcome) {
                return std::any_of(outcome.gives.begin(), outcome.gives.end(), serves);
            });
    }

    /// A level serves by itself only: that B2 serves for B1 too would draw every course everywhere.
    [[nodiscard]] bool serves_for(const Given& given, const Given& wanted) const {
        if (given == wanted) return true;
        if (given.kind != Given::Kind::credential || wanted.kind != Given::Kind::credential)
            return false;
        const std::vector<model::CredentialId>& implied = catalogue_[given.credential].implies;
        return std::find(implied.begin(), implied.end(), wanted.credential) != implied.end();
    }

    std::size_t step_node(std::uint32_t index, std::size_t depth) {
        const auto [at, is_new] = step_nodes_.try_emplace(index, graph_.nodes.size());
        const std::size_t node = at->second;
        if (!is_new) return node;
        const model::Step& step = catalogue_.steps[index];
        graph_.nodes.push_back({GraphNode::Kind::step, step.id, title(step.title, step.id), depth,
                                !step.only_in.is_none()});
        for (const model::Need& need : step.needs) ask(need.is, node);
        return node;
    }

    const model::Catalogue& catalogue_;
    Speaker speaker_;
    GoalGraph graph_;
    std::vector<Given> facts_;
    std::map<std::string, std::size_t> fact_nodes_;
    std::map<std::uint32_t, std::size_t> step_nodes_;
};

}  // namespace

GoalGraph make_goal_graph(const model::Catalogue& catalogue, model::GoalId goal,
                          const std::string& lang) {
    return GraphMaker(catalogue, lang).make(goal);
}

}  // namespace wegwijzer::document
