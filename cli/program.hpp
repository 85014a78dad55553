// SPDX-License-Identifier: Apache-2.0
/// The command line as a whole: which command is meant, and what is wrong with what was typed.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/help.hpp"

namespace wegwijzer::cli {

class Program {
public:
    Program();

    /// Parses `arguments` (without the program's name) and runs the command.
    [[nodiscard]] ExitStatus run(std::vector<std::string> arguments, Console& console);

private:
    template <class Kind, class... Arguments>
    void add(Arguments&&... arguments);
    void declare_global(CLI::App& app);
    [[nodiscard]] const DeclaredCommand* chosen() const;
    /// An option or argument that nobody declared.
    [[nodiscard]] std::optional<UsageMistake> stray_argument() const;
    [[nodiscard]] UsageMistake mistake_in(const CLI::ParseError& error) const;
    [[nodiscard]] ExitStatus run_chosen(Console& console);

    CLI::App app_;
    GlobalOptions options_;
    bool wants_version_ = false;
    std::vector<DeclaredCommand> commands_;
};

}  // namespace wegwijzer::cli
