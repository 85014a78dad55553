// SPDX-License-Identifier: Apache-2.0
#include <initializer_list>
#include <string_view>

#include "document/audit.hpp"

namespace wegwijzer::document {
namespace {

/// Quoted where it must be. A spreadsheet would take a cell that begins like a formula for one.
std::string cell(std::string_view text) {
    std::string out;
    const bool is_formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    if (is_formula) out += '\'';
    const bool needs_quotes = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (!needs_quotes) return out.append(text);
    out.insert(out.begin(), '"');
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out += '"';
}

void add_line(std::string& out, std::initializer_list<std::string_view> cells) {
    bool is_first = true;
    for (const std::string_view one : cells) {
        if (!is_first) out += ',';
        is_first = false;
        out += cell(one);
    }
    out += "\r\n";
}

}  // namespace

std::string render_audit_csv(const AuditView& view) {
    std::string out;
    add_line(out, {"pack", "kind", "of", "value", "source", "footing", "seen", "age_days",
                   "review_by", "overdue", "place"});
    for (const AuditRow& row : audit_rows(view))
        add_line(out, {row.pack, row.kind, row.of, row.value, row.source, row.footing, row.seen,
                       row.age_days, row.review_by, row.is_overdue ? "true" : "false", row.place});
    return out;
}

}  // namespace wegwijzer::document
