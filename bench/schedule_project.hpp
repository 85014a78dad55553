// SPDX-License-Identifier: Apache-2.0
/// The shortest schedule of a project, by the search of `engine/solve`.
#pragma once

#include <optional>
#include <vector>

#include "base/progress.hpp"
#include "project.hpp"

namespace wegwijzer::bench {

struct Schedule {
    std::optional<std::int32_t> makespan;  ///< none: none found
    std::int32_t bound = 0;
    bool is_proven = false;  ///< of the makespan, or that there is none
    std::vector<std::int32_t> starts;
    std::uint64_t conflicts = 0;
};

[[nodiscard]] Schedule shortest_schedule(const Project& project, StopToken stop);

/// What is wrong with a schedule, or nothing. Shares no code with the search.
[[nodiscard]] std::string fault_of(const Project& project, const std::vector<std::int32_t>& starts);

}  // namespace wegwijzer::bench
