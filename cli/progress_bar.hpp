// SPDX-License-Identifier: Apache-2.0
/// How far long work is: a line on standard error that rewrites itself, on a terminal only.
#pragma once

#include <cstdint>
#include <mutex>

namespace wegwijzer::cli {

class ProgressBar {
public:
    explicit ProgressBar(std::uint64_t total);
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    /// Wipes the line.
    ~ProgressBar();

    /// One piece more is done. May be called from any thread.
    void step();

private:
    void draw() const;

    std::mutex mutex_;
    std::uint64_t total_, done_ = 0;
    int drawn_percent_ = -1;
    bool is_shown_;
};

}  // namespace wegwijzer::cli
