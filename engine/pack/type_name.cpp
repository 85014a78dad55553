// SPDX-License-Identifier: Apache-2.0
#include "pack/type_name.hpp"

#include <array>
#include <utility>

#include "pack/node.hpp"

namespace wegwijzer::pack {
namespace {

using model::TypeKind;

constexpr std::array<std::pair<std::string_view, TypeKind>, 9> type_words{{
    {"boolean", TypeKind::boolean},
    {"level", TypeKind::level},
    {"enum", TypeKind::enumeration},
    {"integer", TypeKind::integer},
    {"money", TypeKind::money},
    {"duration", TypeKind::duration},
    {"date", TypeKind::date},
    {"country", TypeKind::country},
    {"list", TypeKind::list},
}};

bool says_of_what(TypeKind kind) {
    return kind == TypeKind::level || kind == TypeKind::enumeration || kind == TypeKind::list;
}

std::optional<model::AttributeId> attribute_with_values(std::string_view id,
                                                        const Entries& entries) {
    const auto index = entries.find(EntryKind::attribute, id);
    if (!index) return std::nullopt;
    const Entry& entry = entries.of(EntryKind::attribute)[*index];
    if (entry.node->find("values") == nullptr) return std::nullopt;
    return model::AttributeId{*index};
}

}  // namespace

std::optional<TypeName> parse_type_name(std::string_view text) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    const std::string_view of =
        space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    for (const auto& [name, kind] : type_words) {
        if (name != word) continue;
        const bool fits = says_of_what(kind) ? !of.empty() && of.find(' ') == std::string_view::npos
                                             : space == std::string_view::npos;
        return fits ? std::optional(TypeName{kind, std::string(of)}) : std::nullopt;
    }
    return std::nullopt;
}

std::string to_string(const TypeName& type) {
    for (const auto& [name, kind] : type_words)
        if (kind == type.kind)
            return type.of.empty() ? std::string(name) : std::string(name) + " " + type.of;
    return {};
}

std::optional<model::Type> resolve(const TypeName& name, const Entries& entries) {
    model::Type type;
    type.kind = name.kind;
    if (name.kind == TypeKind::level) {
        const auto scale = entries.find(EntryKind::scale, name.of);
        if (!scale) return std::nullopt;
        type.scale = model::ScaleId{*scale};
    } else if (name.kind == TypeKind::list && name.of == "country") {
        type.of = TypeKind::country;
    } else if (says_of_what(name.kind)) {
        const auto attribute = attribute_with_values(name.of, entries);
        if (!attribute) return std::nullopt;
        type.enumeration = *attribute;
    }
    return type;
}

}  // namespace wegwijzer::pack
