// SPDX-License-Identifier: Apache-2.0
/// The functions of the plugins that packs name, made known to the expression language.
#pragma once

#include <filesystem>
#include <vector>

#include "base/source.hpp"
#include "pack/draft.hpp"
#include "pack/pack_files.hpp"

namespace wegwijzer::pack {

/// Finds the plugins of the packs read, and no others, and declares their functions. Everything
/// else must have been declared. A plugin that is missing or refused is no mistake of the pack: the
/// functions it should bring, known by their names alone, are unknown.
/// @errors  P066 no name for a plugin. Warnings: X001 missing; X002 refused, others could have
/// changed it; X003 refused, it does not fit
void read_plugins(Draft& draft, const std::vector<PackFolder>& folders,
                  const std::vector<std::filesystem::path>& places, SourceMap& sources);

}  // namespace wegwijzer::pack
