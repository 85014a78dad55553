// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "document/audit.hpp"
#include "document/audit_table.hpp"
#include "document/layout.hpp"

namespace wegwijzer::document {
namespace {

class AuditText {
public:
    explicit AuditText(const AuditView& view)
        : view_(view), words_(view.lang), rows_(audit_rows(view)) {}

    std::string render() {
        for (std::size_t k = 0; k < rows_.size();) {
            std::size_t end = k;
            while (end < rows_.size() && rows_[end].pack == rows_[k].pack &&
                   rows_[end].source == rows_[k].source)
                ++end;
            if (k == 0 || rows_[k].pack != rows_[k - 1].pack) begin_pack(rows_[k].pack);
            add_source(k, end);
            k = end;
        }
        if (rows_.empty()) out_ += words_.say(Phrase::audit_nothing) + "\n";
        out_ += "\n" + counts();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(view_.width); }

    void begin_pack(const std::string& pack) {
        if (!out_.empty()) out_ += "\n";
        out_ += Words::clean(pack) + "\n";
    }

    /// The source of the rows [first, end), and the figures that rest on it.
    void add_source(std::size_t first, std::size_t end) {
        out_ += paragraph("  ", source_text(first), width());
        std::vector<std::string> heads;
        std::size_t widest = 0;
        for (std::size_t k = first; k < end; ++k) {
            heads.push_back("    " + rows_[k].kind + " " + Words::clean(rows_[k].of));
            widest = std::max(widest, std::min(width_of(heads.back()), widest_head));
        }
        for (std::size_t k = first; k < end; ++k) {
            out_ += paragraph(left(heads[k - first], widest) + "  ", rows_[k].value, width());
            if (rows_[k].source.empty()) out_ += "      " + Words::clean(rows_[k].place) + "\n";
        }
    }

    [[nodiscard]] std::string source_text(std::size_t at) const {
        const AuditRow& row = rows_[at];
        const model::AuditedFigure& one = view_.audit.figures[at];
        if (row.source.empty()) return footing_text(words_, one.footing);
        const std::string age = words_.say(
            Phrase::audit_age,
            {words_.count(one.age ? one.age->count : 0, Phrase::count_day, Phrase::count_days)});
        const model::Source& source = view_.catalogue[one.figure.source];
        std::string text = words_.say(
            Phrase::audit_source,
            {Words::clean(row.source), footing_text(words_, footing(source)), row.seen, age});
        if (row.is_overdue)
            text += "; " + words_.say(Phrase::audit_overdue, {row.review_by}) + " (!)";
        return text;
    }

    static model::Footing footing(const model::Source& source) {
        return source.kind == model::Source::Kind::official    ? model::Footing::official
               : source.kind == model::Source::Kind::secondary ? model::Footing::secondary
                                                               : model::Footing::estimate;
    }

    [[nodiscard]] std::string counts() const {
        std::vector<std::vector<std::string>> rows = count_table(view_, words_);
        TextTable table(std::move(rows.front()));
        for (std::size_t k = 1; k < rows.size(); ++k) table.add(std::move(rows[k]));
        return table.text(width());
    }

    static constexpr std::size_t widest_head = 44;

    const AuditView& view_;
    Words words_;
    std::vector<AuditRow> rows_;
    std::string out_;
};

}  // namespace

std::string render_audit_text(const AuditView& view) { return AuditText(view).render(); }

}  // namespace wegwijzer::document
