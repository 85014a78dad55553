// SPDX-License-Identifier: Apache-2.0
#include "cli/cohort_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "base/on_threads.hpp"
#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/refusal.hpp"
#include "cli/thread_count.hpp"
#include "pack/cohort_rows.hpp"
#include "pack/cohort_stream.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"

namespace wegwijzer::cli {
namespace {

using Kind = model::CohortColumn::Kind;

/// Rows that were refused, in the order of the table whatever thread met them.
class Refusals {
public:
    void add(std::uint64_t block, std::uint32_t rows, std::vector<pack::RefusedRow> refused) {
        const std::lock_guard<std::mutex> lock(mutex_);
        rows_[block] = rows;
        if (!refused.empty()) refused_[block] = std::move(refused);
    }

    /// Tells the first of them; how many there are in all the report says.
    void tell(Surroundings& here) const {
        Diagnostics found;
        std::uint64_t before = 0;
        auto block = rows_.begin();
        for (const auto& [number, refused] : refused_) {
            for (; block->first < number; ++block) before += block->second;
            for (const auto& one : refused) {
                if (found.size() == pack::most_refusals) break;
                const std::string where =
                    one.column.empty() ? std::string()
                                       : fmt::format(", column {}", wegwijzer::quoted(one.column));
                found.error(one.code,
                            fmt::format("row {}{}: {}", before + one.row + 1, where, one.reason));
            }
        }
        here.console.tell(found, here.sources);
    }

private:
    std::mutex mutex_;
    std::map<std::uint64_t, std::uint32_t> rows_;  // by block
    std::map<std::uint64_t, std::vector<pack::RefusedRow>> refused_;
};

class CohortInput {
public:
    CohortInput(const CohortWish& wish, const model::Catalogue& catalogue,
                const cohort::Asked& asked, const route::Call& call, Surroundings& here)
        : wish_(wish),
          catalogue_(catalogue),
          asked_(asked),
          call_(call),
          here_(here),
          refuse_(here) {}

    std::variant<cohort::Population, ExitStatus> read() {
        if (!choose_form() || !read_mapping() || !open() || !read_header() || !find_dimensions())
            return refuse_.status();
        read_blocks();
        refusals_.tell(here_);
        if (fault_) {
            here_.console.tell(*fault_, here_.sources);
            return ExitStatus::input;
        }
        return gathering_.finish();
    }

private:
    bool choose_form() {
        std::string form = wish_.form;
        for (const char* const known : {"csv", "ndjson"})
            if (form.empty() && wish_.path.ends_with(std::string(".") + known)) form = known;
        if (form.empty())
            return refuse_(UsageMistake{
                fmt::format("what {} is written in cannot be seen from its name",
                            wegwijzer::quoted(wish_.path)),
                {"say --input csv or --input ndjson",
                 "another table is converted first, for instance Parquet or SQLite with DuckDB: "
                 "COPY people TO 'people.csv'"}});
        form_ = form == "csv" ? pack::CohortForm::csv : pack::CohortForm::ndjson;
        return true;
    }

    bool read_mapping() {
        if (wish_.mapping.empty()) return true;
        const auto text = pack::admit_file(wish_.mapping, pack::Kind::pack_file, here_.sources);
        if (!text) return refuse_(text.error());
        auto mapping = pack::read_mapping(here_.sources, *text);
        if (!mapping) return refuse_(mapping.error());
        mapping_ = std::move(mapping).value();
        return true;
    }

    bool open() {
        auto stream = pack::CohortStream::open(wish_.path, form_);
        if (!stream) return refuse_(stream.error());
        stream_ = std::move(stream).value();
        return true;
    }

