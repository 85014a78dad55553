// SPDX-License-Identifier: Apache-2.0
/// Which packs a command that takes PACK… is about.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/command.hpp"

namespace wegwijzer::cli {

/// The ids of the packs named, of all where none is. A name with a slash is the pack's folder: the
/// folder above it is then searched first.
/// @errors  a name that is no pack's
[[nodiscard]] Result<std::vector<std::string>, UsageMistake> choose_packs(
    const std::vector<std::string>& named, Surroundings& here);

}  // namespace wegwijzer::cli
