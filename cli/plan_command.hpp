// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer plan PROFILE --goal G`: the routes to a goal.
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/person_question.hpp"

namespace wegwijzer::cli {

class PlanCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "plan"; }
    [[nodiscard]] std::string summary() const override {
        return "the routes to a goal, with dates, hours, costs and chances";
    }
    [[nodiscard]] std::string when_no() const override {
        return "the goal cannot be reached within the horizon";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    QuestionArguments arguments_;
    std::string format_ = "txt", output_;
    std::optional<Date> made_;
    bool whole_front_ = false, with_sources_ = false, plain_ = false, force_ = false;
};

}  // namespace wegwijzer::cli
