// SPDX-License-Identifier: Apache-2.0
// psplib FILE [--limit SECONDS]: solves an instance of the scheduling libraries and prints
// name,makespan|unsat,proven(1|0),milliseconds.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "command_line.hpp"
#include "schedule_project.hpp"

using namespace wegwijzer;

namespace {

Result<bench::Project, std::string> read(const std::string& path) {
    const auto text = bench::text_of(path);
    if (!text) return Unexpected<std::string>{"cannot be read"};
    const auto dot = path.rfind('.');
    const std::string kind = dot == std::string::npos ? "" : path.substr(dot);
    if (kind == ".sm" || kind == ".SM") return bench::read_sm(*text);
    if (kind == ".sch" || kind == ".SCH") return bench::read_sch(*text);
    return Unexpected<std::string>{"is neither .sm nor .sch"};
}

}  // namespace

int main(int count, char** words) {
    const auto asked = bench::arguments(count, words, {"--limit"});
    if (!asked) return bench::usage("psplib FILE [--limit SECONDS]");
    const auto begun = std::chrono::steady_clock::now();
    const auto project = read(asked->file);
    if (!project) {
        fmt::print(stderr, "{}: {}\n", asked->file, project.error());
        return 3;
    }
    bench::Timer timer(asked->seconds("--limit", 60));
    const auto found = bench::shortest_schedule(project.value(), timer.token());
    const auto spent =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
    if (found.makespan)
        if (const auto fault = bench::fault_of(project.value(), found.starts); !fault.empty()) {
            fmt::print(stderr, "{}: {}\n", asked->file, fault);
            return 4;
        }
    const auto answer = found.makespan    ? std::to_string(*found.makespan)
                        : found.is_proven ? "unsat"
                                          : "none";
    fmt::print("{},{},{},{:.1f}\n", bench::name_of(asked->file), answer, found.is_proven ? 1 : 0,
               spent);
    return std::fflush(stdout) == 0 ? 0 : 4;
}
