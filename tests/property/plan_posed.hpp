// SPDX-License-Identifier: Apache-2.0
/// A small world as the planner sees it: written as a pack and a profile, and read again.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "property/plan_cases.hpp"
#include "property/plan_small.hpp"
#include "unit/pack/small_packs.hpp"

namespace wegwijzer::small {

struct Posed {
    small_packs::Folder folder;
    SourceMap sources;
    Diagnostics warnings;
    model::Catalogue catalogue;
    plans::Case one;
};

/// Reads a pack called "common" and a profile.
/// @throws std::runtime_error  where they cannot be read, with the diagnostics
inline void pose_text(const std::string& pack_text, const std::string& profile_text, Posed& posed) {
    posed.folder.write("common/pack.toml", pack_text);
    auto read =
        pack::read_packs({{posed.folder.path()}, "data"}, std::vector<std::string>{"common"}, {},
                         posed.sources, posed.warnings);
    if (!read) throw std::runtime_error(plans::words_of(read.error()) + pack_text);
    posed.catalogue = std::move(read).value();
    const auto text = pack::admit(profile_text, "p", pack::Kind::profile_toml, posed.sources);
    auto profile = pack::read_profile(posed.sources, text.value(), posed.catalogue, posed.warnings);
    if (!profile) throw std::runtime_error(plans::words_of(profile.error()));
    posed.one.catalogue = &posed.catalogue;
    posed.one.profile = std::move(profile).value();
}

/// @throws std::runtime_error  as above
inline void pose(const World& world, Posed& posed) {
    pose_text(pack_text(world), profile_text(world), posed);
    auto& question = posed.one.question;
    question.on = first_day;
    question.horizon = first_day + Days{world.horizon};
    for (const int goal : world.goals)
        question.goals.push_back(posed.catalogue.find_goal("goal" + std::to_string(goal)));
    question.duties_bind = true;
    question.draws = 0;
    question.with_questions = false;
    question.whole_front = true;
    question.node_limit = plans::node_limit;
}

}  // namespace wegwijzer::small
