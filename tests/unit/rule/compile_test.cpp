// SPDX-License-Identifier: Apache-2.0
#include "rule/compile.hpp"

#include <doctest/doctest.h>

#include "unit/rule/sample.hpp"

using namespace wegwijzer;
using rule::Use;

namespace {

struct Mistake {
    std::string code;
    std::uint32_t line, column, length;
    std::string message, hints;
};

struct Bench {
    model::Catalogue catalogue = sample::catalogue();
    rule::Names names{catalogue};
    rule::Origin origin{{0, 10, 20, 1}, true};

    std::vector<Mistake> mistakes(std::string_view text, Use use = Use::need,
                                  model::Type type = sample::kind(model::TypeKind::boolean)) {
        Diagnostics found;
        const auto expression = rule::compile(text, origin, names, type, use, found);
        CHECK(expression.is_empty() == found.has_errors());
        std::vector<Mistake> list;
        for (const Diagnostic& d : found) {
            std::string hints;
            for (const std::string& hint : d.hints) hints += hint + "|";
            list.push_back(
                {std::string(d.code), d.span.line, d.span.column, d.span.length, d.message, hints});
        }
        return list;
    }

    /// Exactly one mistake with this code, under this part of the text (its first occurrence), or
    /// at the end.
    Mistake only(std::string_view text, std::string_view code, std::string_view under,
                 Use use = Use::need) {
        const auto list = mistakes(text, use);
        CAPTURE(text);
        REQUIRE(list.size() == 1);
        CHECK(list[0].code == code);
        CHECK(list[0].line == 10);
        const std::size_t at = under.empty() ? text.size() : text.find(under);
        REQUIRE(at != std::string_view::npos);
        CHECK(list[0].column == 20 + at);
        CHECK(list[0].length == std::max<std::size_t>(under.size(), 1));
        return list[0];
    }

