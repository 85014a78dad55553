// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "document/goal_graph.hpp"

namespace wegwijzer::document {
namespace {

std::string name_of(std::size_t node) { return "n" + std::to_string(node); }

/// A quoted string of the DOT language.
std::string dot_string(std::string_view text) {
    std::string safe = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') safe += '\\';
        safe += c;
    }
    return safe + "\"";
}

/// A label of Mermaid, which reads entities of its own: #34; is a quotation mark.
std::string mermaid_string(std::string_view text) {
    constexpr std::string_view special = "\"#&;<>`*_[]{}()|\\%";
    std::string safe = "\"";
    for (const char c : text) {
        if (special.find(c) == std::string_view::npos)
            safe += c;
        else
            safe += "#" + std::to_string(static_cast<int>(c)) + ";";
    }
    return safe + "\"";
}

}  // namespace

std::string render_graph_dot(const GoalGraph& graph) {
    std::string out = "digraph wegwijzer {\n  rankdir=LR;\n";
    out += "  node [fontname=\"Noto Sans\", shape=box];\n";
    for (std::size_t k = 0; k < graph.nodes.size(); ++k) {
        const GraphNode& node = graph.nodes[k];
        out += "  " + name_of(k) + " [label=" + dot_string(node.title) +
               ", tooltip=" + dot_string(node.id);
        if (node.kind == GraphNode::Kind::goal) out += ", shape=doubleoctagon";
        if (node.kind == GraphNode::Kind::fact) out += ", shape=ellipse";
        if (node.is_of_pilot) out += ", style=dashed";
        out += "];\n";
    }
    for (const GraphArrow& arrow : graph.arrows)
        out += "  " + name_of(arrow.from) + " -> " + name_of(arrow.to) + ";\n";
    return out + "}\n";
}

std::string render_graph_mermaid(const GoalGraph& graph) {
    std::string out = "flowchart LR\n";
    for (std::size_t k = 0; k < graph.nodes.size(); ++k) {
        const GraphNode& node = graph.nodes[k];
        const bool is_goal = node.kind == GraphNode::Kind::goal;
        const bool is_step = node.kind == GraphNode::Kind::step;
        out += "  " + name_of(k) +
               (is_goal   ? "{{"
                : is_step ? "["
                          : "([") +
               mermaid_string(node.title) +
               (is_goal   ? "}}"
                : is_step ? "]"
                          : "])") +
               (node.is_of_pilot ? ":::pilot" : "") + "\n";
    }
    for (const GraphArrow& arrow : graph.arrows)
        out += "  " + name_of(arrow.from) + " --> " + name_of(arrow.to) + "\n";
    return out + "  classDef pilot stroke-dasharray: 4 3\n";
}

}  // namespace wegwijzer::document
