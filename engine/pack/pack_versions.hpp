// SPDX-License-Identifier: Apache-2.0
/// The versions of packs, without reading the packs.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::pack {

struct PackVersion {
    std::string id, version;
};

/// Every pack that can be found, by id, with what its pack.toml says under `version`; "?" where it
/// says nothing. Of each pack only that file is read.
/// @errors (added to `found`)  G… and P004 of those files
[[nodiscard]] std::vector<PackVersion> read_versions(const Places& places, SourceMap& sources,
                                                     Diagnostics& found);

}  // namespace wegwijzer::pack
