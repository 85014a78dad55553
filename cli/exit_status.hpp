// SPDX-License-Identifier: Apache-2.0
/// How the program ends.
#pragma once

namespace wegwijzer::cli {

enum class ExitStatus : int {
    done = 0,
    no = 1,     ///< the answer is no: unreachable, a check or scenario failed
    usage = 2,  ///< a name, date or format on the command line that does not exist
    input = 3,  ///< missing, a folder, unreadable, wrong
    fault = 4,  ///< of the program, a plugin or the machine
    interrupted = 130
};

}  // namespace wegwijzer::cli
