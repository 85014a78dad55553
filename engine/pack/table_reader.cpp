// SPDX-License-Identifier: Apache-2.0
#include "pack/table_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/csv_reader.hpp"
#include "pack/fact_value.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/type_name.hpp"

namespace wegwijzer::pack {
namespace {

using model::TypeKind;
using Column = model::Table::Column;

constexpr std::string_view source_column = "source";

/// A name of a file in the pack's own folder: nothing that leads elsewhere.
bool is_plain_file_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.size() <= 255 &&
           name.find_first_of("/\\") == std::string_view::npos;
}

class TableReader {
public:
    TableReader(Draft& draft, const Entry& entry, model::Table& table,
                const std::filesystem::path& folder, SourceMap& sources)
        : draft_(draft),
          view_(*entry.node, "a table", draft.reading),
          table_(table),
          folder_(folder),
          sources_(sources) {}

    std::optional<std::uint32_t> read() {
        view_.find("id");
        table_.source = draft_.source(view_);
        read_columns();
        const Node* file = view_.find("file", Presence::required);
        view_.finish();
        if (file == nullptr || !as_string(*file, draft_.reading)) return std::nullopt;
        table_.file = file->string;
        const std::optional<std::uint32_t> text = admit_file(*file);
        if (!text) return std::nullopt;
        auto csv = read_csv(sources_, *text);
        if (csv)
            read_rows(*csv, *text);
        else
            draft_.found.append(std::move(csv).error());
        return text;
    }

private:
    void read_columns() {
        const Node* columns = view_.find("columns", Presence::required);
        if (columns != nullptr && !columns->is(Node::Kind::table)) {
            draft_.reading.wrong_type(*columns, "a table");
            columns = nullptr;
        }
        for (const Node* key : view_.strings("key", Presence::required)) {
            const Node* type = columns != nullptr ? columns->find(key->string) : nullptr;
            add_column(table_.keys, key->string, type, key->span);
        }
        if (columns == nullptr) return;
        for (const Node& column : columns->children)
            if (!has_column(table_.keys, column.name))
                add_column(table_.columns, column.name, &column, column.name_span);
    }

