// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer export GOAL`: a goal and what leads to it, in the formats of other systems.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "cli/command.hpp"

namespace wegwijzer::cli {

class ExportCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "export"; }
    [[nodiscard]] std::string summary() const override {
        return "a goal and what leads to it, for other systems";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::string goal_, format_, output_;
    std::optional<Date> on_;
    bool force_ = false;
};

}  // namespace wegwijzer::cli
