// SPDX-License-Identifier: Apache-2.0
/// What the tests of this room share: texts through the gate, and diagnostics as short lines.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "pack/gate.hpp"

namespace door {

using wegwijzer::Diagnostic;
using wegwijzer::Diagnostics;
using wegwijzer::Severity;

/// "F003 2:9", "F020 1:1 (warning)"; a finding without a place is its code alone.
inline std::vector<std::string> places(const Diagnostics& found) {
    std::vector<std::string> lines;
    for (const Diagnostic& d : found) {
        std::string line{d.code};
        if (d.span.is_somewhere()) line += fmt::format(" {}:{}", d.span.line, d.span.column);
        if (d.severity == Severity::warning) line += " (warning)";
        lines.push_back(line);
    }
    return lines;
}

/// Everything a finding says, notes and hints included.
inline std::string all_words(const Diagnostics& found) {
    std::string words;
    for (const Diagnostic& d : found) {
        words += d.message + "\n";
        for (const auto& note : d.notes) words += note.message + "\n";
        for (const auto& hint : d.hints) words += hint + "\n";
    }
    return words;
}

/// What the gate says of a text; nothing where it lets it in.
inline std::vector<std::string> refused(std::string text, wegwijzer::pack::Kind kind) {
    wegwijzer::SourceMap sources;
    const auto number = wegwijzer::pack::admit(std::move(text), "a-text", kind, sources);
    return number ? std::vector<std::string>{} : places(number.error());
}

/// Adds a text without the gate, as if it were a file of a pack, or personal.
inline std::uint32_t add(wegwijzer::SourceMap& sources, std::string text,
                         bool is_personal = false) {
    return sources.add({"a-text", std::move(text), is_personal});
}

using Lines = std::vector<std::string>;

}  // namespace door

/// How doctest shows lists of lines that differ.
template <>
struct doctest::StringMaker<door::Lines> {
    static doctest::String convert(const door::Lines& lines) {
        std::string text;
        for (const std::string& line : lines) text += "[" + line + "]";
        return text.c_str();
    }
};
