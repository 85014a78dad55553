// SPDX-License-Identifier: Apache-2.0
// Most cells of a large table read like one that was read before. So each column keeps its texts in
// a hash table with a number each, and what a text tells, or why it tells nothing, is worked out
// once.
#include <algorithm>
#include <cstring>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "pack/cohort_cell.hpp"
#include "pack/cohort_rows.hpp"
#include "pack/cohort_stream.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

/// Texts with numbers from 0, by open addressing.
class TextNumbers {
public:
    /// @returns the number, and whether the text is new
    std::pair<std::uint32_t, bool> number_of(std::string_view text) {
        if (2 * (texts_.size() + 1) > slots_.size()) grow();
        const std::uint64_t hash = hash_of(text);
        for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
            Slot& slot = slots_[at];
            if (slot.number == none) {
                slot = {hash, static_cast<std::uint32_t>(texts_.size())};
                texts_.emplace_back(text);
                return {slot.number, true};
            }
            if (slot.hash == hash && texts_[slot.number] == text) return {slot.number, false};
        }
    }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }

private:
    static constexpr std::uint32_t none = 0xffffffffU;
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = none;
    };

    static std::uint64_t hash_of(std::string_view text) {
        constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
        std::uint64_t hash = text.size() * odd;
        for (std::size_t at = 0; at < text.size(); at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, std::min<std::size_t>(8, text.size() - at));
            hash = (hash ^ word) * odd;
            hash ^= hash >> 29;
        }
        return hash;
    }

    void grow() {
        const std::size_t size = std::max<std::size_t>(64, 2 * slots_.size());
        std::vector<Slot> old(size);
        old.swap(slots_);
        mask_ = size - 1;
        for (const Slot& slot : old) {
            if (slot.number == none) continue;
            std::size_t at = slot.hash & mask_;
            while (slots_[at].number != none) at = (at + 1) & mask_;
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t mask_ = 0;
    std::deque<std::string> texts_;
};

class CsvRows final : public CohortReader {
public:
    CsvRows(const CohortLayout& layout, const CohortMapping& mapping,
            const model::Catalogue& catalogue)
        : layout_(layout), mapping_(mapping), catalogue_(catalogue) {
        forget();
    }

    model::CohortRows read(std::string_view block, std::vector<RefusedRow>& refused) override {
        model::CohortRows rows;
        rows.width = layout_.columns.size();
        refused_ = &refused;
        kept_before_ = refused.size();
        for (std::size_t at = 0; at < block.size();) {
            const auto end = end_of_row(block, at);
            std::string_view row = block.substr(at, end.value_or(block.size()) - at);
            at += row.size();
            if (end) row.remove_suffix(1);
            if (row.ends_with('\r')) row.remove_suffix(1);
            row_ = rows.read++;
            if (!end)
                refuse({}, "C003", "the last row has no end, so it may be cut off");
            else if (take(row, rows.cells))
                rows.at.push_back(row_);
        }
        return rows;
    }

    const model::CohortCell& cell(std::size_t column, std::uint32_t number) const override {
        return columns_[column].cells[number];
    }

    bool is_full() const override {
        return std::any_of(columns_.begin(), columns_.end(),
                           [](const Column& c) { return c.texts.size() > most_texts; });
    }

    void forget() override { columns_ = std::vector<Column>(layout_.columns.size()); }

private:
    static constexpr std::size_t most_texts = 200'000;

    struct Reason {
        std::string_view code;
        std::string text;
    };
    struct Column {
        TextNumbers texts;
        std::deque<model::CohortCell> cells;
        std::vector<std::unique_ptr<Reason>> reasons;  // null: the cell is sound
    };

    void refuse(std::string column, std::string_view code, std::string reason) {
        if (refused_->size() - kept_before_ < most_refusals)
            refused_->push_back({row_, std::move(column), code, std::move(reason)});
    }

    /// Adds the numbers of the row's cells. @returns false, and adds nothing, for a wrong row
    bool take(std::string_view row, std::vector<std::uint32_t>& into) {
        split_.clear();
        if (const char* const wrong = split_row(row, split_, unquoted_)) {
            refuse({}, "C003", wrong);
            return false;
        }
        if (split_.size() != columns_.size()) {
            refuse({}, "C002",
                   say("{} cells where the header has {}", split_.size(), columns_.size()));
            return false;
        }
        const std::size_t begin = into.size();
        into.resize(begin + columns_.size());
        bool is_sound = true;
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            if (layout_.columns[k].kind == model::CohortColumn::Kind::passed_over) continue;
            const std::uint32_t number = number_of(k, split_[k]);
            into[begin + k] = number;
            if (const Reason* const reason = columns_[k].reasons[number].get()) {
                refuse(layout_.columns[k].name, reason->code, reason->text);
                is_sound = false;
            }
        }
        if (!is_sound) into.resize(begin);
        return is_sound;
    }

    std::uint32_t number_of(std::size_t k, std::string_view text) {
        Column& column = columns_[k];
        const auto [number, is_new] = column.texts.number_of(text);
        if (is_new) {
            auto cell = read_cohort_cell(text, layout_.columns[k], mapping_, catalogue_);
            column.reasons.push_back(nullptr);
            if (!cell) {
                const Diagnostic& first = *cell.error().begin();
                column.reasons.back() = std::make_unique<Reason>(Reason{first.code, first.message});
            }
            column.cells.push_back(cell ? std::move(cell).value() : model::CohortCell{});
        }
        return number;
    }

    const CohortLayout& layout_;
    const CohortMapping& mapping_;
    const model::Catalogue& catalogue_;
    std::vector<Column> columns_;
    std::vector<std::string_view> split_;
    std::string unquoted_;
    std::vector<RefusedRow>* refused_ = nullptr;
    std::size_t kept_before_ = 0;
    std::uint32_t row_ = 0;
};

