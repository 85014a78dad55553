// SPDX-License-Identifier: Apache-2.0
/// Values of facts as a profile gives them. No message repeats one.
#pragma once

#include <optional>
#include <string_view>

#include "model/catalogue.hpp"
#include "model/profile.hpp"
#include "pack/node.hpp"
#include "pack/value_reader.hpp"

namespace wegwijzer::pack {

/// The value in `node` for `attribute`; absent, and told, where it is none. The word "unknown" is
/// an unknown value, unless it is one of the attribute's own words.
/// @errors  F002 wrong type; F003 unknown level, word or country; F004 impossible date; F005 out of
/// range
[[nodiscard]] std::optional<model::Value> read_profile_value(const Node& node,
                                                             model::AttributeId attribute,
                                                             const model::Catalogue& catalogue,
                                                             const Reading& reading);

/// The answer in `node`: a plain value, or a time line `[{ value = 16 }, { from = …, until = …,
/// value = 4 }]`. No values where there was a mistake, or where the answer is plainly "unknown".
/// @errors  as above; F008 a time line that is no time line
[[nodiscard]] model::Answer read_answer(const Node& node, model::AttributeId attribute,
                                        const model::Catalogue& catalogue, const Reading& reading);

/// "EUR 800", not negative.
[[nodiscard]] std::optional<Money> read_profile_money(const Node& node, const Reading& reading);

}  // namespace wegwijzer::pack
