// SPDX-License-Identifier: Apache-2.0
/// Places in foreign text, and the texts themselves, so that a message can show the line.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace wegwijzer {

/// A stretch of one line of a text. Lines and columns count from 1, columns in code points.
struct SourceSpan {
    static constexpr std::uint32_t nowhere = 0xffffffffU;
    std::uint32_t text = nowhere;  ///< index in `SourceMap`; `nowhere`: no place to show
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 1;  ///< code points to underline, at least 1

    [[nodiscard]] bool is_somewhere() const { return text != nowhere; }
    friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

/// One text that was read. A personal text (a profile, a cohort) is never quoted in a message.
struct SourceText {
    std::string name;  ///< as the user would write it: a relative or given path, or "-"
    std::string text;
    bool is_personal = false;
};

/// The texts of one run, by number. Adding never moves a text that was added before.
class SourceMap {
public:
    std::uint32_t add(SourceText text);
    [[nodiscard]] const SourceText& at(std::uint32_t index) const { return texts_.at(index); }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }
    /// The line (from 1) without its end; empty where there is no such line.
    [[nodiscard]] std::string_view line(std::uint32_t text, std::uint32_t line) const;

private:
    std::deque<SourceText> texts_;
};

}  // namespace wegwijzer
