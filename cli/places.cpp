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

/// Where the program's own things lie.
struct Home {
    fs::path share;    ///< holds `pathways/` and `data/`
    fs::path plugins;  ///< libraries and their manifests
};

Home own_home() {
    const Home built{paths::source_dir, fs::path(paths::build_dir) / "plugins"};
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (failed) return built;
    const fs::path folder = program.parent_path();
    const fs::path build = fs::weakly_canonical(fs::path(paths::build_dir), failed);
    if (!failed && folder == build) return built;
    return {(folder / fs::path(paths::share_from_bin)).lexically_normal(),
            (folder / fs::path(paths::plugins_from_bin)).lexically_normal()};
}

/// Adds the folders of a search path, "/a:/b".
void add_search_path(const char* variable, bool absolute_only, std::vector<fs::path>& folders) {
    const char* const value = std::getenv(variable);
    std::string_view rest = value == nullptr ? "" : value;
    while (!rest.empty()) {
        const auto colon = rest.find(':');
        const fs::path one(rest.substr(0, colon));
        if (!one.empty() && (!absolute_only || one.is_absolute())) folders.push_back(one);
        rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    }
}

void add_asked(const std::vector<std::string>& asked, std::vector<fs::path>& folders,
               Diagnostics& found) {
    for (const std::string& folder : asked) {
        std::error_code failed;
        if (!fs::is_directory(folder, failed))
            found.error("G001", fmt::format("there is no folder {}", wegwijzer::quoted(folder)));
        folders.emplace_back(folder);
    }
}

}  // namespace

Result<pack::Places> find_places(const std::vector<std::string>& packs,
                                 const std::vector<std::string>& plugins) {
    pack::Places places;
    Diagnostics found;
    add_asked(packs, places.packs, found);
    add_asked(plugins, places.plugins, found);
    if (found.has_errors()) return Unexpected{std::move(found)};
    add_search_path("WEGWIJZER_PACK_PATH", false, places.packs);
    add_search_path("WEGWIJZER_PLUGIN_PATH", true, places.plugins);
    const Home home = own_home();
    places.packs.push_back(home.share / "pathways");
    places.data = home.share / "data";
    places.plugins.push_back(home.plugins);
    return places;
}

std::vector<std::string> all_pack_ids(const pack::Places& places) {
    std::vector<std::string> ids;
    for (pack::PackListing& listing : pack::list_packs(places))
        ids.push_back(std::move(listing.id));
    return ids;
}

}  // namespace wegwijzer::cli
