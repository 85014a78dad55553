// SPDX-License-Identifier: Apache-2.0
/// What the take-home documents say, in order.
#pragma once

#include <vector>

#include "document/document_view.hpp"
#include "document/page.hpp"

namespace wegwijzer::document {

/// For the person: short sentences, the next three things first. Speaks every language.
[[nodiscard]] Page client_page(const DocumentView& view);
/// For the adviser: every step with its reasons, alternatives, money and open questions. Dutch or
/// English.
[[nodiscard]] Page adviser_page(const DocumentView& view);
/// The one that the views ask for, in all their languages side by side, with what must be said of
/// each translation.
/// @param views  at least one, of one plan, each in another language
[[nodiscard]] Page make_page(const std::vector<DocumentView>& views);

/// What both end with.
void add_sources(const DocumentView& view, Page& page);

}  // namespace wegwijzer::document
