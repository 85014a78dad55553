// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/exit_status.hpp"
#include "cli/process.hpp"
#include "cli/program.hpp"

namespace {

using wegwijzer::cli::Console;
using wegwijzer::cli::ExitStatus;

/// The only place where exceptions end, and where an outcome becomes an exit status.
ExitStatus run(const std::vector<std::string>& arguments, Console& console) {
    try {
        const ExitStatus status = wegwijzer::cli::Program().run(arguments, console);
        console.finish();
        return status;
    } catch (const wegwijzer::cli::ClosedPipe&) {
        return ExitStatus::done;
    } catch (const wegwijzer::Error& error) {
        console.tell(std::string(error.what()) + " [" + std::string(error.code()) + "]");
    } catch (const std::bad_alloc&) {
        console.tell("there is not enough memory");
    } catch (const std::exception& error) {
        console.tell("a fault of the program: " + wegwijzer::shown(error.what()),
                     {"please report it, with the command that was given"});
    }
    return ExitStatus::fault;
}

}  // namespace

int main(int argc, char** argv) {
    wegwijzer::cli::prepare_process();
    Console console;
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(run(arguments, console));
}
