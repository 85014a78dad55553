// SPDX-License-Identifier: Apache-2.0
#include "cli/goal_question.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/name_finder.hpp"
#include "cli/places.hpp"

namespace wegwijzer::cli {

std::variant<GoalQuestion, ExitStatus> read_goal(const std::string& name, Surroundings& here) {
    const std::vector<std::string> there = all_pack_ids(here.places);
    const std::vector<std::string> wanted{pack::pack_of(name)};
    if (std::find(there.begin(), there.end(), wanted.front()) == there.end()) {
        here.console.tell(NameFinder::unknown_in_any_pack("goal", name, here));
        return ExitStatus::usage;
    }
    Diagnostics warnings;
    auto catalogue = pack::read_packs(here.places, wanted, {}, here.sources, warnings);
    if (!catalogue) {
        here.console.tell(catalogue.error(), here.sources);
        return ExitStatus::input;
    }
    const auto goal = NameFinder(*catalogue).goal(name);
    if (!goal) {
        here.console.tell(goal.error());
        return ExitStatus::usage;
    }
    return GoalQuestion{std::move(catalogue).value(), *goal};
}

}  // namespace wegwijzer::cli
