// SPDX-License-Identifier: Apache-2.0
/// The one door for foreign bytes: size, encoding, NUL and shape are checked here, before any
/// parser sees them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"

namespace wegwijzer::pack {

/// What is read, and so which limits hold (pack/limits.hpp).
enum class Kind { pack_file, table, profile_toml, profile_json, plan_json, xml };

/// Reads a regular file whole, or standard input for "-". The bytes are not checked yet.
/// @errors  G001 no such file; G002 a folder or another thing that is no regular file; G003 may not
/// be read;
///          G004 larger than the limit; G005 reading failed
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t limit);

/// Checks bytes and adds them to `sources` (under `name`; a profile and XML are marked personal; a
/// byte order mark is dropped). Those of a profile are checked as `profile_kind` says.
/// @errors  G004 larger than the limit; G010 not UTF-8; G011 a NUL byte; G012 a line with too many
/// dots
///          (TOML keys) ; G013 nested too deep (JSON, TOML brackets)
/// @returns the number of the text in `sources`
[[nodiscard]] Result<std::uint32_t> admit(std::string bytes, std::string name, Kind kind,
                                          SourceMap& sources);

/// Reads a file of a known kind and admits it under its path.
/// @errors  those of both
[[nodiscard]] Result<std::uint32_t> admit_file(const std::filesystem::path& path, Kind kind,
                                               SourceMap& sources);

/// What a profile is written in: JSON if it begins with '{' (after spaces or a byte order mark),
/// else TOML.
[[nodiscard]] Kind profile_kind(std::string_view bytes);

}  // namespace wegwijzer::pack
