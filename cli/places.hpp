// SPDX-License-Identifier: Apache-2.0
/// Where packs and plugins lie.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::cli {

/// The folders of `packs` (--packs) and `plugins` (--plugins), those of WEGWIJZER_PACK_PATH and
/// WEGWIJZER_PLUGIN_PATH, and the ones that belong to this program, in that order. The current
/// folder is not searched, so only absolute folders of WEGWIJZER_PLUGIN_PATH count. Shared tables
/// are the program's own.
/// @errors  a folder in `packs` or `plugins` that is not there
[[nodiscard]] Result<pack::Places> find_places(const std::vector<std::string>& packs,
                                               const std::vector<std::string>& plugins);

/// Ids of all packs that can be found.
[[nodiscard]] std::vector<std::string> all_pack_ids(const pack::Places& places);

}  // namespace wegwijzer::cli
