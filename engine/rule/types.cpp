// SPDX-License-Identifier: Apache-2.0
#include "rule/types.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wegwijzer::rule::detail {

using model::Type;
using model::TypeKind;

Type type_of(TypeKind kind) {
    Type type;
    type.kind = kind;
    return type;
}

Type type_of(model::AttributeId attribute, const model::Catalogue& catalogue) {
    Type type = catalogue[attribute].type;
    const bool is_enum = type.kind == TypeKind::enumeration ||
                         (type.kind == TypeKind::list && type.of == TypeKind::enumeration);
    if (is_enum && type.enumeration.is_none()) type.enumeration = attribute;
    return type;
}

Type element_of(const Type& list) {
    Type element = type_of(list.of);
    element.enumeration = list.enumeration;
    return element;
}

bool is_same(const Type& a, const Type& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case TypeKind::level:
            return a.scale == b.scale;
        case TypeKind::enumeration:
            return a.enumeration == b.enumeration;
        case TypeKind::list:
            return is_same(element_of(a), element_of(b));
        default:
            return true;
    }
}

bool is_ordered(TypeKind kind) {
    return kind == TypeKind::level || kind == TypeKind::integer || kind == TypeKind::money ||
           kind == TypeKind::duration || kind == TypeKind::date;
}

bool has_words(const Type& type) {
    return type.kind == TypeKind::level || type.kind == TypeKind::enumeration ||
           type.kind == TypeKind::country;
}

std::string described(const Type& type, const model::Catalogue& catalogue) {
    switch (type.kind) {
        case TypeKind::boolean:
            return "true or false";
        case TypeKind::level:
            return type.scale.is_none() ? "a level"
                                        : "a level of " + quoted(catalogue[type.scale].id);
        case TypeKind::enumeration:
            return type.enumeration.is_none()
                       ? "a word"
                       : "a value of " + quoted(catalogue[type.enumeration].id);
        case TypeKind::integer:
            return "a whole number";
        case TypeKind::money:
            return "an amount of money";
        case TypeKind::duration:
            return "a length of time";
        case TypeKind::date:
            return "a date";
        case TypeKind::country:
            return "a country";
        case TypeKind::list:
            return type.of == TypeKind::country ? "a list of countries" : "a list";
    }
    return {};
}

const std::vector<std::string>* words_of(const Type& type, const model::Catalogue& catalogue) {
    if (type.kind == TypeKind::level && !type.scale.is_none()) return &catalogue[type.scale].levels;
    if (type.kind == TypeKind::enumeration && !type.enumeration.is_none()) {
        return &catalogue[type.enumeration].values;
    }
    return nullptr;
}

std::optional<model::Value> value_of(std::string_view word, const Type& type,
                                     const model::Catalogue& catalogue) {
    if (type.kind == TypeKind::country) {
        const auto country = model::Country::from(word);
        if (!is_known_country(country)) return std::nullopt;
        return model::Value::of(country);
    }
    const auto* words = words_of(type, catalogue);
    if (words == nullptr) return std::nullopt;
    const auto at = std::find(words->begin(), words->end(), word);
    if (at == words->end()) return std::nullopt;
    return model::Value::of(static_cast<std::int64_t>(at - words->begin()));
}

}  // namespace wegwijzer::rule::detail
