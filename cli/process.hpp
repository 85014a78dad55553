// SPDX-License-Identifier: Apache-2.0
/// The process itself: what must not leak from it, and how it ends when someone ends it.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

namespace wegwijzer::cli {

/// No core dumps and no debugger (profiles are in memory), no death by a closed pipe, streams 0 to
/// 2 open, and an end by interrupt that leaves no half file. To be called once, first of all.
void prepare_process();

/// While it lives, the file is removed when the process is ended by a signal. One at a time.
class RemovedOnSignal {
public:
    explicit RemovedOnSignal(const std::string& path);
    RemovedOnSignal(const RemovedOnSignal&) = delete;
    RemovedOnSignal& operator=(const RemovedOnSignal&) = delete;
    ~RemovedOnSignal();
};

/// Sets the flag it gives after `time`, by the clock on the wall.
[[nodiscard]] const std::atomic<bool>* start_timer(std::chrono::milliseconds time);

}  // namespace wegwijzer::cli
