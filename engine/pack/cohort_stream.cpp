// SPDX-License-Identifier: Apache-2.0
#include "pack/cohort_stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

constexpr std::size_t block_bytes = limits::mebibyte;

Unexpected<Diagnostics> refusal(std::string_view code, std::string message) {
    Diagnostics found;
    found.error(code, std::move(message));
    return Unexpected{std::move(found)};
}

/// A row with quotes in it, character by character.
std::optional<std::size_t> end_of_quoted_row(std::string_view text, std::size_t from) {
    bool is_quoted = false;
    bool is_cell_begin = true;
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n' && !is_quoted) return at + 1;
        if (c == '"' && (is_quoted || is_cell_begin)) {
            is_quoted = !is_quoted;
            // A second quote right here stands for one, and the cell goes on.
            is_cell_begin = !is_quoted && at + 1 < text.size() && text[at + 1] == '"';
        } else {
            is_cell_begin = c == ',' && !is_quoted;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> end_of_row(std::string_view text, std::size_t from) {
    const std::size_t line_end = text.find('\n', from);
    const std::string_view line = text.substr(from, line_end - from);
    if (line.find('"') != std::string_view::npos) return end_of_quoted_row(text, from);
    if (line_end == std::string_view::npos) return std::nullopt;
    return line_end + 1;
}

Result<std::unique_ptr<CohortStream>> CohortStream::open(const std::filesystem::path& path,
                                                         CohortForm form) {
    if (path == "-")
        return std::unique_ptr<CohortStream>(
            new CohortStream(STDIN_FILENO, "standard input", 0, form));
    const std::string name = wegwijzer::quoted(path.native());
    struct ::stat status {};
    // Looked at before it is opened, as in the gate: opening a device may do something already.
    if (::stat(path.c_str(), &status) != 0)
        return errno == EACCES || errno == EPERM
                   ? refusal("G003", say("{} may not be read", name))
                   : refusal("G001", say("there is no file {}", name));
    if (S_ISDIR(status.st_mode)) return refusal("G002", say("{} is a folder", name));
    if (!S_ISREG(status.st_mode)) return refusal("G002", say("{} is no regular file", name));
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return refusal("G003", say("{} may not be read", name));
    return std::unique_ptr<CohortStream>(new CohortStream(
        descriptor, name, static_cast<std::uint64_t>(std::max<::off_t>(status.st_size, 0)), form));
}

CohortStream::~CohortStream() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

/// @returns whether there was more
Result<bool> CohortStream::read_more() {
    const std::size_t had = kept_.size();
    kept_.resize(had + block_bytes);
    for (;;) {
        const ::ssize_t got = ::read(descriptor_, kept_.data() + had, block_bytes);
        if (got < 0 && errno == EINTR) continue;
        kept_.resize(had + static_cast<std::size_t>(std::max<::ssize_t>(got, 0)));
        if (got < 0)
            return refusal("G005", say("{} cannot be read: {}", name_,
                                       shown(std::generic_category().message(errno))));
        bytes_read_ += static_cast<std::uint64_t>(got);
        is_at_end_ = got == 0;
        // A byte order mark is no part of the first row.
        if (!is_begun_ && kept_.starts_with("\xef\xbb\xbf")) kept_.erase(0, 3);
        is_begun_ = true;
        return got > 0;
    }
}

/// Where the last whole row of what is kept ends.
std::size_t CohortStream::whole_rows() {
    const std::string_view text = kept_;
    if (form_ == CohortForm::ndjson || text.find('"', rows_end_) == std::string_view::npos) {
        const std::size_t last = text.rfind('\n');
        if (last != std::string_view::npos) rows_end_ = std::max(rows_end_, last + 1);
        return rows_end_;
    }
    while (const auto end = end_of_row(text, rows_end_)) rows_end_ = *end;
    return rows_end_;
}

Result<CohortStream::Block> CohortStream::next() {
    while (!is_at_end_ && whole_rows() == 0) {
        if (kept_.size() > limits::cohort_row_bytes)
            return refusal("C004", say("a row is longer than {} MiB",
                                       limits::cohort_row_bytes / limits::mebibyte));
        const auto more = read_more();
        if (!more) return Unexpected{more.error()};
    }
    const std::size_t end = is_at_end_ ? kept_.size() : rows_end_;
    Block block{blocks_++, kept_.substr(0, end)};
    kept_.erase(0, end);
    rows_end_ = 0;
    return block;
}

Result<std::string> CohortStream::first_row() {
    for (;;) {
        if (const auto end = end_of_row(kept_, 0)) {
            std::string row = kept_.substr(0, *end - 1);
            kept_.erase(0, *end);
            if (row.ends_with('\r')) row.pop_back();
            return row;
        }
        if (is_at_end_) return refusal("C001", "this table has no header");
        if (kept_.size() > limits::cohort_row_bytes)
            return refusal("C004", say("a row is longer than {} MiB",
                                       limits::cohort_row_bytes / limits::mebibyte));
        const auto more = read_more();
        if (!more) return Unexpected{more.error()};
    }
}

}  // namespace wegwijzer::pack
