// SPDX-License-Identifier: Apache-2.0
#include "cli/show_command.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/places.hpp"
#include "document/sheet.hpp"

namespace wegwijzer::cli {

void ShowCommand::setup(CLI::App& app) {
    add_argument(app, "ID", id_, "its id, as in 'wegwijzer list steps'");
    add_choice(app, "--format", format_, {"txt", "json"}, "form of the answer (default: txt)");
}

ExitStatus ShowCommand::run(Surroundings& here) {
    Diagnostics warnings;
    const auto catalogue =
        pack::read_packs(here.places, all_pack_ids(here.places), {}, here.sources, warnings);
    if (!catalogue) {
        here.console.tell(catalogue.error(), here.sources);
        return ExitStatus::input;
    }
    // Ids are unique per kind, so a credential and a step may share one.
    std::vector<document::KindSheets> shown;
    std::set<std::string> known;
    for (const document::SheetKind& kind : document::sheet_kinds()) {
        for (document::Sheet& sheet :
             document::sheets_of(*catalogue, kind.name, here.options.lang)) {
            known.insert(sheet.id);
            if (sheet.id == id_) shown.push_back({kind, {std::move(sheet)}});
        }
    }
    if (shown.empty()) {
        here.console.tell(fmt::format("unknown id {}", wegwijzer::quoted(id_)),
                          did_you_mean(id_, {known.begin(), known.end()},
                                       "'wegwijzer list steps' shows the ids of steps"));
        return ExitStatus::usage;
    }
    here.console.print(format_ == "json" ? document::render_sheets_json(shown)
                                         : document::render_sheets_text(
                                               shown, {here.options.lang, here.console.width()}));
    return ExitStatus::done;
}

}  // namespace wegwijzer::cli
