// SPDX-License-Identifier: Apache-2.0
/// An audit of packs, made readable: for people, tables and programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/audit.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::document {

/// What every form of an audit is made from.
struct AuditView {
    const model::Catalogue& catalogue;
    const model::Audit& audit;
    const SourceMap& sources;
    std::string lang = "nl";
    int width = 80;
};

/// One figure in words.
struct AuditRow {
    std::string pack, kind, of, value, source, footing, seen, review_by, place;
    std::string age_days;  ///< empty where there is no date
    bool is_overdue = false;
};
/// In the order of the audit. What belongs to no figure is empty.
[[nodiscard]] std::vector<AuditRow> audit_rows(const AuditView& view);

/// "official", "secondary", "estimate", "unknown", "none".
[[nodiscard]] std::string_view name_of(model::Footing footing);

/// Per pack the figures under their sources, and a table that counts.
[[nodiscard]] std::string render_audit_text(const AuditView& view);
/// The table that counts, then a table of figures for each pack; as Markdown.
[[nodiscard]] std::string render_audit_markdown(const AuditView& view);
/// One row for each figure (RFC 4180, lines end in CR LF); the headings are English in every
/// language.
[[nodiscard]] std::string render_audit_csv(const AuditView& view);
/// As data/schema/audit.schema.json says.
[[nodiscard]] std::string render_audit_json(const AuditView& view);

}  // namespace wegwijzer::document
