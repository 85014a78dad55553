// SPDX-License-Identifier: Apache-2.0
/// What a plugin may leave with the host during one callback.
#pragma once

#include <deque>
#include <string>

/// The opaque handle of plugin.h.
struct wegwijzer_call {
    std::deque<std::string> kept;  ///< copies made by `keep`: none moves when another comes
    std::string why;               ///< told by `fail`, made safe to print
    std::string output;            ///< told by `write`
    bool is_too_much = false;      ///< `output` would have become too long
};
