// SPDX-License-Identifier: Apache-2.0
#include "pack/step_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

/// A key of a layer below is dropped when a layer above has `by`.
struct Displaced {
    std::string_view key, by;
};
constexpr std::array displaced_keys = {
    Displaced{"duration", "effort"}, Displaced{"duration", "open"}, Displaced{"effort", "duration"},
    Displaced{"effort", "open"},     Displaced{"pace", "duration"}, Displaced{"pace", "open"},
    Displaced{"open", "duration"},   Displaced{"open", "effort"},   Displaced{"load", "effort"},
    Displaced{"gives", "outcome"},   Displaced{"outcome", "gives"}, Displaced{"need", "needs"},
    Displaced{"needs", "need"},
};

bool is_displaced(std::string_view key, const Node& above) {
    if (above.find(key) != nullptr) return true;
    return std::any_of(displaced_keys.begin(), displaced_keys.end(), [&](const Displaced& one) {
        return one.key == key && above.find(one.by) != nullptr;
    });
}

bool is_left_out(const StepLayer& layer, std::string_view key) {
    return layer.left_out != nullptr &&
           std::find(layer.left_out->begin(), layer.left_out->end(), key) != layer.left_out->end();
}

model::SourceId own_source(Draft& draft, const Node& table) {
    const Node* source = table.find("source");
    return source != nullptr ? draft.refer<model::SourceId>(*source) : model::SourceId{};
}

}  // namespace

model::SourceId StepTable::source_of(const Node& child) const {
    const auto at = static_cast<std::size_t>(&child - node.children.data());
    return at < sources.size() ? sources[at] : model::SourceId{};
}

model::SourceId StepTable::source_of(std::string_view key) const {
    const Node* child = node.find(key);
    return child != nullptr ? source_of(*child) : model::SourceId{};
}

std::vector<StepLayer> layers_of(Draft& draft, std::uint32_t step) {
    const std::vector<Entry>& entries = draft.entries.of(EntryKind::step);
    const model::PackId asking = draft.pack;
    std::vector<StepLayer> layers;
    std::vector<std::uint32_t> seen;
    for (std::uint32_t at = step;;) {
        const Entry& entry = entries[at];
        draft.pack = entry.pack;
        layers.push_back({entry.node, own_source(draft, *entry.node), entry.pack});
        seen.push_back(at);
        const Node* like = entry.node->find("like");
        const model::StepId next =
            like != nullptr ? draft.refer<model::StepId>(*like) : model::StepId{};
        if (next.is_none()) break;
        if (std::find(seen.begin(), seen.end(), next.index) != seen.end()) {
            Diagnostic& circle =
                draft.error("P052", "steps are like each other in a circle", like->span);
            for (const std::uint32_t one : seen)
                circle.notes.push_back({say("{} is like another", quoted(entries[one].id)),
                                        entries[one].node->find("like")->span});
            break;
        }
        at = next.index;
    }
    draft.pack = asking;
    return layers;
}

StepTable lay_over(const std::vector<StepLayer>& layers) {
    StepTable laid;
    laid.node.kind = Node::Kind::table;
    laid.node.span = layers.front().table->span;
    for (std::size_t k = 0; k < layers.size(); ++k) {
        const StepLayer& layer = layers[k];
        laid.packs.push_back(layer.pack);
        model::SourceId source;
        for (std::size_t below = k; below < layers.size() && source.is_none(); ++below)
            source = layers[below].source;
        const std::size_t first = laid.node.children.size();
        std::vector<const Node*> added;
        for (const Node& child : layer.table->children)
            if (!is_left_out(layer, child.name) && (k == 0 || !is_displaced(child.name, laid.node)))
                added.push_back(&child);
        laid.node.children.reserve(first + added.size());
        for (const Node* child : added) laid.node.children.push_back(*child);
        laid.sources.resize(laid.node.children.size(), source);
    }
    return laid;
}

}  // namespace wegwijzer::pack
