// SPDX-License-Identifier: Apache-2.0
#include "cli/version.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "pack/pack_versions.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {

ExitStatus print_version(Surroundings& here) {
    here.console.print(fmt::format("wegwijzer {}\n", paths::version));
    Diagnostics found;
    for (const pack::PackVersion& one : pack::read_versions(here.places, here.sources, found))
        here.console.print(fmt::format("{} {}\n", shown(one.id), shown(one.version)));
    here.console.tell(found, here.sources);
    return found.has_errors() ? ExitStatus::input : ExitStatus::done;
}

}  // namespace wegwijzer::cli
