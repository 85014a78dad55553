// SPDX-License-Identifier: Apache-2.0
/// Finds the folders of packs and parses their TOML files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "pack/node.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::pack {

/// One TOML file of a pack. A file that could not be parsed, or was not wanted, has an empty tree.
struct PackFile {
    std::string name;
    std::uint32_t text = 0;
    Tree tree;
    bool is_read = false;
};

/// One pack's folder, its files sorted by name.
struct PackFolder {
    std::string id;
    std::filesystem::path path;
    std::vector<PackFile> files;
};

/// Whether `id` may name a pack: small letters, digits and hyphens, a letter first.
[[nodiscard]] bool is_pack_id(std::string_view id);

/// Reads the packs `ids` and, transitively, what the `[pack]` of their pack.toml lists under
/// `uses`. Files called scenarios.toml or scenarios-….toml are left unparsed where scenarios are
/// not wanted. Several files are parsed at once, on two threads; the outcome does not depend on it.
/// @returns every pack that was found, sorted by id
/// @errors (added to `found`)  P010 no such pack; P011 a pack that uses itself; G… and P004 of
/// files
[[nodiscard]] std::vector<PackFolder> read_pack_files(const Places& places,
                                                      std::span<const std::string> ids,
                                                      Wanted wanted, SourceMap& sources,
                                                      Diagnostics& found);

/// Where the pack's own `[pack]` table stands in pack.toml; null without one.
[[nodiscard]] const Node* pack_table(const PackFolder& folder);

}  // namespace wegwijzer::pack