    static bool has_column(const std::vector<Column>& columns, std::string_view name) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const Column& column) { return column.name == name; });
    }

    void add_column(std::vector<Column>& columns, std::string_view name, const Node* type,
                    SourceSpan span) {
        if (has_column(columns, name))
            draft_.error("P016", say("{} stands here twice", wegwijzer::quoted(name)), span);
        columns.push_back({std::string(name), type_of(name, type, span)});
    }

    model::Type type_of(std::string_view name, const Node* word, SourceSpan span) {
        if (word != nullptr && !as_string(*word, draft_.reading)) return {};
        static constexpr std::string_view simple[] = {
            "boolean", "level", "enum", "integer", "money", "duration", "date", "country", "list"};
        const std::string_view text = word != nullptr ? word->string : name;
        if (const auto full = parse_type_name(text); word != nullptr && full && !full->of.empty())
            if (const auto type = resolve(*full, draft_.entries)) return *type;
        const auto* const known = std::find(std::begin(simple), std::end(simple), text);
        model::Type type;
        type.kind = static_cast<TypeKind>(known - std::begin(simple));
        const bool is_word = word != nullptr && known != std::end(simple);
        if (is_word && type.kind != TypeKind::level && type.kind != TypeKind::enumeration &&
            type.kind != TypeKind::list)
            return type;
        if (const model::Attribute* like = attribute_called(is_word ? name : text)) {
            if (!is_word || like->type.kind == type.kind) return like->type;
        }
        if (word == nullptr && name == "country") {
            type.kind = TypeKind::country;
            return type;
        }
        Diagnostic& diagnostic = draft_.error(
            "P055", say("the type of column {} cannot be told", wegwijzer::quoted(name)),
            word != nullptr ? word->span : span);
        diagnostic.hints.push_back(
            say("say columns = { {} = \"…\" } with integer, country, … or the id of an "
                "attribute of its type",
                shown(name)));
        return {};
    }

    const model::Attribute* attribute_called(std::string_view name) const {
        const std::string own = draft_.catalogue[draft_.pack].id + "." + std::string(name);
        for (const std::string_view id : {std::string_view(own), name})
            if (const auto index = draft_.entries.find(EntryKind::attribute, id))
                return &draft_.catalogue.attributes[*index];
        return nullptr;
    }

    std::optional<std::uint32_t> admit_file(const Node& file) {
        if (!is_plain_file_name(file.string)) {
            draft_.error("P053",
                         say("{} is no file of the pack's folder", wegwijzer::quoted(file.string)),
                         file.span);
            return std::nullopt;
        }
        const std::filesystem::path path = folder_ / std::string(file.string);
        auto bytes = read_bytes(path, limits::table_bytes);
        if (!bytes) return tell_at(file, bytes.error()), std::nullopt;
        auto text = admit(std::move(bytes).value(), path.generic_string(), Kind::table, sources_);
        if (!text) return tell_at(file, text.error()), std::nullopt;
        return *text;
    }

    /// A file that cannot be opened has no line of its own: the place that names it is shown.
    void tell_at(const Node& file, const Diagnostics& mistakes) {
        for (Diagnostic diagnostic : mistakes) {
            if (!diagnostic.span.is_somewhere()) diagnostic.span = file.span;
            draft_.found.add(std::move(diagnostic));
        }
    }

    void read_rows(const CsvTable& csv, std::uint32_t text) {
        std::vector<std::size_t> keys, columns;
        const bool has_keys = find_columns(csv, text, table_.keys, keys);
        const bool has_cells = find_columns(csv, text, table_.columns, columns);
        const std::size_t source = csv.column(source_column);
        for (std::size_t k = 0; k < csv.header.size(); ++k) check_header(csv, k);
        if (!has_keys || !has_cells) return;
        table_.rows.reserve(csv.rows.size());
        for (const std::vector<CsvCell>& cells : csv.rows) {
            model::Table::Row row;
            row.span = cells.front().span;
            row.source = table_.source;
            for (std::size_t k = 0; k < keys.size(); ++k)
                row.keys.push_back(read_cell(cells[keys[k]], table_.keys[k], true));
            for (std::size_t k = 0; k < columns.size(); ++k)
                row.cells.push_back(read_cell(cells[columns[k]], table_.columns[k], false));
            if (source < cells.size()) read_source(cells[source], row);
            table_.rows.push_back(std::move(row));
        }
        table_.sort_rows();
        check_rows();
    }

    bool find_columns(const CsvTable& csv, std::uint32_t text, const std::vector<Column>& columns,
                      std::vector<std::size_t>& at) {
        bool is_complete = true;
        for (const Column& column : columns) {
            at.push_back(csv.column(column.name));
            if (at.back() < csv.header.size()) continue;
            is_complete = false;
            const SourceSpan header =
                csv.header.empty() ? SourceSpan{text, 1, 1, 1} : csv.header.front().span;
            draft_.error("P054", say("there is no column {}", wegwijzer::quoted(column.name)),
                         header);
        }
        return is_complete;
    }

    void check_header(const CsvTable& csv, std::size_t k) {
        const CsvCell& cell = csv.header[k];
        if (cell.text == source_column || has_column(table_.keys, cell.text) ||
            has_column(table_.columns, cell.text))
            return;
        draft_
            .error("P054",
                   say("the table does not say what column {} is", wegwijzer::quoted(cell.text)),
                   cell.span)
            .hints.emplace_back("name it under `key` or `columns`, or leave it out of the file");
    }

    model::Value read_cell(const CsvCell& cell, const Column& column, bool is_key) {
        if (cell.text.empty() && !is_key) return model::Value::unknown();
        auto value = parse_fact(cell.text, column.type, draft_.catalogue);
        if (!value)
            draft_.error("P024",
                         say("{} is no value of column {}", wegwijzer::quoted(cell.text),
                             wegwijzer::quoted(column.name)),
                         cell.span);
        return value ? std::move(*value) : model::Value::unknown();
    }

    void read_source(const CsvCell& cell, model::Table::Row& row) {
        if (cell.text.empty()) return;
        if (const auto index = draft_.entries.find(EntryKind::source, cell.text))
            row.source = {*index};
        else
            draft_.tell_unknown(EntryKind::source, cell.text, cell.span);
    }

    void check_rows() {
        for (std::size_t k = 0; k < table_.rows.size(); ++k) {
            const auto& row = table_.rows[k];
            if (row.source.is_none())
                draft_.error("P030", "a row of a table has no source", row.span)
                    .hints.emplace_back(
                        "give the table a `source`, or the file a column of that name");
            const bool is_read = std::all_of(row.keys.begin(), row.keys.end(),
                                             [](const model::Value& key) { return key.is_known; });
            if (k == 0 || !is_read || row.keys != table_.rows[k - 1].keys) continue;
            draft_.error("P056", "a second row with the same key", row.span)
                .notes.push_back({"the first one stands here", table_.rows[k - 1].span});
        }
    }

    Draft& draft_;
    TableView view_;
    model::Table& table_;
    const std::filesystem::path& folder_;
    SourceMap& sources_;
};

}  // namespace

std::optional<std::uint32_t> read_table(Draft& draft, const Entry& entry, model::Table& table,
                                        const std::filesystem::path& folder, SourceMap& sources) {
    return TableReader(draft, entry, table, folder, sources).read();
}

}  // namespace wegwijzer::pack
