// SPDX-License-Identifier: Apache-2.0
#include "cli/document_maker.hpp"

#include <utility>

#include "cli/pdf_printer.hpp"
#include "cli/plugin_calls.hpp"
#include "document/document.hpp"
#include "route/find.hpp"
#include "route/holds_until.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {

Result<MadeDocument, UsageMistake> make_document(const PersonQuestion& asked,
                                                 const model::Profile& profile,
                                                 const DocumentOrder& order, Surroundings& here) {
    // Plugins of its own: which of them were missed is told of this person alone.
    PluginCalls plugins(asked.catalogue, here);
    const model::Plan plan = route::find(asked.catalogue, profile, asked.question, plugins.call());
    const document::PlanView view{.catalogue = asked.catalogue,
                                  .plan = plan,
                                  .program_version = std::string(paths::version),
                                  .lang = std::string(order.languages.front()->code),
                                  .made = order.made,
                                  .waived = asked.waived,
                                  .plugins_missed = plugins.missed()};
    const document::DocumentWish wish{.audience = order.audience,
                                      .is_anonymous = order.is_anonymous,
                                      .holds_until = route::holds_until(asked.catalogue, plan)};
    std::vector<document::DocumentView> views;
    for (const document::Language* const language : order.languages)
        views.push_back(document::make_document_view(view, profile, *language, wish));

    MadeDocument made;
    made.is_no = plan.status == model::Status::unreachable || plan.is_undecided();
    const bool is_pdf = order.format == "pdf";
    made.bytes = document::render_document(views, is_pdf ? "html" : order.format);
    if (is_pdf) {
        auto printed = print_pdf(made.bytes, order.made);
        if (!printed) return Unexpected{std::move(printed).error()};
        made.bytes = std::move(printed).value();
    }
    return made;
}

}  // namespace wegwijzer::cli
