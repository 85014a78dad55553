// SPDX-License-Identifier: Apache-2.0
/// Clauses over bounds, given and learnt: of the literals of each, one at least holds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solve/trail.hpp"

namespace wegwijzer::solve {

/// Two literals of each clause are watched. What is watched on a side is sorted by the bound that
/// makes it false, so that a rise looks only at what it has just passed.
/// @source watched literals: Moskewicz et al. (2001); which to forget: Eén & Sörensson (2003),
/// Audemard & Simon (2009)
class Clauses {
public:
    void add_variable() { watches_.resize(watches_.size() + 2); }

    /// Of at least two literals, the first two not false, or the last to have become so.
    /// @param spread  number of levels it spans (its "LBD"); 0: given, never forgotten
    std::uint32_t store(std::span<const Literal> literals, std::uint32_t spread);
    [[nodiscard]] std::span<const Literal> operator[](std::uint32_t clause) const {
        return std::span(literals_).subspan(clauses_[clause].at, clauses_[clause].size);
    }

    /// Makes true what `risen` leaves over. @returns false on a conflict
    [[nodiscard]] bool visit(Trail& trail, Literal risen, std::int32_t previous);

    [[nodiscard]] std::size_t learnt() const { return learnt_; }
    /// A learnt clause has served.
    void bump(std::uint32_t clause);
    void decay();
    /// Drops what holds anyway, and the half of the learnt clauses that served least. At level 0,
    /// when all that follows from `trail` is known.
    void forget(const Trail& trail);

private:
    struct Clause {
        std::uint32_t at = 0, size = 0;
        std::uint32_t spread = 0;
        float activity = 0;
    };
    struct Watch {
        std::uint32_t clause = 0;
        Literal blocker;  // true: the clause holds
    };
    struct Bound {
        std::int32_t value = 0;
        std::vector<Watch> watches;
    };

    void watch(std::uint32_t clause, std::uint32_t position);
    [[nodiscard]] bool visit(Trail& trail, Side side, std::size_t bound);
    [[nodiscard]] bool is_moved(Trail& trail, std::uint32_t clause, Literal failed);
    [[nodiscard]] std::vector<bool> served_least() const;

    std::vector<Literal> literals_;
    std::vector<Clause> clauses_;
    std::vector<std::vector<Bound>> watches_;  // by side
    std::size_t learnt_ = 0;
    float bump_ = 1;
};

}  // namespace wegwijzer::solve
