// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_command.hpp"

#include <variant>

#include "cli/arguments.hpp"
#include "cli/output_file.hpp"
#include "cli/plugin_calls.hpp"
#include "cli/today.hpp"
#include "document/plan_view.hpp"
#include "route/find.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {

void PlanCommand::setup(CLI::App& app) {
    arguments_.declare(app);
    arguments_.declare_replay(app);
    add_flag(app, "--front", whole_front_, "every route that no other beats on all points");
    add_choice(app, "--format", format_, {"txt", "json"}, "form of the answer (default: txt)");
    add_flag(app, "--sources", with_sources_, "name the sources of the figures (txt)");
    add_flag(app, "--plain", plain_, "lists without drawing, for a screen reader (txt)");
    add_date(app, "--made", made_, "the date that the answer bears (default: today)");
    add_text(app, "-o,--output", output_, "FILE", "write there instead of to standard output");
    add_flag(app, "--force", force_, "overwrite the output file");
}

ExitStatus PlanCommand::run(Surroundings& here) {
    auto read = read_question(arguments_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    PersonQuestion& asked = std::get<PersonQuestion>(read);
    asked.question.whole_front = whole_front_;
    PluginCalls plugins(asked.catalogue, here);
    const model::Plan plan =
        route::find(asked.catalogue, asked.profile, asked.question, plugins.call());

    const bool is_for_terminal = output_.empty();
    const document::PlanView view{.catalogue = asked.catalogue,
                                  .plan = plan,
                                  .program_version = std::string(paths::version),
                                  .lang = here.options.lang,
                                  .made = made_.value_or(today()),
                                  .with_sources = with_sources_,
                                  .width = here.console.width(),
                                  .colour = is_for_terminal && here.console.has_colour(),
                                  .plain = plain_,
                                  .every_route = whole_front_,
                                  .waived = asked.waived,
                                  .plugins_missed = plugins.missed()};
    const std::string answer =
        format_ == "json" ? document::render_plan_json(view) : document::render_plan_text(view);
    if (is_for_terminal) {
        here.console.print(answer);
    } else if (const auto mistake = write_output_file(output_, answer, force_)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    const bool is_no = plan.status == model::Status::unreachable || plan.is_undecided();
    return tell_plugin_faults(here, is_no ? ExitStatus::no : ExitStatus::done);
}

}  // namespace wegwijzer::cli
