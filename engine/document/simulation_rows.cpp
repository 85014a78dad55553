// SPDX-License-Identifier: Apache-2.0
// The same rows as CSV and as NDJSON: of all people first, then group by group.
#include "document/simulation_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "document/csv_cell.hpp"
#include "document/json_writer.hpp"
#include "document/simulation.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

/// A field of a row: what it is called, and its text; a number where it reads as one.
struct Field {
    std::string_view name;
    std::optional<std::string> text;
    bool is_number = true;
};

using Row = std::vector<Field>;

std::string whole(std::int64_t number) { return std::to_string(number); }
std::string whole(std::uint64_t number) { return std::to_string(number); }

void add_spread(Row& row, const std::optional<cohort::Spread>& spread,
                const std::array<std::string_view, 3>& names) {
    const auto text = [&](auto member) {
        return spread ? std::optional(whole((*spread).*member)) : std::nullopt;
    };
    row.push_back({names[0], text(&cohort::Spread::p10)});
    row.push_back({names[1], text(&cohort::Spread::p50)});
    row.push_back({names[2], text(&cohort::Spread::p90)});
}

void add_mean(Row& row, const std::optional<cohort::Mean>& mean,
              const std::array<std::string_view, 3>& names) {
    const bool has_interval = mean && mean->interval;
    const auto end = [&](auto member) {
        return has_interval ? std::optional(two_decimals((*mean->interval).*member)) : std::nullopt;
    };
    row.push_back({names[0], mean ? std::optional(two_decimals(mean->mean)) : std::nullopt});
    row.push_back({names[1], end(&cohort::Interval::low)});
    row.push_back({names[2], end(&cohort::Interval::high)});
}

/// All fields of a cell; empty ones where it is hidden.
Row row_of(const std::string& dimension, const std::string& label, const std::string& variant,
           const cohort::Cell& cell) {
    const auto& fortune = cell.fortune;
    const auto& effect = cell.effect;
    const auto of_fortune = [&](auto member) {
        return fortune ? std::optional(whole((*fortune).*member)) : std::nullopt;
    };
    const auto of_effect = [&](auto member) {
        return effect ? std::optional(whole((*effect).*member)) : std::nullopt;
    };
    std::optional<std::string> low, high;
    if (fortune && fortune->reach_interval) {
        low = four_decimals(fortune->reach_interval->low);
        high = four_decimals(fortune->reach_interval->high);
    }
    using F = cohort::Fortune;
    using E = cohort::Effect;
    Row row{{"by", dimension, false},
            {"group", label, false},
            {"variant", variant, false},
            {"people", of_fortune(&F::people)},
            {"reached", of_fortune(&F::reached)},
            {"reach_low", low},
            {"reach_high", high}};
    add_spread(row, fortune ? fortune->days : std::nullopt, {"days_p10", "days_p50", "days_p90"});
    add_spread(row, fortune ? fortune->own : std::nullopt,
               {"own_cents_p10", "own_cents_p50", "own_cents_p90"});
    row.push_back({"own_total_cents", of_fortune(&F::own_total)});
    row.push_back({"gift_cents", of_fortune(&F::gift)});
    row.push_back({"employer_cents", of_fortune(&F::employer)});
    row.push_back({"loan_cents", of_fortune(&F::loan)});
    row.push_back({"hours", fortune ? std::optional(hundredths_as_number(fortune->hours_total))
                                    : std::nullopt});
    row.push_back({"newly", of_effect(&E::newly)});
    row.push_back({"lost", of_effect(&E::lost)});
    row.push_back({"both", of_effect(&E::both)});
    row.push_back({"better", of_effect(&E::better)});
    row.push_back({"no_better", of_effect(&E::no_better)});
    add_mean(row, effect ? effect->days_sooner : std::nullopt,
             {"days_sooner", "days_sooner_low", "days_sooner_high"});
    add_mean(row, effect ? effect->own_saved : std::nullopt,
             {"own_saved_cents", "own_saved_cents_low", "own_saved_cents_high"});
    return row;
}

std::vector<Row> rows_of(const SimulationView& view) {
    std::vector<Row> rows;
    const auto& variants = view.report.variants;
    for (const auto& variant : variants)
        rows.push_back(row_of("", "", variant.name, variant.total));
    for (const auto& dimension : view.report.dimensions)
        for (const auto& group : dimension.groups)
            for (std::size_t v = 0; v < group.cells.size(); ++v)
                rows.push_back(
                    row_of(dimension.name, group.label, variants[v].name, group.cells[v]));
    return rows;
}

std::string decimals(double number, std::int64_t unit, int places) {
    const std::int64_t units = std::llround(number * static_cast<double>(unit));
    std::string text = fmt::format("{}{}.{:0{}}", units < 0 ? "-" : "", std::abs(units) / unit,
                                   std::abs(units) % unit, places);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::string two_decimals(double number) { return decimals(number, 100, 2); }
std::string four_decimals(double number) { return decimals(number, 10'000, 4); }

std::string render_simulation_csv(const SimulationView& view) {
    const auto rows = rows_of(view);
    std::string out;
    for (const auto& field : rows.front())
        out += (out.empty() ? "" : ",") + std::string(field.name);
    out += "\r\n";
    for (const auto& row : rows) {
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (k > 0) out += ',';
            const std::string text = row[k].text.value_or("");
            out += row[k].is_number ? text : csv_cell(text);
        }
        out += "\r\n";
    }
    return out;
}

std::string render_simulation_ndjson(const SimulationView& view) {
    std::string out;
    for (const auto& row : rows_of(view)) {
        JsonWriter json(JsonWriter::Layout::one_line);
        json.begin_object();
        for (const auto& field : row) {
            json.key(field.name);
            if (!field.text)
                json.null();
            else
                field.is_number ? json.number(*field.text) : json.value(*field.text);
        }
        json.end_object();
        out += json.take();
    }
    return out;
}

}  // namespace wegwijzer::document
