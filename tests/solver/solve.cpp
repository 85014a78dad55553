// SPDX-License-Identifier: Apache-2.0
#include "solver/solve.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace wegwijzer::solver {

namespace fs = std::filesystem;

Answer solve(const std::string& facts, const std::vector<int>& limits, int seconds) {
    static std::atomic<int> next{0};
    const fs::path file = fs::temp_directory_path() / ("wegwijzer-" + std::to_string(getpid()) +
                                                       "-" + std::to_string(next++) + ".lp");
    {
        std::ofstream out(file);
        out << facts;
        for (std::size_t g = 0; g < limits.size(); ++g)
            out << "limit(" << g << "," << limits[g] << ").\n";
    }
    // clingo's exit status says it all: 10 or 30 a model, 20 none, 11 stopped by the clock.
    const std::string command = std::string(WEGWIJZER_CLINGO) + " --quiet=2 --warn=none --outf=3" +
                                (seconds > 0 ? " --time-limit=" + std::to_string(seconds) : "") +
                                " tests/solver/rules.lp " + file.string() + " > " + file.string() +
                                ".out 2>&1";
    const int status = std::system(command.c_str());
    std::ifstream said_file(file.string() + ".out");
    const std::string said((std::istreambuf_iterator<char>(said_file)),
                           std::istreambuf_iterator<char>());
    if (std::getenv("WEGWIJZER_KEEP_FACTS") == nullptr) fs::remove(file);
    fs::remove(file.string() + ".out");
    switch (WIFEXITED(status) ? WEXITSTATUS(status) : -1) {
        case 10:
        case 30:
            return Answer::schedule;
        case 20:
            return Answer::none;
        case 1:
        case 11:
            return Answer::gave_up;
        default:
            // the clock may also strike while it still reads the facts
            if (said.find("INTERRUPTED") != std::string::npos) return Answer::gave_up;
            throw std::runtime_error("clingo failed:\n" + said);
    }
}

}  // namespace wegwijzer::solver
