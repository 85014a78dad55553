// SPDX-License-Identifier: Apache-2.0
/// A short fingerprint of bytes, so that a receipt can tell whether a pack changed. No protection
/// against someone who wants two packs to look alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wegwijzer::pack {

/// FNV-1a, 64 bits: the same on every machine.
/// @source Fowler, Noll, Vo: http://www.isthe.com/chongo/tech/comp/fnv/
class Hash {
public:
    /// Adds the number of bytes and the bytes, so that "ab"+"c" and "a"+"bc" differ.
    void add(std::string_view bytes);
    /// 16 hexadecimal digits.
    [[nodiscard]] std::string to_hex() const;

private:
    void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3U; }
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

}  // namespace wegwijzer::pack
