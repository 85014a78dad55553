// SPDX-License-Identifier: Apache-2.0
#include "document/document.hpp"

#include "document/document_data.hpp"
#include "document/document_page.hpp"
#include "document/page_formats.hpp"
#include "document/timeline_picture.hpp"

namespace wegwijzer::document {

std::string render_document(const std::vector<DocumentView>& views, std::string_view format) {
    const DocumentView& first = views.front();
    if (format == "svg") return draw_timeline(first, true);
    if (format == "ics") return render_document_calendar(first);
    if (format == "csv") return render_document_csv(first);
    if (format == "json") return render_document_json(first);
    if (format == "ndjson") return render_document_ndjson(first);
    if (format == "xml") return render_document_xml(first);
    const Page page = make_page(views);
    if (format == "md") return render_markdown(page);
    if (format == "txt") return render_message(page);
    if (format == "odt") return render_odt(page);
    return render_html(page, draw_timeline(first, false));
}

}  // namespace wegwijzer::document
