// SPDX-License-Identifier: Apache-2.0
#include "cli/plugin_calls.hpp"

namespace wegwijzer::cli {

ExitStatus tell_plugin_faults(Surroundings& here, ExitStatus status) {
    const Diagnostics faults = here.shelf->faults();
    here.console.tell(faults, here.sources);
    return faults.empty() ? status : ExitStatus::fault;
}

}  // namespace wegwijzer::cli
