// SPDX-License-Identifier: Apache-2.0
#include "cli/help_command.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/arguments.hpp"

namespace wegwijzer::cli {

void HelpCommand::setup(CLI::App& app) {
    add_optional_argument(app, "COMMAND", command_, "the command to tell about");
    add_choice(app, "--format", format_, {"txt", "json"},
               "form of the help; json holds all commands (default: txt)");
}

ExitStatus HelpCommand::run(Surroundings& here) {
    if (format_ == "json") {
        here.console.print(render_help_json(program_, commands_));
        return ExitStatus::done;
    }
    if (command_.empty()) {
        here.console.print(render_help(program_, commands_));
        return ExitStatus::done;
    }
    std::vector<std::string> names;
    for (const DeclaredCommand& declared : commands_) {
        names.push_back(declared.command->name());
        if (names.back() != command_) continue;
        here.console.print(render_command_help(declared));
        return ExitStatus::done;
    }
    here.console.tell(fmt::format("unknown command {}", wegwijzer::quoted(command_)),
                      did_you_mean(command_, names, "'wegwijzer help' shows them"));
    return ExitStatus::usage;
}

}  // namespace wegwijzer::cli
