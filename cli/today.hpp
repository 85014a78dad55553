// SPDX-License-Identifier: Apache-2.0
/// The only place where the program looks at a clock for a date.
#pragma once

#include "base/date.hpp"

namespace wegwijzer::cli {

/// Today's date in UTC, so that no time zone of the surroundings changes an answer.
[[nodiscard]] Date today();

}  // namespace wegwijzer::cli
