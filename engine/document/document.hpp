// SPDX-License-Identifier: Apache-2.0
/// A take-home document in any of its formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document_view.hpp"

namespace wegwijzer::document {

/// @param views   of one plan, one for each language; formats for machines, drawings and calendars
///                take the first alone
/// @param format  html, odt, md, txt, svg, ics, csv, json, ndjson or xml
[[nodiscard]] std::string render_document(const std::vector<DocumentView>& views,
                                          std::string_view format);

}  // namespace wegwijzer::document
