// SPDX-License-Identifier: Apache-2.0
// Day sets against sets of days kept one by one.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>
#include <utility>
#include <vector>

#include "base/day_set.hpp"

using namespace wegwijzer;

namespace {

constexpr int last_day = 60;
using Pairs = std::vector<std::pair<int, int>>;

/// The same days twice: as a day set and one by one.
struct Both {
    DaySet set;
    std::set<int> days;
};

/// Up to eight intervals anywhere in [0, 60), in any order, that may overlap, touch or be empty.
Both make_both() {
    const auto pairs = *rc::gen::container<Pairs>(
        rc::gen::pair(rc::gen::inRange(0, last_day), rc::gen::inRange(0, 12)));
    Both both;
    for (const auto& [from, length] : pairs) {
        both.set = both.set.united(DaySet::of({{from}, {from + length}}));
        for (int day = from; day < from + length; ++day) both.days.insert(day);
    }
    return both;
}

bool is_in_normal_form(const DaySet& set) {
    const std::vector<DayInterval>& all = set.intervals();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].from >= all[i].until) return false;
        if (i > 0 && all[i - 1].until >= all[i].from) return false;
    }
    return true;
}

/// Whether `set` holds just the days for which `belongs` is true.
template <class Belongs>
void check_days(const DaySet& set, Belongs belongs) {
    RC_ASSERT(is_in_normal_form(set));
    for (int day = -5; day < last_day + 20; ++day) RC_ASSERT(set.contains({day}) == belongs(day));
}

}  // namespace

TEST_CASE("the algebra of day sets is that of sets") {
    CHECK(rc::check("united, intersected and complement", [] {
        const Both a = make_both();
        const Both b = make_both();
        const auto in_a = [&](int day) { return a.days.count(day) > 0; };
        const auto in_b = [&](int day) { return b.days.count(day) > 0; };
        check_days(a.set, in_a);
        check_days(a.set.united(b.set), [&](int d) { return in_a(d) || in_b(d); });
        check_days(a.set.intersected(b.set), [&](int d) { return in_a(d) && in_b(d); });
        check_days(a.set.complement(), [&](int d) { return !in_a(d); });
    }));
    CHECK(rc::check("equal sets have equal intervals, however they were made", [] {
        const Both a = make_both();
        const Both b = make_both();
        RC_ASSERT(a.set.complement().complement() == a.set);
        RC_ASSERT(a.set.united(b.set) == b.set.united(a.set));
        RC_ASSERT(a.set.intersected(b.set) == b.set.intersected(a.set));
        RC_ASSERT(a.set.united(b.set).complement() ==
                  a.set.complement().intersected(b.set.complement()));
        RC_ASSERT(a.set.united(a.set.complement()).is_all());
        RC_ASSERT(a.set.intersected(a.set.complement()).is_empty());
        RC_ASSERT((a.set == b.set) == (a.days == b.days));
    }));
}

TEST_CASE("the day set's neighbours are found as by looking day by day") {
    CHECK(rc::check("next, previous and end_of_stretch", [] {
        const Both both = make_both();
        const int day = *rc::gen::inRange(-5, last_day + 20);
        const auto after = both.days.lower_bound(day);
        const auto next = both.set.next({day});
        RC_ASSERT(next.has_value() == (after != both.days.end()));
        if (next) RC_ASSERT(next->day == *after);
        auto before = both.days.upper_bound(day);
        const auto previous = both.set.previous({day});
        RC_ASSERT(previous.has_value() == (before != both.days.begin()));
        if (previous) RC_ASSERT(previous->day == *--before);
        int end = day;
        while (both.days.count(end) > 0) ++end;
        RC_ASSERT(both.set.end_of_stretch({day}) == Date{end});
    }));
}
