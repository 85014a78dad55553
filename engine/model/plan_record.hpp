// SPDX-License-Identifier: Apache-2.0
/// What an answer of `plan --format json` was asked, read again. Names instead of ids: the packs
/// that it was made from need not be there any more.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/source.hpp"

namespace wegwijzer::model {

struct PlanRecord {
    struct Pack {
        std::string id, version, hash;
        SourceSpan span;
    };

    std::vector<Pack> packs;
    Date on, horizon;
    std::uint64_t seed = 1;
    std::uint32_t draws = 0;
    std::vector<std::string> goals, pilots;  ///< pilots that applied
};

}  // namespace wegwijzer::model
