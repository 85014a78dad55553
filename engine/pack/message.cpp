// SPDX-License-Identifier: Apache-2.0
#include "pack/message.hpp"

#include <array>
#include <cassert>
#include <charconv>

namespace wegwijzer::pack {

Part::Part(double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    number_.assign(digits.data(), end);
}

std::string say_parts(std::string_view pattern, std::initializer_list<Part> parts) {
    std::string sentence;
    for (const Part& part : parts) {
        const std::size_t hole = pattern.find("{}");
        assert(hole != std::string_view::npos && "more parts than places to put them");
        if (hole == std::string_view::npos) break;
        sentence.append(pattern.substr(0, hole)).append(part.text());
        pattern.remove_prefix(hole + 2);
    }
    assert(pattern.find("{}") == std::string_view::npos && "a place without a part");
    return sentence.append(pattern);
}

}  // namespace wegwijzer::pack
