// SPDX-License-Identifier: Apache-2.0
/// What `list plugins` tells.
#pragma once

#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "document/sheet.hpp"
#include "model/catalogue.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::plugin {

/// Every plugin that lies in a folder of `places` or that a pack of `catalogue` names, by id: where
/// it comes from, its version, what it offers, which packs name it, and whether it can be used or
/// why not. Manifests are read, nothing is opened.
[[nodiscard]] std::vector<document::Sheet> plugin_sheets(const model::Catalogue& catalogue,
                                                         const pack::Places& places,
                                                         std::string_view lang, SourceMap& sources);

}  // namespace wegwijzer::plugin
