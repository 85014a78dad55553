// SPDX-License-Identifier: Apache-2.0
/// One draw of a route (R19). A player is used for many draws, one after the other; several may
/// work side by side on one script.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "route/stage.hpp"

namespace wegwijzer::route {

/// What one run came to in a draw, by its name.
struct RunFate {
    bool is_done = false;
    bool is_critical = false;   ///< the goal waited for it
    std::int64_t own_draw = 0;  ///< orders draws by what the run itself drew: result, tries, length
};

/// What one draw came to.
struct Fate {
    bool has_reached = false;
    std::vector<Date> dates;  ///< of the goals
    std::int64_t own_cents = 0;
    std::vector<RunFate> runs;  ///< by name
};

/// Everything that is the same in all draws.
struct Scene {
    const Script* script = nullptr;
    const Question* question = nullptr;
    RandomKey key{0};
    RunNames names;
    Stage stage;
    bool has_drawn_events = false;
};
[[nodiscard]] std::unique_ptr<const Scene> scene_of(const Script& script, const Question& question,
                                                    RandomKey key);

class Player {
public:
    explicit Player(const Scene& scene);
    ~Player();
    Player(Player&&) noexcept;
    /// Plays draw number `draw`; the fate is overwritten.
    void play(std::uint64_t draw, Fate& fate);

private:
    class Table;
    std::unique_ptr<Table> table_;
};

}  // namespace wegwijzer::route
