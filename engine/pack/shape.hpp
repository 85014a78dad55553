// SPDX-License-Identifier: Apache-2.0
/// The outer shape of TOML and JSON, seen by a scan that knows strings and comments only. For the
/// gate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/source.hpp"

namespace wegwijzer::pack {

/// What would make a parser run out of stack or memory.
struct ShapeFault {
    enum class Kind { dots, depth };
    Kind kind = Kind::depth;
    std::size_t offset = 0;
};

/// The first place where a limit on dots or depth (pack/limits.hpp) is passed. Up to a text's first
/// mistake the scan sees the same strings and comments as a parser does; after it no parser goes
/// on.
[[nodiscard]] std::optional<ShapeFault> find_toml_fault(std::string_view text);
[[nodiscard]] std::optional<ShapeFault> find_json_fault(std::string_view text);

/// The line and column of a byte; what stands before it is counted in code points as far as it is
/// UTF-8.
[[nodiscard]] SourceSpan place_of(std::string_view text, std::size_t offset, std::uint32_t number);

}  // namespace wegwijzer::pack
