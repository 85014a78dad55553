// SPDX-License-Identifier: Apache-2.0
/// How many threads this run takes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>

#include "cli/command.hpp"

namespace wegwijzer::cli {

/// What --threads says; without it one for each core.
[[nodiscard]] inline std::size_t thread_count(const GlobalOptions& options) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return static_cast<std::size_t>(options.threads.value_or(cores));
}

}  // namespace wegwijzer::cli
