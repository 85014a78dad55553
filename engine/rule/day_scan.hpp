// SPDX-License-Identifier: Apache-2.0
/// On what an expression's answer can depend as days go by.
#pragma once

#include <cstdint>
#include <vector>

#include "model/catalogue.hpp"
#include "model/expression.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::rule::detail {

/// How a date or length moves when `on` does.
enum class Drift : std::uint8_t { none, up, down, mixed };

/// Two nodes whose order changes at most from less over equal to greater while `on` grows (`up`),
/// or the other way round, as long as no fact changes.
struct MovingPair {
    const model::Expression* expression = nullptr;
    const model::Node* left = nullptr;
    const model::Node* right = nullptr;
    bool is_up = true;
    bool is_told = false;
};

struct DayScan {
    std::vector<Date>
        changes;  ///< days of the window on which a fact or group may change; sorted, each once
    std::vector<MovingPair> pairs;
    bool needs_every_day = false;  ///< something else may change on any day
};

/// Walks `node` and the derived attributes below it.
[[nodiscard]] DayScan scan_days(const model::Expression& expression, const model::Node& node,
                                const Facts& facts, const model::Catalogue& catalogue,
                                DayInterval window);

}  // namespace wegwijzer::rule::detail
