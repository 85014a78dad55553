// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer simulate COHORT --goal G`: what other rules would change, and for whom.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/person_question.hpp"
#include "cohort/report.hpp"
#include "cohort/variant.hpp"

namespace wegwijzer::cli {

class SimulateCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "simulate"; }
    [[nodiscard]] std::string summary() const override {
        return "what relaxed criteria would change for many people, and for whom";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    [[nodiscard]] std::vector<cohort::Variant> variants_of(const PackQuestion& asked) const;
    [[nodiscard]] std::vector<std::string> dimensions() const;
    [[nodiscard]] bool write_details(const PackQuestion& asked,
                                     const cohort::Population& population,
                                     const std::vector<cohort::Variant>& variants,
                                     const std::vector<std::vector<cohort::Outcome>>& outcomes,
                                     Surroundings& here) const;

    QuestionArguments arguments_;
    std::string cohort_, input_, mapping_, by_, detail_;
    std::string format_ = "txt", output_;
    std::optional<std::uint64_t> min_cell_;
    bool combine_ = false, rank_needs_ = false, force_ = false;
};

}  // namespace wegwijzer::cli
