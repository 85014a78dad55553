// SPDX-License-Identifier: Apache-2.0
/// A page written in each format for reading. Each has one writer, which escapes all it is given.
#pragma once

#include <string>
#include <string_view>

#include "document/page.hpp"

namespace wegwijzer::document {

/// CommonMark with tables.
[[nodiscard]] std::string render_markdown(const Page& page);
/// Short lines for a messaging app: no tables, headings between asterisks.
[[nodiscard]] std::string render_message(const Page& page);
/// One file that asks for nothing: no scripts, no fonts, no pictures from elsewhere.
/// @param timeline  a drawing as an <svg> element, made by `draw_timeline`; may be empty
[[nodiscard]] std::string render_html(const Page& page, std::string_view timeline);

/// A text document (OpenDocument 1.2) that word processors open and change.
[[nodiscard]] std::string render_odt(const Page& page);

/// Parts that Markdown, messages and HTML share.
/// The runs of a version; in right-to-left text, what is not of its language stands in isolates
/// (U+2068, U+2069), which keep its order and that of its surroundings apart.
[[nodiscard]] std::string isolated(const Run& run, const Language& language);

}  // namespace wegwijzer::document
