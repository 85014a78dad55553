// SPDX-License-Identifier: Apache-2.0
/// Reads a table of a pack: its description and the CSV file that holds its rows.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/source.hpp"
#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// Reads keys, columns and rows. A column's type is a word (boolean, integer, money, duration,
/// date, country) or the id of an attribute whose type it has; `list`, `level` and `enum`, and a
/// key without a type, take it from the attribute that is called like the column, with or without
/// the pack's id before it. A CSV column `source` names the source of each row; an empty cell is
/// unknown.
/// @returns the number of the CSV file's text, if it could be read
/// @errors  G… and P007 of the file; P014; P016 a column twice; P053 the file is not in the pack's
/// folder;
///          P054 a column is missing or too much; P055 a column's type cannot be told; P024 a cell;
///          P056 two rows of one key
std::optional<std::uint32_t> read_table(Draft& draft, const Entry& entry, model::Table& table,
                                        const std::filesystem::path& folder, SourceMap& sources);

}  // namespace wegwijzer::pack
