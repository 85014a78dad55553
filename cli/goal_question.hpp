// SPDX-License-Identifier: Apache-2.0
/// A goal by its name, with the packs that tell of it.
#pragma once

#include <string>
#include <variant>

#include "cli/command.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::cli {

struct GoalQuestion {
    model::Catalogue catalogue;
    model::GoalId goal;
};

/// Reads the pack of the goal and what that uses. What is wrong has been told.
[[nodiscard]] std::variant<GoalQuestion, ExitStatus> read_goal(const std::string& name,
                                                               Surroundings& here);

}  // namespace wegwijzer::cli
