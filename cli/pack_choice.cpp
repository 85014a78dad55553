// SPDX-License-Identifier: Apache-2.0
#include "cli/pack_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/places.hpp"

namespace wegwijzer::cli {

Result<std::vector<std::string>, UsageMistake> choose_packs(const std::vector<std::string>& named,
                                                            Surroundings& here) {
    namespace fs = std::filesystem;
    std::vector<std::string> chosen;
    for (const std::string& name : named) {
        if (name.find('/') == std::string::npos) {
            chosen.push_back(name);
            continue;
        }
        fs::path folder = fs::path(name).lexically_normal();
        if (!folder.has_filename()) folder = folder.parent_path();
        const fs::path above = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
        here.places.packs.insert(here.places.packs.begin(), above);
        chosen.push_back(folder.filename().string());
    }
    std::vector<std::string> known = all_pack_ids(here.places);
    if (named.empty()) return known;
    for (std::size_t k = 0; k < chosen.size(); ++k)
        if (std::find(known.begin(), known.end(), chosen[k]) == known.end())
            return Unexpected{
                UsageMistake{fmt::format("unknown pack {}", wegwijzer::quoted(named[k])),
                             did_you_mean(chosen[k], known)}};
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

}  // namespace wegwijzer::cli
