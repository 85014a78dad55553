// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include <algorithm>
#include <cmath>

namespace wegwijzer {
namespace {

// Tells a text from the number that its bytes would make.
constexpr std::uint64_t text_tag = 0x7465787420746167U;

/// Up to eight bytes as a number, the first byte lowest, on machines of either byte order.
std::uint64_t to_word(std::string_view bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    return word;
}

}  // namespace

RandomKey RandomKey::with(std::string_view part) const {
    RandomKey key = with(text_tag ^ std::uint64_t{part.size()});
    while (!part.empty()) {
        const std::string_view bytes = part.substr(0, 8);
        key = key.with(to_word(bytes));
        part.remove_prefix(bytes.size());
    }
    return key;
}

double triangular(const Estimate& estimate, double u) {
    const double width = estimate.max - estimate.min;
    if (!(width > 0)) return estimate.likely;
    const double left = estimate.likely - estimate.min;
    const double right = estimate.max - estimate.likely;
    // No product is added to anything here, so a compiler that fuses the two changes no bit.
    const double value = u * width < left ? estimate.min + std::sqrt(u * width * left)
                                          : estimate.max - std::sqrt((1 - u) * width * right);
    return std::clamp(value, estimate.min, estimate.max);
}

}  // namespace wegwijzer
