// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "rule/evaluate.hpp"
#include "unit/rule/sample.hpp"

using namespace wegwijzer;
using model::Explanation;
using model::Truth;
using sample::day;

namespace {

struct Bench {
    model::Catalogue catalogue = sample::catalogue();
    rule::Names names{catalogue};
    sample::FakeFacts facts{catalogue};

    Explanation explain(std::string_view text) {
        Diagnostics found;
        const auto e = rule::compile_any(text, {}, names, rule::Use::need, found);
        for (const Diagnostic& d : found) FAIL(text << ": " << d.message);
        return rule::explain(e, facts, catalogue, day("2026-11-23"));
    }
};

}  // namespace

TEST_CASE("a comparison tells what was asked, what the person has and what would do") {
    Bench bench;
    bench.facts.set("dutch", model::Value::of(std::int64_t{2}));
    const Explanation e = bench.explain("dutch >= B2");
    CHECK(e.truth == Truth::no);
    CHECK(e.asked == "dutch >= B2");
    CHECK(e.has == "A2");
    CHECK(e.satisfies == ">= B2");
    CHECK(e.is_given);
    CHECK(e.parts.empty());
}

TEST_CASE("a chain has its parts side by side") {
    Bench bench;
    const Explanation e =
        bench.explain("vca.basis or (not benefit and practice or learner = fast)");
    CHECK(e.truth == Truth::unknown);
    REQUIRE(e.parts.size() == 3);
    CHECK(e.has.empty());
    CHECK(e.satisfies.empty());
    CHECK(e.parts[0].asked == "vca.basis");
    CHECK(e.parts[0].has == "false");
    CHECK(e.parts[0].satisfies == "vca.basis");
    CHECK(e.parts[1].asked == "not benefit and practice");
    REQUIRE(e.parts[1].parts.size() == 2);
    CHECK(e.parts[1].parts[0].asked == "not benefit");
    CHECK_FALSE(e.parts[1].parts[0].is_given);
    CHECK(e.parts[1].parts[0].parts.at(0).has == "unknown");
    CHECK(e.parts[2].has == "unknown");
    CHECK(e.parts[2].satisfies == "= fast");
}

TEST_CASE("dates are worked out") {
    Bench bench;
    bench.facts.set("birth", model::Value::of(day("2010-05-06")));
    bench.facts.set("residence.permit", model::Value::of(day("2026-11-01")));
    CHECK(bench.explain("birth + 18 years <= on").has == "2028-05-06");
    CHECK(bench.explain("birth + 18 years <= on").satisfies == "<= 2026-11-23");
    CHECK(bench.explain("on - residence.permit <= 185 days").has == "22 days");
    CHECK(bench.explain("on - residence.permit <= 185 days").satisfies == "<= 185 days");
    CHECK(bench.explain("on < stay + on").satisfies == "< stay + on");
}

TEST_CASE("groups and lists name what would do") {
    Bench bench;
    bench.facts.set("nationality", sample::country("SY"));
    CHECK(bench.explain("nationality in EEA").has == "SY");
    CHECK(bench.explain("nationality in EEA").satisfies == "in EEA");
    CHECK(bench.explain("learner in [slow, fast]").satisfies == "in [slow, fast]");
    CHECK(bench.explain("arabic in languages").satisfies == "in languages");
}

TEST_CASE("a derived attribute has its reasons below it") {
    Bench bench;
    bench.facts.set("dutch", model::Value::of(std::int64_t{2}));
    const Explanation e = bench.explain("ready");
    CHECK(e.truth == Truth::no);
    CHECK(e.has == "false");
    REQUIRE(e.parts.size() == 1);
    CHECK(e.parts[0].asked == "dutch >= B1 or vca.basis");
    CHECK(e.parts[0].parts.size() == 2);
    CHECK(bench.explain("2 of (benefit, adult)").parts.size() == 2);
}

TEST_CASE("nothing asked is nothing to explain") {
    Bench bench;
    const auto e = rule::explain({}, bench.facts, bench.catalogue, day("2026-11-23"));
    CHECK(e.truth == Truth::yes);
    CHECK(e.asked.empty());
}
