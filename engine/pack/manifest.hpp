// SPDX-License-Identifier: Apache-2.0
/// What a plugin says of itself in `<id>.toml`, so that it need not be opened to know.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"
#include "model/text.hpp"
#include "pack/type_name.hpp"

namespace wegwijzer::pack {

struct ManifestFunction {
    std::string name;
    std::vector<TypeName> parameters;
    TypeName result;
    SourceSpan span;

    /// "big_procedure(country, date) = enum big.procedure"
    [[nodiscard]] std::string signature() const;
};

/// An importer or renderer.
struct ManifestOffer {
    std::string name;
    model::Text title;
};

struct Manifest {
    std::string id, version;
    std::uint16_t abi_major = 0, abi_minor = 0;
    model::Text title;
    std::vector<ManifestFunction> functions;
    std::vector<ManifestOffer> importers, renderers;
    std::filesystem::path file, library;
};

/// A plugin that was looked for. `manifest` is there if its state is `found`, and perhaps if it is
/// `refused`.
struct FoundPlugin {
    model::Plugin::State state = model::Plugin::State::missing;
    std::string_view code = "X001";  ///< under which it is told that it cannot be used
    std::string why;                 ///< as in model::Plugin
    Diagnostics mistakes;            ///< in the manifest, with their places
    std::optional<Manifest> manifest;
    std::filesystem::path file;  ///< of the manifest; empty where it is missing
};

/// Looks for `id`.toml in `folders`, the first one counts, and reads it if nobody else could have
/// written it or the library beside it.
/// @errors  X001 missing; X002 others could have changed it; X003 a mistake in the manifest; X004
/// no library beside it. In `mistakes`: G…, P… of the file; X003 what does not fit
[[nodiscard]] FoundPlugin find_plugin(const std::vector<std::filesystem::path>& folders,
                                      std::string_view id, SourceMap& sources);

/// The ids of all plugins in `folders`, sorted.
[[nodiscard]] std::vector<std::string> list_plugins(
    const std::vector<std::filesystem::path>& folders);

/// What the names of a plugin's functions begin with: "big_" for "big", "night_shift_" for
/// "night-shift".
[[nodiscard]] std::string function_prefix(std::string_view plugin);

}  // namespace wegwijzer::pack
