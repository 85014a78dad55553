// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer list KIND`: what the packs hold.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class ListCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "list"; }
    [[nodiscard]] std::string summary() const override {
        return "all goals, steps, pilots, funds, attributes, sources or plugins";
    }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    [[nodiscard]] ExitStatus list_plugins(const model::Catalogue& catalogue,
                                          Surroundings& here) const;

    std::string kind_, format_ = "txt";
};

}  // namespace wegwijzer::cli
