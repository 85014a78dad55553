// SPDX-License-Identifier: Apache-2.0
/// Reads what steps ask and what they give.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pack/draft.hpp"
#include "pack/figure_reader.hpp"

namespace wegwijzer::pack {

/// One need. `inherited` is the source of its term where it names none.
/// @errors  P012; P020; P021; P030; R…; P049 `younger` over what bears no date
[[nodiscard]] model::Need read_need(Draft& draft, const Node& table, model::SourceId inherited);
/// Sets the keys of `table` in a need that was read before, for a pilot's change. Keys that are no
/// need's are left for the caller.
void change_need(Draft& draft, TableView& view, model::SourceId inherited, model::Need& need);
[[nodiscard]] model::Must read_must(Draft& draft, const Node& table, model::SourceId inherited);

/// A list of "credential", "attribute" (a boolean) or "attribute >= LEVEL".
/// @errors  P014 no such thing; P016 twice; P018 what steps cannot give; R006 unknown level
[[nodiscard]] std::vector<model::Given> read_gives(Draft& draft, const Node& list);

/// The id of a part of a step: small letters, digits and hyphens, once in its list.
/// @errors  P012; P013
[[nodiscard]] std::string read_part_id(Draft& draft, TableView& view);

/// P013 for every id that stands twice.
template <class Part>
void check_part_ids(Draft& draft, const std::vector<Part>& parts) {
    for (std::size_t k = 0; k < parts.size(); ++k)
        for (std::size_t j = 0; j < k; ++j)
            if (parts[j].id == parts[k].id && !parts[k].id.empty()) {
                draft.error("P013", "'" + parts[k].id + "' stands here twice", parts[k].span)
                    .notes.push_back({"the first one stands here", parts[j].span});
                break;
            }
}

}  // namespace wegwijzer::pack
