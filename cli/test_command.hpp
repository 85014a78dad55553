// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer test [PACK…]`: the scenarios of packs.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class TestCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "test"; }
    [[nodiscard]] std::string summary() const override {
        return "the scenarios of packs: whether what must come out comes out";
    }
    [[nodiscard]] std::string when_no() const override { return "a scenario failed"; }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::vector<std::string> packs_;
    std::string format_ = "txt";
    bool is_decisive_ = false;
};

}  // namespace wegwijzer::cli
