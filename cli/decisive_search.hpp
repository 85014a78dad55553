// SPDX-License-Identifier: Apache-2.0
/// Which parts of packs no scenario depends on.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/scenario_runner.hpp"
#include "document/scenario_verdict.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::cli {

/// Of what scenarios touch, and of the needs of the steps they touch: what could be taken out of
/// the packs `tested` one by one without any scenario's answer being another (route::core_of).
/// Plans each scenario anew for each such part, until one differs; the result is the same for any
/// number of threads.
[[nodiscard]] document::Touched idle_parts(const std::vector<ScenarioRunner::Job>& jobs,
                                           const model::Catalogue& catalogue,
                                           const std::vector<std::string>& tested,
                                           std::size_t threads);

}  // namespace wegwijzer::cli
