// SPDX-License-Identifier: Apache-2.0
/// Random numbers that depend on a key alone: the same for any order of asking and number of
/// threads.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/duration.hpp"

namespace wegwijzer {

/// A well-mixed 64-bit key made of parts, in order. Copied freely; making one and asking it cost a
/// few multiplications and no memory.
class RandomKey {
public:
    constexpr explicit RandomKey(std::uint64_t seed) : state_(seed) {}
    [[nodiscard]] constexpr RandomKey with(std::uint64_t part) const {
        return RandomKey{mixed(mixed(state_ + part_step) ^ (part * part_factor + bits_step))};
    }
    /// The text's length, tagged, then its bytes in words of eight, the first byte lowest, the last
    /// word filled with zeros; each a part as above.
    [[nodiscard]] RandomKey with(std::string_view part) const;
    /// Uniform on [0, 1), 53 bits.
    [[nodiscard]] constexpr double uniform() const {
        return static_cast<double>(bits() >> 11) * 0x1p-53;
    }
    [[nodiscard]] constexpr std::uint64_t bits() const { return mixed(state_ + bits_step); }

private:
    // Odd and without pattern: the fractions of the golden ratio, of √2 and of √3, times 2^64.
    static constexpr std::uint64_t bits_step = 0x9e3779b97f4a7c15U;
    static constexpr std::uint64_t part_step = 0x6a09e667f3bcc909U;
    static constexpr std::uint64_t part_factor = 0xbb67ae8584caa73bU;

    /// Each bit of `x` turns each bit of the result with a chance of about one half. One to one.
    /// @source D. Stafford, "Better bit mixing" (2011), mix 13; the finaliser of SplitMix64
    static constexpr std::uint64_t mixed(std::uint64_t x) {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
        return x ^ (x >> 31);
    }

    std::uint64_t state_;
};

/// The value of a triangular distribution at `u` in [0, 1): closed form, square roots only, so the
/// same bits everywhere; `likely` where there is no spread.
/// @source Kotz & van Dorp, Beyond Beta (2004), section 1.2: inverse distribution function
[[nodiscard]] double triangular(const Estimate& estimate, double u);

}  // namespace wegwijzer
