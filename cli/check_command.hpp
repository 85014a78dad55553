// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer check [PACK…]`: the mistakes of packs.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace wegwijzer::cli {

class CheckCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "check"; }
    [[nodiscard]] std::string summary() const override { return "the mistakes of packs"; }
    [[nodiscard]] std::string when_no() const override { return "a pack has an error"; }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::vector<std::string> packs_;
    std::string format_ = "txt";
};

}  // namespace wegwijzer::cli
