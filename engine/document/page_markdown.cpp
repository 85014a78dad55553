// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <utility>

#include "document/page_formats.hpp"

namespace wegwijzer::document {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A backslash before every character that Markdown, or an autolink, could make something of.
std::string escaped(std::string_view text) {
    constexpr std::string_view special = "\\`*_[]<>#|~&!$@";
    std::string safe;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_scheme = text[at] == ':' && at + 1 < text.size() && text[at + 1] == '/';
        const bool is_host = text[at] == '.' && at >= 3 && text.substr(at - 3, 3) == "www";
        if (special.find(text[at]) != std::string_view::npos || is_scheme || is_host) safe += '\\';
        safe += text[at];
    }
    return safe;
}

/// The beginning of a line must not read as a list, a heading's underline or code.
std::string at_line_start(std::string text) {
    text.erase(0, text.find_first_not_of(' '));
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits > 0 && digits < text.size() && text[digits] == '.') text.insert(digits, 1, '\\');
    if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '='))
        text.insert(0, 1, '\\');
    return text;
}

class MarkdownWriter {
public:
    explicit MarkdownWriter(const Page& page) : page_(page) {}

    std::string write() {
        heading(1, page_.title);
        for (const Block& block : page_.opening) write_block(block);
        for (const Section& section : page_.sections) write_section(section, 2);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string run_text(const Run& run, const Language& language) const {
        if (!run.url.empty()) return "<" + run.url + ">";
        Run safe = run;
        safe.text = escaped(run.text);
        return isolated(safe, language);
    }

    /// The versions of a sentence, with `between` between them.
    [[nodiscard]] std::string text(const Sentence& sentence, std::string_view between) const {
        std::string all;
        for (std::size_t k = 0; k < sentence.in.size(); ++k) {
            std::string version;
            for (const Run& run : sentence.in[k]) version += run_text(run, *page_.languages[k]);
            if (version.empty()) continue;
            if (!all.empty()) all += between;
            all += at_line_start(std::move(version));
        }
        return all;
    }

    void heading(int level, const Sentence& what) {
        out_ +=
            std::string(static_cast<std::size_t>(level), '#') + " " + text(what, " / ") + "\n\n";
    }

    void write_section(const Section& section, int level) {
        heading(level, section.heading);
        for (const Block& block : section.blocks) write_block(block);
        for (const Section& inner : section.sections) write_section(inner, level + 1);
    }

    void write_block(const Block& block) {
        std::visit([&](const auto& one) { write(one); }, block);
        out_ += '\n';
    }
    void write(const Paragraph& paragraph) {
        const std::string said = text(paragraph.text, "\\\n");
        out_ += paragraph.kind == Paragraph::Kind::important
                    ? "**" + text(paragraph.text, "**\\\n**") + "**\n"
                    : said + "\n";
    }
    void write(const Bullets& bullets) {
        for (std::size_t k = 0; k < bullets.items.size(); ++k) {
            const std::string mark = bullets.is_ordered ? std::to_string(k + 1) + ". " : "- ";
            out_ += mark + text(bullets.items[k], "\\\n" + std::string(mark.size(), ' ')) + "\n";
        }
    }
    void write(const Facts& facts) {
        for (const auto& [name, what] : facts.rows)
            out_ += "- **" + text(name, " / ") + "**: " + text(what, " / ") + "\n";
    }
    void write(const Grid& grid) {
        out_ += "**" + text(grid.caption, " / ") + "**\n\n";
        write_row(grid.headings);
        for (std::size_t k = 0; k < grid.headings.size(); ++k) out_ += "|---";
        out_ += "|\n";
        for (const auto& row : grid.rows) write_row(row);
    }
    void write_row(const std::vector<Sentence>& cells) {
        for (const Sentence& cell : cells) out_ += "| " + text(cell, " / ") + " ";
        out_ += "|\n";
    }
    /// The drawing is in the other formats; the list that follows tells the same.
    void write(const Picture&) {}

    const Page& page_;
    std::string out_;
};

}  // namespace

std::string isolated(const Run& run, const Language& language) {
    if (!language.is_right_to_left || run.lang == language.code || run.text == " ") return run.text;
    return "\u2068" + run.text + "\u2069";
}

std::string render_markdown(const Page& page) { return MarkdownWriter(page).write(); }

}  // namespace wegwijzer::document
