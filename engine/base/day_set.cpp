// SPDX-License-Identifier: Apache-2.0
#include "base/day_set.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace wegwijzer {
namespace {

using Intervals = std::vector<DayInterval>;

/// The first interval that ends after `date`: the one that holds it, or the next one.
Intervals::const_iterator find_ending_after(const Intervals& intervals, Date date) {
    return std::upper_bound(intervals.begin(), intervals.end(), date,
                            [](Date d, const DayInterval& i) { return d < i.until; });
}

}  // namespace

DaySet DaySet::all() { return of({Date::always, Date::never}); }

DaySet DaySet::of(DayInterval interval) {
    DaySet set;
    set.append(interval);
    return set;
}

void DaySet::append(DayInterval interval) {
    interval.from = std::max(interval.from, Date::always);
    interval.until = std::min(interval.until, Date::never);
    if (interval.from >= interval.until) return;
    if (intervals_.empty() || interval.from > intervals_.back().until) {
        intervals_.push_back(interval);
        return;
    }
    assert(interval.from == intervals_.back().until && "intervals are appended in order");
    intervals_.back().until = std::max(intervals_.back().until, interval.until);
}

bool DaySet::contains(Date date) const {
    const auto at = find_ending_after(intervals_, date);
    return at != intervals_.end() && at->from <= date;
}

bool DaySet::is_all() const {
    return intervals_.size() == 1 && intervals_.front() == DayInterval{Date::always, Date::never};
}

std::optional<Date> DaySet::next(Date date) const {
    const auto at = find_ending_after(intervals_, date);
    if (at == intervals_.end()) return std::nullopt;
    return std::max(date, at->from);
}

std::optional<Date> DaySet::previous(Date date) const {
    auto at = find_ending_after(intervals_, date);
    if (at != intervals_.end() && at->from <= date) return date;
    if (at == intervals_.begin()) return std::nullopt;
    return (--at)->until - Days{1};
}

Date DaySet::end_of_stretch(Date date) const {
    const auto at = find_ending_after(intervals_, date);
    return at != intervals_.end() && at->from <= date ? at->until : date;
}

DaySet DaySet::united(const DaySet& other) const {
    Intervals sorted;
    sorted.reserve(intervals_.size() + other.intervals_.size());
    std::merge(intervals_.begin(), intervals_.end(), other.intervals_.begin(),
               other.intervals_.end(), std::back_inserter(sorted),
               [](const DayInterval& a, const DayInterval& b) { return a.from < b.from; });
    DaySet set;
    for (DayInterval interval : sorted) {
        if (!set.is_empty()) {
            interval.from = std::max(interval.from, set.intervals_.back().until);
        }
        // One that lies within the last is the wrong way round by now: passed over as empty.
        set.append(interval);
    }
    return set;
}

DaySet DaySet::intersected(const DaySet& other) const {
    DaySet set;
    auto a = intervals_.begin();
    auto b = other.intervals_.begin();
    while (a != intervals_.end() && b != other.intervals_.end()) {
        const DayInterval shared{std::max(a->from, b->from), std::min(a->until, b->until)};
        set.append(shared);
        if (a->until < b->until) {
            ++a;
        } else {
            ++b;
        }
    }
    return set;
}

DaySet DaySet::complement() const {
    DaySet set;
    Date from = Date::always;
    for (const DayInterval& interval : intervals_) {
        set.append({from, interval.from});
        from = interval.until;
    }
    set.append({from, Date::never});
    return set;
}

namespace {

DaySet at_least_from(const std::vector<DaySet>& sets, std::size_t k, std::size_t n) {
    if (n == 0) return DaySet::all();
    if (sets.size() - k < n) return {};
    return sets[k]
        .intersected(at_least_from(sets, k + 1, n - 1))
        .united(at_least_from(sets, k + 1, n));
}

}  // namespace

DaySet at_least(const std::vector<DaySet>& sets, std::size_t n) {
    return at_least_from(sets, 0, n);
}

}  // namespace wegwijzer
