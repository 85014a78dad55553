// SPDX-License-Identifier: Apache-2.0
#include "cli/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>

namespace wegwijzer::cli {
namespace {

// A handler may touch nothing but what lies here.
std::array<char, PATH_MAX> half_file{};
std::atomic<bool> has_half_file{false};
std::atomic<bool> time_is_up{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void end_by_signal(int number) {
    if (has_half_file.load()) ::unlink(half_file.data());
    ::_exit(128 + number);
}

extern "C" void note_time(int) { time_is_up.store(true); }

void handle(int number, void (*handler)(int), int flags) {
    struct ::sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    ::sigaction(number, &action, nullptr);
}

/// What a parent told us to ignore stays ignored (nohup).
void handle_end(int number) {
    struct ::sigaction before {};
    if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) return;
    handle(number, end_by_signal, 0);
}

/// A file opened later must not land on a closed standard stream. Opened the wrong way round, so
/// that results written to a closed standard output still fail.
void keep_standard_streams() {
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(file, F_GETFD) != -1 || errno != EBADF) continue;
        const int way = file == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", way) != file) ::_exit(4);
    }
}

}  // namespace

void prepare_process() {
    keep_standard_streams();
    const ::rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
    handle(SIGPIPE, SIG_IGN, 0);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) handle_end(number);
}

RemovedOnSignal::RemovedOnSignal(const std::string& path) {
    if (path.size() + 1 > half_file.size()) return;
    std::copy(path.begin(), path.end(), half_file.begin());
    half_file.at(path.size()) = '\0';
    has_half_file.store(true);
}

RemovedOnSignal::~RemovedOnSignal() { has_half_file.store(false); }

const std::atomic<bool>* start_timer(std::chrono::milliseconds time) {
    handle(SIGALRM, note_time, SA_RESTART);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    ::itimerval timer{};
    timer.it_value.tv_sec = static_cast<::time_t>(seconds.count());
    timer.it_value.tv_usec = static_cast<::suseconds_t>((time - seconds).count() * 1000);
    ::setitimer(ITIMER_REAL, &timer, nullptr);
    return &time_is_up;
}

}  // namespace wegwijzer::cli
