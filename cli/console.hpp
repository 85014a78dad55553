// SPDX-License-Identifier: Apache-2.0
/// The two streams of the program: results on standard output, all else on standard error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace wegwijzer::cli {

/// Nobody reads standard output any more: a quiet end.
struct ClosedPipe {};

/// Something wrong with the command line, for people.
struct UsageMistake {
    std::string message;  ///< foreign text in it has been quoted
    std::vector<std::string> hints;
};

class Console {
public:
    Console();

    /// Kept until `finish`, so that a failure later on leaves no half result.
    void print(std::string_view text) { results_ += text; }
    /// Writes the results and closes standard output.
    /// @throws ClosedPipe; Error W001 a full disk and the like
    void finish();

    void tell(std::string_view message, const std::vector<std::string>& hints = {}) const;
    void tell(const UsageMistake& mistake) const { tell(mistake.message, mistake.hints); }
    void tell(const Diagnostics& diagnostics, const SourceMap& sources) const;

    /// Columns of the terminal, 80 where there is none.
    [[nodiscard]] int width() const { return width_; }
    /// Whether results may be coloured.
    [[nodiscard]] bool has_colour() const { return has_colour_; }

private:
    std::string results_;
    int width_ = 80;
    bool has_colour_ = false;
    bool errors_have_colour_ = false;
};

}  // namespace wegwijzer::cli
