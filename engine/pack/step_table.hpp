// SPDX-License-Identifier: Apache-2.0
/// A step's keys, laid over those of the step it is like; a pilot's change, laid over a step.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pack/draft.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// A table of keys and, for each, the source that its figures have where they name none.
struct StepTable {
    Node node;                             ///< Kind::table
    std::vector<model::SourceId> sources;  ///< one per child of `node`
    std::vector<model::PackId> packs;      ///< of every layer

    [[nodiscard]] model::SourceId source_of(const Node& child) const;
    /// The same by key; none where there is no such key.
    [[nodiscard]] model::SourceId source_of(std::string_view key) const;
};

/// One table that takes part, the uppermost first.
struct StepLayer {
    const Node* table = nullptr;
    model::SourceId source;  ///< its own, where it names one
    model::PackId pack;
    const std::vector<std::string_view>* left_out =
        nullptr;  ///< keys that are not meant for the step
};

/// A step's own table and those it is like, in order.
/// @errors  P014 like an unknown step; P052 steps that are like each other in a circle
[[nodiscard]] std::vector<StepLayer> layers_of(Draft& draft, std::uint32_t step);

/// Lays the layers over each other. A key of a higher layer takes the place of the same key below,
/// and of those that cannot stand beside it: another clock, `outcome` beside `gives`, `need` beside
/// `needs`.
[[nodiscard]] StepTable lay_over(const std::vector<StepLayer>& layers);

}  // namespace wegwijzer::pack
