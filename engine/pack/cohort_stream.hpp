// SPDX-License-Identifier: Apache-2.0
/// The bytes of a table of people, in blocks that end where a row ends. Memory does not grow with
/// the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace wegwijzer::pack {

enum class CohortForm { csv, ndjson };

/// Offset after the row of CSV that begins at `from`; none where the text ends before it does. A
/// newline belongs to the row inside a cell that begins with a quote.
[[nodiscard]] std::optional<std::size_t> end_of_row(std::string_view text, std::size_t from);

class CohortStream {
public:
    /// Opens a regular file, or standard input for "-". Nothing has been read yet.
    /// @errors  G001 to G003, as for a profile
    [[nodiscard]] static Result<std::unique_ptr<CohortStream>> open(
        const std::filesystem::path& path, CohortForm form);
    CohortStream(const CohortStream&) = delete;
    CohortStream& operator=(const CohortStream&) = delete;
    ~CohortStream();

    struct Block {
        std::uint64_t number = 0;  ///< in the order of the table, from 0
        std::string bytes;         ///< whole rows; the last block may lack the last newline
    };
    /// The next block; one without bytes at the end.
    /// @errors  G005 reading failed; C004 a row is longer than the limit
    [[nodiscard]] Result<Block> next();
    /// The first row alone, without its end: to be asked before the first block.
    [[nodiscard]] Result<std::string> first_row();

    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
    /// Of a file; 0 for standard input.
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    CohortStream(int descriptor, std::string name, std::uint64_t size, CohortForm form)
        : descriptor_(descriptor), name_(std::move(name)), size_(size), form_(form) {}
    [[nodiscard]] Result<bool> read_more();
    [[nodiscard]] std::size_t whole_rows();

    int descriptor_;
    std::string name_;
    std::uint64_t size_ = 0, bytes_read_ = 0, blocks_ = 0;
    CohortForm form_;
    bool is_at_end_ = false, is_begun_ = false;
    std::string kept_;          // read and not given out
    std::size_t rows_end_ = 0;  // whole rows in it
};

}  // namespace wegwijzer::pack
