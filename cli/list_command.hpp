// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer list KIND`: what the packs hold.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class ListCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "list"; }
    [[nodiscard]] std::string summary() const override {
        return "all goals, steps, pilots, funds, attributes or sources";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::string kind_, format_ = "txt";
};

}  // namespace wegwijzer::cli
