// SPDX-License-Identifier: Apache-2.0
#include "route/clock.hpp"

#include <algorithm>

namespace wegwijzer::route {

StandStill::StandStill(DaySet still) : still_(std::move(still)) {
    std::int32_t count = 0;
    for (const auto& interval : still_.intervals()) {
        before_.push_back(count);
        count += (interval.until - interval.from).count;
    }
}

std::int32_t StandStill::still_before(Date date) const {
    const auto& intervals = still_.intervals();
    const auto after = std::upper_bound(intervals.begin(), intervals.end(), date,
                                        [](Date d, const DayInterval& i) { return d < i.from; });
    if (after == intervals.begin()) return 0;
    const auto index = static_cast<std::size_t>(after - intervals.begin()) - 1;
    const auto& last = intervals[index];
    return before_[index] + (std::min(date, last.until) - last.from).count;
}

std::int32_t StandStill::running_days(Date from, Date until) const {
    const auto all = (until - from).count;
    return still_.is_empty() ? all : all - (still_before(until) - still_before(from));
}

Date StandStill::after_running(Date from, std::int32_t count) const {
    if (still_.is_empty()) return from + Days{count};
    const auto& intervals = still_.intervals();
    auto next = std::upper_bound(intervals.begin(), intervals.end(), from,
                                 [](Date d, const DayInterval& i) { return d < i.until; });
    Date day = from;
    for (; next != intervals.end(); ++next) {
        const auto free = std::max(0, (next->from - day).count);
        if (count <= free) break;
        count -= free;
        day = next->until;
        if (day >= Date::last) return Date::never;
    }
    return day + Days{count};
}

Clock::Clock(DaySet starts, std::shared_ptr<const StandStill> still,
             std::shared_ptr<const Sessions> sessions, Length length, const Holidays& holidays)
    : starts_(std::move(starts)),
      still_(std::move(still)),
      sessions_(std::move(sessions)),
      length_(length),
      holidays_(&holidays) {}

Date Clock::next_start(Date from) const {
    for (;;) {
        const auto next = starts_.next(from);
        if (!next) return Date::never;
        from = *next;
        if (const Date running = still_->days().end_of_stretch(from); running != from) {
            from = running;
            continue;
        }
        if (sessions_ && begin(from) == Date::never) return Date::never;
        return from;
    }
}

Date Clock::begin(Date start) const {
    if (!sessions_) return start;
    const auto& days = sessions_->days;
    auto next = std::lower_bound(days.begin(), days.end(), start,
                                 [](const Sessions::Session& s, Date d) { return s.day < d; });
    // a later session may have an earlier last day to sign up
    while (next != days.end() && (next->sign_up_until < start || still_->contains(next->day)))
        ++next;
    return next == days.end() ? Date::never : next->day;
}

Date Clock::finish_from(Date begin) const { return finish_from(begin, length_); }

Date Clock::finish_from(Date begin, const Length& length) const {
    if (begin == Date::never) return Date::never;
    Date day = begin;
    if (length.term)
        day = add(day, *length.term, *holidays_);
    else if (length.days > 0)
        day = still_->after_running(day, length.days);
    if (day == Date::never) return day;
    if (length.extension_term) day = add(day, *length.extension_term, *holidays_);
    if (length.extension_days > 0) day = still_->after_running(day, length.extension_days);
    return day;
}

Date Clock::first_start_with_begin(Date day) const {
    if (!sessions_) return next_start(day);
    const Date first = next_start(Date::always);
    const Date found = first_day(first, std::max(first, day), [&](Date s) {
        const Date start = next_start(s);
        return start == Date::never || begin(start) >= day;
    });
    return next_start(found);
}

Date Clock::first_start_with_finish(Date day) const {
    const Date first = next_start(Date::always);
    if (first == Date::never) return first;
    const Date found = first_day(first, std::max(first, day), [&](Date s) {
        const Date start = next_start(s);
        return start == Date::never || finish(start) >= day;
    });
    return next_start(found);
}

}  // namespace wegwijzer::route
