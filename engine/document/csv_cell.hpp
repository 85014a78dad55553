// SPDX-License-Identifier: Apache-2.0
/// Text in CSV that a spreadsheet may open.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::document {

/// Quoted where it must be. Spreadsheets run what begins like a formula; a quote in front makes it
/// text.
/// @source OWASP, "CSV Injection"
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace wegwijzer::document
