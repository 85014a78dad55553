// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer graph GOAL`: what a goal asks, as a picture.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class GraphCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "graph"; }
    [[nodiscard]] std::string summary() const override {
        return "what a goal asks and which steps give it, as a picture";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::string goal_, format_ = "svg", output_;
    bool force_ = false;
};

}  // namespace wegwijzer::cli
