// SPDX-License-Identifier: Apache-2.0
/// Everything the packs say about one thing, as named lines: what `list` and `show` render.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/phrases.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::document {

struct SheetField {
    std::string_view key;             ///< in JSON
    Phrase label;                     ///< in text
    std::vector<std::string> values;  ///< in the packs' words
    bool is_list = false;             ///< in JSON: an array, even of one
};

struct Sheet {
    std::string id, title, pack;
    std::vector<SheetField> fields;  ///< none of them empty
};

/// A kind of things that can be listed: "goals", "steps", …
struct SheetKind {
    std::string_view name;  ///< in JSON and on the command line
    Phrase one;             ///< "step"
};
/// All kinds, those that `list` names first.
[[nodiscard]] const std::vector<SheetKind>& sheet_kinds();

/// The things of a kind, by id. `lang` chooses titles and texts.
[[nodiscard]] std::vector<Sheet> sheets_of(const model::Catalogue& catalogue, std::string_view kind,
                                           std::string_view lang);

struct SheetStyle {
    std::string lang;
    int width = 80;
};
/// A table of id and title; ends with a newline.
[[nodiscard]] std::string render_list_text(const std::vector<Sheet>& sheets,
                                           const SheetStyle& style);
/// `{ "goals": [ { "id", "title", "pack", … } ] }`; ends with a newline.
[[nodiscard]] std::string render_list_json(std::string_view kind, const std::vector<Sheet>& sheets);

/// Things of one kind.
struct KindSheets {
    SheetKind kind;
    std::vector<Sheet> sheets;
};
/// All about a few things; ends with a newline.
[[nodiscard]] std::string render_sheets_text(const std::vector<KindSheets>& shown,
                                             const SheetStyle& style);
/// As a list of each kind: `{ "steps": [ … ], "credentials": [ … ] }`.
[[nodiscard]] std::string render_sheets_json(const std::vector<KindSheets>& shown);

}  // namespace wegwijzer::document
