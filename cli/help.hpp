// SPDX-License-Identifier: Apache-2.0
/// Help, made from the declarations of the arguments so that it cannot disagree with them.
#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"

namespace wegwijzer::cli {

/// A command and what it declared.
struct DeclaredCommand {
    std::unique_ptr<Command> command;
    CLI::App* app = nullptr;
};

/// Options that are the same for every command bear this group.
inline constexpr const char* global_group = "Global options";

/// What the program as a whole takes and offers.
[[nodiscard]] std::string render_help(const CLI::App& program,
                                      const std::vector<DeclaredCommand>& commands);
/// One command.
[[nodiscard]] std::string render_command_help(const DeclaredCommand& command);
/// One line on how a command, or the program, is called.
[[nodiscard]] std::string usage_line(const DeclaredCommand& command);
/// Commands, options, formats and exit statuses for programs, schema "wegwijzer/help/1".
[[nodiscard]] std::string render_help_json(const CLI::App& program,
                                           const std::vector<DeclaredCommand>& commands);

}  // namespace wegwijzer::cli