    std::string printed(std::string_view text, Use use = Use::need,
                        model::Type type = sample::kind(model::TypeKind::boolean)) {
        Diagnostics found;
        const auto expression = rule::compile(text, origin, names, type, use, found);
        for (const Diagnostic& d : found) MESSAGE(text << ": " << d.code << " " << d.message);
        CHECK(found.empty());
        return expression.is_empty() ? "" : rule::to_text(expression, catalogue);
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every construct is read and printed with the fewest brackets") {
    Bench bench;
    for (const char* text : {
             "dutch >= B2",
             "dutch >= B2 or vca.basis and practice",
             "(dutch >= B2 or vca.basis) and practice",
             "2 of (dutch >= A2, vca.basis, practice)",
             "not benefit",
             "not (benefit or adult)",
             "not not benefit",
             "big.route-competence",
             "told(dutch) < B1",
             "not told(vca.basis)",
             "learner = fast",
             "learner in [slow, not-literate]",
             "nationality in EEA",
             "nationality = CA-AB",
             "nationality in [SY, CA-AB]",
             "arabic in languages",
             "SY in lived-in",
             "hours_per_week < 32",
             "savings + EUR 5.50 >= EUR 1000",
             "on - residence.permit <= 185 days",
             "birth + 18 years <= on",
             "birth + 18 years + 10 working days <= on",
             "birth + (18 years - 6 months) <= on",
             "on >= 2026-11-23",
             "nlqf >= 2",
             "lookup(diploma.usual-level, nationality, learner, level) >= 4",
             "lookup(diploma.usual-level, SY, slow, level) >= 4",
             "arabic in lookup(diploma.usual-level, nationality, learner, languages)",
             "big_procedure(nationality, residence.permit, fast)",
             "ready_made() > 3",
             "benefit = adult",
             "benefit = (adult or benefit)",
             "(benefit or adult) in [true]",
             "odd in ['in', 'two words', 'it''s', 2, 2026-01-01, benefit, '-x', 'true']",
             "true",
         }) {
        CHECK(bench.printed(text) == text);
    }
}

TEST_CASE("what is asked stands left, brackets that say nothing go, chains are one") {
    Bench bench;
    CHECK(bench.printed("B2 <= dutch") == "dutch >= B2");
    CHECK(bench.printed("2026-01-01 > birth") == "birth < 2026-01-01");
    CHECK(bench.printed("fast = learner") == "learner = fast");
    CHECK(bench.printed("2 <= nlqf") == "nlqf >= 2");
    CHECK(bench.printed("'two words' != odd") == "odd != 'two words'");
    CHECK(bench.printed("((benefit) and (adult and (vca.basis)))") ==
          "benefit and adult and vca.basis");
    CHECK(bench.printed("  benefit\n  and\tadult ") == "benefit and adult");
    CHECK(bench.printed("on + 1   week<=birth") == "on + 1 week <= birth");
    CHECK(bench.printed("savings > EUR\t5") == "savings > EUR 5");
    CHECK(bench.printed("(on - birth) - 1 week <= 18 years") == "on - birth - 1 week <= 18 years");
}

TEST_CASE("a bare word is a value of what stands opposite before it is a name") {
    Bench bench;
    CHECK(bench.printed("odd = benefit") == "odd = benefit");
    Diagnostics found;
    const auto expression = rule::compile("odd = benefit", {}, bench.names,
                                          sample::kind(model::TypeKind::boolean), Use::need, found);
    CHECK(expression.child(expression.root(), 1).op == model::Op::constant);
    CHECK(bench.printed("english >= told(dutch)") == "english >= told(dutch)");
}

TEST_CASE("an expression may have any type, and a bare word be its value") {
    Bench bench;
    CHECK(bench.printed("residence.permit + 3 years", Use::outside,
                        sample::kind(model::TypeKind::date)) == "residence.permit + 3 years");
    CHECK(bench.printed("fast", Use::outside, sample::enumeration(5)) == "fast");
    Diagnostics found;
    const auto any = rule::compile_any("on - birth", {}, bench.names, Use::outside, found);
    CHECK(any.root().type.kind == model::TypeKind::duration);
    CHECK(found.empty());
    const auto wrong = bench.mistakes("on", Use::outside);
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == "R005");
}

TEST_CASE("given is what a step can give, and what is derived from it") {
    Bench bench;
    const auto given = [&](std::string_view text) {
        Diagnostics found;
        const auto e = rule::compile(text, {}, bench.names, sample::kind(model::TypeKind::boolean),
                                     Use::need, found);
        CHECK(found.empty());
        return e.root().is_given;
    };
    CHECK(given("vca.basis"));
    CHECK(given("practice"));
    CHECK(given("dutch >= B1 or benefit"));
    CHECK(given("ready"));
    CHECK_FALSE(given("told(vca.basis)"));
    CHECK_FALSE(given("told(ready) or told(dutch) < B1"));
    CHECK_FALSE(given("adult"));
}

TEST_CASE("R001: syntax, with its place") {
    Bench bench;
    CHECK(bench.only("benefit and", "R001", "").message ==
          "expected a name or a value, found the end");
    CHECK(bench.only("benefit adult", "R001", "adult").message ==
          "expected 'and' or 'or', found 'adult'");
    CHECK(has(bench.only("benefit == adult", "R001", "==").hints, "write '='"));
    CHECK(has(bench.only("benefit && adult", "R001", "&&").hints, "write 'and'"));
    CHECK(bench.mistakes("english ≥ B1").at(0).hints == "write '>='|");
    CHECK(has(bench.only("on -birth <= 3 days", "R001", "-").message, "space on both sides"));
    CHECK(has(bench.only("on- birth <= 3 days", "R001", "on-").hints, "space on both sides"));
    CHECK(has(bench.only("english < B1 > C1", "R001", ">").message, "do not follow"));
    CHECK(has(bench.only("nationality not in EEA", "R001", "not").hints, "not x in y"));
    CHECK(bench.only("benefit AND adult", "R001", "AND").hints ==
          "the language's own words are written small|");
    CHECK(bench.only("(benefit or adult", "R001", "").message == "expected ')', found the end");
    CHECK(bench.only("benefit)", "R001", ")").message == "')' closes nothing");
    CHECK(bench.only("learner = 'fast", "R001", "'").message == "a quote is opened and not closed");
    CHECK(has(bench.only("learner = \"fast\"", "R001", "\"fast\"").hints, "single quotes"));
    CHECK(bench.only("learner in []", "R001", "]").message ==
          "expected a name or a value, found ']'");
    CHECK(bench.only("2 of benefit", "R001", "benefit").message == "expected '(', found 'benefit'");
    CHECK(bench.only("", "R001", "").message == "the expression is empty");
    CHECK(bench.only("   ", "R001", "").message == "the expression is empty");
    CHECK(bench.only("benefit $ adult", "R001", "$").message == "'$' is not part of the language");
    CHECK(bench.only("benefit = not adult", "R001", "not").message ==
          "expected a name or a value, found 'not'");
}

TEST_CASE("R002: nesting and length are limited, and nothing crashes below or above") {
    Bench bench;
    const auto nested = [](int n) {
        return std::string(static_cast<std::size_t>(n), '(') + "benefit" +
               std::string(static_cast<std::size_t>(n), ')');
    };
    CHECK(bench.printed(nested(64)) == "benefit");
    CHECK(bench.mistakes(nested(65))[0].code == "R002");
    CHECK(bench.mistakes(nested(30000))[0].code == "R002");
    std::string nots, sums = "on";
    for (int i = 0; i < 1000; ++i) {
        nots += "not ";
        sums += " + 1 day";
    }
    CHECK(bench.mistakes(nots + "benefit")[0].code == "R002");
    CHECK(bench.mistakes(sums + " <= on")[0].code == "R002");
    std::string chain = "benefit";
    for (int i = 0; i < 1500; ++i) chain += " or benefit";
    CHECK(bench.printed(chain) == chain);
    for (int i = 0; i < 1500; ++i) chain += " or benefit";
    const auto list = bench.mistakes(chain);
    REQUIRE(list.size() == 1);
    CHECK(list[0].code == "R002");
    CHECK(bench.mistakes(std::string(100'000, ' ') + "benefit")[0].code == "R002");
}

TEST_CASE("R003: an unknown function") {
    Bench bench;
    const auto m = bench.only("big_prosedure(SY, on, fast)", "R003", "big_prosedure(SY, on, fast)");
    CHECK(m.message == "unknown function 'big_prosedure'");
    CHECK(m.hints == "did you mean 'big_procedure'?|");
    bench.only("benefit(on)", "R003", "benefit(on)");
}

TEST_CASE("R004: an unknown name, and what was meant") {
    Bench bench;
    const auto m = bench.only("duch >= B2", "R004", "duch");
    CHECK(m.message == "unknown attribute 'duch'");
    CHECK(m.hints == "did you mean 'dutch'?|");
    CHECK(bench.only("B2 <= duch", "R004", "duch").hints == "did you mean 'dutch'?|");
    CHECK(bench.only("vca.basiss", "R004", "vca.basiss").message == "unknown name 'vca.basiss'");
    CHECK(bench.only("nationality in EEEA", "R004", "EEEA").hints == "did you mean 'EEA'?|");
    CHECK(bench.only("told(dutsch) < B1", "R004", "dutsch").hints == "did you mean 'dutch'?|");
    CHECK(
        bench.only("lookup(diploma.usual-levl, SY, fast, level) >= 1", "R004", "diploma.usual-levl")
            .hints == "did you mean 'diploma.usual-level'?|");
    CHECK(bench.only("xyzzy in [slow]", "R004", "xyzzy").hints.empty());
}

TEST_CASE("R005: types that do not fit") {
    Bench bench;
    CHECK(bench.only("english >= 3", "R006", "3").message == "'3' is not a level of 'cefr'");
    CHECK(bench.only("birth >= 3", "R005", "birth >= 3").message ==
          "a date cannot be compared with a whole number");
    CHECK(bench.only("english = nlqf", "R005", "english = nlqf").message ==
          "a level of 'cefr' cannot be compared with a level of 'nlqf'");
    CHECK(bench.only("learner > fast", "R005", "learner > fast").hints ==
          "compare with '=' or '!='|");
    CHECK(bench.only("languages = languages", "R005", "languages = languages").hints ==
          "write 'value in list'|");
    CHECK(bench.only("english and benefit", "R005", "english").message ==
          "'english' is a level of 'cefr', where true or false is wanted");
    CHECK(bench.only("EEA", "R005", "EEA").hints == "write 'x in EEA'|");
    CHECK(bench.only("birth + 3 <= on", "R005", "birth + 3").message ==
          "a whole number cannot be added to a date");
    CHECK(bench.only("birth + on <= on", "R005", "birth + on").message ==
          "a date cannot be added to a date");
    CHECK(bench.only("learner in [slow, birth + 1 day]", "R005", "birth + 1 day").message ==
          "'birth + 1 day' is a date, where the list asks for a value of 'learner'");
    CHECK(bench.only("hours_per_week in [1, 2 + 3]", "R005", "2 + 3").message ==
          "only values may stand in a list");
    CHECK(bench.only("learner in benefit", "R005", "benefit").message ==
          "'benefit' is true or false, not a list");
    CHECK(bench.only("benefit in EEA", "R005", "benefit").code == "R005");
    CHECK(bench.only("told(on) = on", "R004", "on").code == "R004");
    CHECK(bench.only("told(dutch < B1)", "R005", "told(dutch < B1)").code == "R005");
    CHECK(bench.only("told(EEA)", "R005", "EEA").code == "R005");
    CHECK(bench.only("big_procedure(SY, 3, fast)", "R005", "3").message ==
          "'3' is a whole number, where 'big_procedure' asks for a date");
    CHECK(bench.only("big_procedure(SY)", "R005", "big_procedure(SY)").message ==
          "'big_procedure' takes 3 arguments, not 1");
    CHECK(bench.only("'fast'", "R005", "'fast'").code == "R005");
    CHECK(bench.only("odd = learner", "R005", "odd = learner").code == "R005");
}

TEST_CASE("R006: a word that is no level, value or country") {
    Bench bench;
    const auto m = bench.only("learner = fasst", "R006", "fasst");
    CHECK(m.message == "'fasst' is not a value of 'learner'");
    CHECK(m.hints == "did you mean 'fast'?|one of slow, usual, fast, not-literate|");
    CHECK(has(bench.only("dutch >= B3", "R006", "B3").hints, "one of A0, A1, A2, B1, B2, C1, C2"));
    bench.only("nationality = XYZ", "R006", "XYZ");
    bench.only("nationality = NN", "R006", "NN");
    CHECK(bench.only("nationality = UK", "R006", "UK").hints == "did you mean 'GB'?|");
    bench.only("nationality in [SY, syria]", "R006", "syria");
    bench.only("spanish in languages", "R006", "spanish");
    bench.only("odd = 'a wholly other thing'", "R006", "'a wholly other thing'");
    bench.only("big_procedure(SY, on, quick)", "R006", "quick");
}

TEST_CASE("R007: over what is given only held, reached and true may stand") {
    Bench bench;
    const auto m = bench.only("benefit and not vca.basis", "R007", "not vca.basis");
    CHECK(m.message == "'not' may not stand over 'vca.basis', which a step can give");
    CHECK(has(m.hints, "told(vca.basis)"));
    CHECK(has(bench.only("dutch > B1", "R007", "dutch > B1").hints, "write 'dutch >= B2'"));
    CHECK(has(bench.only("dutch = B1", "R007", "dutch = B1").hints, "write 'dutch >= B1'"));
    CHECK(has(bench.only("practice = true", "R007", "practice = true").hints, "write 'practice'"));
    bench.only("dutch < B1", "R007", "dutch < B1");
    bench.only("dutch >= english", "R007", "dutch >= english");
    bench.only("english >= dutch", "R007", "english >= dutch");
    bench.only("dutch in [A1, A2]", "R007", "dutch in [A1, A2]");
    bench.only("(vca.basis or benefit) = true", "R007", "(vca.basis or benefit) = true");
    bench.only("not ready", "R007", "not ready");
    CHECK(bench.mistakes("dutch", Use::need, sample::level(0)).at(0).code == "R007");
    CHECK(bench.printed("dutch >= B2 and not benefit") == "dutch >= B2 and not benefit");
}

TEST_CASE("R008: where only outside facts may stand") {
    Bench bench;
    const auto m = bench.only("benefit and dutch >= B2", "R008", "dutch", Use::outside);
    CHECK(has(m.hints, "told(dutch)"));
    CHECK(bench.mistakes("vca.basis or ready or practice", Use::outside).size() == 3);
    CHECK(bench.printed("told(dutch) >= B2 or told(vca.basis)", Use::outside) ==
          "told(dutch) >= B2 or told(vca.basis)");
}

TEST_CASE("R009: n of as many as there are") {
    Bench bench;
    CHECK(bench.only("3 of (benefit, adult)", "R009", "3 of (benefit, adult)").message ==
          "'3' of 2 cannot be asked");
    bench.only("0 of (benefit)", "R009", "0 of (benefit)");
    bench.only("1 of ()", "R009", "1 of ()");
    bench.only("99999999999999999999 of (benefit)", "R009", "99999999999999999999 of (benefit)");
}

TEST_CASE("R010: lookup asks a table with all its keys for one column") {
    Bench bench;
    const auto m = bench.only("lookup(diploma.usual-level, SY, level) >= 1", "R010",
                              "lookup(diploma.usual-level, SY, level)");
    CHECK(m.hints == "write 'lookup(diploma.usual-level, country, learner, column)'|");
    bench.only("lookup() = 1", "R010", "lookup()");
    CHECK(bench.only("lookup(diploma.usual-level, SY, fast, levl) >= 1", "R010", "levl").hints ==
          "did you mean 'level'?|");
    bench.only("lookup(diploma.usual-level, birth, fast, level) >= 1", "R010", "birth");
}

TEST_CASE("R011: dates and terms that do not exist, estimates") {
    Bench bench;
    bench.only("on >= 2026-02-30", "R011", "2026-02-30");
    bench.only("on >= 1600-01-01", "R011", "1600-01-01");
    bench.only("birth + 1 weeks + 99999 days <= on", "R011", "99999 days");
    bench.only("birth + 010 days <= on", "R011", "010 days");
    bench.only("birth + 10 working <= on", "R011", "10 working");
    CHECK(has(bench.only("birth + about 3 months <= on", "R011", "about 3 months").message,
              "estimate"));
    bench.only("birth + 2..3..4 weeks <= on", "R011", "2..3..4 weeks");
    bench.only("hours_per_week > 010", "R011", "010");
    bench.only("savings > EUR 1,000", "R001", ",");
    bench.only("savings > EUR 1.005", "R011", "EUR 1.005");
}

TEST_CASE("several mistakes of one expression are told at once, each once") {
    Bench bench;
    const auto list =
        bench.mistakes("duch >= B2 and learner = fasst or (benefit adult) or not vca.basiss");
    REQUIRE(list.size() == 4);
    // Syntax is found first.
    CHECK(list[0].code == "R001");
    CHECK(list[1].code == "R004");
    CHECK(list[2].code == "R006");
    CHECK(list[3].code == "R004");
    std::string many = "x1";
    for (int i = 0; i < 100; ++i) many += " or x" + std::to_string(i);
    CHECK(bench.mistakes(many).size() == 20);
}

TEST_CASE("places count code points and lines, and cover the string where they cannot be counted") {
    Bench bench;
    auto list = bench.mistakes("odd = 'é€' or duch >= B2");
    REQUIRE(list.size() == 2);
    CHECK(list[0].column == 20 + 6);
    CHECK(list[0].length == 4);
    CHECK(list[1].column == 20 + 14);
    list = bench.mistakes("benefit\n or é or\n  duch >= B2");
    REQUIRE(list.size() == 2);
    CHECK(list[0].line == 11);
    CHECK(list[0].column == 5);
    CHECK(list[1].line == 12);
    CHECK(list[1].column == 3);
    bench.origin.is_verbatim = false;
    bench.origin.start.length = 17;
    list = bench.mistakes("benefit or duch >= B2");
    REQUIRE(list.size() == 1);
    CHECK(list[0].column == 20);
    CHECK(list[0].length == 17);
}

TEST_CASE("foreign bytes are shown, never passed on") {
    Bench bench;
    const auto list = bench.mistakes("benefit \x1b[31m or \xff\xfe or adult");
    REQUIRE(list.size() >= 2);
    for (const auto& m : list) {
        CHECK(m.message.find('\x1b') == std::string::npos);
        CHECK(m.message.find('\xff') == std::string::npos);
    }
}

TEST_CASE("values print as packs write them") {
    Bench bench;
    using model::Value;
    const auto text = [&](const Value& value, const model::Type& type) {
        return rule::to_text(value, type, bench.catalogue);
    };
    CHECK(text(Value::of(std::int64_t{4}), sample::level(0)) == "B2");
    CHECK(text(Value::of(std::int64_t{99}), sample::level(0)) == "99");
    CHECK(text(Value::of(std::int64_t{1}), sample::enumeration(6)) == "'two words'");
    CHECK(text(Value::of(sample::day("2026-11-23")), sample::kind(model::TypeKind::date)) ==
          "2026-11-23");
    CHECK(text(Value::of(Money{8500}), sample::kind(model::TypeKind::money)) == "EUR 85");
    CHECK(text(sample::country("CA-AB"), sample::kind(model::TypeKind::country)) == "CA-AB");
    CHECK(text(Value::unknown(), sample::level(0)) == "unknown");
    model::Type languages = sample::list_of(model::TypeKind::enumeration);
    languages.enumeration = bench.catalogue.find_attribute("languages");
    CHECK(text(Value{true, TermUnit::days, 0, {0, 2}}, languages) == "[dutch, farsi]");
}
