// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "rule/evaluate.hpp"
#include "unit/rule/sample.hpp"

using namespace wegwijzer;
using model::Truth;
using sample::day;

namespace {

const DayInterval window{day("2020-01-01"), day("2030-01-01")};

struct Bench {
    model::Catalogue catalogue = sample::catalogue();
    rule::Names names{catalogue};
    sample::FakeFacts facts{catalogue};

    Bench() {
        facts.set("birth", model::Value::of(day("2008-02-29")));
        facts.set("benefit", model::Value::of(std::int64_t{0}));
        facts.set("benefit", day("2022-05-05"), model::Value::of(std::int64_t{1}));
        facts.set("benefit", day("2023-01-01"), model::Value::unknown());
        facts.set("nationality", sample::country("GB"));
        facts.set("residence.permit", model::Value::of(day("2024-08-31")));
    }

    rule::TruthDays days(std::string_view text, DayInterval in = window) {
        Diagnostics found;
        const auto e = rule::compile_any(text, {}, names, rule::Use::outside, found);
        for (const Diagnostic& d : found) FAIL(text << ": " << d.message);
        return rule::truth_days(e, facts, catalogue, in);
    }

    /// The same, one day at a time.
    void check_each_day(std::string_view text) {
        Diagnostics found;
        const auto e = rule::compile_any(text, {}, names, rule::Use::outside, found);
        for (const Diagnostic& d : found) FAIL(text << ": " << d.message);
        const auto result = rule::truth_days(e, facts, catalogue, window);
        int wrong = 0;
        for (Date on = window.from; on < window.until; on = on + Days{1}) {
            const Truth truth = rule::evaluate(e, facts, catalogue, on);
            if (result.yes.contains(on) != (truth == Truth::yes)) ++wrong;
            if (result.unknown.contains(on) != (truth == Truth::unknown)) ++wrong;
        }
        CAPTURE(text);
        CHECK(wrong == 0);
    }
};

using Intervals = std::vector<DayInterval>;

}  // namespace

TEST_CASE("days follow the facts") {
    Bench bench;
    const auto days = bench.days("benefit");
    CHECK(days.yes.intervals() == Intervals{{day("2022-05-05"), day("2023-01-01")}});
    CHECK(days.unknown.intervals() == Intervals{{day("2023-01-01"), day("2030-01-01")}});
    CHECK(bench.days("not benefit").yes.intervals() ==
          Intervals{{day("2020-01-01"), day("2022-05-05")}});
}

TEST_CASE("days follow `on`, exactly") {
    Bench bench;
    CHECK(bench.days("adult").yes.intervals() == Intervals{{day("2026-02-28"), window.until}});
    CHECK(bench.days("on - residence.permit <= 6 months").yes.intervals() ==
          Intervals{{window.from, day("2025-03-01")}});
    CHECK(bench.days("on = birth + 18 years").yes.intervals() ==
          Intervals{{day("2026-02-28"), day("2026-03-01")}});
    CHECK(bench.days("nationality in EEA").yes.intervals() ==
          Intervals{{window.from, day("2021-01-01")}});
    CHECK(bench.days("adult", {window.until, window.from}).yes.is_empty());
}

TEST_CASE("every kind of expression agrees with looking at each day") {
    Bench bench;
    bench.facts.told_credentials[0] = DaySet::of({day("2024-02-03"), day("2025-03-04")});
    for (const bool knows : {false, true}) {
        bench.facts.knows_told_changes = knows;
        for (const char* text : {
                 "adult and benefit or nationality in EEA",
                 "on >= residence.permit and on < residence.permit + 3 months",
                 "on in [2024-02-29, 2025-02-28, 2031-01-01]",
                 "not (on in [2024-02-29])",
                 "on != 2024-02-29",
                 "on - 1 month < 2024-02-29",
                 "on + 3 working days <= 2026-11-23",
                 "2026-11-23 - on > 5 weeks",
                 "residence.permit - on < 1 year and residence.permit - on > 1 month",
                 "age >= 18 years and age < 216 months + 10 days",
                 "on - 1 month < on - 30 days",
                 "on - 1 month <= residence.permit - (2025-01-01 - on)",
                 "2 of (adult, benefit, on >= 2024-01-01)",
                 "(on < 2024-01-01) = (on < residence.permit)",
                 "lookup(diploma.usual-level, nationality, learner, level) >= 4",
                 "big_procedure(nationality, on, fast)",
                 "told(vca.basis) and on > 2024-06-01",
                 "told(benefit) or told(adult)",
                 "told(ready)",
                 "told(practice) or stay > on - birth",
                 "true",
             }) {
            bench.check_each_day(text);
        }
    }
}

TEST_CASE("looking costs by the change, not by the day") {
    Bench bench;
    bench.facts.asked = 0;
    static_cast<void>(bench.days("adult and benefit and on - residence.permit <= 6 months"));
    CHECK(bench.facts.asked < 400);
}

TEST_CASE("a window without ends is answered") {
    Bench bench;
    const DayInterval all{Date::always, Date::never};
    CHECK(bench.days("adult", all).yes.intervals() == Intervals{{day("2026-02-28"), Date::never}});
    CHECK(bench.days("nationality in EEA", all).yes.intervals() ==
          Intervals{{Date::always, day("2021-01-01")}});
    CHECK(bench.days("true", all).yes.is_all());
    CHECK(bench.days("big_procedure(SY, on, fast)", all).yes.intervals().size() > 90'000);
    const DayInterval late{Date::never - Days{10}, Date::never};
    CHECK(bench.days("adult", late).yes.intervals() == Intervals{late});
}
