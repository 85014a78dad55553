// SPDX-License-Identifier: Apache-2.0
/// What a reader of arguments does with a mistake: it is told, and the exit status is kept.
#pragma once

#include "cli/command.hpp"
#include "cli/exit_status.hpp"

namespace wegwijzer::cli {

class Refusal {
public:
    explicit Refusal(Surroundings& here) : here_(here) {}
    /// @returns false, for whoever reads step by step
    bool operator()(const UsageMistake& mistake) {
        here_.console.tell(mistake);
        status_ = ExitStatus::usage;
        return false;
    }
    bool operator()(const Diagnostics& found) {
        here_.console.tell(found, here_.sources);
        status_ = ExitStatus::input;
        return false;
    }
    /// Of the last mistake.
    [[nodiscard]] ExitStatus status() const { return status_; }

private:
    Surroundings& here_;
    ExitStatus status_ = ExitStatus::input;
};

}  // namespace wegwijzer::cli
