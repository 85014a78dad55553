// SPDX-License-Identifier: Apache-2.0
/// The door for TOML. Only its source file knows toml++.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "base/source.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// Parses the admitted text number `text` (TOML 1.0). Uses nothing shared: several texts may be
/// read at once, each on a thread with a stack of the usual size. The tree points into `sources`.
/// @errors  P004 syntax, a repeated key; in a personal text F001 syntax, F006 a repeated key, with
/// nothing quoted;
///          G013 nested too deep. toml++ stops at the first mistake
[[nodiscard]] Result<Tree> read_toml(const SourceMap& sources, std::uint32_t text);

}  // namespace wegwijzer::pack
