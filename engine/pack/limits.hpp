// SPDX-License-Identifier: Apache-2.0
/// Every limit on what is read, in one place; each with the code under which it is reported. The
/// manual repeats them (wegwijzer-pack(5), wegwijzer(1)).
#pragma once

#include <cstddef>
#include <cstdint>

namespace wegwijzer::pack::limits {

inline constexpr std::size_t mebibyte = std::size_t{1024} * 1024;

inline constexpr std::size_t pack_file_bytes = 4 * mebibyte;  ///< G004: a TOML file of a pack
inline constexpr std::size_t profile_bytes = 1 * mebibyte;    ///< G004: a profile
inline constexpr std::size_t profile_rows_bytes =
    256 * mebibyte;  ///< G004: profiles one a line (`document --batch`)
inline constexpr std::size_t table_bytes = 4 * mebibyte;  ///< G004: a CSV table
inline constexpr std::size_t plan_bytes =
    64 * mebibyte;  ///< G004: a plan as JSON (`--replay`, `diff`)

inline constexpr std::size_t cohort_row_bytes = 1 * mebibyte;  ///< C004: a row of a cohort
inline constexpr std::size_t xml_bytes = 8 * mebibyte;         ///< G004: a Europass CV
/// G015: from a tag's beginning to its end. libxml2 2.9 takes quadratic time for attributes.
inline constexpr std::size_t xml_tag_bytes = 65536;

/// G012: dots outside strings and comments on one line of TOML. toml++ 3.3 overflows the stack on a
/// key of some 31,000 parts.
inline constexpr int dots_per_line = 64;
/// G013: open brackets and braces, in JSON and in TOML values; and tables in tables.
inline constexpr int depth = 64;
/// G013: levels of the finished tree: brackets, and the dotted keys inside them.
inline constexpr int tree_depth = 256;

/// Mistakes of one sort in one table or list that are told one by one; the rest is counted or
/// passed over. A text of a megabyte may hold a hundred thousand, and each unknown key costs a
/// search for a near name.
inline constexpr std::size_t told_alike = 40;
/// Mistakes after which a profile is read no further.
inline constexpr std::size_t told_in_profile = 200;

/// P007: cells of one row of a table.
inline constexpr std::size_t columns = 256;

}  // namespace wegwijzer::pack::limits
