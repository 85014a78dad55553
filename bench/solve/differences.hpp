// SPDX-License-Identifier: Apache-2.0
/// Distances between two integers, always or under a condition.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "solve/trail.hpp"

namespace wegwijzer::solve {

/// @source half-reified differences, propagated both ways: Feydy & Stuckey (2009)
class Differences {
public:
    void add_variable();
    /// `to` ≥ `from` + `weight`, where `when` holds if it is given. @returns false on a conflict
    [[nodiscard]] bool add(Trail& trail, Side from, std::int32_t weight, Side to,
                           std::optional<Literal> when);
    /// Raises what `risen` pushes, and what begins to hold with it. @returns false on a conflict
    [[nodiscard]] bool visit(Trail& trail, Literal risen, std::int32_t previous) const;

private:
    static constexpr std::uint32_t always = 0xffffffffU;
    struct Difference {
        Side to;
        std::int32_t weight = 0;
        std::uint32_t when = always;  // in conditions_
    };
    struct Awakening {  // a difference that begins to hold with a condition
        std::int32_t value = 0;
        Side from;
        std::uint32_t index = 0;
    };

    [[nodiscard]] bool add(Trail& trail, Side from, const Difference& difference);
    [[nodiscard]] bool push(Trail& trail, Side from, const Difference& difference) const;

    std::vector<std::vector<Difference>> from_;       // by side
    std::vector<std::vector<Awakening>> awakenings_;  // by the condition's side
    std::vector<Literal> conditions_;
};

}  // namespace wegwijzer::solve
