// SPDX-License-Identifier: Apache-2.0
/// A small catalogue for the plugins of tests/plugins, and where those lie.
#pragma once

#include <filesystem>
#include <string>

#include "model/catalogue.hpp"

namespace shop {

inline std::filesystem::path folder(const std::string& name) {
    return std::filesystem::path(TEST_PLUGINS) / name;
}

inline wegwijzer::model::Type type(wegwijzer::model::TypeKind kind) {
    wegwijzer::model::Type type;
    type.kind = kind;
    type.enumeration = wegwijzer::model::AttributeId{0};
    return type;
}

/// One attribute, shop.drink, and one function; `shop.drink` is "water", "tea" or "milk".
inline wegwijzer::model::Catalogue catalogue(const std::string& plugin, const std::string& function,
                                             std::vector<wegwijzer::model::Type> parameters,
                                             wegwijzer::model::Type result) {
    wegwijzer::model::Catalogue made;
    wegwijzer::model::Attribute drink;
    drink.id = "shop.drink";
    drink.type = type(wegwijzer::model::TypeKind::enumeration);
    drink.values = {"water", "tea", "milk"};
    made.attributes.push_back(drink);
    made.functions.push_back({function, plugin, std::move(parameters), result, false, {}});
    return made;
}

}  // namespace shop
