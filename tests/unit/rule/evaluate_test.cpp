// SPDX-License-Identifier: Apache-2.0
#include "rule/evaluate.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "unit/rule/sample.hpp"

using namespace wegwijzer;
using model::Truth;
using sample::country;
using sample::day;

namespace {

const Date today = day("2026-11-23");

struct Bench {
    model::Catalogue catalogue = sample::catalogue();
    rule::Names names{catalogue};
    sample::FakeFacts facts{catalogue};

    model::Expression compile(std::string_view text) {
        Diagnostics found;
        auto expression = rule::compile_any(text, {}, names, rule::Use::need, found);
        for (const Diagnostic& d : found) FAIL(text << ": " << d.message);
        return expression;
    }
    Truth truth(std::string_view text, Date on = today, std::optional<Term> younger = {}) {
        return rule::evaluate(compile(text), facts, catalogue, on, younger);
    }
    std::string value(std::string_view text, Date on = today) {
        const auto e = compile(text);
        return rule::to_text(rule::evaluate_node(e, e.root(), facts, catalogue, on), e.root().type,
                             catalogue);
    }
};

}  // namespace

TEST_CASE("unknown follows Kleene") {
    Bench bench;
    CHECK(bench.truth("benefit") == Truth::unknown);
    CHECK(bench.truth("benefit or true") == Truth::yes);
    CHECK(bench.truth("benefit and false") == Truth::no);
    CHECK(bench.truth("benefit or false") == Truth::unknown);
    CHECK(bench.truth("not benefit") == Truth::unknown);
    CHECK(bench.truth("benefit = true") == Truth::unknown);
    CHECK(bench.truth("1 of (benefit, true)") == Truth::yes);
    CHECK(bench.truth("2 of (benefit, true)") == Truth::unknown);
    CHECK(bench.truth("2 of (benefit, false)") == Truth::no);
    CHECK(bench.truth("2 of (benefit, false, true)") == Truth::unknown);
    CHECK(rule::evaluate({}, bench.facts, bench.catalogue, today) == Truth::yes);
}

TEST_CASE("at least the lowest level is always true") {
    Bench bench;
    CHECK(bench.truth("english >= A0") == Truth::yes);
    CHECK(bench.truth("A0 <= english") == Truth::yes);
    CHECK(bench.truth("english < A0") == Truth::no);
    CHECK(bench.truth("english >= A1") == Truth::unknown);
    CHECK(bench.truth("english > A0") == Truth::unknown);
    bench.facts.set("english", model::Value::of(std::int64_t{3}));
    CHECK(bench.truth("english >= B1") == Truth::yes);
    CHECK(bench.truth("english > B1") == Truth::no);
    CHECK(bench.truth("english != B1") == Truth::no);
    CHECK(bench.truth("english in [A2, B1]") == Truth::yes);
}

TEST_CASE("dates and terms are exact by the calendar") {
    Bench bench;
    bench.facts.set("birth", model::Value::of(day("2008-02-29")));
    CHECK(bench.truth("birth + 18 years <= on", day("2026-02-27")) == Truth::no);
    CHECK(bench.truth("birth + 18 years <= on", day("2026-02-28")) == Truth::yes);
    CHECK(bench.value("birth + 18 years + 1 day") == "2026-03-01");
    CHECK(bench.value("1 month + birth") == "2008-03-29");
    CHECK(bench.value("on - birth", day("2008-03-10")) == "10 days");

    bench.facts.set("residence.permit", model::Value::of(day("2026-08-31")));
    // Six months from 31 August end on 28 February.
    CHECK(bench.truth("on - residence.permit <= 6 months", day("2027-02-28")) == Truth::yes);
    CHECK(bench.truth("on - residence.permit <= 6 months", day("2027-03-01")) == Truth::no);
    CHECK(bench.truth("6 months >= on - residence.permit", day("2027-03-01")) == Truth::no);
    CHECK(bench.truth("on - residence.permit = 6 months", day("2027-02-28")) == Truth::yes);
    CHECK(bench.truth("on - residence.permit < 181 days", day("2027-02-28")) == Truth::no);
    CHECK(bench.truth("on - residence.permit <= 181 days", day("2027-02-28")) == Truth::yes);
}

TEST_CASE("a derived length compares as exactly as what it is derived from") {
    Bench bench;
    bench.facts.set("birth", model::Value::of(day("2008-11-23")));
    CHECK(bench.truth("age >= 18 years", day("2026-11-22")) == Truth::no);
    CHECK(bench.truth("age >= 18 years", day("2026-11-23")) == Truth::yes);
    CHECK(bench.truth("adult", day("2026-11-22")) == Truth::no);
    CHECK(bench.truth("adult", day("2026-11-23")) == Truth::yes);
    CHECK(bench.truth("adult or benefit", day("2026-11-22")) == Truth::unknown);
}

