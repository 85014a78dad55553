// SPDX-License-Identifier: Apache-2.0
#include "base/source.hpp"

#include <utility>

namespace wegwijzer {

std::uint32_t SourceMap::add(SourceText text) {
    texts_.push_back(std::move(text));
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::string_view SourceMap::line(std::uint32_t text, std::uint32_t line) const {
    if (text >= texts_.size() || line == 0) return {};
    std::string_view rest = texts_[text].text;
    for (std::uint32_t at = 1; at < line; ++at) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end + 1);
    }
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

}  // namespace wegwijzer
