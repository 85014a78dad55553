// SPDX-License-Identifier: Apache-2.0
/// Bounded integers seen from two sides, and the statements "this side is at least …".
///
/// Everything that the search decides, derives or learns is such a statement, so that one kind of
/// clause serves truth values and days alike. A truth value is an integer from 0 to 1.
/// @source bound literals as in lazy clause generation: Ohrimenko, Stuckey & Codish (2009)
#pragma once

#include <cstdint>

namespace wegwijzer::solve {

/// A variable as it is (even index) or negated (odd), so that an upper bound is a lower bound of
/// the other side.
struct Side {
    std::uint32_t index = 0;
    [[nodiscard]] constexpr Side flipped() const { return {index ^ 1U}; }
    [[nodiscard]] constexpr std::uint32_t variable() const { return index >> 1U; }
    friend constexpr bool operator==(const Side&, const Side&) = default;
};

/// "side ≥ value".
struct Literal {
    Side side;
    std::int32_t value = 0;
    [[nodiscard]] constexpr Literal negated() const { return {side.flipped(), 1 - value}; }
    friend constexpr bool operator==(const Literal&, const Literal&) = default;
};

/// "side ≤ value" is "the other side ≥ −value".
[[nodiscard]] constexpr Literal at_least(Side side, std::int32_t value) { return {side, value}; }
[[nodiscard]] constexpr Literal at_most(Side side, std::int32_t value) {
    return {side.flipped(), -value};
}

}  // namespace wegwijzer::solve
