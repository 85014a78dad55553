// SPDX-License-Identifier: Apache-2.0
/// Which bounds the conflicts have been about lately.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "solve/trail.hpp"

namespace wegwijzer::solve {

/// Every bound that a conflict rested on is counted apart ("x ≥ 12" tells nothing of "x ≥ 40"), and
/// what was long ago counts less.
/// @source activities: Moskewicz et al. (2001), of single bounds: Ohrimenko, Stuckey & Codish
/// (2009)
class Activity {
public:
    /// A truth value is worth trying from the start, an integer once a conflict was about it.
    void add_variable(bool is_truth);
    /// A conflict rested on `literal`.
    void bump(Literal literal);
    void decay() { bump_ /= 0.95; }

    /// The most active bound that is neither true nor false, as "the variable is at least".
    [[nodiscard]] std::optional<Literal> top(const Trail& trail);
    void open_level() { levels_.push_back(taken_.size()); }
    void back_to(std::uint32_t level);

private:
    struct Bound {
        Literal literal;
        double activity = 0;
        std::uint32_t place = Trail::none;  // in heap_
    };
    struct Cut {
        std::int32_t value = 0;
        std::uint32_t bound = 0;
    };

    std::uint32_t bound_of(Literal literal);
    [[nodiscard]] bool is_ahead(std::uint32_t a, std::uint32_t b) const;
    void put(std::size_t place, std::uint32_t bound);
    void rise(std::size_t place);
    void sink(std::size_t place);
    void insert(std::uint32_t bound);
    void take_top();

    std::vector<Bound> bounds_;
    std::vector<std::vector<Cut>> cuts_;  // by variable, in order
    std::vector<std::uint32_t> heap_;
    std::vector<std::uint32_t> taken_;  // off the heap, as they were decided
    std::vector<std::size_t> levels_;   // length of taken_ when the level began
    double bump_ = 1;
};

}  // namespace wegwijzer::solve
