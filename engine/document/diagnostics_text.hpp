// SPDX-License-Identifier: Apache-2.0
/// Findings as text: for people with the line and a caret, or one line each for tools.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace wegwijzer::document {

struct DiagnosticStyle {
    bool colour = false;
    bool one_line = false;  ///< GNU style: file:line:column: error: message [CODE]
};

/// Ends with a newline. A personal text is never quoted: place and message only.
[[nodiscard]] std::string render_diagnostics(const Diagnostics& diagnostics,
                                             const SourceMap& sources, DiagnosticStyle style);

/// The last line of a check: how many mistakes, or that `packs` have none.
[[nodiscard]] std::string render_check_summary(const Diagnostics& diagnostics,
                                               const std::vector<std::string>& packs,
                                               std::string_view lang);

}  // namespace wegwijzer::document
