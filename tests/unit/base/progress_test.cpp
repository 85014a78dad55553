// SPDX-License-Identifier: Apache-2.0
#include "base/progress.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace wegwijzer;

TEST_CASE("work stops when the flag is set, and never without a flag") {
    CHECK_FALSE(StopToken().stop_requested());
    std::atomic<bool> flag = false;
    const StopToken token(&flag);
    CHECK_FALSE(token.stop_requested());
    flag = true;
    CHECK(token.stop_requested());
}
