// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>

#include "document/audit.hpp"
#include "document/json_writer.hpp"

namespace wegwijzer::document {
namespace {

std::string_view name_of(model::FigureUnit unit) {
    constexpr std::array<std::string_view, 11> names = {
        "number", "days",           "weeks", "months", "years", "working-days",
        "hours",  "hours-per-week", "cents", "share",  "times"};
    return names.at(static_cast<std::size_t>(unit));
}

class AuditJson {
public:
    explicit AuditJson(const AuditView& view) : view_(view) {}

    std::string render() {
        json_.begin_object();
        json_.field("schema", "wegwijzer/audit/1");
        json_.field("on", view_.audit.on);
        json_.key("packs");
        json_.begin_array();
        for (const model::PackAudit& pack : view_.audit.packs) write(pack);
        json_.end_array();
        json_.key("figures");
        json_.begin_array();
        const std::vector<AuditRow> rows = audit_rows(view_);
        for (std::size_t k = 0; k < rows.size(); ++k) write(view_.audit.figures[k], rows[k]);
        json_.end_array();
        json_.end_object();
        return json_.take();
    }

private:
    void write(const model::PackAudit& pack) {
        const model::Pack& about = view_.catalogue[pack.pack];
        json_.begin_object();
        json_.field("id", about.id);
        json_.field("version", about.version);
        json_.field("figures", pack.figures);
        json_.field("official", pack.official);
        json_.field("secondary", pack.secondary);
        json_.field("estimate", pack.estimate);
        json_.field("unknown", pack.unknown);
        json_.field("unsourced", pack.unsourced);
        json_.field("overdue", pack.overdue);
        json_.field("oldest_seen", pack.oldest_seen);
        json_.field("goals", pack.goals);
        json_.field("steps", pack.steps);
        json_.field("pilots", pack.pilots);
        json_.field("funds", pack.funds);
        json_.field("scenarios", pack.scenarios);
        json_.end_object();
    }

    void write(const model::AuditedFigure& one, const AuditRow& row) {
        const model::StatedFigure& figure = one.figure;
        json_.begin_object();
        json_.field("pack", row.pack);
        json_.field("kind", row.kind);
        json_.field("of", row.of);
        json_.field("text", row.value);
        write(figure.value, figure.per);
        json_.key("source");
        if (row.source.empty())
            json_.null();
        else
            json_.value(row.source);
        json_.field("footing", row.footing);
        json_.field("seen", one.seen);
        json_.key("age_days");
        if (one.age)
            json_.value(one.age->count);
        else
            json_.null();
        json_.field("review_by", one.review_by);
        json_.field("overdue", one.is_overdue);
        write(figure.span);
        json_.end_object();
    }

    void write(const std::optional<model::Quantity>& value, Per per) {
        json_.key("value");
        if (!value) return json_.null();
        constexpr std::array<std::string_view, 4> pers = {"once", "hour", "month", "year"};
        json_.begin_object();
        json_.field("min", value->min);
        json_.field("likely", value->likely);
        json_.field("max", value->max);
        json_.field("unit", name_of(value->unit));
        json_.field("per", pers.at(static_cast<std::size_t>(per)));
        json_.field("estimate", value->is_estimate);
        json_.end_object();
    }

    void write(const SourceSpan& span) {
        const bool is_somewhere = span.is_somewhere();
        json_.key("file");
        if (is_somewhere)
            json_.value(view_.sources.at(span.text).name);
        else
            json_.null();
        json_.field("line", is_somewhere ? span.line : 0U);
        json_.field("column", is_somewhere ? span.column : 0U);
    }

    const AuditView& view_;
    JsonWriter json_;
};

}  // namespace

std::string render_audit_json(const AuditView& view) { return AuditJson(view).render(); }

}  // namespace wegwijzer::document
