// SPDX-License-Identifier: Apache-2.0
/// A script made ready for the draws: everything that no draw changes is worked out once, so that a
/// draw looks nothing up, compares no text and asks no memory (R19, R21).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "route/play.hpp"
#include "route/problem.hpp"

namespace wegwijzer::route {

/// Names of runs over a script and all its branches, as numbers.
class RunNames {
public:
    [[nodiscard]] std::uint32_t number(const std::string& key);
    [[nodiscard]] std::uint32_t find(const std::string& key) const;
    [[nodiscard]] std::size_t size() const { return keys_.size(); }

private:
    std::vector<std::string> keys_;
};

/// A value that counts from a day on.
template <class T>
struct FromDay {
    Date from;
    T value;
};

/// A cost of one way, by the day it falls due; amounts in cents.
struct DrawnCost {
    Per per = Per::once;
    model::Moment due = model::Moment::start;
    std::uint32_t index = 0;  ///< in Step::costs
    struct Price {
        Estimate cents;
        std::optional<RandomKey> shared;  ///< of ranges with a `varies_with`
    };
    std::vector<FromDay<Price>> prices;
};

/// A chosen fund, or paying pilot, of one way (R15).
struct DrawnPayer {
    PayerId who;
    std::vector<std::uint32_t> costs;  ///< indices in Step::costs, sorted
    TreeId opens = nothing;            ///< judged on the start; nothing: always open
    std::optional<int> tries;          ///< attempts that it pays
};

/// One option of a unit, with what a draw asks of it.
struct Way {
    const Option* option = nullptr;
    OptionId id = 0;
    const Clock* clock = nullptr;
    bool has_range = false;           ///< its length or effort is drawn
    Estimate range;                   ///< days, or hours where there is a pace
    std::optional<RandomKey> shared;  ///< of a range with a `varies_with`
    std::vector<FromDay<double>> pass;
    std::vector<DrawnCost> costs;
    std::vector<DrawnPayer> payers;  ///< in the order in which they pay
};

/// One run as it is played: its attempts up to the one that passes, and its renewals.
struct Unit {
    std::uint32_t name = 0;  ///< in RunNames
    TaskId task = nothing;
    RandomKey own{0};  ///< of its own draws
    int first_attempt = 1;
    bool waits_for_plan = false;  ///< what it gives can lapse, so it starts no earlier than planned
    Date planned, not_before;
    std::uint32_t before = nothing;  ///< the repetition that comes first
    std::optional<Fixed> fixed;      ///< it began before the first day
    int fixed_attempt = 1;
    std::vector<Way> ways;
    bool takes_hours = false;
    bool serves_goal = false;
    std::vector<std::uint32_t> asked_by;  ///< of an open run: the units for which it must last
    std::vector<std::uint32_t> wakes;     ///< units that ask for something it gives
};

/// A unit that can serve a leaf of a need.
struct LeafGiver {
    std::uint32_t unit = 0;
    std::uint32_t way = 0;
    std::uint32_t award = 0;
    bool in_every_outcome = true;
};

/// What follows when a unit ends in another outcome.
struct Turn;

struct Stage {
    const Problem* problem = nullptr;
    std::vector<Unit> units;  ///< in the order in which they start on one day: planned start, key
    std::vector<Tree> trees;  ///< the problem's, without what nothing here can ever make true
    std::vector<std::vector<LeafGiver>> givers;       ///< by tree
    std::vector<std::vector<std::uint32_t>> held_by;  ///< by tree and hold: name of a run, or none
    std::vector<Turn> turns;
};

struct Turn {
    std::uint32_t unit = 0;
    std::uint32_t outcome = 0;
    std::unique_ptr<Stage> stage;
    std::vector<bool> goes_on;  ///< by unit: what the branch takes for begun
};

/// @param problem  the script's own, or the same with events at other days
/// @param key  made of the seed and the person's signature
[[nodiscard]] Stage stage_of(const Script& script, const Problem& problem, const Question& question,
                             RandomKey key, RunNames& names, bool with_turns = true);

/// The last entry from `day` or before; null where there is none.
template <class T>
[[nodiscard]] const T* value_on(const std::vector<FromDay<T>>& values, Date day) {
    const T* found = nullptr;
    for (const auto& entry : values) {
        if (entry.from > day) break;
        found = &entry.value;
    }
    return found;
}

/// Key of the draw that all ranges with this word share.
[[nodiscard]] RandomKey shared_key(RandomKey key, const std::string& word);

}  // namespace wegwijzer::route