constexpr const char* stray_quote = "a quote stands where none may";

/// One cell between quotes, at `at`, which is then behind it.
const char* take_quoted(std::string_view row, std::size_t& at, std::string& unquoted) {
    for (++at; at < row.size(); ++at) {
        if (row[at] != '"') {
            unquoted += row[at];
        } else if (at + 1 < row.size() && row[at + 1] == '"') {
            unquoted += row[at++];
        } else {
            ++at;
            return at == row.size() || row[at] == ',' ? nullptr : stray_quote;
        }
    }
    return "a quote that is never closed";
}

const char* split_quoted(std::string_view row, std::vector<std::string_view>& cells,
                         std::string& unquoted) {
    unquoted.clear();
    unquoted.reserve(row.size());  // so that no view into it moves
    for (std::size_t at = 0;; ++at) {
        if (at < row.size() && row[at] == '"') {
            const std::size_t begin = unquoted.size();
            if (const char* const wrong = take_quoted(row, at, unquoted)) return wrong;
            cells.push_back(std::string_view(unquoted).substr(begin));
        } else {
            const std::size_t end = std::min(row.find(',', at), row.size());
            const std::string_view cell = row.substr(at, end - at);
            if (cell.find('"') != std::string_view::npos) return stray_quote;
            cells.push_back(cell);
            at = end;
        }
        if (at >= row.size()) return nullptr;
    }
}

}  // namespace

const char* split_row(std::string_view row, std::vector<std::string_view>& cells,
                      std::string& unquoted) {
    if (std::memchr(row.data(), '"', row.size()) != nullptr)
        return split_quoted(row, cells, unquoted);
    const char* begin = row.data();
    const char* const end = begin + row.size();
    for (const char* at = begin; at != end; ++at) {
        if (*at != ',') continue;
        cells.emplace_back(begin, static_cast<std::size_t>(at - begin));
        begin = at + 1;
    }
    cells.emplace_back(begin, static_cast<std::size_t>(end - begin));
    return nullptr;
}

std::unique_ptr<CohortReader> read_csv_rows(const CohortLayout& layout,
                                            const CohortMapping& mapping,
                                            const model::Catalogue& catalogue) {
    return std::make_unique<CsvRows>(layout, mapping, catalogue);
}

}  // namespace wegwijzer::pack
