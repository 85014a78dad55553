// SPDX-License-Identifier: Apache-2.0
/// Texts on their way over the C edge, in both directions.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "wegwijzer/plugin.h"

namespace wegwijzer::plugin {

/// Longest text that is read from a plugin: a word, a name, a message.
inline constexpr std::size_t longest_text = std::size_t{64} * 1024;

[[nodiscard]] inline wegwijzer_str to_c(std::string_view text) {
    return {text.data(), text.size()};
}

/// None for a text that cannot be one: no address, too long, not UTF-8, a NUL inside.
[[nodiscard]] inline std::optional<std::string_view> from_c(wegwijzer_str text) {
    if (text.length == 0) return std::string_view{};
    if (text.data == nullptr || text.length > longest_text) return std::nullopt;
    const std::string_view view(text.data, text.length);
    if (find_bad_utf8(view) || view.find('\0') != std::string_view::npos) return std::nullopt;
    return view;
}

}  // namespace wegwijzer::plugin
