// SPDX-License-Identifier: Apache-2.0
/// Whether a file can only have been put there by someone who may run programs as this user.
#pragma once

#include <filesystem>
#include <string>

namespace wegwijzer::pack {

/// Looks at `file` and its folder, which must belong to the user or to root, and at every folder
/// above, symbolic links followed. None of them may be written by others; a group may write only if
/// it is the user's own (many systems give each user one), and others only in a folder that lets
/// nobody replace another's files (like /tmp).
/// @returns why it is not to be trusted, one sentence in lower case; empty if it is
[[nodiscard]] std::string why_not_trusted(const std::filesystem::path& file);

}  // namespace wegwijzer::pack
