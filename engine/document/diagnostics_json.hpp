// SPDX-License-Identifier: Apache-2.0
/// Findings for programs.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace wegwijzer::document {

/// Schema "wegwijzer/diagnostics/1"; ends with a newline. Quotes no text, personal or not.
[[nodiscard]] std::string render_diagnostics_json(const Diagnostics& diagnostics,
                                                  const SourceMap& sources);

}  // namespace wegwijzer::document
