// SPDX-License-Identifier: Apache-2.0
/// From a conflict to the clause that forbids it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "solve/activity.hpp"
#include "solve/clauses.hpp"
#include "solve/trail.hpp"

namespace wegwijzer::solve {

/// What a conflict teaches.
struct Lesson {
    /// Without any of these all the rest holds: the first is what follows at `level`, the second
    /// the last of the others to have become false.
    std::vector<Literal> clause;
    std::uint32_t level = 0;
    std::uint32_t spread = 0;  ///< number of levels the clause spans
};

/// @source first unique implication point: Marques-Silva & Sakallah (1999), over bounds of
/// integers: Ohrimenko, Stuckey & Codish (2009); leaving out what the rest implies: Sörensson &
/// Biere (2009)
class Analysis {
public:
    Analysis(Trail& trail, Clauses& clauses, Activity& activity)
        : trail_(trail), clauses_(clauses), activity_(activity) {}

    void add_variable();
    /// Of the trail's refusal. None where it rests on no level beyond `assumed`.
    [[nodiscard]] std::optional<Lesson> learn(std::uint32_t assumed);
    /// The decisions that the trail's refusal rests on.
    [[nodiscard]] std::vector<Literal> refused_decisions() const;

private:
    /// What is known of a rise: whether the clause's other literals imply it.
    enum class Covered : std::uint8_t { unknown, yes, no };

    void gather_conflict();
    void gather(Literal literal);
    void append_causes(std::uint32_t rise, std::int32_t needed, std::vector<Literal>& out) const;
    void append_conflict(std::vector<Literal>& out) const;
    [[nodiscard]] Literal resolve();
    [[nodiscard]] bool is_covered(std::uint32_t rise, std::int32_t needed, int depth);
    [[nodiscard]] bool is_covered(Literal cause, std::uint32_t by_then, int depth);
    [[nodiscard]] Lesson lesson(Literal last);

    Trail& trail_;
    Clauses& clauses_;
    Activity& activity_;
    std::uint32_t level_ = 0;  // of the conflict
    // by side: what the conflict rests on of it, and which rise that was
    std::vector<std::uint32_t> rise_;
    std::vector<std::int32_t> value_;
    std::vector<std::uint32_t> touched_;  // sides
    std::vector<std::uint32_t> heap_;     // rises of the conflict's level, last first
    std::uint32_t open_ = 0;              // number of sides at the conflict's level
    std::vector<Covered> covered_;        // by rise
    std::vector<std::uint32_t> asked_;    // rises
    std::vector<Literal> causes_;
};

}  // namespace wegwijzer::solve
