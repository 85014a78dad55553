// SPDX-License-Identifier: Apache-2.0
/// The table of functions that plugins are given, and what they register through it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pack/manifest.hpp"
#include "wegwijzer/plugin.h"

namespace wegwijzer::plugin {

/// A registered function, its types as read.
struct RegisteredFunction {
    pack::ManifestFunction declared;
    decltype(wegwijzer_function::call) call = nullptr;
};
struct RegisteredImporter {
    std::string name;
    decltype(wegwijzer_importer::import) import = nullptr;
};
struct RegisteredRenderer {
    std::string name;
    decltype(wegwijzer_renderer::render) render = nullptr;
};

/// Most that an importer or renderer may write.
inline constexpr std::size_t longest_output = std::size_t{64} * 1024 * 1024;

/// The one table; lives for ever and holds no state.
[[nodiscard]] const wegwijzer_host_api& host_api();

}  // namespace wegwijzer::plugin

/// The opaque handle of plugin.h: what was registered while `load` ran.
struct wegwijzer_host {
    std::vector<wegwijzer::plugin::RegisteredFunction> functions;
    std::vector<wegwijzer::plugin::RegisteredImporter> importers;
    std::vector<wegwijzer::plugin::RegisteredRenderer> renderers;
    std::string why;        ///< told by `refuse`, made safe to print
    std::string malformed;  ///< what was wrong with a registration that was turned away
};
