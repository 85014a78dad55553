// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer diff OLD NEW`: what moved between two answers, and why.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class DiffCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "diff"; }
    [[nodiscard]] std::string summary() const override {
        return "what changed between two answers of 'plan', and why";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::string old_, new_;
    std::string format_ = "txt";
};

}  // namespace wegwijzer::cli
