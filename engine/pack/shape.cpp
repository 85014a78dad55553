// SPDX-License-Identifier: Apache-2.0
#include "pack/shape.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "pack/limits.hpp"

namespace wegwijzer::pack {
namespace {

/// Offset after the string that begins at `at` with a quote `text[at]`, which may stand three
/// times; an open string ends where its line does, a long one at the end of the text.
std::size_t after_toml_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const bool has_escapes = quote == '"';
    const bool is_long = text.substr(at, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''");
    at += is_long ? 3 : 1;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (has_escapes && c == '\\') {
            ++at;
        } else if (c == '\n' && !is_long) {
            return at;
        } else if (c == quote) {
            if (!is_long) return at + 1;
            // Up to two quotes may stand right before the three that close it: any run of three or
            // more ends it.
            std::size_t end = at;
            while (end < text.size() && text[end] == quote) ++end;
            if (end - at >= 3) return end;
            at = end - 1;
        }
    }
    return text.size();
}

std::size_t after_json_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at + 1;
        }
    }
    return text.size();
}

}  // namespace

std::optional<ShapeFault> find_toml_fault(std::string_view text) {
    int dots = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        switch (text[at]) {
            case '"':
            case '\'':
                at = after_toml_string(text, at);
                continue;
            case '#':
                at = std::min(text.find('\n', at), text.size());
                continue;
            case '\n':
                dots = 0;
                break;
            case '.':
                if (++dots > limits::dots_per_line) return ShapeFault{ShapeFault::Kind::dots, at};
                break;
            case '[':
            case '{':
                if (++depth > limits::depth) return ShapeFault{ShapeFault::Kind::depth, at};
                break;
            case ']':
            case '}':
                depth = std::max(depth - 1, 0);
                break;
            default:
                break;
        }
        ++at;
    }
    return std::nullopt;
}

std::optional<ShapeFault> find_json_fault(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            at = after_json_string(text, at);
            continue;
        }
        if ((c == '[' || c == '{') && ++depth > limits::depth) {
            return ShapeFault{ShapeFault::Kind::depth, at};
        }
        if (c == ']' || c == '}') depth = std::max(depth - 1, 0);
        ++at;
    }
    return std::nullopt;
}

SourceSpan place_of(std::string_view text, std::size_t offset, std::uint32_t number) {
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto begin = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
    return {number, static_cast<std::uint32_t>(line),
            static_cast<std::uint32_t>(1 + count_code_points(before.substr(begin))), 1};
}

}  // namespace wegwijzer::pack
