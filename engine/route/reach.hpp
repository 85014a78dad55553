// SPDX-License-Identifier: Apache-2.0
/// What can be reached at all, and how early and how cheaply at the least: a relaxation in which
/// hours are plenty and nothing lapses. Every figure here is a bound that no route can beat.
#pragma once

#include <cstdint>
#include <vector>

#include "route/problem.hpp"

namespace wegwijzer::route {

/// A set of small numbers.
class Bits {
public:
    Bits() = default;
    explicit Bits(std::size_t size, bool full = false);
    void set(std::size_t bit) { words_[bit / 64] |= std::uint64_t{1} << (bit % 64); }
    [[nodiscard]] bool test(std::size_t bit) const {
        return ((words_[bit / 64] >> (bit % 64)) & 1U) != 0;
    }
    Bits& operator|=(const Bits& other);
    Bits& operator&=(const Bits& other);
    Bits& remove(const Bits& other);
    friend bool operator==(const Bits&, const Bits&) = default;
    /// Calls `visit` with every member.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t w = 0; w < words_.size(); ++w)
            for (auto word = words_[w]; word != 0; word &= word - 1)
                visit(w * 64 + static_cast<std::size_t>(__builtin_ctzll(word)));
    }

private:
    std::vector<std::uint64_t> words_;
};

/// @source earliest dates: D. E. Knuth, "A generalization of Dijkstra's algorithm" (1977), on an
/// AND/OR graph;
///         landmarks: Keyder, Richter & Helmert, "Sound and complete landmarks for and/or graphs"
///         (2010)
class Reach {
public:
    /// What is wanted: the dates alone, or what a search needs too.
    enum class Depth { dates, all };
    explicit Reach(const Problem& problem, Depth depth = Depth::all);

    /// The first day ≥ `from` on which the tree can be true; Date::never if there is none.
    [[nodiscard]] Date first_met(TreeId tree, Date from) const;
    /// The first day on which the option can start; Date::never if it cannot.
    [[nodiscard]] Date earliest_start(OptionId option) const { return starts_[option]; }
    [[nodiscard]] bool can_run(OptionId option) const { return starts_[option] != Date::never; }
    /// The first day on which what a group's options give can be in hand.
    [[nodiscard]] Date award_day_of_group(std::uint32_t group) const;
    [[nodiscard]] Date earliest(AtomId atom) const { return atoms_[atom]; }

    /// Atoms that every way to make the tree true must get from a step.
    [[nodiscard]] const Bits& landmarks(TreeId tree) const { return tree_landmarks_[tree]; }
    /// Whether the option can be the first to give the atom: it does not itself need it.
    [[nodiscard]] bool can_give_first(OptionId option, AtomId atom) const {
        return !needed_[option].test(atom);
    }
    /// Atoms that the option can be the first to give.
    [[nodiscard]] const Bits& given(OptionId option) const { return given_[option]; }
    /// What getting a set of landmarks costs at least, in cents and in hours times 700.
    struct Least {
        std::int64_t cents = 0;
        std::int64_t energy = 0;
        std::int64_t step_shares = 0;  ///< of `shares_of_a_step` each
        [[nodiscard]] std::int64_t steps() const {
            return (step_shares + shares_of_a_step - 1) / shares_of_a_step;
        }
    };
    static constexpr std::int64_t shares_of_a_step = 720'720;  ///< divides by 1 to 16 without rest
    [[nodiscard]] Least least(const Bits& landmarks) const;

private:
    [[nodiscard]] Date start_of(OptionId option) const;
    [[nodiscard]] Date award_day(OptionId option) const;
    [[nodiscard]] bool is_beyond_purse(const Option& option) const;
    void relax_dates();
    template <class IsOpen>
    void relax_dates(IsOpen is_open);
    void find_landmarks();
    void share_costs();
    [[nodiscard]] Bits landmarks_of(const Option& option) const;
    [[nodiscard]] Bits tree_landmarks_now(TreeId tree) const;

    const Problem& problem_;
    std::vector<Date> starts_, atoms_, finishes_;  // finishes_ by task
    std::vector<Bits> atom_landmarks_, tree_landmarks_, needed_, given_;
    std::vector<Least> least_of_atom_;
};

/// First day ≥ `from` of those on which the option may start by itself; a fixed run keeps its day.
[[nodiscard]] Date next_start(const Problem& problem, const Option& option, Date from);

}  // namespace wegwijzer::route
