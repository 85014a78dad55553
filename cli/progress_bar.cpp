// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_bar.hpp"

#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <string>

namespace wegwijzer::cli {

ProgressBar::ProgressBar(std::uint64_t total)
    : total_(total), is_shown_(total > 0 && ::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    if (is_shown_ && drawn_percent_ >= 0) std::fputs("\r\033[K", stderr);
}

void ProgressBar::step() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++done_;
    if (!is_shown_) return;
    const int percent = static_cast<int>(done_ * 100 / total_);
    if (percent == drawn_percent_) return;
    drawn_percent_ = percent;
    draw();
}

void ProgressBar::draw() const {
    constexpr std::size_t width = 40;
    const std::size_t filled = width * static_cast<std::size_t>(drawn_percent_) / 100;
    const std::string line = "\r[" + std::string(filled, '#') + std::string(width - filled, '.') +
                             "] " + std::to_string(drawn_percent_) + " %";
    std::fputs(line.c_str(), stderr);
}

}  // namespace wegwijzer::cli
