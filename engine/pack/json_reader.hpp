// SPDX-License-Identifier: Apache-2.0
/// The door for JSON. Only its source file knows nlohmann's parser.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "base/source.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// Parses the admitted text number `text`, an object. 3.9 and 3.0 are floating, a whole number that
/// does not fit 64 bits is refused, nothing is ever converted. Messages quote keys, never values.
/// @errors  F001 syntax, or no object; F005 a number too large; F006 a repeated key; G013 nested
/// too deep
[[nodiscard]] Result<Tree> read_json(const SourceMap& sources, std::uint32_t text);

}  // namespace wegwijzer::pack
