// SPDX-License-Identifier: Apache-2.0
/// What is wrong with the world (a disk, a vanished file): thrown, caught in `main` and at the
/// plugin edge.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace wegwijzer {

/// Base of all exceptions of ours. `what` is a sentence for people; `code` as in `Diagnostic`.
class Error : public std::runtime_error {
public:
    Error(std::string_view code, const std::string& message)
        : std::runtime_error(message), code_(code) {}
    [[nodiscard]] std::string_view code() const { return code_; }

private:
    std::string_view code_;
};

}  // namespace wegwijzer
