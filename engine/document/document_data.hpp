// SPDX-License-Identifier: Apache-2.0
/// A document for machines. JSON, NDJSON and XML are three spellings of one tree, so that they
/// cannot disagree; a calendar and a table say what their formats can.
#pragma once

#include <string>

#include "document/document_view.hpp"

namespace wegwijzer::document {

/// Schema "wegwijzer/document/1" (data/schema/document.schema.json).
[[nodiscard]] std::string render_document_json(const DocumentView& view);
/// The same on one line, for streams of documents.
[[nodiscard]] std::string render_document_ndjson(const DocumentView& view);
/// Namespace "urn:wegwijzer:document:1" (data/schema/document.xsd).
[[nodiscard]] std::string render_document_xml(const DocumentView& view);
/// One row for each step; RFC 4180, with a mark before what a spreadsheet would run as a formula.
[[nodiscard]] std::string render_document_csv(const DocumentView& view);
/// iCalendar (RFC 5545): fixed days, starts, deadlines and the goal, each with a reminder a week
/// before as an event of its own, as importers drop alarms.
[[nodiscard]] std::string render_document_calendar(const DocumentView& view);

}  // namespace wegwijzer::document
