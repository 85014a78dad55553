// SPDX-License-Identifier: Apache-2.0
/// A document as text: headings, paragraphs, lists, tables and one picture, in one language or in
/// several side by side. What the page says is decided; each format only writes it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "document/language.hpp"

namespace wegwijzer::document {

/// A stretch of text in one language, free of control characters.
struct Run {
    std::string text;
    std::string lang;  ///< the language it is in; empty: a name, a number or an address
    std::string url;   ///< an http(s) address it points to; empty: none
};
using Line = std::vector<Run>;

/// The same text once for each language of the page.
struct Sentence {
    std::vector<Line> in;
};

struct Paragraph {
    enum class Kind { plain, important, small };
    Sentence text;
    Kind kind = Kind::plain;
};
struct Bullets {
    std::vector<Sentence> items;
    bool is_ordered = false;
};
/// "When: …", "Where: …".
struct Facts {
    std::vector<std::pair<Sentence, Sentence>> rows;
};
struct Grid {
    Sentence caption;
    std::vector<Sentence> headings;
    std::vector<std::vector<Sentence>> rows;  ///< the first cell of each is its heading
};
/// Where the timeline stands; what it shows is told in the list that follows it.
struct Picture {
    Sentence says;
};
using Block = std::variant<Paragraph, Bullets, Facts, Grid, Picture>;

struct Section {
    Sentence heading;
    std::vector<Block> blocks;
    std::vector<Section> sections;
};

struct Page {
    std::vector<const Language*> languages;  ///< one for each version of a sentence
    Sentence title;
    std::vector<Block> opening;
    std::vector<Section> sections;
};

/// The texts of several pages of the same plan, told in different languages, beside each other.
/// @param pages  at least one, of equal shape
[[nodiscard]] Page side_by_side(std::vector<Page> pages);

}  // namespace wegwijzer::document
