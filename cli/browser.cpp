// SPDX-License-Identifier: Apache-2.0
#include "cli/browser.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace wegwijzer::cli {
namespace {

constexpr int patience_ms = 60'000;
constexpr int in_browser = 3, out_of_browser = 4;  // descriptors that Chromium expects

/// The folders of PATH are searched; the current folder is not, even where PATH names it.
std::string find_program(const std::vector<std::string>& names) {
    const char* const path = std::getenv("PATH");
    std::string_view folders = path != nullptr ? path : "/usr/bin:/bin";
    while (!folders.empty()) {
        const std::string_view folder = folders.substr(0, folders.find(':'));
        folders.remove_prefix(folder.size() < folders.size() ? folder.size() + 1 : folder.size());
        if (folder.empty() || folder.front() != '/') continue;
        for (const std::string& name : names) {
            std::string file = std::string(folder) + "/" + name;
            if (::access(file.c_str(), X_OK) == 0) return file;
        }
    }
    return {};
}

void close_if_open(int& descriptor) {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
}

/// In the child: only calls that are safe between fork and exec.
[[noreturn]] void become(char* const* arguments, int in, int out) {
    const int safe_in = ::fcntl(in, F_DUPFD, 10), safe_out = ::fcntl(out, F_DUPFD, 10);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
    ::dup2(safe_in, in_browser);
    ::dup2(safe_out, out_of_browser);
    ::execv(arguments[0], arguments);
    ::_exit(127);
}

}  // namespace

bool Browser::start() {
    const std::string program = find_program({"chromium", "chromium-browser", "google-chrome"});
    if (program.empty()) return false;
    folder_ = (std::filesystem::temp_directory_path() / "wegwijzer-XXXXXX").string();
    if (::mkdtemp(folder_.data()) == nullptr) {
        folder_.clear();
        return false;
    }
    std::vector<std::string> words{program,
                                   "--headless",
                                   "--remote-debugging-pipe",
                                   "--user-data-dir=" + folder_,
                                   "--disable-gpu",
                                   "--disable-dev-shm-usage",
                                   "--disable-extensions",
                                   "--disable-background-networking",
                                   "--no-first-run",
                                   "about:blank"};
    // Chromium refuses its sandbox to root; nothing but our own page, without scripts, is shown.
    if (::geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> to{}, from{};
    if (::pipe2(to.data(), O_CLOEXEC) != 0) return false;
    to_ = to[1];
    if (::pipe2(from.data(), O_CLOEXEC) != 0) {
        ::close(to[0]);
        return false;
    }
    from_ = from[0];
    process_ = ::fork();
    if (process_ == 0) become(arguments.data(), to[0], from[1]);
    ::close(to[0]);
    ::close(from[1]);
    return process_ > 0;
}

Browser::~Browser() {
    close_if_open(to_);
    close_if_open(from_);
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    if (folder_.empty()) return;
    std::error_code ignored;  // its helpers may still be writing while they end
    for (int attempt = 0; attempt < 20; ++attempt) {
        std::filesystem::remove_all(folder_, ignored);
        if (!std::filesystem::exists(folder_, ignored)) return;
        ::usleep(50'000);
    }
}

bool Browser::write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ::ssize_t written = ::write(to_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::optional<std::string> Browser::read_message() {
    for (;;) {
        if (const std::size_t end = unread_.find('\0'); end != std::string::npos) {
            std::string message = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return message;
        }
        ::pollfd wait{from_, POLLIN, 0};
        const int ready = ::poll(&wait, 1, patience_ms);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return std::nullopt;
        std::array<char, 65536> buffer{};
        const ::ssize_t count = ::read(from_, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return std::nullopt;
        unread_.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

std::optional<std::string> Browser::call(std::string_view method, std::string_view parameters,
                                         std::string_view session) {
    const std::string id = fmt::format("{{\"id\":{}", ++number_);
    std::string message = fmt::format("{},\"method\":\"{}\",\"params\":{}", id, method, parameters);
    if (!session.empty()) message += fmt::format(",\"sessionId\":\"{}\"", session);
    message += '}';
    message += '\0';
    if (!write_all(message)) return std::nullopt;
    // Events come in between; they have no id.
    for (;;) {
        std::optional<std::string> answer = read_message();
        if (!answer) return std::nullopt;
        if (answer->compare(0, id.size(), id) != 0) continue;
        if (answer->find("\"error\":{") != std::string::npos) return std::nullopt;
        return answer;
    }
}

std::string_view text_field(std::string_view json, std::string_view name) {
    const std::string start = fmt::format("\"{}\":\"", name);
    const std::size_t at = json.find(start);
    if (at == std::string_view::npos) return {};
    json.remove_prefix(at + start.size());
    return json.substr(0, json.find('"'));
}

}  // namespace wegwijzer::cli
