// SPDX-License-Identifier: Apache-2.0
/// An output file that is complete or absent, and only its owner's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace wegwijzer::cli {

/// Writes `bytes` beside `path` and renames, with rights 0600. Only with `force` is a file
/// overwritten, and never anything but a regular file.
/// @returns what is wrong with `path`, or none
/// @throws  Error W002 the file cannot be written
[[nodiscard]] std::optional<UsageMistake> write_output_file(const std::string& path,
                                                            std::string_view bytes, bool force);

}  // namespace wegwijzer::cli
