// SPDX-License-Identifier: Apache-2.0
/// A person and a question, as `plan` and `explain` take them from the command line.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "cli/command.hpp"
#include "model/catalogue.hpp"
#include "model/profile.hpp"
#include "route/find.hpp"

namespace wegwijzer::cli {

struct QuestionArguments {
    std::string profile, goal, replay;
    std::vector<std::string> then, pilots, waivers, assumed;
    std::string pilot_choice = "running", prefer = "fastest", timeout;
    std::optional<Date> on, horizon;
    bool duties_bind = false;
    std::optional<std::uint64_t> seed, draws, limit;
    std::uint64_t usual_draws = 0;  ///< where --draws is left out

    /// A person's profile and the question.
    /// @param profile_is_optional  the command can also have its people from elsewhere
    void declare(CLI::App& app, bool profile_is_optional = false);
    /// The question alone. @param draws  how many are made where --draws is left out
    void declare_question(CLI::App& app, std::uint32_t draws);
    /// `--replay`, for commands whose answer is the whole plan.
    void declare_replay(CLI::App& app);
};

/// What the packs say, and what is asked of them.
struct PackQuestion {
    model::Catalogue catalogue;
    route::Question question;
    std::vector<std::string> waived;  ///< "step/need" as asked
};

/// Everything the planner needs, read and checked.
struct PersonQuestion : PackQuestion {
    model::Profile profile;
};

/// Reads packs and profile and finds the names that were asked. What is wrong has been told. Where
/// `arguments` name no profile, none is read.
[[nodiscard]] std::variant<PersonQuestion, ExitStatus> read_question(
    const QuestionArguments& arguments, Surroundings& here);

/// The same without a person.
[[nodiscard]] std::variant<PackQuestion, ExitStatus> read_pack_question(
    const QuestionArguments& arguments, Surroundings& here);

}  // namespace wegwijzer::cli
