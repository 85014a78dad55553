// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <utility>

#include "document/page_formats.hpp"
#include "document/page_style.hpp"

namespace wegwijzer::document {
namespace {

class HtmlWriter {
public:
    HtmlWriter(const Page& page, std::string_view timeline) : page_(page), timeline_(timeline) {}

    std::string write() {
        const Language& first = *page_.languages.front();
        out_ += "<!DOCTYPE html>\n<html";
        write_language(first);
        out_ +=
            ">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
        for (const Run& run : page_.title.in.front()) write_escaped(run.text);
        out_ += "</title>\n<style>\n";
        out_ += page_style();
        out_ += "\n</style>\n</head>\n<body>\n<main>\n";
        element("h1", page_.title);
        for (const Block& block : page_.opening) write_block(block);
        for (const Section& section : page_.sections) write_section(section, 2);
        out_ += "</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

private:
    void write_escaped(std::string_view text) {
        for (const char c : text) {
            if (c == '&')
                out_ += "&amp;";
            else if (c == '<')
                out_ += "&lt;";
            else if (c == '>')
                out_ += "&gt;";
            else if (c == '"')
                out_ += "&quot;";
            else if (c == '\'')
                out_ += "&#39;";
            else
                out_ += c;
        }
    }
    void write_language(const Language& language) {
        out_ += " lang=\"";
        out_ += language.code;
        out_ += language.is_right_to_left ? "\" dir=\"rtl\"" : "\" dir=\"ltr\"";
    }

    void write_run(const Run& run, const Language& language) {
        if (!run.url.empty()) {
            out_ += "<a dir=\"ltr\" href=\"";
            write_escaped(run.url);
            out_ += "\">";
            write_escaped(run.text);
            out_ += "</a>";
            return;
        }
        const Language* const own = find_language(run.lang);
        if (own != nullptr && own != &language) {
            out_ += "<bdi";
            write_language(*own);
            out_ += '>';
            write_escaped(run.text);
            out_ += "</bdi>";
        } else if (own == nullptr && language.is_right_to_left && run.text != " ") {
            out_ += "<bdi>";
            write_escaped(run.text);
            out_ += "</bdi>";
        } else {
            write_escaped(run.text);
        }
    }

    void write_text(const Sentence& sentence) {
        const bool is_one = sentence.in.size() == 1;
        if (is_one) {
            for (const Run& run : sentence.in.front()) write_run(run, *page_.languages.front());
            return;
        }
        out_ += "<span class=\"both\">";
        for (std::size_t k = 0; k < sentence.in.size(); ++k) {
            out_ += "<span";
            write_language(*page_.languages[k]);
            out_ += '>';
            for (const Run& run : sentence.in[k]) write_run(run, *page_.languages[k]);
            out_ += "</span>";
        }
        out_ += "</span>";
    }

    /// @param attributes  our own, with a blank in front
    void element(std::string_view name, const Sentence& what, std::string_view attributes = {}) {
        open(name, attributes);
        write_text(what);
        close(name);
    }
    void open(std::string_view name, std::string_view attributes = {}) {
        out_ += '<';
        out_ += name;
        out_ += attributes;
        out_ += '>';
    }
    void close(std::string_view name) {
        out_ += "</";
        out_ += name;
        out_ += ">\n";
    }

    void write_section(const Section& section, int level) {
        open("section");
        out_ += '\n';
        element("h" + std::to_string(level), section.heading);
        for (const Block& block : section.blocks) write_block(block);
        for (const Section& inner : section.sections) write_section(inner, level + 1);
        close("section");
    }
    void write_block(const Block& block) {
        std::visit([&](const auto& one) { write(one); }, block);
    }
    void write(const Paragraph& paragraph) {
        element("p", paragraph.text,
                paragraph.kind == Paragraph::Kind::important ? " class=\"important\""
                : paragraph.kind == Paragraph::Kind::small   ? " class=\"small\""
                                                             : "");
    }
    void write(const Bullets& bullets) {
        const std::string_view name = bullets.is_ordered ? "ol" : "ul";
        open(name);
        out_ += '\n';
        for (const Sentence& item : bullets.items) element("li", item);
        close(name);
    }
    void write(const Facts& facts) {
        open("dl");
        out_ += '\n';
        for (const auto& [name, what] : facts.rows) {
            open("div");
            element("dt", name);
            element("dd", what);
            close("div");
        }
        close("dl");
    }
    void write(const Grid& grid) {
        // What may be wider than a phone can be scrolled by keyboard, and says what it is.
        open("div", " class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t" +
                        std::to_string(++tables_) + "\"");
        out_ += "\n<table>\n";
        element("caption", grid.caption, " id=\"t" + std::to_string(tables_) + "\"");
        out_ += "<thead><tr>\n";
        for (const Sentence& heading : grid.headings) element("th", heading, " scope=\"col\"");
        out_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : grid.rows) {
            out_ += "<tr>\n";
            for (std::size_t k = 0; k < row.size(); ++k)
                element(k == 0 ? "th" : "td", row[k], k == 0 ? " scope=\"row\"" : "");
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n</table>\n";
        close("div");
    }
    void write(const Picture& picture) {
        if (timeline_.empty()) return;
        open("figure");
        out_ += "\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"f";
        out_ += std::to_string(++figures_) + "\">\n";
        out_ += timeline_;
        out_ += "\n</div>\n";
        element("figcaption", picture.says, " id=\"f" + std::to_string(figures_) + "\"");
        close("figure");
    }

    const Page& page_;
    std::string_view timeline_;
    std::string out_;
    int tables_ = 0, figures_ = 0;
};

}  // namespace

std::string render_html(const Page& page, std::string_view timeline) {
    return HtmlWriter(page, timeline).write();
}

}  // namespace wegwijzer::document
