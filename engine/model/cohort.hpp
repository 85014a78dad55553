// SPDX-License-Identifier: Apache-2.0
/// A table of people, as far as it has been read: what its columns tell and what stands in them.
/// Sensitive personal data: never logged, never sent.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "model/ids.hpp"
#include "model/profile.hpp"
#include "model/value.hpp"

namespace wegwijzer::model {

struct CohortColumn {
    enum class Kind {
        attribute,
        credential,   ///< one credential: held or not, perhaps since a day
        held,         ///< a list of credentials
        savings,      ///< `purse.savings`
        label,        ///< no pack knows it; people are grouped by it
        passed_over,  ///< nobody asks for it
    };
    Kind kind = Kind::passed_over;
    std::string name;  ///< as the table has it
    AttributeId attribute;
    CredentialId credential;
};

/// What a cell tells. An empty cell tells nothing.
struct CohortCell {
    std::optional<Value> value;        ///< of an attribute or of the savings
    std::vector<HeldCredential> held;  ///< of a credential or a list of them
    std::string label;                 ///< the text itself, for groups
};

/// People who were read together, in the order of the table. Either each is a row of numbers that
/// stand for cells, or each is a profile.
struct CohortRows {
    std::size_t width = 0;             ///< numbers in a row
    std::vector<std::uint32_t> cells;  ///< row after row; empty where `profiles` has the people
    std::deque<Profile> profiles;
    std::vector<std::uint32_t> at;  ///< of each person the row, from 0, refused ones counted
    std::uint32_t read = 0;         ///< rows, those refused among them
};

}  // namespace wegwijzer::model
