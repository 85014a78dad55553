// SPDX-License-Identifier: Apache-2.0
/// How pages and drawings look.
#pragma once

#include <string_view>

namespace wegwijzer::document {

/// Of an HTML page: light, dark and on paper (A4).
[[nodiscard]] std::string_view page_style();
/// Of a drawing; the same inside a page and alone.
[[nodiscard]] std::string_view drawing_style();

}  // namespace wegwijzer::document
