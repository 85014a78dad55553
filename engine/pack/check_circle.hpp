// SPDX-License-Identifier: Apache-2.0
/// Circles among things that rest on each other, found and drawn step by step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pack/draft.hpp"

namespace wegwijzer::pack {

/// `arrows[k]` lists what k rests on. One circle for every knot, each beginning with its smallest
/// number. Takes time in proportion to the arrows.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> find_circles(
    const std::vector<std::vector<std::uint32_t>>& arrows);

struct CirclePlace {
    std::string id;
    SourceSpan span;
};
/// Tells a circle at its first place, with a note for each of its arrows: "'a' VERB 'b'".
void tell_circle(Draft& draft, std::string_view code, std::string_view message,
                 std::string_view verb, const std::vector<CirclePlace>& places);

}  // namespace wegwijzer::pack
