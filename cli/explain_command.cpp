// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_command.hpp"

#include <variant>

#include "cli/arguments.hpp"
#include "cli/name_finder.hpp"
#include "cli/plugin_calls.hpp"
#include "cli/today.hpp"
#include "document/explain_view.hpp"
#include "route/find.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {

void ExplainCommand::setup(CLI::App& app) {
    arguments_.declare(app);
    add_optional_argument(app, "STEP", step_, "explain this step alone, in depth");
    add_choice(app, "--format", format_, {"txt", "json"}, "form of the answer (default: txt)");
}

ExitStatus ExplainCommand::run(Surroundings& here) {
    auto read = read_question(arguments_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    const PersonQuestion& asked = std::get<PersonQuestion>(read);
    model::StepId step;
    if (!step_.empty()) {
        const auto found = NameFinder(asked.catalogue).step(step_);
        if (!found) {
            here.console.tell(found.error());
            return ExitStatus::usage;
        }
        step = *found;
    }
    PluginCalls plugins(asked.catalogue, here);
    const route::Call call = plugins.call();
    const model::Plan plan = route::find(asked.catalogue, asked.profile, asked.question, call);
    const document::PlanView view{.catalogue = asked.catalogue,
                                  .plan = plan,
                                  .program_version = std::string(paths::version),
                                  .lang = here.options.lang,
                                  .made = today(),
                                  .width = here.console.width(),
                                  .colour = here.console.has_colour(),
                                  .waived = asked.waived};
    const document::ExplainView explained{
        view, step,
        document::collect_reasons(asked.catalogue, asked.profile, asked.question, plan, step, call),
        document::collect_other_ways(asked.catalogue, asked.profile, asked.question, plan, step,
                                     call)};
    here.console.print(format_ == "json" ? document::render_explain_json(explained)
                                         : document::render_explain_text(explained));
    const bool is_no = plan.status == model::Status::unreachable || plan.is_undecided();
    return tell_plugin_faults(here, is_no ? ExitStatus::no : ExitStatus::done);
}

}  // namespace wegwijzer::cli
