// SPDX-License-Identifier: Apache-2.0
#include "cli/today.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace wegwijzer::cli {

Date today() {
    const auto days =
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch();
    const Date date{static_cast<std::int32_t>(days.count())};
    return std::clamp(date, Date::first, Date::last);
}

}  // namespace wegwijzer::cli
