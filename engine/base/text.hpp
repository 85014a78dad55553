// SPDX-License-Identifier: Apache-2.0
/// Foreign text: is it sound, how is it shown, and what did the writer mean.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wegwijzer {

/// Offset of the first byte that is not part of well-formed UTF-8 (no surrogates, nothing over
/// U+10FFFF, shortest forms), or none.
[[nodiscard]] std::optional<std::size_t> find_bad_utf8(std::string_view text);

/// Number of code points in well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Safe to print: control characters, line separators and bidi controls become "\u{1b}", bytes that
/// are not UTF-8 "\x{ff}", and no more than `limit` code points are kept, "…" after them. Letters
/// of every script stay. Every foreign byte in a message passes here.
[[nodiscard]] std::string shown(std::string_view text, std::size_t limit = 80);
/// `shown` between single quotes.
[[nodiscard]] std::string quoted(std::string_view text);

/// The candidate nearest to `name` (optimal string alignment distance at most 1 + length / 4), or
/// none. Lengths are in code points. Ties go to the first. A name over 1 KiB has none. Cost:
/// candidates × length².
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view name,
                                                      std::span<const std::string_view> candidates);

}  // namespace wegwijzer
