// SPDX-License-Identifier: Apache-2.0
#include "document/document_page.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace wegwijzer::document {
namespace {

/// Says something in one of the languages of the page only.
void remark(Page& page, std::size_t version, const Speaker& speaker, std::string_view text,
            Paragraph::Kind kind) {
    Sentence said;
    said.in.resize(page.languages.size());
    said.in[version] = speaker.say(text);
    page.opening.emplace_back(Paragraph{std::move(said), kind});
}

}  // namespace

Page make_page(const std::vector<DocumentView>& views) {
    std::vector<Page> pages;
    for (const DocumentView& view : views)
        pages.push_back(view.wish.audience == Audience::adviser ? adviser_page(view)
                                                                : client_page(view));
    Page page = side_by_side(std::move(pages));
    for (std::size_t k = 0; k < views.size(); ++k) {
        const Speaker& speaker = views[k].speaker;
        if (!speaker.is_checked())
            remark(page, k, speaker,
                   "A machine made this translation. No speaker has checked it yet.",
                   Paragraph::Kind::important);
        if (views[k].has_foreign_text)
            remark(page, k, speaker,
                   "Some names and texts are not translated. They stand in Dutch.",
                   Paragraph::Kind::plain);
    }
    return page;
}

}  // namespace wegwijzer::document
