// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/process.hpp"

namespace wegwijzer::cli {
namespace {

[[noreturn]] void fail(const std::string& path, int fault) {
    throw Error("W002", wegwijzer::quoted(path) +
                            " cannot be written: " + shown(std::generic_category().message(fault)));
}

/// A file of its own beside the target; gone again unless it is kept.
class HalfFile {
public:
    explicit HalfFile(const std::string& target)
        : target_(target), name_(target + ".XXXXXX"), file_(::mkostemp(name_.data(), O_CLOEXEC)) {
        if (file_ < 0) fail(target_, errno);
    }
    HalfFile(const HalfFile&) = delete;
    HalfFile& operator=(const HalfFile&) = delete;
    ~HalfFile() {
        if (file_ >= 0) ::close(file_);
        if (!is_kept_) ::unlink(name_.c_str());
    }

    [[nodiscard]] const std::string& name() const { return name_; }

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ::ssize_t written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(target_, errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(file_) != 0) fail(target_, errno);
    }

    /// @returns false if the target has come into being meanwhile
    bool keep(bool force) {
        const int closed = ::close(std::exchange(file_, -1));
        if (closed != 0 && errno != EINTR) fail(target_, errno);
        if (force) {
            if (::rename(name_.c_str(), target_.c_str()) != 0) fail(target_, errno);
            is_kept_ = true;
            return true;
        }
        // A link never replaces what is there; file systems without links get a plain rename.
        if (::link(name_.c_str(), target_.c_str()) == 0) return true;  // the other name goes
        if (errno == EEXIST) return false;
        if (::rename(name_.c_str(), target_.c_str()) != 0) fail(target_, errno);
        is_kept_ = true;
        return true;
    }

private:
    std::string target_, name_;
    int file_;
    bool is_kept_ = false;
};

UsageMistake exists_already(const std::string& path) {
    return {wegwijzer::quoted(path) + " exists already", {"--force overwrites it"}};
}

}  // namespace

std::optional<UsageMistake> write_output_file(const std::string& path, std::string_view bytes,
                                              bool force) {
    struct ::stat there {};
    if (::lstat(path.c_str(), &there) == 0) {
        if (S_ISDIR(there.st_mode))
            return UsageMistake{wegwijzer::quoted(path) + " is a folder", {}};
        if (!S_ISREG(there.st_mode) && !S_ISLNK(there.st_mode))
            return UsageMistake{wegwijzer::quoted(path) + " is no regular file", {}};
        if (!force) return exists_already(path);
    }
    HalfFile file(path);
    const RemovedOnSignal guard(file.name());
    file.write(bytes);
    if (!file.keep(force)) return exists_already(path);
    return std::nullopt;
}

}  // namespace wegwijzer::cli
