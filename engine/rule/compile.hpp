// SPDX-License-Identifier: Apache-2.0
/// From text to a checked expression, and back.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "model/catalogue.hpp"
#include "model/expression.hpp"
#include "rule/names.hpp"

namespace wegwijzer::rule {

/// Where the text of an expression stands in its file.
struct Origin {
    SourceSpan start;         ///< the first character of the expression
    bool is_verbatim = true;  ///< false: written with escapes, so places inside cannot be counted;
                              ///< `start` then covers the whole string
};

/// What may stand in an expression (design: "over what is given").
enum class Use {
    need,     ///< given facts only as held credential, level ≥, true boolean, under and/or/n of
    outside,  ///< no given facts at all (`when`, cases)
};

/// Parses and checks `text`, which must be of type `expected`. Every mistake found is added to
/// `found`; the expression is empty if there was an error. Nesting is limited to `max_depth`; an
/// expression to `max_nodes` nodes.
/// A derived attribute must have its `is` before what mentions it is compiled: whether it is given
/// follows from that.
/// @errors  R001 syntax; R002 nesting or length; R003 unknown function; R004 unknown name;
///          R005 types do not fit; R006 unknown level, value or country; R007 what may not stand
///          over a given fact; R008 a given fact where only outside facts may stand; R009 n out of
///          range; R010 lookup's keys or column do not fit; R011 impossible date or term
[[nodiscard]] model::Expression compile(std::string_view text, Origin origin, const Names& names,
                                        const model::Type& expected, Use use, Diagnostics& found);

/// The same for an expression whose type is whatever it turns out to be (`root().type`): a derived
/// attribute that names none. A bare word is then never a value of anything.
[[nodiscard]] model::Expression compile_any(std::string_view text, Origin origin,
                                            const Names& names, Use use, Diagnostics& found);

inline constexpr int max_depth = 64;
inline constexpr int max_nodes = 2000;

/// The expression in the language again, with the fewest brackets; compiling that text gives an
/// expression that prints the same.
[[nodiscard]] std::string to_text(const model::Expression& expression,
                                  const model::Catalogue& catalogue);
/// One node of it.
[[nodiscard]] std::string to_text(const model::Expression& expression, const model::Node& node,
                                  const model::Catalogue& catalogue);
/// A value as packs write it: "B2", "arts", "2026-11-23", "EUR 85", "SY", "true".
[[nodiscard]] std::string to_text(const model::Value& value, const model::Type& type,
                                  const model::Catalogue& catalogue);

}  // namespace wegwijzer::rule
