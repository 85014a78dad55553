// SPDX-License-Identifier: Apache-2.0
#include "cli/diff_command.hpp"

#include "cli/arguments.hpp"
#include "document/diff_view.hpp"
#include "pack/gate.hpp"
#include "pack/plan_reader.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {
namespace {

Result<model::PlanRecord> read_answer(const std::string& path, SourceMap& sources) {
    const auto text = pack::admit_file(path, pack::Kind::plan_json, sources);
    if (!text) return Unexpected{text.error()};
    return pack::read_plan(sources, *text);
}

}  // namespace

void DiffCommand::setup(CLI::App& app) {
    add_argument(app, "OLD", old_, "an answer of 'plan --format json'; - is standard input");
    add_argument(app, "NEW", new_, "a later one; - is standard input");
    add_choice(app, "--format", format_, {"txt", "json"}, "form of the answer (default: txt)");
}

ExitStatus DiffCommand::run(Surroundings& here) {
    if (old_ == "-" && new_ == "-") {
        here.console.tell(UsageMistake{"only one of the answers can be standard input", {}});
        return ExitStatus::usage;
    }
    const auto was = read_answer(old_, here.sources);
    const auto is = read_answer(new_, here.sources);
    for (const auto* answer : {&was, &is})
        if (!*answer) here.console.tell(answer->error(), here.sources);
    if (!was || !is) return ExitStatus::input;
    const route::PlanDiff diff = route::diff(*was, *is);
    const document::DiffView view{
        *was, *is, diff, std::string(paths::version), here.options.lang, here.console.width()};
    here.console.print(format_ == "json" ? document::render_diff_json(view)
                                         : document::render_diff_text(view));
    return ExitStatus::done;
}

}  // namespace wegwijzer::cli
