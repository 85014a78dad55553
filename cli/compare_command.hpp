// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer compare PROFILE --goal G --pilot P …`: with and without, side by side.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "cli/person_question.hpp"

namespace wegwijzer::cli {

class CompareCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "compare"; }
    [[nodiscard]] std::string summary() const override {
        return "one person with and without a pilot, a need or an outcome, side by side";
    }
    [[nodiscard]] std::string when_no() const override {
        return "the goal cannot be reached within the horizon, whatever is changed";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    QuestionArguments arguments_;
    std::string format_ = "txt";
    bool together_ = false;
};

}  // namespace wegwijzer::cli
