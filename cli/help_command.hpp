// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer help [COMMAND]`: how the program is used, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/help.hpp"

namespace wegwijzer::cli {

class HelpCommand : public Command {
public:
    /// Both outlive the command, and are complete when it runs.
    HelpCommand(const CLI::App& program, const std::vector<DeclaredCommand>& commands)
        : program_(program), commands_(commands) {}

    [[nodiscard]] std::string name() const override { return "help"; }
    [[nodiscard]] std::string summary() const override {
        return "what the program or a command does, and all its options";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    const CLI::App& program_;
    const std::vector<DeclaredCommand>& commands_;
    std::string command_, format_ = "txt";
};

}  // namespace wegwijzer::cli
