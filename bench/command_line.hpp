// SPDX-License-Identifier: Apache-2.0
/// What the programs of the bench share: a file, a few options with a value, a clock that stops.
#pragma once

#include <atomic>
#include <condition_variable>
#include <initializer_list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "base/progress.hpp"

namespace wegwijzer::bench {

struct Arguments {
    std::string file;
    std::map<std::string, std::string> options;
    /// The value of an option as seconds.
    [[nodiscard]] double seconds(const std::string& option, double otherwise) const;
    [[nodiscard]] std::string word(const std::string& option, const std::string& otherwise) const;
};

/// None where a word is not understood.
[[nodiscard]] std::optional<Arguments> arguments(int count, char** words,
                                                 std::initializer_list<std::string_view> options);
/// Tells how it is called. @returns the exit status for wrong usage
int usage(std::string_view synopsis);
[[nodiscard]] std::optional<std::string> text_of(const std::string& path);
/// The file's name without folders and ending.
[[nodiscard]] std::string name_of(const std::string& path);

/// Asks to stop after a number of seconds.
class Timer {
public:
    explicit Timer(double seconds);
    ~Timer();
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
    [[nodiscard]] StopToken token() const { return StopToken(&is_over_); }

private:
    std::atomic<bool> is_over_ = false;
    bool is_done_ = false;
    std::mutex mutex_;
    std::condition_variable done_;
    std::thread waiter_;
};

}  // namespace wegwijzer::bench
