// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer audit [PACK…]`: the figures of packs, their sources and their age.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "cli/command.hpp"

namespace wegwijzer::cli {

class AuditCommand : public Command {
public:
    [[nodiscard]] std::string name() const override { return "audit"; }
    [[nodiscard]] std::string summary() const override {
        return "every figure of packs: its source, of what kind and how old";
    }
    [[nodiscard]] std::string when_no() const override { return "a figure has no source"; }
    void setup(CLI::App& app) override;
    [[nodiscard]] ExitStatus run(Surroundings& here) override;

private:
    std::vector<std::string> packs_;
    std::optional<Date> on_;
    std::string older_than_;
    std::string format_ = "txt";
};

}  // namespace wegwijzer::cli
