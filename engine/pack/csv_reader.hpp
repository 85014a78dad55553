// SPDX-License-Identifier: Apache-2.0
/// The door for CSV. Only its source file knows libcsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/source.hpp"

namespace wegwijzer::pack {

/// One cell, unquoted, and where it begins.
struct CsvCell {
    std::string text;
    SourceSpan span;
};

/// A table with a header; every row has as many cells as the header.
struct CsvTable {
    std::vector<CsvCell> header;  ///< names, none empty, none twice
    std::vector<std::vector<CsvCell>> rows;

    /// Index of a column, or `header.size()`.
    [[nodiscard]] std::size_t column(std::string_view name) const;
};

/// Parses the admitted text number `text`: commas, double quotes (doubled inside), LF or CRLF, a
/// header row; empty lines and lines that begin with '#' are passed over.
/// @errors  P007 a stray or open quote, a row of another length, a cut-off last line, a control
/// character, no header,
///          too many columns, an empty or repeated column name
[[nodiscard]] Result<CsvTable> read_csv(const SourceMap& sources, std::uint32_t text);

}  // namespace wegwijzer::pack
