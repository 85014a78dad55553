// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer explain PROFILE --goal G [STEP]`: why each step is there, or why there is no route.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "cli/person_question.hpp"

namespace wegwijzer::cli {

class ExplainCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "explain"; }
    [[nodiscard]] std::string summary() const override {
        return "why each step is there, what it waits for, or why there is no route";
    }
    [[nodiscard]] std::string when_no() const override {
        return "the goal cannot be reached within the horizon";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    QuestionArguments arguments_;
    std::string step_;
    std::string format_ = "txt";
};

}  // namespace wegwijzer::cli
