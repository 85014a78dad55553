// SPDX-License-Identifier: Apache-2.0
#include "cli/check_command.hpp"

#include <utility>

#include "cli/arguments.hpp"
#include "cli/pack_choice.hpp"
#include "document/diagnostics_json.hpp"
#include "document/diagnostics_text.hpp"

namespace wegwijzer::cli {

void CheckCommand::setup(CLI::App& app) {
    add_arguments(app, "PACK", packs_, "a pack, or its folder; all packs where none is named");
    add_choice(app, "--format", format_, {"txt", "gnu", "json"},
               "form of the findings: txt with the line and a caret (default), gnu one line each, "
               "or json");
}

ExitStatus CheckCommand::run(Surroundings& here) {
    const auto packs = choose_packs(packs_, here);
    if (!packs) {
        here.console.tell(packs.error());
        return ExitStatus::usage;
    }
    Diagnostics found;
    auto read = pack::read_packs(here.places, *packs, {.scenarios = true}, here.sources, found);
    if (!read) found = std::move(read).error();
    if (format_ == "json") {
        here.console.print(document::render_diagnostics_json(found, here.sources));
    } else {
        const bool is_gnu = format_ == "gnu";
        const bool has_colour = !is_gnu && here.console.has_colour();
        here.console.print(document::render_diagnostics(found, here.sources, {has_colour, is_gnu}));
        if (!is_gnu)
            here.console.print(document::render_check_summary(found, *packs, here.options.lang));
    }
    return found.has_errors() ? ExitStatus::no : ExitStatus::done;
}

}  // namespace wegwijzer::cli
