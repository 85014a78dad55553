// SPDX-License-Identifier: Apache-2.0
/// Values of facts as packs and their tables write them.
#pragma once

#include <optional>
#include <string_view>

#include "model/catalogue.hpp"
#include "model/value.hpp"
#include "pack/draft.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// The value that a text stands for: "B2", "arts", "true", "16", "EUR 85", "3 months",
/// "2026-11-23", "SY"; the elements of a list between "|". None if it is no value of `type`.
[[nodiscard]] std::optional<model::Value> parse_fact(std::string_view text, const model::Type& type,
                                                     const model::Catalogue& catalogue);

/// The value in a node of a pack: a string as above, or TOML's own boolean, integer, date or array.
/// @errors  P024 no value of that type
[[nodiscard]] std::optional<model::Value> read_fact(Draft& draft, const Node& node,
                                                    const model::Type& type);

/// Index of the level in the scale, or none.
[[nodiscard]] std::optional<std::int32_t> rank_of(std::string_view level,
                                                  const model::Scale& scale);

}  // namespace wegwijzer::pack
