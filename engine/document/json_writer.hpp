// SPDX-License-Identifier: Apache-2.0
/// JSON as it is written, in the order it is written: quick, and the same bytes every time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace wegwijzer::document {

/// Values go into the object or array that was begun last. Strings must be UTF-8; control and
/// bidirectional-control characters are written as \u…, so that a terminal is safe too.
class JsonWriter {
public:
    enum class Layout { lines, one_line };
    explicit JsonWriter(Layout layout = Layout::lines) : layout_(layout) {}

    void begin_object() { begin('{'); }
    void begin_array() { begin('['); }
    void end_object() { end('}'); }
    void end_array() { end(']'); }
    /// The name of the next value of an object.
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(bool truth);
    void value(std::int64_t number);
    void value(std::int32_t number) { value(std::int64_t{number}); }
    void value(std::uint32_t number) { value(std::int64_t{number}); }
    void value(std::uint64_t number);
    /// The shortest digits that give the same number back.
    void value(double number);
    void value(Date date) { value(to_string(date)); }
    void null();
    template <class T>
    void value(const std::optional<T>& maybe) {
        if (maybe)
            value(*maybe);
        else
            null();
    }
    /// Digits that are a JSON number already.
    void number(std::string_view digits) { plain(digits); }

    template <class T>
    void field(std::string_view name, const T& what) {
        key(name);
        value(what);
    }

    /// A named array, one call of `write_one` for each of its values.
    template <class List, class Write>
    void array(std::string_view name, const List& list, Write write_one) {
        key(name);
        begin_array();
        for (const auto& one : list) write_one(one);
        end_array();
    }

    /// The whole text, ended by a newline.
    [[nodiscard]] std::string take();

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void break_line();
    void plain(std::string_view text);
    void quoted(std::string_view text);

    Layout layout_;
    std::string out_;
    std::vector<bool> has_values_;  // of each open object or array
    bool after_key_ = false;
};

}  // namespace wegwijzer::document
