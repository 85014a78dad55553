// SPDX-License-Identifier: Apache-2.0
/// Types as manifests of plugins, what plugins register, and columns of tables write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/value.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// "country", "level cefr", "enum big.profession", "list country".
struct TypeName {
    model::TypeKind kind = model::TypeKind::boolean;
    std::string of;  ///< the scale or attribute, or "country"; empty where the word says it all
    friend bool operator==(const TypeName&, const TypeName&) = default;
};
[[nodiscard]] std::optional<TypeName> parse_type_name(std::string_view text);
[[nodiscard]] std::string to_string(const TypeName& type);

/// The type that is meant; none where its scale, or its attribute with `values`, is not declared.
[[nodiscard]] std::optional<model::Type> resolve(const TypeName& type, const Entries& entries);

}  // namespace wegwijzer::pack