TEST_CASE("terms of one kind compare exactly, others by the mean month") {
    Bench bench;
    CHECK(bench.truth("12 months = 1 year") == Truth::yes);
    CHECK(bench.truth("2 weeks = 14 days") == Truth::yes);
    CHECK(bench.truth("1 month > 30 days") == Truth::yes);
    CHECK(bench.truth("1 month < 31 days") == Truth::yes);
    CHECK(bench.truth("5 working days = 1 week") == Truth::yes);
    CHECK(bench.value("1 year - 6 months") == "6 months");
    CHECK(bench.value("3 weeks - 5 days") == "16 days");
    CHECK(bench.value("1 month + 1 day") == "31 days");
    CHECK(bench.value("EUR 10.50 - EUR 0.50") == "EUR 10");
    CHECK(bench.value("7 - 9") == "-2");
    bench.facts.set("stay", sample::term("18 months"));
    CHECK(bench.truth("stay >= 1 year and stay < 2 years") == Truth::yes);
    CHECK(bench.truth("stay in [78 weeks, 18 months]") == Truth::yes);
}

TEST_CASE("working days are counted forwards and back") {
    Bench bench;
    bench.catalogue.holidays = Holidays({day("2026-12-25")});
    CHECK(bench.value("2026-12-24 + 1 working day") == "2026-12-28");
    CHECK(bench.value("2026-12-28 - 1 working day") == "2026-12-27");
    CHECK(bench.value("2026-12-29 - 1 working day") == "2026-12-28");
    CHECK(bench.value("2026-12-24 - 10 working days") == "2026-12-10");
}

TEST_CASE("beyond the calendar there is only never and always") {
    Bench bench;
    CHECK(bench.truth("on + 9999 years > 2299-12-31") == Truth::yes);
    CHECK(bench.truth("on - 9999 years < 1800-01-01") == Truth::yes);
    CHECK(bench.truth("on + 9999 years - 9999 years > 2299-12-31") == Truth::yes);
    CHECK(bench.truth("on - 9999 working days < on") == Truth::yes);
    bench.facts.set("hours_per_week", model::Value::of(std::numeric_limits<std::int64_t>::max()));
    CHECK(bench.truth("hours_per_week + 1 > 0") == Truth::unknown);
}

TEST_CASE("a part of a country lies in the country") {
    Bench bench;
    CHECK(bench.truth("nationality in EEA") == Truth::unknown);
    bench.facts.set("nationality", country("CA-AB"));
    CHECK(bench.truth("nationality in EEA") == Truth::yes);
    CHECK(bench.truth("nationality = CA") == Truth::yes);
    CHECK(bench.truth("nationality != CA") == Truth::no);
    CHECK(bench.truth("nationality in [SY, CA]") == Truth::yes);
    CHECK(bench.truth("nationality = CA-QC") == Truth::no);
    bench.facts.set("nationality", country("CA"));
    CHECK(bench.truth("nationality = CA-AB") == Truth::no);
}

TEST_CASE("a group has its members of the day") {
    Bench bench;
    bench.facts.set("nationality", country("GB"));
    CHECK(bench.truth("nationality in EEA", day("2020-12-31")) == Truth::yes);
    CHECK(bench.truth("nationality in EEA", day("2021-01-01")) == Truth::no);
}

TEST_CASE("lists hold values") {
    Bench bench;
    CHECK(bench.truth("arabic in languages") == Truth::unknown);
    bench.facts.set("languages", model::Value{true, TermUnit::days, 0, {0, 1}});
    CHECK(bench.truth("arabic in languages") == Truth::yes);
    CHECK(bench.truth("farsi in languages") == Truth::no);
}

TEST_CASE("lookup finds the row, or nothing is known") {
    Bench bench;
    const std::string level = "lookup(diploma.usual-level, nationality, learner, level)";
    CHECK(bench.value(level) == "unknown");
    bench.facts.set("nationality", country("SY"));
    CHECK(bench.value(level) == "unknown");
    bench.facts.set("learner", model::Value::of(std::int64_t{2}));
    CHECK(bench.value(level) == "6");
    CHECK(bench.truth(level + " >= 6") == Truth::yes);
    CHECK(bench.truth("farsi in lookup(diploma.usual-level, nationality, learner, languages)") ==
          Truth::yes);
    CHECK(bench.value("lookup(diploma.usual-level, nationality, learner, from)") == "unknown");
    CHECK(bench.value("lookup(diploma.usual-level, SY, usual, level)") == "unknown");
    // Nothing is said of Alberta, so what is said of Canada counts.
    CHECK(bench.value("lookup(diploma.usual-level, CA-AB, slow, level)") == "7");
    CHECK(bench.truth("lookup(diploma.usual-level, SY, fast, level) >= 1") == Truth::yes);
}

