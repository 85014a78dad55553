// SPDX-License-Identifier: Apache-2.0
/// The route as a drawing: a bar for each step, with waiting, sessions, closures, the chain of
/// steps that sets the date, and how far the goal's date spreads.
#pragma once

#include <string>

#include "document/document_view.hpp"

namespace wegwijzer::document {

/// An <svg> element to stand in a page, or a whole SVG file. Empty inside a page without a route.
/// In a right-to-left language time runs to the left.
[[nodiscard]] std::string draw_timeline(const DocumentView& view, bool is_file);

}  // namespace wegwijzer::document
