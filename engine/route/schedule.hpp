// SPDX-License-Identifier: Apache-2.0
/// The best days for a choice that is complete: hours ordered, then the lowest own cost, then the
/// earliest starts in the order of keys (R15, R17).
#pragma once

#include <functional>
#include <optional>

#include "route/solution.hpp"

namespace wegwijzer::route {

/// Whether nothing with this bound is of use; asked at every node of the search.
using Hopeless = std::function<bool(const Standing&)>;

/// Counts search nodes; false when the limit has struck or someone asked to stop.
class Budget {
public:
    Budget(std::uint64_t limit, StopToken stop) : limit_(limit), stop_(stop) {}
    [[nodiscard]] bool spend();
    [[nodiscard]] std::uint64_t spent() const { return spent_; }
    [[nodiscard]] bool limit_struck() const { return limit_struck_; }
    [[nodiscard]] bool timed_out() const { return timed_out_; }
    [[nodiscard]] bool is_over() const { return limit_struck_ || timed_out_; }

private:
    std::uint64_t limit_;
    StopToken stop_;
    std::uint64_t spent_ = 0;
    bool limit_struck_ = false, timed_out_ = false;
};

/// A bound on what the network can become: dates of its earliest days, least costs and hours of its
/// runs.
[[nodiscard]] Standing bound_of(const Network& network);

struct Scheduling {
    std::optional<Solution> best;  ///< none where hours cannot be ordered or costs be paid within
                                   ///< the horizon, or nothing of use is left
    bool was_short = false;        ///< for want of money something waits, or cannot be
};

/// The earliest dates, and within them the lowest cost.
/// @param network  propagated, nothing pending
[[nodiscard]] Scheduling best_schedule(const Network& network, const Hopeless& hopeless,
                                       Budget& budget);

/// Among schedules of the same worth: the lowest paces, then the earliest starts, both in the order
/// of keys.
void settle_ties(Solution& solution, Budget& budget);

}  // namespace wegwijzer::route
