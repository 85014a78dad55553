// SPDX-License-Identifier: Apache-2.0
/// Reads steps.
#pragma once

#include <cstdint>

#include "pack/draft.hpp"
#include "pack/step_table.hpp"

namespace wegwijzer::pack {

/// Reads step number `step` of the catalogue from its own table and those it is like.
/// @errors  those of check_step.hpp, need_reader.hpp, cost_reader.hpp and figure_reader.hpp
void read_step(Draft& draft, std::uint32_t step);

/// Reads the keys of `table` into `step`, which already knows its id, pack and place.
void read_step_keys(Draft& draft, const StepTable& table, model::Step& step);

}  // namespace wegwijzer::pack
