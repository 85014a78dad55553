// SPDX-License-Identifier: Apache-2.0
#include "pack/trust.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

namespace fs = std::filesystem;

bool others_can_write(const struct ::stat& status) {
    if ((status.st_mode & S_IWOTH) != 0) return true;
    return (status.st_mode & S_IWGRP) != 0 && status.st_gid != ::getegid() && status.st_gid != 0;
}

bool is_sticky_folder(const struct ::stat& status) {
    return S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0;
}

bool is_ours(const struct ::stat& status) {
    return status.st_uid == 0 || status.st_uid == ::geteuid();
}

/// `is_near` for the file itself and its folder: those must belong to us.
std::string why_not(const fs::path& path, bool is_near) {
    struct ::stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return say("{} cannot be looked at", wegwijzer::quoted(path.native()));
    if (is_near && !is_ours(status))
        return say("{} belongs to another user", wegwijzer::quoted(path.native()));
    // Above, a sticky folder is safe: nobody can move aside what lies in it but its owner.
    if (others_can_write(status) && (is_near || !is_sticky_folder(status)))
        return say("others can write to {}", wegwijzer::quoted(path.native()));
    return {};
}

}  // namespace

std::string why_not_trusted(const fs::path& file) {
    std::error_code failed;
    const fs::path real = fs::canonical(file, failed);
    if (failed) return say("{} cannot be looked at", wegwijzer::quoted(file.native()));
    if (std::string why = why_not(real, true); !why.empty()) return why;
    const fs::path folder = real.parent_path();
    for (fs::path at = folder;; at = at.parent_path()) {
        if (std::string why = why_not(at, at == folder); !why.empty()) return why;
        if (at == at.parent_path()) return {};
    }
}

}  // namespace wegwijzer::pack
