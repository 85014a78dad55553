// SPDX-License-Identifier: Apache-2.0
/// Reads scales, attributes and groups of countries: what can be said about a person.
#pragma once

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// @errors  P016 a level twice, or no level
void read_scale(Draft& draft, const Entry& entry, model::Scale& scale);

/// Everything but `is`, which may mention attributes that are read later.
/// @errors  P014; P016 a value twice; P021 no such type; P024; P040 keys that do not fit the type
void read_attribute(Draft& draft, const Entry& entry, model::AttributeId id);

/// The `is` of every derived attribute, each after those it mentions.
/// @errors  R…; P050 attributes that derive from each other in a circle
void read_derivations(Draft& draft);

/// @errors  P016 a country twice in the same days; P024 no country
void read_group(Draft& draft, const Entry& entry, model::Group& group);

}  // namespace wegwijzer::pack
