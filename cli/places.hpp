// SPDX-License-Identifier: Apache-2.0
/// Where packs lie.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::cli {

/// The folders of `asked` (--packs), those of WEGWIJZER_PACK_PATH, and the one that belongs to this
/// program, in that order. The current folder is not searched. Shared tables are the program's own.
/// @errors  a folder in `asked` that is not there
[[nodiscard]] Result<pack::Places> find_places(const std::vector<std::string>& asked);

/// Ids of all packs that can be found.
[[nodiscard]] std::vector<std::string> all_pack_ids(const pack::Places& places);

}  // namespace wegwijzer::cli
