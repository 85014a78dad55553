// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <vector>

#include "document/markup.hpp"
#include "document/page_formats.hpp"
#include "document/zip_writer.hpp"

namespace wegwijzer::document {
namespace {

constexpr const char* mime_type = "application/vnd.oasis.opendocument.text";

/// The kinds of paragraph, which become one style for each language of the page.
struct Kind {
    const char* name;
    const char* size;
    bool is_bold;
    int level;  ///< of a heading; 0: none
};
constexpr Kind kinds[] = {{"title", "18pt", true, 1},  {"heading", "14pt", true, 2},
                          {"step", "12pt", true, 3},   {"text", "11pt", false, 0},
                          {"strong", "11pt", true, 0}, {"small", "9pt", false, 0}};

pugi::xml_node add_root(pugi::xml_document& tree, const char* name) {
    return add_element(tree, name,
                       {{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
                        {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
                        {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
                        {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
                        {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
                        {"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
                        {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                        {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                        {"office:version", "1.2"}});
}

const char* font_of(const Language& language) {
    if (language.is_right_to_left) return "Noto Sans Arabic";
    return language.code == "ti" ? "Noto Sans Ethiopic" : "Noto Sans";
}

class OdtWriter {
public:
    explicit OdtWriter(const Page& page) : page_(page) {}

    std::string write() {
        ZipWriter zip;
        zip.add("mimetype", mime_type);  // first and stored, as the format asks
        zip.add("META-INF/manifest.xml", manifest());
        zip.add("meta.xml", meta());
        zip.add("styles.xml", styles());
        zip.add("content.xml", content());
        return zip.take();
    }

private:
    static std::string manifest() {
        pugi::xml_document tree;
        constexpr const char* space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        const auto root = add_element(tree, "manifest:manifest",
                                      {{"xmlns:manifest", space}, {"manifest:version", "1.2"}});
        const std::pair<const char*, const char*> files[] = {{"/", mime_type},
                                                             {"content.xml", "text/xml"},
                                                             {"styles.xml", "text/xml"},
                                                             {"meta.xml", "text/xml"}};
        for (const auto& [path, type] : files)
            add_element(root, "manifest:file-entry",
                        {{"manifest:full-path", path}, {"manifest:media-type", type}});
        return printed(tree, true);
    }

    /// Title and language only: who made it and when says the text.
    [[nodiscard]] std::string meta() const {
        pugi::xml_document tree;
        const auto facts = add_element(add_root(tree, "office:document-meta"), "office:meta");
        std::string title;
        for (const Run& run : page_.title.in.front()) title += run.text;
        add_text_element(facts, "dc:title", title);
        add_text_element(facts, "dc:language", page_.languages.front()->code);
        return printed(tree, true);
    }

    [[nodiscard]] std::string styles() const {
        pugi::xml_document tree;
        const auto root = add_root(tree, "office:document-styles");
        const auto fonts = add_element(root, "office:font-face-decls");
        for (const char* const font : {"Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"})
            add_element(fonts, "style:font-face",
                        {{"style:name", font}, {"svg:font-family", std::string("'") + font + "'"}});
        const auto all = add_element(root, "office:styles");
        for (const Language* const language : page_.languages)
            for (const Kind& kind : kinds) add_style(all, *language, kind);
        add_list_styles(all);
        const auto automatic = add_element(root, "office:automatic-styles");
        const auto layout = add_element(automatic, "style:page-layout", {{"style:name", "A4"}});
        add_element(layout, "style:page-layout-properties",
                    {{"fo:page-width", "21cm"},
                     {"fo:page-height", "29.7cm"},
                     {"fo:margin", "2cm"},
                     {"style:writing-mode",
                      page_.languages.front()->is_right_to_left ? "rl-tb" : "lr-tb"}});
        add_element(add_element(root, "office:master-styles"), "style:master-page",
                    {{"style:name", "Standard"}, {"style:page-layout-name", "A4"}});
        return printed(tree, true);
    }

    static void add_style(pugi::xml_node parent, const Language& language, const Kind& kind) {
        const bool is_rtl = language.is_right_to_left;
        pugi::xml_node style = add_element(
            parent, "style:style",
            {{"style:name", style_name(kind, language)}, {"style:family", "paragraph"}});
        if (kind.level > 0)
            style.append_attribute("style:default-outline-level").set_value(kind.level);
        // LibreOffice 7.4 leaves "start" at the left in right-to-left text; "end" goes right.
        add_element(style, "style:paragraph-properties",
                    {{"style:writing-mode", is_rtl ? "rl-tb" : "lr-tb"},
                     {"fo:text-align", is_rtl ? "end" : "start"},
                     {"fo:margin-top", kind.level > 0 ? "0.4cm" : "0.1cm"},
                     {"fo:margin-bottom", "0.1cm"},
                     {"fo:keep-with-next", kind.level > 0 ? "always" : "auto"}});
        const std::string lang(language.code), font = font_of(language);
        const char* const weight = kind.is_bold ? "bold" : "normal";
        add_element(style, "style:text-properties",
                    {{"style:font-name", language.code == "ti" ? font : "Noto Sans"},
                     {"fo:font-size", kind.size},
                     {"fo:font-weight", weight},
                     {"fo:language", is_rtl ? "nl" : lang},
                     {"fo:country", "none"},
                     {"style:font-name-complex", font},
                     {"style:font-size-complex", kind.size},
                     {"style:font-weight-complex", weight},
                     {"style:language-complex", is_rtl || language.code == "ti" ? lang : "none"},
                     {"style:country-complex", "none"}});
    }

    static void add_list_styles(pugi::xml_node parent) {
        const auto bullets = add_element(parent, "text:list-style", {{"style:name", "bullets"}});
        add_list_level(add_element(bullets, "text:list-level-style-bullet",
                                   {{"text:level", "1"}, {"text:bullet-char", "•"}}));
        const auto numbers = add_element(parent, "text:list-style", {{"style:name", "numbers"}});
        add_list_level(add_element(
            numbers, "text:list-level-style-number",
            {{"text:level", "1"}, {"style:num-format", "1"}, {"style:num-suffix", "."}}));
    }
    static void add_list_level(pugi::xml_node level) {
        add_element(level, "style:list-level-properties",
                    {{"text:space-before", "0.2cm"}, {"text:min-label-width", "0.7cm"}});
    }

    static std::string style_name(const Kind& kind, const Language& language) {
        return std::string(kind.name) + "-" + std::string(language.code);
    }
    static const Kind& kind_named(std::string_view name) {
        for (const Kind& kind : kinds)
            if (name == kind.name) return kind;
        return kinds[3];
    }

    std::string content() {
        pugi::xml_document tree;
        const auto root = add_root(tree, "office:document-content");
        const auto body = add_element(add_element(root, "office:body"), "office:text");
        put(body, page_.title, "title");
        for (const Block& block : page_.opening) put_block(body, block);
        for (const Section& section : page_.sections) put_section(body, section, "heading");
        return printed(tree, false);
    }

    /// Each version is a paragraph of its own, under the one before.
    void put(pugi::xml_node parent, const Sentence& sentence, std::string_view name,
             const Sentence* label = nullptr) {
        const Kind& kind = kind_named(name);
        for (std::size_t k = 0; k < sentence.in.size(); ++k) {
            const Language& language = *page_.languages[k];
            if (sentence.in[k].empty()) continue;
            pugi::xml_node paragraph =
                add_element(parent, kind.level > 0 ? "text:h" : "text:p",
                            {{"text:style-name", style_name(kind, language)}});
            if (kind.level > 0)
                paragraph.append_attribute("text:outline-level").set_value(kind.level);
            if (label != nullptr) {
                put_runs(paragraph, label->in[k], language);
                put_text(paragraph, ": ");
            }
            put_runs(paragraph, sentence.in[k], language);
        }
    }
    static void put_text(pugi::xml_node parent, const std::string& text) {
        parent.append_child(pugi::node_pcdata).set_value(text.c_str());
    }
    static void put_runs(pugi::xml_node parent, const Line& line, const Language& language) {
        for (const Run& run : line) {
            const std::string text = isolated(run, language);
            if (run.url.empty())
                put_text(parent, text);
            else
                add_text_element(parent, "text:a", text,
                                 {{"xlink:type", "simple"}, {"xlink:href", run.url}});
        }
    }

    void put_section(pugi::xml_node body, const Section& section, std::string_view kind) {
        put(body, section.heading, kind);
        for (const Block& block : section.blocks) put_block(body, block);
        for (const Section& inner : section.sections) put_section(body, inner, "step");
    }
    void put_block(pugi::xml_node body, const Block& block) {
        std::visit([&](const auto& one) { put_one(body, one); }, block);
    }
    void put_one(pugi::xml_node body, const Paragraph& paragraph) {
        put(body, paragraph.text,
            paragraph.kind == Paragraph::Kind::important ? "strong"
            : paragraph.kind == Paragraph::Kind::small   ? "small"
                                                         : "text");
    }
    void put_one(pugi::xml_node body, const Bullets& bullets) {
        const auto list = add_element(
            body, "text:list", {{"text:style-name", bullets.is_ordered ? "numbers" : "bullets"}});
        for (const Sentence& item : bullets.items)
            put(add_element(list, "text:list-item"), item, "text");
    }
    void put_one(pugi::xml_node body, const Facts& facts) {
        const auto list = add_element(body, "text:list", {{"text:style-name", "bullets"}});
        for (const auto& [name, what] : facts.rows)
            put(add_element(list, "text:list-item"), what, "text", &name);
    }
    void put_one(pugi::xml_node body, const Grid& grid) {
        put(body, grid.caption, "strong");
        const std::string number = std::to_string(++tables_);
        const auto table = add_element(body, "table:table", {{"table:name", "table" + number}});
        add_element(table, "table:table-column",
                    {{"table:number-columns-repeated", std::to_string(grid.headings.size())}});
        put_row(add_element(table, "table:table-header-rows"), grid.headings, "strong");
        for (const auto& row : grid.rows) put_row(table, row, "text");
    }
    void put_row(pugi::xml_node table, const std::vector<Sentence>& cells, std::string_view kind) {
        const auto row = add_element(table, "table:table-row");
        for (const Sentence& cell : cells)
            put(add_element(row, "table:table-cell", {{"office:value-type", "string"}}), cell,
                kind);
    }
    /// The drawing is in the other formats; the list that follows tells the same.
    static void put_one(pugi::xml_node, const Picture&) {}

    const Page& page_;
    int tables_ = 0;
};

}  // namespace

std::string render_odt(const Page& page) { return OdtWriter(page).write(); }

}  // namespace wegwijzer::document
