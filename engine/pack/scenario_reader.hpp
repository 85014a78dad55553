// SPDX-License-Identifier: Apache-2.0
/// Reads the test cases that a pack ships.
#pragma once

#include <filesystem>

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// Everything else must have been read. Profiles are not opened here; that they exist is checked.
/// @errors  P014; P020; P021; P060 no such profile; P061 a range that is none
void read_scenario(Draft& draft, const Entry& entry, model::Scenario& scenario,
                   const std::filesystem::path& folder);

}  // namespace wegwijzer::pack
