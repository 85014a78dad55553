// SPDX-License-Identifier: Apache-2.0
#include "pack/hash.hpp"

#include <cstddef>

namespace wegwijzer::pack {

void Hash::add(std::string_view bytes) {
    std::uint64_t count = bytes.size();
    for (int k = 0; k < 8; ++k, count >>= 8) add_byte(static_cast<unsigned char>(count & 0xffU));
    for (const char c : bytes) add_byte(static_cast<unsigned char>(c));
}

std::string Hash::to_hex() const {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex(16, '0');
    std::uint64_t rest = state_;
    for (std::size_t k = hex.size(); k-- > 0; rest >>= 4) hex[k] = digits[rest & 15U];
    return hex;
}

}  // namespace wegwijzer::pack
