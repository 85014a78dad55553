// SPDX-License-Identifier: Apache-2.0
// neutral FILE [--objective finish|lex|cost] [--limit SECONDS]: solves a neutral route problem and
// prints the answer as JSON.
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "command_line.hpp"
#include "neutral_route.hpp"

using namespace wegwijzer;

int main(int count, char** words) {
    const auto asked = bench::arguments(count, words, {"--objective", "--limit"});
    const auto objective = asked ? asked->word("--objective", "finish") : "";
    if (objective != "finish" && objective != "lex" && objective != "cost")
        return bench::usage("neutral FILE [--objective finish|lex|cost] [--limit SECONDS]");
    const auto text = bench::text_of(asked->file);
    const auto problem =
        text ? bench::read_neutral(*text) : Unexpected<std::string>{std::string("cannot be read")};
    if (!problem) {
        fmt::print(stderr, "{}: {}\n", asked->file, problem.error());
        return 3;
    }
    bench::Timer timer(asked->seconds("--limit", 60));
    const auto answer = bench::solve_neutral(problem.value(),
                                             objective == "cost"  ? bench::Objective::cost
                                             : objective == "lex" ? bench::Objective::lex
                                                                  : bench::Objective::finish,
                                             timer.token());
    nlohmann::ordered_json out;
    out["name"] = problem.value().name;
    const auto number = [](std::optional<std::int32_t> value) -> nlohmann::ordered_json {
        if (value) return *value;
        return nullptr;
    };
    out["finish"] = number(answer.finish);
    out["cost"] = number(answer.cost);
    out["proven"] = answer.is_proven;
    out["bound"] = answer.bound;
    out["conflicts"] = answer.conflicts;
    out["starts"] = nlohmann::ordered_json::object();
    for (std::size_t s = 0; s < answer.starts.size(); ++s)
        if (answer.starts[s]) out["starts"][problem.value().steps[s].id] = *answer.starts[s];
    fmt::print("{}\n", out.dump());
    return std::fflush(stdout) == 0 ? 0 : 4;
}
