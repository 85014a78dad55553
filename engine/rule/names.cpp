// SPDX-License-Identifier: Apache-2.0
#include "rule/names.hpp"

#include <cstdint>

namespace wegwijzer::rule {

Names::Names(const model::Catalogue& catalogue) : catalogue_(&catalogue) {
    const std::size_t count = catalogue.attributes.size() + catalogue.credentials.size() +
                              catalogue.groups.size() + catalogue.tables.size() +
                              catalogue.functions.size();
    by_name_.reserve(count);
    all_.reserve(count);
    const auto add = [this](std::string_view name, Named meaning) {
        // Of two things with one name the first counts; that there are two is for the reader to
        // tell.
        if (by_name_.emplace(name, meaning).second) all_.push_back(name);
    };
    std::uint32_t i = 0;
    for (const auto& attribute : catalogue.attributes) add(attribute.id, model::AttributeId{i++});
    i = 0;
    for (const auto& credential : catalogue.credentials) {
        add(credential.id, model::CredentialId{i++});
    }
    i = 0;
    for (const auto& group : catalogue.groups) add(group.id, model::GroupId{i++});
    i = 0;
    for (const auto& table : catalogue.tables) add(table.id, model::TableId{i++});
    i = 0;
    for (const auto& function : catalogue.functions) add(function.name, model::FunctionId{i++});
}

const Named* Names::find(std::string_view name) const {
    const auto at = by_name_.find(name);
    return at == by_name_.end() ? nullptr : &at->second;
}

}  // namespace wegwijzer::rule
