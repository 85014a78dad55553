// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "document/audit.hpp"
#include "document/value_text.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

using model::FigureUnit;
using model::Quantity;

/// Shortest digits of a number with at most four decimals.
std::string digits(double number) {
    std::string text = fmt::format("{:.4f}", number);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string money(double cents) { return to_string(Money{static_cast<std::int64_t>(cents)}); }

/// "EUR 100..500..2000": as packs write it, the currency once.
std::string money_text(const Quantity& value) {
    if (!value.is_range()) return money(value.likely);
    constexpr std::size_t currency = 4;  // "EUR "
    return money(value.min) + ".." + money(value.likely).substr(currency) + ".." +
           money(value.max).substr(currency);
}

std::string_view unit_text(FigureUnit unit) {
    switch (unit) {
        case FigureUnit::hours:
            return " hours";
        case FigureUnit::hours_per_week:
            return " hours/week";
        case FigureUnit::times:
            return " times";
        case FigureUnit::days:
            return " days";
        default:
            return "";
    }
}

std::string term_text(const Quantity& value) {
    constexpr std::array units = {TermUnit::days, TermUnit::weeks, TermUnit::months,
                                  TermUnit::years, TermUnit::working_days};
    const auto at =
        static_cast<std::size_t>(value.unit) - static_cast<std::size_t>(FigureUnit::days);
    return to_string(Term{static_cast<std::int32_t>(value.likely), units.at(at)});
}

std::string quantity_text(const Quantity& value) {
    const bool is_term = FigureUnit::days <= value.unit && value.unit <= FigureUnit::working_days;
    if (is_term && !value.is_estimate) return term_text(value);
    if (value.unit == FigureUnit::cents) return money_text(value);
    const bool is_rounded = value.unit == FigureUnit::days;
    const auto number = [&](double one) {
        return is_rounded ? std::to_string(round_half_up(one)) : digits(one);
    };
    std::string text = value.is_range() ? fmt::format("{}..{}..{}", number(value.min),
                                                      number(value.likely), number(value.max))
                                        : (is_rounded ? "about " : "") + number(value.likely);
    return text.append(unit_text(value.unit));
}

std::string_view per_text(Per per) {
    constexpr std::array<std::string_view, 4> texts = {"", "/hour", "/month", "/year"};
    return texts.at(static_cast<std::size_t>(per));
}

std::string row_text(const model::Catalogue& catalogue, const model::StatedFigure& figure) {
    const model::Table& table = catalogue[figure.table];
    const model::Table::Row& row = table.rows.at(figure.row);
    std::string text;
    const auto add = [&](const std::vector<model::Table::Column>& columns,
                         const std::vector<model::Value>& values) {
        for (std::size_t k = 0; k < columns.size() && k < values.size(); ++k)
            text += (text.empty() ? "" : ", ") + columns[k].name + " " +
                    value_text(catalogue, columns[k].type, values[k]);
    };
    add(table.keys, row.keys);
    add(table.columns, row.cells);
    return text;
}

std::string figure_text(const model::Catalogue& catalogue, const model::StatedFigure& figure) {
    if (figure.is_unknown) return "unknown";
    if (!figure.table.is_none()) return row_text(catalogue, figure);
    if (!figure.value) return figure.text;
    return quantity_text(*figure.value).append(per_text(figure.per));
}

std::string place_text(const SourceSpan& span, const SourceMap& sources) {
    if (!span.is_somewhere()) return {};
    return fmt::format("{}:{}:{}", sources.at(span.text).name, span.line, span.column);
}

}  // namespace

std::string_view name_of(model::Footing footing) {
    constexpr std::array<std::string_view, 5> names = {"official", "secondary", "estimate",
                                                       "unknown", "none"};
    return names.at(static_cast<std::size_t>(footing));
}

std::vector<AuditRow> audit_rows(const AuditView& view) {
    const model::Catalogue& catalogue = view.catalogue;
    std::vector<AuditRow> rows;
    rows.reserve(view.audit.figures.size());
    for (const model::AuditedFigure& one : view.audit.figures) {
        const model::StatedFigure& figure = one.figure;
        AuditRow row;
        row.pack = catalogue[figure.pack].id;
        row.kind = name_of(figure.kind);
        row.of = figure.of;
        row.value = Words::clean(figure_text(catalogue, figure));
        if (!figure.source.is_none()) row.source = catalogue[figure.source].id;
        row.footing = name_of(one.footing);
        if (one.seen) row.seen = to_string(*one.seen);
        if (one.age) row.age_days = std::to_string(one.age->count);
        if (one.review_by) row.review_by = to_string(*one.review_by);
        row.is_overdue = one.is_overdue;
        row.place = place_text(figure.span, view.sources);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace wegwijzer::document
