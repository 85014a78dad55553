// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace wegwijzer {
namespace {

/// A code point and the bytes it took; `length` 0 where the bytes are not well-formed.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// What a first byte promises: how many bytes, and the range of the second one, which alone keeps
/// out longer forms than needed, surrogates and what lies over U+10FFFF.
/// @source The Unicode Standard 15.0, table 3-7
struct LeadByte {
    std::size_t length;
    unsigned char second_from;
    unsigned char second_to;
};

LeadByte lead_byte(unsigned char first) {
    if (first < 0x80) return {1, 0, 0};
    if (first < 0xc2) return {0, 0, 0};
    if (first < 0xe0) return {2, 0x80, 0xbf};
    if (first == 0xe0) return {3, 0xa0, 0xbf};
    if (first == 0xed) return {3, 0x80, 0x9f};
    if (first < 0xf0) return {3, 0x80, 0xbf};
    if (first == 0xf0) return {4, 0x90, 0xbf};
    if (first < 0xf4) return {4, 0x80, 0xbf};
    if (first == 0xf4) return {4, 0x80, 0x8f};
    return {0, 0, 0};
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const unsigned char first = byte_at(text, at);
    const LeadByte lead = lead_byte(first);
    if (lead.length == 1) return {first, 1};
    if (lead.length == 0 || text.size() - at < lead.length) return {};
    const unsigned char second = byte_at(text, at + 1);
    if (second < lead.second_from || second > lead.second_to) return {};
    char32_t value = first & (0x7fU >> lead.length);
    for (std::size_t i = 1; i < lead.length; ++i) {
        const unsigned char next = byte_at(text, at + i);
        if ((next & 0xc0U) != 0x80U) return {};
        value = (value << 6) | (next & 0x3fU);
    }
    return {value, lead.length};
}

/// What moves a terminal's cursor, breaks a line or turns the order of the letters around.
bool is_unsafe(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c <= 0x9f)  // C0, DEL, C1
           || c == 0x061c                        // Arabic letter mark
           || c == 0x200e || c == 0x200f         // left-to-right and right-to-left marks
           || (c >= 0x2028 && c <= 0x202e)   // line and paragraph separator, embeddings, overrides
           || (c >= 0x2066 && c <= 0x2069);  // isolates
}

// Bytes that are not UTF-8 stand for themselves, beyond all code points.
constexpr char32_t bad_byte = 0x110000;

std::u32string decoded(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        points += point.length > 0 ? point.value : bad_byte + byte_at(text, at);
        at += std::max<std::size_t>(point.length, 1);
    }
    return points;
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, no
/// stretch edited twice.
/// @source Boytsov, "Indexing methods for approximate dictionary searching" (2011), section 2.1
std::size_t alignment_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

// Nobody mistypes a name as long as this; a foreign one may be a megabyte.
constexpr std::size_t longest_name = 256;

}  // namespace

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (point.length == 0) return at;
        at += point.length;
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
    const auto starts = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    });
    return static_cast<std::size_t>(starts);
}

std::string shown(std::string_view text, std::size_t limit) {
    std::string result;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size(); ++kept) {
        if (kept == limit) return result + "…";
        const CodePoint point = code_point_at(text, at);
        if (point.length == 0) {
            fmt::format_to(std::back_inserter(result), "\\x{{{:02x}}}", byte_at(text, at));
        } else if (is_unsafe(point.value)) {
            fmt::format_to(std::back_inserter(result), "\\u{{{:x}}}",
                           static_cast<std::uint32_t>(point.value));
        } else {
            result += text.substr(at, point.length);
        }
        at += std::max<std::size_t>(point.length, 1);
    }
    return result;
}

std::string quoted(std::string_view text) { return "'" + shown(text) + "'"; }

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates) {
    // A code point takes up to four bytes: what is over this need not even be decoded.
    if (name.size() > 4 * longest_name) return std::nullopt;
    const std::u32string wanted = decoded(name);
    const std::size_t limit = 1 + wanted.size() / 4;
    std::optional<std::string_view> best;
    std::size_t best_distance = limit + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > 8 * longest_name) continue;
        const std::u32string given = decoded(candidate);
        const std::size_t apart = given.size() > wanted.size() ? given.size() - wanted.size()
                                                               : wanted.size() - given.size();
        if (apart >= best_distance) continue;
        const std::size_t distance = alignment_distance(wanted, given);
        if (distance >= best_distance) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

}  // namespace wegwijzer
