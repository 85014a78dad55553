// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string_view>

#include "document/audit.hpp"
#include "document/audit_table.hpp"

namespace wegwijzer::document {
namespace {

/// A cell: nothing in it may end it or begin a mark-up of its own.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : Words::clean(text)) {
        if (std::string_view("\\|`*_<>[]").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

void add_row(std::string& out, const std::vector<std::string>& cells) {
    out += "|";
    for (const std::string& one : cells) out += " " + cell(one) + " |";
    out += "\n";
}

void add_headings(std::string& out, const std::vector<std::string>& cells) {
    add_row(out, cells);
    out += "|";
    for (std::size_t k = 0; k < cells.size(); ++k) out += "---|";
    out += "\n";
}

}  // namespace

std::string render_audit_markdown(const AuditView& view) {
    const Words words(view.lang);
    std::string out;
    const std::vector<std::vector<std::string>> counts = count_table(view, words);
    add_headings(out, counts.front());
    for (std::size_t k = 1; k < counts.size(); ++k) add_row(out, counts[k]);
    const std::vector<AuditRow> rows = audit_rows(view);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const AuditRow& row = rows[k];
        if (k == 0 || row.pack != rows[k - 1].pack) {
            out += "\n## " + cell(row.pack) + "\n\n";
            add_headings(out, {words.say(Phrase::column_source), words.say(Phrase::column_footing),
                               words.say(Phrase::column_seen), words.say(Phrase::column_kind),
                               words.say(Phrase::column_of), words.say(Phrase::column_value),
                               words.say(Phrase::column_place)});
        }
        std::string seen = row.seen;
        if (row.is_overdue) seen += " (" + words.say(Phrase::audit_overdue, {row.review_by}) + ")";
        add_row(out, {row.source, footing_text(words, view.audit.figures[k].footing), seen,
                      row.kind, row.of, row.value, row.place});
    }
    return out;
}

}  // namespace wegwijzer::document
