// SPDX-License-Identifier: Apache-2.0
#include "base/day_set.hpp"

#include <doctest/doctest.h>

using namespace wegwijzer;

namespace {

DaySet span(int from, int until) { return DaySet::of({{from}, {until}}); }

}  // namespace

TEST_CASE("an empty set holds no day") {
    const DaySet empty;
    CHECK(empty.is_empty());
    CHECK_FALSE(empty.is_all());
    CHECK_FALSE(empty.contains({0}));
    CHECK_FALSE(empty.next({0}).has_value());
    CHECK_FALSE(empty.previous({0}).has_value());
    CHECK(empty.end_of_stretch({5}) == Date{5});
    CHECK(empty.complement() == DaySet::all());
    CHECK(span(5, 5).is_empty());
    CHECK(span(6, 5).is_empty());
}

TEST_CASE("the set of all days holds every date") {
    const DaySet all = DaySet::all();
    CHECK(all.is_all());
    CHECK_FALSE(all.is_empty());
    CHECK(all.contains(Date::first));
    CHECK(all.contains(Date::last));
    CHECK(all.contains(Date::always));
    CHECK_FALSE(all.contains(Date::never));
    CHECK(all.next(Date::first) == Date::first);
    CHECK(all.previous(Date::last) == Date::last);
    CHECK(all.end_of_stretch({0}) == Date::never);
    CHECK(all.complement().is_empty());
    CHECK_FALSE(span(0, 5).is_all());
}

TEST_CASE("intervals are half-open") {
    const DaySet set = span(10, 20);
    CHECK_FALSE(set.contains({9}));
    CHECK(set.contains({10}));
    CHECK(set.contains({19}));
    CHECK_FALSE(set.contains({20}));
}

TEST_CASE("next, previous and the end of a stretch look around a gap") {
    DaySet set = span(10, 20);
    set.append({{30}, {40}});
    CHECK(set.next({5}) == Date{10});
    CHECK(set.next({10}) == Date{10});
    CHECK(set.next({19}) == Date{19});
    CHECK(set.next({20}) == Date{30});
    CHECK_FALSE(set.next({40}).has_value());
    CHECK_FALSE(set.previous({9}).has_value());
    CHECK(set.previous({10}) == Date{10});
    CHECK(set.previous({25}) == Date{19});
    CHECK(set.previous({29}) == Date{19});
    CHECK(set.previous({30}) == Date{30});
    CHECK(set.previous({99}) == Date{39});
    CHECK(set.end_of_stretch({10}) == Date{20});
    CHECK(set.end_of_stretch({19}) == Date{20});
    CHECK(set.end_of_stretch({20}) == Date{20});
    CHECK(set.end_of_stretch({35}) == Date{40});
}

TEST_CASE("intervals that touch become one") {
    DaySet set = span(10, 20);
    set.append({{20}, {30}});
    CHECK(set == span(10, 30));
    CHECK(set.intervals().size() == 1);
    set.append({{30}, {30}});
    CHECK(set == span(10, 30));
    CHECK(span(10, 20).united(span(20, 30)) == span(10, 30));
}

TEST_CASE("nothing reaches beyond the ends of time") {
    CHECK(DaySet::of({Date::always - Days{5}, Date::never + Days{5}}).is_all());
    const DaySet past = DaySet::of({Date::always, {0}});
    CHECK(past.complement() == DaySet::of({{0}, Date::never}));
    CHECK(past.united(past.complement()).is_all());
    CHECK(past.intersected(past.complement()).is_empty());
}

TEST_CASE("union and intersection of sets that overlap, enclose or miss each other") {
    CHECK(span(10, 20).united(span(15, 30)) == span(10, 30));
    CHECK(span(10, 40).united(span(15, 30)) == span(10, 40));
    CHECK(span(10, 20).united(span(25, 30)).intervals().size() == 2);
    CHECK(span(10, 20).intersected(span(15, 30)) == span(15, 20));
    CHECK(span(10, 40).intersected(span(15, 30)) == span(15, 30));
    CHECK(span(10, 20).intersected(span(20, 30)).is_empty());
    CHECK(span(10, 20).united({}) == span(10, 20));
    CHECK(span(10, 20).intersected(DaySet::all()) == span(10, 20));
}
