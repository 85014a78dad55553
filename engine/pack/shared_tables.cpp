// SPDX-License-Identifier: Apache-2.0
#include "pack/shared_tables.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "pack/csv_reader.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

struct SharedTable {
    std::uint32_t text = 0;
    CsvTable rows;
};

std::optional<SharedTable> read_shared(const std::filesystem::path& path, SourceMap& sources,
                                       Diagnostics& found) {
    auto bytes = read_bytes(path, limits::table_bytes);
    if (!bytes) return found.append(std::move(bytes).error()), std::nullopt;
    auto text = admit(std::move(bytes).value(), path.generic_string(), Kind::table, sources);
    if (!text) return found.append(std::move(text).error()), std::nullopt;
    auto table = read_csv(sources, *text);
    if (!table) return found.append(std::move(table).error()), std::nullopt;
    return SharedTable{*text, std::move(table).value()};
}

/// The place of a column; none, and an error, where there is no such column.
std::optional<std::size_t> column_of(const SharedTable& table, std::string_view name,
                                     Diagnostics& found) {
    const std::size_t column = table.rows.column(name);
    if (column != table.rows.header.size()) return column;
    found.error("P054", say("there is no column '{}'", name), {table.text, 1, 1, 1});
    return std::nullopt;
}

}  // namespace

Holidays read_holidays(const std::filesystem::path& data, SourceMap& sources, Diagnostics& found) {
    if (data.empty()) return {};
    const auto table = read_shared(data / "holidays.csv", sources, found);
    if (!table) return {};
    const auto column = column_of(*table, "date", found);
    if (!column) return {};
    std::vector<Date> days;
    days.reserve(table->rows.rows.size());
    for (const std::vector<CsvCell>& row : table->rows.rows) {
        if (const auto day = parse_date(row[*column].text))
            days.push_back(*day);
        else
            found.error("P006", "this is no date", row[*column].span);
    }
    return Holidays(std::move(days));
}

std::vector<model::Municipality> read_municipalities(const std::filesystem::path& data,
                                                     SourceMap& sources, Diagnostics& found) {
    if (data.empty()) return {};
    const auto table = read_shared(data / "municipalities.csv", sources, found);
    if (!table) return {};
    const auto name = column_of(*table, "name", found);
    const auto province = column_of(*table, "province", found);
    const auto region = column_of(*table, "region", found);
    if (!name || !province || !region) return {};
    std::vector<model::Municipality> all;
    all.reserve(table->rows.rows.size());
    for (const std::vector<CsvCell>& row : table->rows.rows) {
        const auto same = [&](const model::Municipality& one) {
            return one.name == row[*name].text;
        };
        if (std::any_of(all.begin(), all.end(), same))
            found.error("P016", "this name stands here twice", row[*name].span);
        else
            all.push_back({row[*name].text, row[*province].text, row[*region].text});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

}  // namespace wegwijzer::pack
