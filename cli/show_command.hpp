// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer show ID`: everything the packs say about one thing.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class ShowCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "show"; }
    [[nodiscard]] std::string summary() const override {
        return "everything the packs say about one step, goal, pilot, source, …";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::string id_, format_ = "txt";
};

}  // namespace wegwijzer::cli
