// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace wegwijzer;

namespace {

/// Any value up to 21 bits in `length` bytes, sound or not.
std::string packed(std::uint32_t value, int length) {
    if (length == 1) return {static_cast<char>(value)};
    std::string bytes;
    const std::uint32_t mark = (0xff00U >> length) & 0xffU;
    bytes += static_cast<char>(mark | (value >> (6 * (length - 1))));
    for (int i = length - 2; i >= 0; --i) {
        bytes += static_cast<char>(0x80U | ((value >> (6 * i)) & 0x3fU));
    }
    return bytes;
}

int shortest_length(std::uint32_t value) {
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

bool is_surrogate(std::uint32_t value) { return value >= 0xd800 && value <= 0xdfff; }

std::optional<std::string_view> nearest_of(std::string_view name,
                                           const std::vector<std::string_view>& candidates) {
    return nearest(name, candidates);
}

}  // namespace

TEST_CASE("every code point but the surrogates is sound in its shortest form alone") {
    int wrong = 0;
    for (std::uint32_t value = 0; value <= 0x10ffff; ++value) {
        const bool is_sound = !find_bad_utf8(packed(value, shortest_length(value))).has_value();
        if (is_sound == is_surrogate(value)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("longer forms, surrogates and what lies over the last code point are bad") {
    for (const std::uint32_t value : {0x00U, 0x2fU, 0x7fU}) {
        for (const int length : {2, 3, 4}) CHECK(find_bad_utf8(packed(value, length)) == 0);
    }
    for (const std::uint32_t value : {0x80U, 0x7ffU}) {
        for (const int length : {3, 4}) CHECK(find_bad_utf8(packed(value, length)) == 0);
    }
    for (const std::uint32_t value : {0x800U, 0xd7ffU, 0xe000U, 0xffffU}) {
        CHECK_FALSE(find_bad_utf8(packed(value, 3)).has_value());
        CHECK(find_bad_utf8(packed(value, 4)) == 0);
    }
    for (const std::uint32_t value : {0xd800U, 0xdbffU, 0xdc00U, 0xdfffU}) {
        CHECK(find_bad_utf8(packed(value, 3)) == 0);
    }
    CHECK_FALSE(find_bad_utf8(packed(0x10000, 4)).has_value());
    CHECK_FALSE(find_bad_utf8(packed(0x10ffff, 4)).has_value());
    for (const std::uint32_t value : {0x110000U, 0x13ffffU, 0x140000U, 0x1fffffU}) {
        CHECK(find_bad_utf8(packed(value, 4)) == 0);
    }
}

TEST_CASE("bytes that begin nothing are bad") {
    for (unsigned byte = 0x80; byte <= 0xff; ++byte) {
        const std::string alone{static_cast<char>(byte)};
        CHECK(find_bad_utf8(alone) == 0);
        CHECK(find_bad_utf8("ab" + alone + "cd") == 2);
    }
    CHECK(find_bad_utf8("\xc0\xaf") == 0);
    CHECK(find_bad_utf8("\xf8\x88\x80\x80\x80") == 0);
    CHECK(find_bad_utf8("\xfe") == 0);
    CHECK(find_bad_utf8("\xff") == 0);
}

TEST_CASE("cut-off sequences are bad, wherever they are cut") {
    for (const std::string whole : {"é", "€", "😀"}) {
        for (std::size_t kept = 1; kept < whole.size(); ++kept) {
            const std::string cut = whole.substr(0, kept);
            CHECK(find_bad_utf8("x" + cut) == 1);
            CHECK(find_bad_utf8("x" + cut + "y") == 1);
            CHECK(find_bad_utf8("x" + cut + whole) == 1);
        }
        CHECK(find_bad_utf8(whole + "\x80") == whole.size());
    }
}

TEST_CASE("sound text has no bad byte, NUL and the empty text included") {
    CHECK_FALSE(find_bad_utf8("").has_value());
    CHECK_FALSE(find_bad_utf8(std::string_view("\0", 1)).has_value());
    CHECK_FALSE(find_bad_utf8("wegwijzer – دليل – путь – 道 – 😀").has_value());
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("abc") == 3);
    CHECK(count_code_points("één") == 3);
    CHECK(count_code_points("€😀") == 2);
    CHECK(count_code_points("e\u0301") == 2);
}

TEST_CASE("letters of every script are shown as they are") {
    for (const std::string text : {"", "gewoon", "één, naïef", "دليل", "עברית", "путь", "道路",
                                   "ไทย", "हिन्दी", "😀", "it's", "a\\b", "e\u0301", "\u00a0"}) {
        CHECK(shown(text) == text);
    }
}

TEST_CASE("control characters are shown by number") {
    CHECK(shown("\x1b[31mred") == "\\u{1b}[31mred");
    CHECK(shown("a\nb\tc\rd") == "a\\u{a}b\\u{9}c\\u{d}d");
    CHECK(shown(std::string_view("\0", 1)) == "\\u{0}");
    CHECK(shown("\x7f") == "\\u{7f}");
    CHECK(shown("\u0080\u009b\u009f") == "\\u{80}\\u{9b}\\u{9f}");
}

TEST_CASE("what turns the order of letters around or breaks lines is shown by number") {
    for (std::uint32_t value = 0x2000; value <= 0x2070; ++value) {
        const bool is_escaped = value == 0x200e || value == 0x200f ||
                                (value >= 0x2028 && value <= 0x202e) ||
                                (value >= 0x2066 && value <= 0x2069);
        const std::string text = packed(value, 3);
        CAPTURE(value);
        CHECK((shown(text) != text) == is_escaped);
    }
    CHECK(shown("a\u202eb") == "a\\u{202e}b");
    CHECK(shown("\u061c") == "\\u{61c}");
    // Joiners are part of ordinary Persian words.
    CHECK(shown("می\u200cخواهم") == "می\u200cخواهم");
}

TEST_CASE("bytes that are not text are shown as bytes") {
    CHECK(shown("a\xff"
                "b") == "a\\x{ff}b");
    CHECK(shown("\xe2\x82") == "\\x{e2}\\x{82}");
    CHECK(shown("\xed\xa0\x80") == "\\x{ed}\\x{a0}\\x{80}");
}

TEST_CASE("whatever comes in, what is shown is sound and safe") {
    int wrong = 0;
    for (unsigned first = 0; first <= 0xff; ++first) {
        for (unsigned second = 0; second <= 0xff; ++second) {
            const std::string bytes{static_cast<char>(first), static_cast<char>(second), '\x80'};
            const std::string safe = shown(bytes);
            if (find_bad_utf8(safe).has_value() || shown(safe) != safe) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("long text is cut after the limit") {
    CHECK(shown("abcdef", 6) == "abcdef");
    CHECK(shown("abcdefg", 6) == "abcdef…");
    CHECK(shown("ééé", 2) == "éé…");
    CHECK(shown("\n\n\n", 2) == "\\u{a}\\u{a}…");
    CHECK(shown("\xff\xff\xff", 2) == "\\x{ff}\\x{ff}…");
    CHECK(shown("a", 0) == "…");
    CHECK(shown("", 0) == "");
    CHECK(shown(std::string(80, 'x')) == std::string(80, 'x'));
    CHECK(shown(std::string(1'000'000, 'x')) == std::string(80, 'x') + "…");
}

TEST_CASE("quoted text stands between single quotes") {
    CHECK(quoted("duch") == "'duch'");
    CHECK(quoted("") == "''");
    CHECK(quoted("\x1b") == "'\\u{1b}'");
}

TEST_CASE("the nearest name is found over a letter changed, left out, put in or swapped") {
    const std::vector<std::string_view> names{"dutch", "profession", "nationality"};
    CHECK(nearest_of("duch", names) == "dutch");
    CHECK(nearest_of("duttch", names) == "dutch");
    CHECK(nearest_of("ditch", names) == "dutch");
    CHECK(nearest_of("duthc", names) == "dutch");
    CHECK(nearest_of("udtch", names) == "dutch");
    CHECK(nearest_of("profesion", names) == "profession");
    CHECK(nearest_of("natoinalitty", names) == "nationality");
    CHECK(nearest_of("dutch", names) == "dutch");
}

TEST_CASE("a name too far from all has no nearest") {
    const std::vector<std::string_view> names{"dutch", "profession"};
    CHECK_FALSE(nearest_of("income", names).has_value());
    CHECK_FALSE(nearest_of("", names).has_value());
    CHECK_FALSE(nearest_of("dutch", {}).has_value());
}

TEST_CASE("the distance allowed is one and a quarter of the length") {
    CHECK(nearest_of("abc", {"abx"}) == "abx");
    CHECK_FALSE(nearest_of("abc", {"axx"}).has_value());
    CHECK(nearest_of("abcd", {"abxx"}) == "abxx");
    CHECK_FALSE(nearest_of("abcd", {"axxx"}).has_value());
    CHECK(nearest_of("abcdefgh", {"abcdexxx"}) == "abcdexxx");
    CHECK_FALSE(nearest_of("abcdefgh", {"abcdxxxx"}).has_value());
}

TEST_CASE("no stretch is edited twice") {
    // "ca" → "ac" → "abc" edits one stretch twice; without that it takes three edits, one too many.
    CHECK_FALSE(nearest_of("cade", {"abcde"}).has_value());
    CHECK(nearest_of("cade", {"acde"}) == "acde");
}

TEST_CASE("the nearest of several wins, the first of equals") {
    CHECK(nearest_of("step", {"stop", "steps", "stem"}) == "stop");
    CHECK(nearest_of("stepp", {"stop", "step", "steps"}) == "step");
}

TEST_CASE("nearness counts code points, not bytes") {
    CHECK(nearest_of("één", {"één"}) == "één");
    CHECK(nearest_of("een", {"één"}) == std::nullopt);
    CHECK(nearest_of("ee", {"eé"}) == "eé");
    CHECK(nearest_of("путъ", {"путь"}) == "путь");
    CHECK(nearest_of("\xff", {"\xfe"}) == "\xfe");
}

TEST_CASE("a megabyte of name has no nearest, and at once") {
    const std::string huge(1'000'000, 'a');
    const std::string other(999'999, 'a');
    CHECK_FALSE(nearest_of(huge, {other}).has_value());
    CHECK_FALSE(nearest_of("a", {huge}).has_value());
}
