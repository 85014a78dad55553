// SPDX-License-Identifier: Apache-2.0
#include "cli/compare_command.hpp"

#include <algorithm>
#include <variant>

#include "cli/arguments.hpp"
#include "cli/plugin_calls.hpp"
#include "cli/today.hpp"
#include "document/compare_view.hpp"
#include "route/compare.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {
namespace {

using Kind = document::VariantView::Kind;

/// What is compared: the question without what was named, then with one of these at a time.
struct Variants {
    route::Question baseline;
    std::vector<route::Question> questions;
    std::vector<std::pair<Kind, std::string>> names;

    void add(Kind kind, const std::string& name, route::Question question) {
        names.emplace_back(kind, name);
        questions.push_back(std::move(question));
    }
};

Variants variants_of(const route::Question& asked, const QuestionArguments& arguments,
                     bool together) {
    Variants variants;
    variants.baseline = asked;
    // those that `--pilots proposed` adds come after the named ones, and stay
    const auto named = static_cast<std::ptrdiff_t>(arguments.pilots.size());
    auto& pilots = variants.baseline.pilots;
    pilots.erase(pilots.begin(), pilots.begin() + named);
    variants.baseline.waivers.clear();
    variants.baseline.assumed_outcomes.clear();
    variants.baseline.with_questions = false;
    for (std::size_t k = 0; k < arguments.pilots.size(); ++k) {
        auto one = variants.baseline;
        one.pilots.push_back(asked.pilots[k]);
        variants.add(Kind::pilot, arguments.pilots[k], std::move(one));
    }
    for (std::size_t k = 0; k < arguments.waivers.size(); ++k) {
        auto one = variants.baseline;
        one.waivers.push_back(asked.waivers[k]);
        variants.add(Kind::waiver, arguments.waivers[k], std::move(one));
    }
    for (std::size_t k = 0; k < arguments.assumed.size(); ++k) {
        auto one = variants.baseline;
        one.assumed_outcomes.push_back(asked.assumed_outcomes[k]);
        variants.add(Kind::outcome, arguments.assumed[k], std::move(one));
    }
    if (together) {
        auto all = asked;
        all.with_questions = false;
        variants.add(Kind::all, "all", std::move(all));
    }
    return variants;
}

}  // namespace

void CompareCommand::setup(CLI::App& app) {
    arguments_.declare(app);
    add_flag(app, "--together", together_, "one more line with everything that was named at once");
    add_choice(app, "--format", format_, {"txt", "json"}, "form of the answer (default: txt)");
}

ExitStatus CompareCommand::run(Surroundings& here) {
    if (arguments_.pilots.empty() && arguments_.waivers.empty() && arguments_.assumed.empty()) {
        here.console.tell(UsageMistake{"compare asks for something to compare with",
                                       {"name it with --pilot, --waive or --assume"}});
        return ExitStatus::usage;
    }
    auto read = read_question(arguments_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    const PersonQuestion& asked = std::get<PersonQuestion>(read);
    const Variants variants = variants_of(asked.question, arguments_, together_);
    PluginCalls plugins(asked.catalogue, here);
    const auto compared = route::compare(asked.catalogue, asked.profile, variants.baseline,
                                         variants.questions, plugins.call());

    const document::PlanView view{.catalogue = asked.catalogue,
                                  .plan = compared.front().plan,
                                  .program_version = std::string(paths::version),
                                  .lang = here.options.lang,
                                  .made = today(),
                                  .width = here.console.width(),
                                  .colour = here.console.has_colour()};
    document::CompareView shown{view, {{Kind::baseline, "", compared.front()}}};
    for (std::size_t k = 0; k < variants.names.size(); ++k)
        shown.variants.push_back(
            {variants.names[k].first, variants.names[k].second, compared[k + 1]});
    here.console.print(format_ == "json" ? document::render_compare_json(shown)
                                         : document::render_compare_text(shown));
    const bool is_no = std::all_of(compared.begin(), compared.end(), [](const auto& one) {
        return one.plan.status == model::Status::unreachable;
    });
    return tell_plugin_faults(here, is_no ? ExitStatus::no : ExitStatus::done);
}

}  // namespace wegwijzer::cli