TEST_CASE("a plugin's function gets unknown as a value") {
    Bench bench;
    CHECK(bench.truth("big_procedure(nationality, birth, fast)") == Truth::unknown);
    CHECK(bench.truth("big_procedure(SY, birth, fast)") == Truth::no);
    CHECK(bench.truth("big_procedure(SY, 1970-01-03, learner)") == Truth::yes);
    CHECK(bench.truth("ready_made() = 7") == Truth::yes);
}

TEST_CASE("credentials count by the day and by their age, also inside derived attributes") {
    Bench bench;
    bench.facts.hold("vca.basis", {day("2025-01-01"), day("2027-01-01")});
    CHECK(bench.truth("vca.basis") == Truth::yes);
    CHECK(bench.truth("vca.basis", day("2027-01-01")) == Truth::no);
    CHECK(bench.truth("vca.basis", today, Term{1, TermUnit::years}) == Truth::no);
    CHECK(bench.truth("benefit or vca.basis", day("2025-06-01"), Term{1, TermUnit::years}) ==
          Truth::yes);
    CHECK(bench.truth("ready") == Truth::yes);
    CHECK(bench.truth("ready", today, Term{1, TermUnit::years}) == Truth::unknown);
    CHECK(bench.truth("told(vca.basis)") == Truth::no);
}

TEST_CASE("told is what the profile says, also below a derived attribute") {
    Bench bench;
    bench.facts.set("dutch", model::Value::of(std::int64_t{4}));
    bench.facts.tell("dutch", model::Value::of(std::int64_t{1}));
    CHECK(bench.truth("dutch >= B1") == Truth::yes);
    CHECK(bench.truth("told(dutch) >= B1") == Truth::no);
    CHECK(bench.truth("ready") == Truth::yes);
    CHECK(bench.truth("told(ready)") == Truth::no);
    CHECK(bench.truth("told(ready) or ready") == Truth::yes);
}

TEST_CASE("the attributes asked are those a person can answer, also below derived ones") {
    Bench bench;
    const auto ids = rule::asked_attributes(
        bench.compile("adult and (told(english) >= B1 or ready) and adult"), bench.catalogue);
    std::vector<std::string> names;
    for (const auto id : ids) names.push_back(bench.catalogue[id].id);
    CHECK(names == std::vector<std::string>{"dutch", "english", "birth"});
}

TEST_CASE("a circle of derived attributes, or very many of them, ends in unknown") {
    sample::Maker make;
    const auto boolean = sample::kind(model::TypeKind::boolean);
    const int count = 200;
    for (int i = 0; i < count; ++i) make.attribute("a" + std::to_string(i), boolean);
    make.attribute("x", boolean);
    make.derive("a0", "x");
    for (int i = 1; i < 30; ++i) {
        const std::string before = "a" + std::to_string(i - 1);
        make.derive("a" + std::to_string(i), before + " or " + before);
    }
    make.derive("a100", "a101 or x");
    make.derive("a101", "a100 and a100 or x");
    const rule::Names names(make.catalogue);
    const sample::FakeFacts facts(make.catalogue);
    for (const char* text : {"a29", "a100", "a101 and a29", "not told(a100)"}) {
        Diagnostics found;
        const auto e = rule::compile(text, {}, names, boolean, rule::Use::outside, found);
        CHECK(found.empty());
        CHECK(rule::evaluate(e, facts, make.catalogue, today) == Truth::unknown);
        CHECK(
            rule::truth_days(e, facts, make.catalogue, {today, today + Days{400}}).yes.is_empty());
        CHECK(rule::explain(e, facts, make.catalogue, today).truth == Truth::unknown);
        CHECK(rule::asked_attributes(e, make.catalogue).size() == 1);
    }
}

TEST_CASE("the deepest expressions over the deepest derivations fit the stack") {
    sample::Maker make;
    const auto boolean = sample::kind(model::TypeKind::boolean);
    for (int i = 0; i < 41; ++i) make.attribute("a" + std::to_string(i), boolean);
    for (int i = 1; i < 41; ++i) {
        std::string text = "a" + std::to_string(i - 1);
        for (int k = 0; k < 31; ++k) text = "not (false or " + text + ")";
        make.derive("a" + std::to_string(i), text);
        REQUIRE(make.catalogue.attributes[static_cast<std::size_t>(i)].is_derived());
    }
    const rule::Names names(make.catalogue);
    sample::FakeFacts facts(make.catalogue);
    facts.set("a0", model::Value::of(std::int64_t{1}));
    Diagnostics found;
    const auto shallow = rule::compile("a10", {}, names, boolean, rule::Use::outside, found);
    CHECK(rule::evaluate(shallow, facts, make.catalogue, today) == Truth::yes);
    const auto deep = rule::compile("a40", {}, names, boolean, rule::Use::outside, found);
    CHECK(rule::evaluate(deep, facts, make.catalogue, today) == Truth::unknown);
    CHECK(rule::explain(deep, facts, make.catalogue, today).truth == Truth::unknown);
}
