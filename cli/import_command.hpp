// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer import CV`: a profile from a Europass CV.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class ImportCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "import"; }
    [[nodiscard]] std::string summary() const override {
        return "a profile from a Europass CV, and what was not taken over";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::string cv_, output_;
    bool force_ = false;
};

}  // namespace wegwijzer::cli
