// SPDX-License-Identifier: Apache-2.0
/// How a step runs through the days: from a start to its session and its finish, and back.
///
/// All maps are monotone: a later start never begins, nor finishes, earlier. What would break that
/// (a figure that changes by date) is cut into several clocks with start days of their own
/// (route/ground.cpp).
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/day_set.hpp"
#include "base/duration.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::route {

/// Days on which a step stands still (R3, R4), with the running days counted.
class StandStill {
public:
    StandStill() = default;
    explicit StandStill(DaySet still);
    [[nodiscard]] const DaySet& days() const { return still_; }
    [[nodiscard]] bool contains(Date date) const {
        return !still_.is_empty() && still_.contains(date);
    }
    /// The day after the `count`-th (> 0) day that is not still, counted from `from`; Date::never
    /// if there is none.
    [[nodiscard]] Date after_running(Date from, std::int32_t count) const;
    /// Days of [from, until) that are not still.
    [[nodiscard]] std::int32_t running_days(Date from, Date until) const;

private:
    [[nodiscard]] std::int32_t still_before(Date date) const;

    DaySet still_;
    std::vector<std::int32_t> before_;  // still days before each interval
};

/// Sessions by day, with the last day to sign up for each.
struct Sessions {
    struct Session {
        Date day;
        Date sign_up_until;
    };
    std::vector<Session> days;
};

/// A length that is added to a day.
struct Length {
    std::int32_t days = 0;               ///< running days, where `term` is empty
    std::optional<Term> term;            ///< calendar months, years or working days
    std::optional<Term> extension_term;  ///< added after either
    std::int32_t extension_days = 0;
};

class Clock {
public:
    /// `starts`: the days on which it may start, apart from standing still and sessions. `still` is
    /// shared by the clocks with the same closures and rate.
    Clock(DaySet starts, std::shared_ptr<const StandStill> still,
          std::shared_ptr<const Sessions> sessions, Length length, const Holidays& holidays);

    /// The first day ≥ `from` on which it can start and will finish; Date::never if there is none.
    [[nodiscard]] Date next_start(Date from) const;
    /// Session day of a start (the start itself without sessions). `start` must be a possible one.
    [[nodiscard]] Date begin(Date start) const;
    /// First day after the run.
    [[nodiscard]] Date finish(Date start) const { return finish_from(begin(start)); }
    [[nodiscard]] Date finish_from(Date begin) const;
    /// The same with another length (a draw).
    [[nodiscard]] Date finish_from(Date begin, const Length& length) const;

    /// The first possible start whose session (finish) is on or after `day`; Date::never if there
    /// is none.
    [[nodiscard]] Date first_start_with_begin(Date day) const;
    [[nodiscard]] Date first_start_with_finish(Date day) const;

    /// Takes away the starts outside `starts`.
    void restrict(const DaySet& starts) { starts_ = starts_.intersected(starts); }
    [[nodiscard]] const DaySet& starts() const { return starts_; }
    [[nodiscard]] bool has_sessions() const { return sessions_ != nullptr; }
    [[nodiscard]] const StandStill& still() const { return *still_; }
    [[nodiscard]] const Length& length() const { return length_; }
    void set_length(const Length& length) { length_ = length; }

private:
    DaySet starts_;
    std::shared_ptr<const StandStill> still_;
    std::shared_ptr<const Sessions> sessions_;
    Length length_;
    const Holidays* holidays_;
};

/// Smallest day in [from, until) for which the monotone `is_enough` holds; `until` where none does.
template <class Predicate>
[[nodiscard]] Date first_day(Date from, Date until, Predicate is_enough) {
    while (from < until) {
        const Date middle{from.day + (until.day - from.day) / 2};
        if (is_enough(middle))
            until = middle;
        else
            from = middle + Days{1};
    }
    return until;
}

}  // namespace wegwijzer::route
