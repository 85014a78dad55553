// SPDX-License-Identifier: Apache-2.0
#include "cli/places.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {
namespace {

namespace fs = std::filesystem;

/// The folder that holds `pathways/` and `data/` of this program.
fs::path own_folder() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (failed) return fs::path(paths::source_dir);
    const fs::path folder = program.parent_path();
    const fs::path build = fs::weakly_canonical(fs::path(paths::build_dir), failed);
    if (!failed && folder == build) return fs::path(paths::source_dir);
    return (folder / fs::path(paths::share_from_bin)).lexically_normal();
}

void add_search_path(std::vector<fs::path>& packs) {
    const char* const value = std::getenv("WEGWIJZER_PACK_PATH");
    std::string_view rest = value == nullptr ? "" : value;
    while (!rest.empty()) {
        const auto colon = rest.find(':');
        const std::string_view one = rest.substr(0, colon);
        if (!one.empty()) packs.emplace_back(one);
        rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    }
}

}  // namespace

Result<pack::Places> find_places(const std::vector<std::string>& asked) {
    pack::Places places;
    Diagnostics found;
    for (const std::string& folder : asked) {
        std::error_code failed;
        if (!fs::is_directory(folder, failed))
            found.error("G001", fmt::format("there is no folder {}", wegwijzer::quoted(folder)));
        places.packs.emplace_back(folder);
    }
    if (found.has_errors()) return Unexpected{std::move(found)};
    add_search_path(places.packs);
    const fs::path own = own_folder();
    places.packs.push_back(own / "pathways");
    places.data = own / "data";
    return places;
}

std::vector<std::string> all_pack_ids(const pack::Places& places) {
    std::vector<std::string> ids;
    for (pack::PackListing& listing : pack::list_packs(places))
        ids.push_back(std::move(listing.id));
    return ids;
}

}  // namespace wegwijzer::cli
