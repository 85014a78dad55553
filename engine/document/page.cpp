// SPDX-License-Identifier: Apache-2.0
#include "document/page.hpp"

#include <cassert>
#include <type_traits>

namespace wegwijzer::document {
namespace {

void merge(Sentence& into, Sentence& other);
void merge(std::pair<Sentence, Sentence>& into, std::pair<Sentence, Sentence>& other);
void merge(Block& into, Block& other);
void merge(Section& into, Section& other);

template <class Part>
void merge(std::vector<Part>& into, std::vector<Part>& others) {
    assert(into.size() == others.size() && "pages of one plan have one shape in all languages");
    for (std::size_t k = 0; k < into.size() && k < others.size(); ++k) merge(into[k], others[k]);
}

void merge(Sentence& into, Sentence& other) {
    for (Line& line : other.in) into.in.push_back(std::move(line));
}

void merge(std::pair<Sentence, Sentence>& into, std::pair<Sentence, Sentence>& other) {
    merge(into.first, other.first);
    merge(into.second, other.second);
}

void merge_block(Paragraph& into, Paragraph& other) { merge(into.text, other.text); }
void merge_block(Bullets& into, Bullets& other) { merge(into.items, other.items); }
void merge_block(Picture& into, Picture& other) { merge(into.says, other.says); }
void merge_block(Facts& into, Facts& other) { merge(into.rows, other.rows); }
void merge_block(Grid& into, Grid& other) {
    merge(into.caption, other.caption);
    merge(into.headings, other.headings);
    merge(into.rows, other.rows);
}

void merge(Block& into, Block& other) {
    std::visit(
        [&](auto& block) {
            using Kind = std::decay_t<decltype(block)>;
            if (auto* const same = std::get_if<Kind>(&other)) merge_block(block, *same);
        },
        into);
}

void merge(Section& into, Section& other) {
    merge(into.heading, other.heading);
    merge(into.blocks, other.blocks);
    merge(into.sections, other.sections);
}

}  // namespace

Page side_by_side(std::vector<Page> pages) {
    Page whole = std::move(pages.front());
    for (std::size_t k = 1; k < pages.size(); ++k) {
        Page& other = pages[k];
        whole.languages.push_back(other.languages.front());
        merge(whole.title, other.title);
        merge(whole.opening, other.opening);
        merge(whole.sections, other.sections);
    }
    return whole;
}

}  // namespace wegwijzer::document
