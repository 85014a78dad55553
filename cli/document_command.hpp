// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer document PROFILE --goal G`: the plan as a paper to take home.
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/document_maker.hpp"
#include "cli/person_question.hpp"

namespace wegwijzer::cli {

class DocumentCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "document"; }
    [[nodiscard]] std::string summary() const override {
        return "a plan to take home, in the person's own language";
    }
    [[nodiscard]] std::string when_no() const override {
        return "the goal cannot be reached within the horizon; the document says so";
    }
    [[nodiscard]] bool reads_languages() const override { return true; }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    /// Options that do not go together.
    [[nodiscard]] std::optional<UsageMistake> mismatch() const;
    [[nodiscard]] ExitStatus make_one(const PersonQuestion& asked, const DocumentOrder& order,
                                      Surroundings& here) const;

    QuestionArguments arguments_;
    std::string format_ = "html", output_, audience_ = "client", batch_, folder_, name_;
    std::optional<Date> made_;
    bool is_anonymous_ = false, force_ = false;
};

}  // namespace wegwijzer::cli
