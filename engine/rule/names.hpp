// SPDX-License-Identifier: Apache-2.0
/// The names that an expression may use, found by text.
#pragma once

#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "model/catalogue.hpp"

namespace wegwijzer::rule {

/// What a name of the rule language stands for.
using Named = std::variant<model::AttributeId, model::CredentialId, model::GroupId, model::TableId,
                           model::FunctionId>;

/// Looks into a catalogue, which must outlive it and must not change its ids meanwhile.
class Names {
public:
    explicit Names(const model::Catalogue& catalogue);
    [[nodiscard]] const Named* find(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string_view>& all() const { return all_; }
    [[nodiscard]] const model::Catalogue& catalogue() const { return *catalogue_; }

private:
    const model::Catalogue* catalogue_;
    std::unordered_map<std::string_view, Named> by_name_;
    std::vector<std::string_view> all_;
};

}  // namespace wegwijzer::rule
