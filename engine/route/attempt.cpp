// SPDX-License-Identifier: Apache-2.0
#include "route/attempt.hpp"

#include <utility>

namespace wegwijzer::route {

Attempt::Attempt(Problem problem, StopToken stop, const std::vector<Date>& before)
    : problem_(std::move(problem)),
      reach_(problem_),
      budget_(most_nodes, stop),
      found_(search(problem_, reach_, Aim::first, budget_, before)) {}

const Solution* Attempt::first() const {
    const auto& members = found_.front.members();
    return members.empty() ? nullptr : &members.front();
}

}  // namespace wegwijzer::route
