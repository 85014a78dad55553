// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace wegwijzer::bench {

double Arguments::seconds(const std::string& option, double otherwise) const {
    const auto found = options.find(option);
    if (found == options.end()) return otherwise;
    double value = otherwise;
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return value;
}

std::string Arguments::word(const std::string& option, const std::string& otherwise) const {
    const auto found = options.find(option);
    return found == options.end() ? otherwise : found->second;
}

std::optional<Arguments> arguments(int count, char** words,
                                   std::initializer_list<std::string_view> options) {
    Arguments asked;
    for (int k = 1; k < count; ++k) {
        const std::string word = words[k];
        const bool is_option = std::find(options.begin(), options.end(), word) != options.end();
        if (is_option && k + 1 < count) {
            asked.options[word] = words[++k];
        } else if (!is_option && word.substr(0, 2) != "--" && asked.file.empty()) {
            asked.file = word;
        } else {
            return std::nullopt;
        }
    }
    if (asked.file.empty()) return std::nullopt;
    return asked;
}

int usage(std::string_view synopsis) {
    fmt::print(stderr, "usage: {}\n", synopsis);
    return 2;
}

std::optional<std::string> text_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string name_of(const std::string& path) {
    const auto slash = path.rfind('/');
    const auto name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.rfind('.'));
}

Timer::Timer(double seconds)
    : waiter_([this, seconds] {
          std::unique_lock lock(mutex_);
          done_.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return is_done_; });
          is_over_ = true;
      }) {}

Timer::~Timer() {
    {
        const std::lock_guard lock(mutex_);
        is_done_ = true;
    }
    done_.notify_one();
    waiter_.join();
}

}  // namespace wegwijzer::bench
