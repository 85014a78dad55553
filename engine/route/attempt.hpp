// SPDX-License-Identifier: Apache-2.0
/// A problem searched for its first route alone, with few nodes: what another rule, answer or pilot
/// would change.
#pragma once

#include <vector>

#include "route/search.hpp"

namespace wegwijzer::route {

class Attempt {
public:
    /// @param before  only a route with earlier dates is wanted; empty: any
    Attempt(Problem problem, StopToken stop, const std::vector<Date>& before = {});
    Attempt(const Attempt&) = delete;  // what was found points into it
    Attempt& operator=(const Attempt&) = delete;

    /// The first route in R16's order of those found; null where there is none. Lives as long as
    /// the attempt.
    [[nodiscard]] const Solution* first() const;
    /// Whether the nodes ran out, so that none found proves nothing.
    [[nodiscard]] bool is_cut_short() const { return budget_.is_over(); }

private:
    static constexpr std::uint64_t most_nodes = 3'000;

    Problem problem_;
    Reach reach_;
    Budget budget_;
    Found found_;
};

}  // namespace wegwijzer::route
