// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "document/goal_graph.hpp"
#include "document/layout.hpp"
#include "document/markup.hpp"
#include "document/page_style.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::int64_t box_width = 230, box_height = 30, column_gap = 70, row_gap = 12, margin = 12;
constexpr std::size_t label_width = 32;
constexpr int sweeps = 8;

/// Columns by depth; in each, nodes stand near what they point to.
/// @source the barycentre heuristic of Sugiyama, Tagawa and Toda (1981)
class GraphPicture {
public:
    explicit GraphPicture(const GoalGraph& graph) : graph_(graph), rows_(graph.nodes.size()) {
        for (std::size_t k = 0; k < graph.nodes.size(); ++k) {
            const std::size_t depth = graph.nodes[k].depth;
            if (columns_.size() <= depth) columns_.resize(depth + 1);
            columns_[depth].push_back(k);
        }
        settle();
        for (int sweep = 0; sweep < sweeps; ++sweep)
            for (std::vector<std::size_t>& column : columns_) order(column);
    }

    std::string draw() {
        std::size_t highest = 0;
        for (const auto& column : columns_) highest = std::max(highest, column.size());
        height_ = 2 * margin + static_cast<std::int64_t>(highest) * (box_height + row_gap);
        width_ = 2 * margin +
                 static_cast<std::int64_t>(columns_.size()) * (box_width + column_gap) - column_gap;
        pugi::xml_document tree;
        svg_ = add_element(tree, "svg",
                           {{"xmlns", "http://www.w3.org/2000/svg"},
                            {"class", "wgw"},
                            {"width", number(width_)},
                            {"height", number(height_)},
                            {"viewBox", "0 0 " + number(width_) + " " + number(height_)},
                            {"role", "img"},
                            {"lang", graph_.lang}});
        add_text_element(svg_, "title", graph_.nodes.front().title);
        add_text_element(svg_, "style", drawing_style());
        add_element(svg_, "rect", {{"class", "paper"}, {"width", "100%"}, {"height", "100%"}});
        for (const GraphArrow& arrow : graph_.arrows) draw_arrow(arrow);
        for (std::size_t k = 0; k < graph_.nodes.size(); ++k) draw_node(k);
        return printed(tree, true);
    }

private:
    static std::string number(std::int64_t value) { return std::to_string(value); }

    void settle() {
        for (const auto& column : columns_)
            for (std::size_t k = 0; k < column.size(); ++k) rows_[column[k]] = k;
    }

    /// Sorts by the mean row of the neighbours; in whole numbers, so that ties fall the same
    /// everywhere.
    void order(std::vector<std::size_t>& column) {
        constexpr std::size_t scale = 1000;
        std::vector<std::pair<std::size_t, std::size_t>> wanted;
        for (const std::size_t node : column) {
            std::size_t sum = 0, count = 0;
            for (const GraphArrow& arrow : graph_.arrows) {
                if (arrow.from != node && arrow.to != node) continue;
                sum += rows_[arrow.from == node ? arrow.to : arrow.from] * scale;
                ++count;
            }
            wanted.emplace_back(count > 0 ? sum / count : rows_[node] * scale, node);
        }
        std::stable_sort(wanted.begin(), wanted.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t k = 0; k < column.size(); ++k) {
            column[k] = wanted[k].second;
            rows_[column[k]] = k;
        }
    }

    [[nodiscard]] std::int64_t left(std::size_t node) const {
        const auto depth = static_cast<std::int64_t>(graph_.nodes[node].depth);
        return width_ - margin - box_width - depth * (box_width + column_gap);
    }
    [[nodiscard]] std::int64_t top(std::size_t node) const {
        const auto& column = columns_[graph_.nodes[node].depth];
        const std::int64_t used = static_cast<std::int64_t>(column.size()) * (box_height + row_gap);
        return (height_ - used) / 2 +
               static_cast<std::int64_t>(rows_[node]) * (box_height + row_gap);
    }

    void draw_arrow(const GraphArrow& arrow) {
        const std::int64_t x1 = left(arrow.from) + box_width, y1 = top(arrow.from) + box_height / 2;
        const std::int64_t x2 = left(arrow.to), y2 = top(arrow.to) + box_height / 2;
        const std::int64_t bend = column_gap / 2;
        add_element(svg_, "path",
                    {{"class", "arrow"},
                     {"d", "M" + number(x1) + " " + number(y1) + "C" + number(x1 + bend) + " " +
                               number(y1) + " " + number(x2 - bend) + " " + number(y2) + " " +
                               number(x2) + " " + number(y2)}});
    }

    void draw_node(std::size_t index) {
        const GraphNode& node = graph_.nodes[index];
        const std::int64_t round = node.kind == GraphNode::Kind::fact ? box_height / 2 : 3;
        pugi::xml_node box =
            add_element(svg_, "rect",
                        {{"class", node.kind == GraphNode::Kind::goal ? "goal" : "box"},
                         {"x", number(left(index))},
                         {"y", number(top(index))},
                         {"width", number(box_width)},
                         {"height", number(box_height)},
                         {"rx", number(round)}});
        if (node.is_of_pilot) box.append_attribute("stroke-dasharray").set_value("5 3");
        add_text_element(box, "title", node.title + " (" + node.id + ")");
        add_text_element(svg_, "text", cut(node.title, label_width),
                         {{"x", number(left(index) + 8)}, {"y", number(top(index) + 20)}});
    }

    const GoalGraph& graph_;
    std::vector<std::vector<std::size_t>> columns_;
    std::vector<std::size_t> rows_;
    std::int64_t width_ = 0, height_ = 0;
    pugi::xml_node svg_;
};

}  // namespace

std::string render_graph_svg(const GoalGraph& graph) { return GraphPicture(graph).draw(); }

}  // namespace wegwijzer::document
