// SPDX-License-Identifier: Apache-2.0
#include "document/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

namespace wegwijzer::document {
namespace {

constexpr std::size_t indent = 2;

/// Bytes of a character at `at` that a terminal would obey: DEL, C1 controls, the marks and
/// overrides of direction, line and paragraph separators. 0: a harmless one.
/// @source The Unicode Standard 15.0, chapters 23.1, 23.2 and 23.3
std::size_t dangerous_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t k) {
        return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0U;
    };
    if (byte(0) == 0x7f) return 1;
    if (byte(0) == 0xc2 && byte(1) < 0xa0) return 2;   // U+0080–U+009F
    if (byte(0) == 0xd8 && byte(1) == 0x9c) return 2;  // U+061C
    if (byte(0) != 0xe2) return 0;
    if (byte(1) == 0x80 && (byte(2) == 0x8e || byte(2) == 0x8f)) return 3;  // U+200E, U+200F
    if (byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae) return 3;    // U+2028–U+202E
    if (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9) return 3;    // U+2066–U+2069
    return 0;
}

unsigned code_point(std::string_view bytes) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(bytes[k]); };
    if (bytes.size() == 1) return byte(0);
    if (bytes.size() == 2) return ((byte(0) & 0x1fU) << 6U) | (byte(1) & 0x3fU);
    return ((byte(0) & 0x0fU) << 12U) | ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU);
}

void append_escape(std::string& out, unsigned code) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (unsigned shift = 16; shift > 0; shift -= 4) out += digits[(code >> (shift - 4)) & 0xfU];
}

}  // namespace

void JsonWriter::key(std::string_view name) {
    separate();
    quoted(name);
    out_ += layout_ == Layout::lines ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
    separate();
    quoted(text);
}

void JsonWriter::value(bool truth) { plain(truth ? "true" : "false"); }

void JsonWriter::value(std::int64_t number) { plain(std::to_string(number)); }

void JsonWriter::value(std::uint64_t number) { plain(std::to_string(number)); }

void JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    std::array<char, 40> digits{};
    const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    plain({digits.data(), static_cast<std::size_t>(done.ptr - digits.data())});
}

void JsonWriter::null() { plain("null"); }

std::string JsonWriter::take() {
    out_ += '\n';
    return std::move(out_);
}

void JsonWriter::begin(char bracket) {
    separate();
    out_ += bracket;
    has_values_.push_back(false);
}

void JsonWriter::end(char bracket) {
    const bool had_values = has_values_.back();
    has_values_.pop_back();
    if (had_values) break_line();
    out_ += bracket;
}

void JsonWriter::break_line() {
    if (layout_ == Layout::one_line) return;
    out_ += '\n';
    out_.append(indent * has_values_.size(), ' ');
}

/// What stands between this value or key and the one before it.
void JsonWriter::separate() {
    if (std::exchange(after_key_, false) || has_values_.empty()) return;
    if (has_values_.back()) out_ += ',';
    has_values_.back() = true;
    break_line();
}

void JsonWriter::plain(std::string_view text) {
    separate();
    out_ += text;
}

void JsonWriter::quoted(std::string_view text) {
    out_ += '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (c == '\n') {
            out_ += "\\n";
        } else if (c == '\t') {
            out_ += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            append_escape(out_, static_cast<unsigned char>(c));
        } else if (const std::size_t length = dangerous_length(text, at); length > 0) {
            append_escape(out_, code_point(text.substr(at, length)));
            at += length - 1;
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

}  // namespace wegwijzer::document
