// SPDX-License-Identifier: Apache-2.0
#include "cli/list_command.hpp"

#include <utility>

#include "cli/arguments.hpp"
#include "cli/places.hpp"
#include "document/sheet.hpp"
#include "plugin/plugin_sheets.hpp"

namespace wegwijzer::cli {

void ListCommand::setup(CLI::App& app) {
    std::vector<std::string> kinds;
    for (const document::SheetKind& kind : document::sheet_kinds()) kinds.emplace_back(kind.name);
    add_choice(app, "KIND", kind_, kinds, "what to list")->required();
    add_choice(app, "--format", format_, {"txt", "json"}, "form of the list (default: txt)");
}

ExitStatus ListCommand::run(Surroundings& here) {
    Diagnostics warnings;
    const auto catalogue =
        pack::read_packs(here.places, all_pack_ids(here.places), {}, here.sources, warnings);
    if (!catalogue) {
        here.console.tell(catalogue.error(), here.sources);
        return ExitStatus::input;
    }
    if (kind_ == "plugins") return list_plugins(*catalogue, here);
    const auto sheets = document::sheets_of(*catalogue, kind_, here.options.lang);
    here.console.print(format_ == "json" ? document::render_list_json(kind_, sheets)
                                         : document::render_list_text(
                                               sheets, {here.options.lang, here.console.width()}));
    return ExitStatus::done;
}

/// In full, as an id alone does not tell whether a plugin can be used.
ExitStatus ListCommand::list_plugins(const model::Catalogue& catalogue, Surroundings& here) const {
    auto sheets = plugin::plugin_sheets(catalogue, here.places, here.options.lang, here.sources);
    if (format_ == "json") {
        here.console.print(document::render_list_json(kind_, sheets));
        return ExitStatus::done;
    }
    const document::SheetStyle style{here.options.lang, here.console.width()};
    here.console.print(
        sheets.empty()
            ? document::render_list_text(sheets, style)
            : document::render_sheets_text(
                  {{{"plugins", document::Phrase::kind_plugin}, std::move(sheets)}}, style));
    return ExitStatus::done;
}

}  // namespace wegwijzer::cli
