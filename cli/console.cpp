// SPDX-License-Identifier: Apache-2.0
#include "cli/console.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <system_error>

#include "base/error.hpp"
#include "base/text.hpp"
#include "document/diagnostics_text.hpp"

namespace wegwijzer::cli {
namespace {

constexpr int narrowest = 40;
constexpr int widest = 120;

/// @returns 0, or what went wrong
int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ::ssize_t written = ::write(file, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EINTR) continue;
        if (errno != EAGAIN) return errno;
        ::pollfd wait{file, POLLOUT, 0};  // a pipe that its owner made non-blocking
        ::poll(&wait, 1, -1);
    }
    return 0;
}

bool wants_colour(int file) {
    if (::isatty(file) == 0) return false;
    const char* const refused = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return (refused == nullptr || *refused == '\0') && !is_dumb;
}

}  // namespace

Console::Console()
    : has_colour_(wants_colour(STDOUT_FILENO)), errors_have_colour_(wants_colour(STDERR_FILENO)) {
    ::winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        width_ = std::clamp<int>(size.ws_col, narrowest, widest);
}

void Console::finish() {
    int fault = write_all(STDOUT_FILENO, results_);
    // Some file systems tell only now that nothing was kept. Without results nobody is told less.
    if (::close(STDOUT_FILENO) != 0 && fault == 0 && !results_.empty() && errno != EINTR)
        fault = errno;
    results_.clear();
    if (fault == EPIPE) throw ClosedPipe{};
    if (fault != 0)
        throw Error("W001", "the results cannot be written: " +
                                shown(std::generic_category().message(fault)));
}

void Console::tell(std::string_view message, const std::vector<std::string>& hints) const {
    std::string text = "wegwijzer: " + std::string(message) + "\n";
    for (const std::string& hint : hints) text += "hint: " + hint + "\n";
    static_cast<void>(write_all(STDERR_FILENO, text));  // nowhere is left to complain
}

void Console::tell(const Diagnostics& diagnostics, const SourceMap& sources) const {
    if (diagnostics.empty()) return;
    const std::string text =
        document::render_diagnostics(diagnostics, sources, {errors_have_colour_, false});
    static_cast<void>(write_all(STDERR_FILENO, text));
}

}  // namespace wegwijzer::cli
