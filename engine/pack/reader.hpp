// SPDX-License-Identifier: Apache-2.0
/// Reads packs into a catalogue: finds them, reads their shape, resolves every name, checks their
/// meaning.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::pack {

/// Where packs, shared tables and plugins lie. Earlier folders win over later ones for a pack or
/// plugin of the same name.
struct Places {
    std::vector<std::filesystem::path> packs;
    std::filesystem::path data;                       ///< holds holidays.csv
    std::vector<std::filesystem::path> plugins = {};  ///< libraries and their manifests
};

struct PackListing {
    std::string id;
    std::filesystem::path folder;
};
/// Every pack that can be found (a folder that holds a pack.toml), by id; opens none.
[[nodiscard]] std::vector<PackListing> list_packs(const Places& places);

/// Which parts of packs are wanted: a plan needs no scenarios, so it does not even parse the
/// files called scenarios.toml or scenarios-….toml.
struct Wanted {
    bool scenarios = false;
};

/// Reads the packs named in `ids`, and what they use in any depth. All mistakes of all packs are
/// reported together; warnings are added to `warnings` when reading succeeds.
/// The functions of the plugins that they name are known from the plugins' manifests; no plugin is
/// opened, and one that is missing or refused is a warning.
/// @errors  G…, P…, R…, X… (data/diagnostics.toml)
[[nodiscard]] Result<model::Catalogue> read_packs(const Places& places,
                                                  std::span<const std::string> ids, Wanted wanted,
                                                  SourceMap& sources, Diagnostics& warnings);

/// The pack that an id names: what stands before the first dot, "common" without one. Where there
/// is no such pack
/// ("language.nt2-1") the id is one of common's.
[[nodiscard]] std::string pack_of(std::string_view id);

}  // namespace wegwijzer::pack
