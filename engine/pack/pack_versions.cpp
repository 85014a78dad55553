// SPDX-License-Identifier: Apache-2.0
#include "pack/pack_versions.hpp"

#include <utility>

#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/toml_reader.hpp"

namespace wegwijzer::pack {
namespace {

Result<std::string> version_in(const std::filesystem::path& file, SourceMap& sources) {
    auto bytes = read_bytes(file, limits::pack_file_bytes);
    if (!bytes) return Unexpected{std::move(bytes).error()};
    auto text = admit(std::move(bytes).value(), file.generic_string(), Kind::pack_file, sources);
    if (!text) return Unexpected{std::move(text).error()};
    const auto tree = read_toml(sources, *text);
    if (!tree) return Unexpected{tree.error()};
    const Node* const pack = tree->root.find("pack");
    const Node* const version =
        pack != nullptr && pack->is(Node::Kind::table) ? pack->find("version") : nullptr;
    if (version == nullptr || !version->is(Node::Kind::string)) return std::string("?");
    return std::string(version->string);
}

}  // namespace

std::vector<PackVersion> read_versions(const Places& places, SourceMap& sources,
                                       Diagnostics& found) {
    std::vector<PackVersion> versions;
    for (PackListing& listing : list_packs(places)) {
        auto version = version_in(listing.folder / "pack.toml", sources);
        if (version)
            versions.push_back({std::move(listing.id), std::move(version).value()});
        else
            found.append(std::move(version).error());
    }
    return versions;
}

}  // namespace wegwijzer::pack
