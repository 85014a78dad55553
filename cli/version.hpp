// SPDX-License-Identifier: Apache-2.0
/// `wegwijzer --version`.
#pragma once

#include "cli/command.hpp"

namespace wegwijzer::cli {

/// The version of the program and of every pack that can be found; of a pack only its pack.toml is
/// read.
[[nodiscard]] ExitStatus print_version(Surroundings& here);

}  // namespace wegwijzer::cli
