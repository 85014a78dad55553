// SPDX-License-Identifier: Apache-2.0
/// Why an expression came out as it did, as a tree of values without words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/expression.hpp"
#include "model/value.hpp"

namespace wegwijzer::model {

/// One part of an expression: what was asked, what the person has, what would satisfy it.
struct Explanation {
    Truth truth = Truth::unknown;
    std::string asked;  ///< the part as written, for example "dutch >= B2"
    std::string
        has;  ///< the person's value in the pack's words ("A2", "not held", "unknown"), or empty
    std::string
        satisfies;  ///< what would make it true ("B2 or higher", "big.competent held"), or empty
    bool is_given = false;  ///< a step can bring it about
    std::vector<Explanation> parts;
};

}  // namespace wegwijzer::model
