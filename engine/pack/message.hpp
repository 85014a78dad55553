// SPDX-License-Identifier: Apache-2.0
/// Sentences with places to fill in. (fmt belongs to base, document and cli.)
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace wegwijzer::pack {

/// One part of a sentence: a text, or a number as packs write it. Lives as long as the call.
class Part {
public:
    Part(std::string_view text) : text_(text) {}           // NOLINT(google-explicit-constructor)
    Part(const std::string& text) : text_(text) {}         // NOLINT(google-explicit-constructor)
    Part(const char* text) : text_(text) {}                // NOLINT(google-explicit-constructor)
    Part(double number);                                   // NOLINT(google-explicit-constructor)
    Part(int number) : number_(std::to_string(number)) {}  // NOLINT(google-explicit-constructor)
    Part(std::size_t number)
        : number_(std::to_string(number)) {}  // NOLINT(google-explicit-constructor)
    Part(std::int64_t number)
        : number_(std::to_string(number)) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] std::string_view text() const { return number_.empty() ? text_ : number_; }

private:
    std::string_view text_;
    std::string number_;
};

/// `pattern` with each "{}" in turn replaced by a part; parts are never read as patterns.
[[nodiscard]] std::string say_parts(std::string_view pattern, std::initializer_list<Part> parts);

template <class... Parts>
[[nodiscard]] std::string say(std::string_view pattern, const Parts&... parts) {
    return say_parts(pattern, {Part(parts)...});
}

}  // namespace wegwijzer::pack
