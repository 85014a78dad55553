// SPDX-License-Identifier: Apache-2.0
/// A set of days, as sorted, disjoint, half-open intervals that do not touch.
#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"

namespace wegwijzer {

/// [from, until)
struct DayInterval {
    Date from;
    Date until;
    friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

class DaySet {
public:
    DaySet() = default;  ///< empty
    [[nodiscard]] static DaySet all();
    [[nodiscard]] static DaySet of(DayInterval interval);  ///< empty where from ≥ until

    /// Adds an interval that begins at or after the end of the last one.
    void append(DayInterval interval);

    [[nodiscard]] bool contains(Date date) const;
    [[nodiscard]] bool is_empty() const { return intervals_.empty(); }
    [[nodiscard]] bool is_all() const;
    /// First day of the set on or after `date`.
    [[nodiscard]] std::optional<Date> next(Date date) const;
    /// Last day of the set on or before `date`.
    [[nodiscard]] std::optional<Date> previous(Date date) const;
    /// The end of the interval that holds `date`; `date` itself where none does.
    [[nodiscard]] Date end_of_stretch(Date date) const;

    [[nodiscard]] DaySet united(const DaySet& other) const;
    [[nodiscard]] DaySet intersected(const DaySet& other) const;
    [[nodiscard]] DaySet complement() const;

    [[nodiscard]] const std::vector<DayInterval>& intervals() const { return intervals_; }
    friend bool operator==(const DaySet&, const DaySet&) = default;

private:
    std::vector<DayInterval> intervals_;
};

/// The days on which at least `n` of the sets hold. Cost: the number of ways to choose n of them.
[[nodiscard]] DaySet at_least(const std::vector<DaySet>& sets, std::size_t n);

}  // namespace wegwijzer
