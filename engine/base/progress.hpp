// SPDX-License-Identifier: Apache-2.0
/// How long work tells how far it is, and hears that it must stop.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace wegwijzer {

/// Called now and then with what is done and what there is to do (0: not known).
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Asked often by long work. The one who waits sets the flag; a null flag never stops.
class StopToken {
public:
    StopToken() = default;
    explicit StopToken(const std::atomic<bool>* flag) : flag_(flag) {}
    [[nodiscard]] bool stop_requested() const {
        return flag_ != nullptr && flag_->load(std::memory_order_relaxed);
    }

private:
    const std::atomic<bool>* flag_ = nullptr;
};

}  // namespace wegwijzer
