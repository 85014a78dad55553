// SPDX-License-Identifier: Apache-2.0
/// What a goal asks, and what gives it, for everybody: the requirements as a graph.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/catalogue.hpp"

namespace wegwijzer::document {

struct GraphNode {
    enum class Kind { goal, fact, step };
    Kind kind = Kind::fact;
    std::string id;            ///< "big.arts", "dutch >= B2"
    std::string title;         ///< in the language asked, free of control characters
    std::size_t depth = 0;     ///< arrows between it and the goal, at the least
    bool is_of_pilot = false;  ///< a step that only exists inside a pilot
};

/// Steps point to the facts they give, facts to what asks for them; positions in `nodes`.
struct GraphArrow {
    std::size_t from = 0, to = 0;
};

struct GoalGraph {
    std::string lang;
    std::vector<GraphNode> nodes;  ///< the goal first, then by depth
    std::vector<GraphArrow> arrows;
};

/// Every step that gives a fact which the goal, or such a step, asks for. "Or" and "and" are not
/// told apart, and neither is for whom a step exists.
[[nodiscard]] GoalGraph make_goal_graph(const model::Catalogue& catalogue, model::GoalId goal,
                                        const std::string& lang);

/// Graphviz.
[[nodiscard]] std::string render_graph_dot(const GoalGraph& graph);
/// A Mermaid flowchart.
[[nodiscard]] std::string render_graph_mermaid(const GoalGraph& graph);
/// A drawing: the goal at the right, what comes before it to its left.
[[nodiscard]] std::string render_graph_svg(const GoalGraph& graph);

}  // namespace wegwijzer::document
