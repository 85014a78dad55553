// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_command.hpp"

#include <variant>

#include "cli/arguments.hpp"
#include "cli/goal_question.hpp"
#include "cli/output_file.hpp"
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
    const auto read = read_goal(goal_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    const auto& [catalogue, goal] = std::get<GoalQuestion>(read);
    const document::GoalGraph graph = document::make_goal_graph(catalogue, goal, here.options.lang);
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
