// SPDX-License-Identifier: Apache-2.0
#include "document/diagnostics_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "document/layout.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::size_t widest_line = 96;  // code points of a quoted line
constexpr std::size_t kept_before = 60;  // of these before the caret, where the line is cut
constexpr std::size_t longest_name = 300;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view magenta = "\x1b[1;35m";
constexpr std::string_view cyan = "\x1b[1;36m";
constexpr std::string_view green = "\x1b[1;32m";
constexpr std::string_view normal = "\x1b[0m";

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return cyan;
        case Severity::warning:
            return magenta;
        case Severity::error:
            break;
    }
    return red;
}

/// One code point of a line as it is printed, and how many columns that takes.
struct Cell {
    std::string text;
    std::size_t width = 1;
    bool is_tab = false;
};

std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at + 1;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xc0U) == 0x80U) ++end;
        const std::string_view one = line.substr(at, end - at);
        if (one == "\t")
            cells.push_back({"\t", 1, true});
        else {
            std::string text = shown(one);
            const std::size_t width = count_code_points(text);
            cells.push_back({std::move(text), width, false});
        }
        at = end;
    }
    return cells;
}

class Renderer {
public:
    Renderer(const SourceMap& sources, DiagnosticStyle style) : sources_(sources), style_(style) {}

    void add(const Diagnostic& diagnostic) {
        const std::string code =
            diagnostic.code.empty() ? std::string() : fmt::format(" [{}]", diagnostic.code);
        add_place(diagnostic.span, diagnostic.severity, diagnostic.message + code);
        for (const DiagnosticNote& note : diagnostic.notes)
            add_place(note.span, Severity::note, note.message);
        if (style_.one_line) return;
        for (const std::string& hint : diagnostic.hints) {
            append(painted(cyan, "hint:"));
            append(fmt::format(" {}\n", hint));
        }
    }

    std::string take() { return std::move(out_); }

private:
    void add_place(const SourceSpan& span, Severity severity, std::string_view message) {
        append(painted(bold, place_text(span)));
        append(painted(colour_of(severity), fmt::format("{}:", word(severity))));
        append(fmt::format(" {}\n", message));
        if (!style_.one_line) quote(span);
    }

    [[nodiscard]] std::string place_text(const SourceSpan& span) const {
        if (!span.is_somewhere()) return "wegwijzer: ";
        const std::string name = shown(sources_.at(span.text).name, longest_name);
        if (span.line == 0) return name + ": ";
        return fmt::format("{}:{}:{}: ", name, span.line, span.column);
    }

    /// The line with a caret under the place. Never of a personal text.
    void quote(const SourceSpan& span) {
        if (!span.is_somewhere() || span.line == 0) return;
        const SourceText& text = sources_.at(span.text);
        if (text.is_personal) return;
        const std::vector<Cell> cells = cells_of(sources_.line(span.text, span.line));
        const std::size_t caret =
            std::min<std::size_t>(span.column == 0 ? 0 : span.column - 1, cells.size());
        const bool is_long = cells.size() > widest_line;
        const std::size_t from = is_long && caret > kept_before ? caret - kept_before : 0;
        const std::size_t until = std::min(cells.size(), from + widest_line);

        std::string line = from > 0 ? "…" : "";
        std::string padding = from > 0 ? " " : "";
        for (std::size_t k = from; k < until; ++k) {
            line += cells[k].text;
            if (k < caret) padding += cells[k].is_tab ? "\t" : std::string(cells[k].width, ' ');
        }
        if (until < cells.size()) line += "…";
        append(fmt::format("  {}\n  {}", line, padding));
        append(painted(green, underline(cells, caret, until, span.length)));
        append("\n");
    }

    static std::string underline(const std::vector<Cell>& cells, std::size_t caret,
                                 std::size_t until, std::size_t length) {
        std::size_t width = 0;
        for (std::size_t k = caret; k < until && k - caret < length; ++k) width += cells[k].width;
        return "^" + std::string(width > 0 ? width - 1 : 0, '~');
    }

    [[nodiscard]] std::string painted(std::string_view colour, std::string_view text) const {
        if (!style_.colour) return std::string(text);
        return fmt::format("{}{}{}", colour, text, normal);
    }
    void append(std::string_view text) { out_ += text; }

    const SourceMap& sources_;
    DiagnosticStyle style_;
    std::string out_;
};

}  // namespace

std::string render_diagnostics(const Diagnostics& diagnostics, const SourceMap& sources,
                               DiagnosticStyle style) {
    Renderer renderer(sources, style);
    for (const Diagnostic& diagnostic : diagnostics) renderer.add(diagnostic);
    return renderer.take();
}

std::string render_check_summary(const Diagnostics& diagnostics,
                                 const std::vector<std::string>& packs, std::string_view lang) {
    const Words words(lang);
    if (diagnostics.empty())
        return words.say(Phrase::check_clean, {Words::clean(joined(packs, ", "))}) + "\n";
    const auto count = [&](Severity severity) {
        return std::int64_t{
            std::count_if(diagnostics.begin(), diagnostics.end(),
                          [&](const Diagnostic& one) { return one.severity == severity; })};
    };
    return words.say(
               Phrase::check_counted,
               {words.count(count(Severity::error), Phrase::count_error, Phrase::count_errors),
                words.count(count(Severity::warning), Phrase::count_warning,
                            Phrase::count_warnings)}) +
           "\n";
}

}  // namespace wegwijzer::document
