// SPDX-License-Identifier: Apache-2.0
#include "cli/test_command.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "cli/arguments.hpp"
#include "cli/decisive_search.hpp"
#include "cli/pack_choice.hpp"
#include "cli/plugin_calls.hpp"
#include "cli/scenario_runner.hpp"
#include "cli/thread_count.hpp"

namespace wegwijzer::cli {

void TestCommand::setup(CLI::App& app) {
    add_arguments(app, "PACK", packs_, "a pack, or its folder; all packs where none is named");
    add_flag(app, "--decisive", is_decisive_,
             "tell too what could be taken out without any scenario's answer changing; takes long");
    add_choice(app, "--format", format_, {"txt", "json"}, "form of the results (default: txt)");
}

ExitStatus TestCommand::run(Surroundings& here) {
    const auto packs = choose_packs(packs_, here);
    if (!packs) {
        here.console.tell(packs.error());
        return ExitStatus::usage;
    }
    Diagnostics warnings;
    const auto catalogue =
        pack::read_packs(here.places, *packs, {.scenarios = true}, here.sources, warnings);
    if (!catalogue) {
        here.console.tell(catalogue.error(), here.sources);
        return ExitStatus::input;
    }
    ScenarioRunner runner(here);
    for (const model::Scenario& scenario : catalogue->scenarios) {
        const std::string& pack = (*catalogue)[scenario.pack].id;
        if (std::find(packs->begin(), packs->end(), pack) != packs->end())
            runner.add(pack, scenario);
    }
    const std::size_t threads = thread_count(here.options);
    runner.run(threads);

    const auto& results = runner.results();
    const auto untouched = document::untouched(runner.touched(), *catalogue, *packs);
    std::optional<document::Touched> idle;
    if (is_decisive_) idle = idle_parts(runner.jobs(), *catalogue, *packs, threads);
    here.console.print(format_ == "json"
                           ? document::render_scenarios_json(results, untouched, idle)
                           : document::render_scenarios_text(results, untouched, here.options.lang,
                                                             here.console.width(), idle));
    const bool has_failed = std::any_of(results.begin(), results.end(), [](const auto& result) {
        return result.could_not_run || !result.mismatches.empty();
    });
    return tell_plugin_faults(here, has_failed ? ExitStatus::no : ExitStatus::done);
}

}  // namespace wegwijzer::cli
