// SPDX-License-Identifier: Apache-2.0
#include "cli/list_command.hpp"

#include "cli/arguments.hpp"
#include "cli/places.hpp"
#include "document/sheet.hpp"

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
    const auto sheets = document::sheets_of(*catalogue, kind_, here.options.lang);
    here.console.print(format_ == "json" ? document::render_list_json(kind_, sheets)
                                         : document::render_list_text(
                                               sheets, {here.options.lang, here.console.width()}));
    return ExitStatus::done;
}

}  // namespace wegwijzer::cli
