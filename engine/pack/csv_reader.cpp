// SPDX-License-Identifier: Apache-2.0
#include "pack/csv_reader.hpp"

#include <csv.h>
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/shape.hpp"

namespace wegwijzer::pack {
namespace {

/// Feeds libcsv row by row, as it counts no lines and stops at its first mistake: each row is a
/// parse of its own, a bad one is told, and the next begins afresh.
class Reader {
public:
    Reader(std::string_view text, std::uint32_t number) : text_(text), number_(number) {}

    Result<CsvTable> read() {
        while (at_ < text_.size() && found_.size() < limits::told_alike) read_row();
        if (!has_header_ && found_.empty()) fail("this table has no header", 0);
        if (found_.has_errors()) return Unexpected{std::move(found_)};
        return std::move(table_);
    }

private:
    struct Parser {
        ::csv_parser state;
        Parser() {
            is_ready = ::csv_init(&state, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) == 0;
        }
        Parser(const Parser&) = delete;
        Parser& operator=(const Parser&) = delete;
        ~Parser() { ::csv_free(&state); }
        bool is_ready = false;
    };

    Diagnostic& fail(std::string message, std::size_t offset) {
        return found_.error("P007", std::move(message), place_of(text_, offset, number_));
    }

    /// Bytes of the row that begins at `at_`, its line end included. A newline belongs to the row
    /// inside a cell that begins with a quote; a stray quote elsewhere spoils its own row only.
    std::string_view next_row() const {
        bool is_quoted = false;
        bool is_cell_begin = text_[at_] != '#';
        for (std::size_t at = at_; at < text_.size(); ++at) {
            const char c = text_[at];
            if (c == '\n' && !is_quoted) return text_.substr(at_, at + 1 - at_);
            if (c == '"' && (is_quoted || is_cell_begin)) {
                is_quoted = !is_quoted;
                // A second quote right here stands for one, and the cell goes on.
                is_cell_begin = !is_quoted && at + 1 < text_.size() && text_[at + 1] == '"';
            } else if (c != ' ' && c != '\t') {
                is_cell_begin = c == ',' && !is_quoted && text_[at_] != '#';
            }
        }
        return text_.substr(at_);
    }

    void read_row() {
        std::string_view row = next_row();
        const std::uint32_t line = line_;
        at_ += row.size();
        line_ += static_cast<std::uint32_t>(std::count(row.begin(), row.end(), '\n'));
        const bool is_cut_off = !row.ends_with('\n');
        if (!is_cut_off) row.remove_suffix(1);
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.empty() || row.starts_with('#')) return;
        auto cells = parse(row, line);
        // Without a header no other row means anything.
        if (!cells && !has_header_) at_ = text_.size();
        if (!cells) return;
        if (is_cut_off) {
            fail("the last line has no end, so it may be cut off", text_.size())
                .hints.emplace_back("end it with a newline");
            return;
        }
        if (has_header_) {
            take_row(std::move(*cells), line);
        } else {
            take_header(std::move(*cells));
        }
    }

    /// The cells of one row, or none and the mistake told.
    std::optional<std::vector<CsvCell>> parse(std::string_view row, std::uint32_t line) {
        const auto begin = static_cast<std::size_t>(row.data() - text_.data());
        if (const auto bad = find_control(row)) {
            fail("a control character stands in this table", begin + *bad);
            return std::nullopt;
        }
        Parser parser;
        std::vector<std::string> texts;
        const auto keep = [](void* cell, std::size_t size, void* into) {
            auto& kept = *static_cast<std::vector<std::string>*>(into);
            if (kept.size() <= limits::columns) {
                kept.emplace_back(static_cast<const char*>(cell), size);
            }
        };
        const std::size_t read = parser.is_ready ? ::csv_parse(&parser.state, row.data(),
                                                               row.size(), keep, nullptr, &texts)
                                                 : 0;
        if (read < row.size()) {
            fail("a quote stands where none may", begin + read)
                .hints.emplace_back("write it twice, and the whole cell between quotes");
            return std::nullopt;
        }
        if (::csv_fini(&parser.state, keep, nullptr, &texts) != 0) {
            fail("a quote that is never closed", begin + row.rfind('"'));
            return std::nullopt;
        }
        if (texts.size() > limits::columns) {
            fail(say("more than {} columns", limits::columns), begin);
            return std::nullopt;
        }
        return placed(row, line, std::move(texts));
    }

    /// libcsv takes a lone carriage return for the end of a row; here it is none.
    static std::optional<std::size_t> find_control(std::string_view row) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            const auto byte = static_cast<unsigned char>(row[at]);
            const bool is_line_end = byte == '\r' && at + 1 < row.size() && row[at + 1] == '\n';
            if (byte == 0x7f || (byte < 0x20 && byte != '\t' && byte != '\n' && !is_line_end)) {
                return at;
            }
        }
        return std::nullopt;
    }

    /// Gives each cell the place at which it begins.
    std::vector<CsvCell> placed(std::string_view row, std::uint32_t line,
                                std::vector<std::string> texts) const {
        std::vector<CsvCell> cells;
        cells.reserve(texts.size());
        std::uint32_t column = 1;
        std::size_t at = 0;
        for (std::string& text : texts) {
            const SourceSpan begin{number_, line, column, 1};
            const std::uint32_t begin_line = line;
            bool is_quoted = false;
            for (; at < row.size() && (is_quoted || row[at] != ','); ++at) {
                const auto c = static_cast<unsigned char>(row[at]);
                if (c == '"') is_quoted = !is_quoted;
                if (c == '\n') {
                    ++line;
                    column = 1;
                } else if ((c & 0xc0U) != 0x80U) {
                    ++column;
                }
            }
            cells.push_back({std::move(text), begin});
            if (line == begin_line) cells.back().span.length = std::max(column - begin.column, 1U);
            ++at;
            ++column;
        }
        return cells;
    }

    void take_header(std::vector<CsvCell> cells) {
        has_header_ = true;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto twin =
                std::find_if(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(i),
                             [&](const CsvCell& other) { return other.text == cells[i].text; });
            if (cells[i].text.empty()) {
                found_.error("P007", "a column without a name", cells[i].span);
            } else if (twin != cells.begin() + static_cast<std::ptrdiff_t>(i)) {
                auto& told = found_.error(
                    "P007", "the column " + wegwijzer::quoted(cells[i].text) + " stands here again",
                    cells[i].span);
                told.notes.push_back({"it stood here first", twin->span});
            }
        }
        table_.header = std::move(cells);
    }

    void take_row(std::vector<CsvCell> cells, std::uint32_t line) {
        if (cells.size() != table_.header.size()) {
            found_.error("P007",
                         say("this row has {} cells where the header has {}", cells.size(),
                             table_.header.size()),
                         {number_, line, 1, 1});
            return;
        }
        table_.rows.push_back(std::move(cells));
    }

    std::string_view text_;
    std::uint32_t number_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    bool has_header_ = false;
    CsvTable table_;
    Diagnostics found_;
};

}  // namespace

std::size_t CsvTable::column(std::string_view name) const {
    const auto at = std::find_if(header.begin(), header.end(),
                                 [name](const CsvCell& cell) { return cell.text == name; });
    return static_cast<std::size_t>(at - header.begin());
}

Result<CsvTable> read_csv(const SourceMap& sources, std::uint32_t text) {
    return Reader(sources.at(text).text, text).read();
}

}  // namespace wegwijzer::pack
