// SPDX-License-Identifier: Apache-2.0
/// What types are called, when they are the same, and which words are values of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.hpp"

namespace wegwijzer::rule::detail {

[[nodiscard]] model::Type type_of(model::TypeKind kind);
[[nodiscard]] inline model::Type boolean_type() { return type_of(model::TypeKind::boolean); }
/// The type of an attribute; an enum of its own where the declaration names no other.
[[nodiscard]] model::Type type_of(model::AttributeId attribute, const model::Catalogue& catalogue);
/// The type of a list's elements.
[[nodiscard]] model::Type element_of(const model::Type& list);

/// Whether values of the two may be compared and passed for each other.
[[nodiscard]] bool is_same(const model::Type& a, const model::Type& b);
/// Whether `<` means something.
[[nodiscard]] bool is_ordered(model::TypeKind kind);
/// Level, enum or country: written as a bare word.
[[nodiscard]] bool has_words(const model::Type& type);

/// "a level of 'cefr'", "a length of time".
[[nodiscard]] std::string described(const model::Type& type, const model::Catalogue& catalogue);

/// The words of an enum or the levels of a scale; null for other types.
[[nodiscard]] const std::vector<std::string>* words_of(const model::Type& type,
                                                       const model::Catalogue& catalogue);
/// The value that a word is of a type that `has_words`; none where it is not one.
[[nodiscard]] std::optional<model::Value> value_of(std::string_view word, const model::Type& type,
                                                   const model::Catalogue& catalogue);

/// Whether ISO 3166-1 knows the code of a country, former ones and user-assigned ones included.
[[nodiscard]] bool is_known_country(model::Country country);

}  // namespace wegwijzer::rule::detail
