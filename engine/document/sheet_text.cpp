// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "document/json_writer.hpp"
#include "document/layout.hpp"
#include "document/sheet.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

void write_sheet(JsonWriter& json, const Sheet& sheet) {
    json.begin_object();
    json.field("id", sheet.id);
    json.field("title", sheet.title);
    json.field("pack", sheet.pack);
    for (const SheetField& field : sheet.fields) {
        json.key(field.key);
        if (!field.is_list) {
            json.value(field.values.front());
            continue;
        }
        json.begin_array();
        for (const std::string& value : field.values) json.value(value);
        json.end_array();
    }
    json.end_object();
}

void write_sheets(JsonWriter& json, std::string_view kind, const std::vector<Sheet>& sheets) {
    json.key(kind);
    json.begin_array();
    for (const Sheet& sheet : sheets) write_sheet(json, sheet);
    json.end_array();
}

void append_sheet(const SheetKind& kind, const Sheet& sheet, const SheetStyle& style,
                  std::string& out) {
    const Words words(style.lang);
    const auto width = static_cast<std::size_t>(style.width);
    out += words.say(kind.one) + " " + Words::clean(sheet.id) + "\n";
    if (!sheet.title.empty()) out += paragraph("  ", Words::clean(sheet.title), width);
    constexpr std::size_t label_width = 16;
    for (const SheetField& field : sheet.fields) {
        std::string label = "  " + left(words.say(field.label), label_width) + " ";
        for (const std::string& value : field.values) {
            out += paragraph(label, Words::clean(value), width);
            label = std::string(width_of(label), ' ');
        }
    }
}

}  // namespace

std::string render_list_text(const std::vector<Sheet>& sheets, const SheetStyle& style) {
    const Words words(style.lang);
    if (sheets.empty()) return words.say(Phrase::nothing_listed) + "\n";
    std::size_t widest = 0;
    for (const Sheet& sheet : sheets) widest = std::max(widest, width_of(sheet.id));
    std::string out;
    for (const Sheet& sheet : sheets) {
        const std::string first = left(Words::clean(sheet.id), widest) + "  ";
        const std::string rest = Words::clean(sheet.title);
        out += rest.empty() ? Words::clean(sheet.id) + "\n"
                            : paragraph(first, rest, static_cast<std::size_t>(style.width));
    }
    return out;
}

std::string render_list_json(std::string_view kind, const std::vector<Sheet>& sheets) {
    JsonWriter json;
    json.begin_object();
    write_sheets(json, kind, sheets);
    json.end_object();
    return json.take();
}

std::string render_sheets_text(const std::vector<KindSheets>& shown, const SheetStyle& style) {
    std::string out;
    for (const KindSheets& one : shown) {
        for (const Sheet& sheet : one.sheets) {
            if (!out.empty()) out += '\n';
            append_sheet(one.kind, sheet, style, out);
        }
    }
    return out;
}

std::string render_sheets_json(const std::vector<KindSheets>& shown) {
    JsonWriter json;
    json.begin_object();
    for (const KindSheets& one : shown) write_sheets(json, one.kind.name, one.sheets);
    json.end_object();
    return json.take();
}

}  // namespace wegwijzer::document
