// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_command.hpp"

#include <algorithm>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/name_finder.hpp"
#include "cli/output_file.hpp"
#include "cli/places.hpp"
#include "document/goal_graph.hpp"

namespace wegwijzer::cli {

void GraphCommand::setup(CLI::App& app) {
    add_argument(app, "GOAL", goal_, "the goal, as in 'wegwijzer list goals'");
    add_choice(app, "--format", format_, {"svg", "dot", "mmd"},
               "form of the picture (default: svg)");
    add_text(app, "-o,--output", output_, "FILE", "write there instead of to standard output");
    add_flag(app, "--force", force_, "overwrite the output file");
}

ExitStatus GraphCommand::run(Surroundings& here) {
    const std::vector<std::string> there = all_pack_ids(here.places);
    const std::vector<std::string> wanted{pack::pack_of(goal_)};
    if (std::find(there.begin(), there.end(), wanted.front()) == there.end()) {
        here.console.tell(NameFinder::unknown_in_any_pack("goal", goal_, here));
        return ExitStatus::usage;
    }
    Diagnostics warnings;
    const auto catalogue = pack::read_packs(here.places, wanted, {}, here.sources, warnings);
    if (!catalogue) {
        here.console.tell(catalogue.error(), here.sources);
        return ExitStatus::input;
    }
    const auto goal = NameFinder(*catalogue).goal(goal_);
    if (!goal) {
        here.console.tell(goal.error());
        return ExitStatus::usage;
    }
    const document::GoalGraph graph =
        document::make_goal_graph(*catalogue, *goal, here.options.lang);
    const std::string picture = format_ == "dot"   ? document::render_graph_dot(graph)
                                : format_ == "mmd" ? document::render_graph_mermaid(graph)
                                                   : document::render_graph_svg(graph);
    if (output_.empty()) {
        here.console.print(picture);
    } else if (const auto mistake = write_output_file(output_, picture, force_)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    return ExitStatus::done;
}

}  // namespace wegwijzer::cli