    bool read_header() {
        if (form_ != pack::CohortForm::csv) return true;
        const auto row = stream_->first_row();
        if (!row) return refuse_(row.error());
        std::vector<std::string_view> cells;
        std::string unquoted;
        Diagnostics found;
        if (const char* const wrong = pack::split_row(*row, cells, unquoted))
            found.error("C003", fmt::format("the header: {}", wrong));
        else if (cells.size() > pack::limits::columns)
            found.error("C001", fmt::format("more than {} columns", pack::limits::columns));
        else if (find_bad_utf8(*row))
            found.error("G010", "the header is not UTF-8");
        if (found.has_errors()) return refuse_(found);
        Diagnostics warnings;
        auto layout =
            pack::lay_out({cells.begin(), cells.end()}, mapping_, wish_.by, catalogue_, warnings);
        if (!layout) return refuse_(layout.error());
        here_.console.tell(warnings, here_.sources);
        layout_ = std::move(layout).value();
        return true;
    }

    /// A dimension is an attribute, or a column of the table.
    bool find_dimensions() {
        for (const std::string& name : wish_.by) {
            cohort::Dimension dimension{name, catalogue_.find_attribute(name), std::nullopt};
            for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
                const auto& column = layout_.columns[k];
                if (column.name != name &&
                    (dimension.attribute.is_none() || column.attribute != dimension.attribute))
                    continue;
                dimension.column = k;
                if (column.kind == Kind::attribute) dimension.attribute = column.attribute;
            }
            if (dimension.attribute.is_none() && !dimension.column) {
                std::vector<std::string> known;
                for (const auto& column : layout_.columns) known.push_back(column.name);
                for (const auto& attribute : catalogue_.attributes) known.push_back(attribute.id);
                return refuse_(UsageMistake{fmt::format("--by: there is no attribute or column {}",
                                                        wegwijzer::quoted(name)),
                                            did_you_mean(name, known)});
            }
            by_.push_back(std::move(dimension));
        }
        return true;
    }

    void read_blocks() {
        const std::size_t threads = thread_count(here_.options);
        for_each_on_threads(threads, threads, [&](std::size_t) { read_on_one_thread(); });
    }

    void read_on_one_thread() {
        const auto reader = form_ == pack::CohortForm::csv
                                ? pack::read_csv_rows(layout_, mapping_, catalogue_)
                                : pack::read_ndjson_rows(catalogue_);
        cohort::Gatherer gatherer(gathering_, catalogue_, asked_, call_, layout_.columns,
                                  {wish_.signature, by_, wish_.keep_rows});
        const auto cell = [&](std::size_t column,
                              std::uint32_t number) -> const model::CohortCell& {
            return reader->cell(column, number);
        };
        while (const auto block = next_block()) {
            std::vector<pack::RefusedRow> refused;
            const auto rows = reader->read(block->bytes, refused);
            gatherer.add(block->number, rows, cell);
            refusals_.add(block->number, rows.read, std::move(refused));
            if (reader->is_full()) {
                reader->forget();
                gatherer.forget();
            }
        }
        gatherer.finish();
    }

    /// None at the end, or where reading failed.
    std::optional<pack::CohortStream::Block> next_block() {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (is_done_) return std::nullopt;
        auto block = stream_->next();
        is_done_ = !block || block->bytes.empty();
        if (!block) fault_ = std::move(block).error();
        if (is_done_) return std::nullopt;
        return std::move(block).value();
    }

    const CohortWish& wish_;
    const model::Catalogue& catalogue_;
    const cohort::Asked& asked_;
    const route::Call& call_;
    Surroundings& here_;
    Refusal refuse_;
    pack::CohortForm form_ = pack::CohortForm::csv;
    pack::CohortMapping mapping_;
    pack::CohortLayout layout_;
    std::vector<cohort::Dimension> by_;
    std::unique_ptr<pack::CohortStream> stream_;
    cohort::Gathering gathering_;
    Refusals refusals_;
    std::mutex mutex_;
    bool is_done_ = false;
    std::optional<Diagnostics> fault_;
};

}  // namespace

std::variant<cohort::Population, ExitStatus> read_cohort(const CohortWish& wish,
                                                         const model::Catalogue& catalogue,
                                                         const cohort::Asked& asked,
                                                         const route::Call& call,
                                                         Surroundings& here) {
    return CohortInput(wish, catalogue, asked, call, here).read();
}

}  // namespace wegwijzer::cli
