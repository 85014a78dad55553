// SPDX-License-Identifier: Apache-2.0
/// Rows of a table of people, block by block. One reader belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/cohort.hpp"
#include "pack/cohort_layout.hpp"

namespace wegwijzer::pack {

/// A row that is not used: which, and why. The value is never among it.
struct RefusedRow {
    std::uint32_t row = 0;  ///< in its block, from 0
    std::string column;     ///< empty where the row as a whole is wrong
    std::string_view code;
    std::string reason;
};

/// The cells of one row of CSV, without its end: commas, double quotes (doubled inside). `cells`
/// point into `row` or into `unquoted`.
/// @returns what is wrong with the row, or none (a pointer to a literal)
[[nodiscard]] const char* split_row(std::string_view row, std::vector<std::string_view>& cells,
                                    std::string& unquoted);

class CohortReader {
public:
    CohortReader() = default;
    CohortReader(const CohortReader&) = delete;
    CohortReader& operator=(const CohortReader&) = delete;
    virtual ~CohortReader() = default;

    /// The people of a block. Its numbers of cells mean what `cell` tells until `forget`.
    /// @param refused  the first rows that are not used are added, all are counted in `read`
    [[nodiscard]] virtual model::CohortRows read(std::string_view block,
                                                 std::vector<RefusedRow>& refused) = 0;
    [[nodiscard]] virtual const model::CohortCell& cell(std::size_t column,
                                                        std::uint32_t number) const = 0;
    /// Whether so many different texts are kept that they should be forgotten.
    [[nodiscard]] virtual bool is_full() const = 0;
    virtual void forget() = 0;
};

/// Refusals that are kept of one block; the others are counted only.
inline constexpr std::size_t most_refusals = 40;

/// All arguments must outlive the reader.
/// @errors (per row)  C002 another number of cells; C003 a stray or open quote, or a cut-off last
///          row; those of read_cohort_cell
[[nodiscard]] std::unique_ptr<CohortReader> read_csv_rows(const CohortLayout& layout,
                                                          const CohortMapping& mapping,
                                                          const model::Catalogue& catalogue);
/// Each line is a profile as JSON, read as `plan` reads it.
/// @errors (per row)  C003 a cut-off last row; those of the gate and of read_profile
[[nodiscard]] std::unique_ptr<CohortReader> read_ndjson_rows(const model::Catalogue& catalogue);

}  // namespace wegwijzer::pack
