// SPDX-License-Identifier: Apache-2.0
#include "cli/export_command.hpp"

#include <variant>

#include "cli/arguments.hpp"
#include "cli/goal_question.hpp"
#include "cli/output_file.hpp"
#include "cli/today.hpp"
#include "document/export.hpp"

namespace wegwijzer::cli {

void ExportCommand::setup(CLI::App& app) {
    add_argument(app, "GOAL", goal_, "the goal, as in 'wegwijzer list goals'");
    add_choice(app, "--format", format_, {"ctdl", "elm", "cpsv-ap", "schemaorg"},
               "which system's words, as JSON-LD")
        ->required();
    add_date(app, "--on", on_, "the day whose prices and terms are told (default: today)");
    add_text(app, "-o,--output", output_, "FILE", "write there instead of to standard output");
    add_flag(app, "--force", force_, "overwrite the output file");
}

ExitStatus ExportCommand::run(Surroundings& here) {
    const auto read = read_goal(goal_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    const auto& [catalogue, goal] = std::get<GoalQuestion>(read);
    const std::string text = document::render_export(
        document::make_exported(catalogue, goal, on_.value_or(today())), format_);
    if (output_.empty()) {
        here.console.print(text);
    } else if (const auto mistake = write_output_file(output_, text, force_)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    return ExitStatus::done;
}

}  // namespace wegwijzer::cli
