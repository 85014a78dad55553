// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "property/rule_world.hpp"
#include "rule/compile.hpp"
#include "rule/evaluate.hpp"

using namespace wegwijzer;
using model::Truth;
using rule::Use;
using world::Tape;
using world::Writer;

namespace {

Tape some_tape() {
    // Long enough for a catalogue, an expression and a person with room to spare.
    return Tape(
        *rc::gen::container<std::vector<std::uint16_t>>(1500, rc::gen::arbitrary<std::uint16_t>()));
}

model::Expression compiled(const std::string& text, const rule::Names& names, Use use) {
    Diagnostics found;
    auto expression =
        rule::compile(text, {}, names, sample::kind(model::TypeKind::boolean), use, found);
    for (const Diagnostic& d : found) RC_LOG() << d.code << " " << d.message << "\n";
    RC_LOG() << text << "\n";
    RC_ASSERT(found.empty());
    return expression;
}

}  // namespace

TEST_CASE("what is printed reads as the same, and prints the same") {
    CHECK(rc::check("print, parse, print", [] {
        Tape tape = some_tape();
        const auto catalogue = world::some_catalogue(tape);
        const rule::Names names(catalogue);
        const std::string text = Writer(catalogue, tape).need(4);
        const auto first = compiled(text, names, Use::need);
        const std::string printed = rule::to_text(first, catalogue);
        const auto second = compiled(printed, names, Use::need);
        RC_ASSERT(rule::to_text(second, catalogue) == printed);
        RC_ASSERT(first.root().is_given == second.root().is_given);
        RC_ASSERT(rule::asked_attributes(first, catalogue) ==
                  rule::asked_attributes(second, catalogue));
        const auto facts = world::some_facts(catalogue, tape);
        for (int i = 0; i < 20; ++i) {
            const Date on = world::some_day(tape);
            RC_ASSERT(rule::evaluate(first, facts, catalogue, on) ==
                      rule::evaluate(second, facts, catalogue, on));
            RC_ASSERT(rule::explain(first, facts, catalogue, on).truth ==
                      rule::evaluate(first, facts, catalogue, on));
        }
    }));
}

TEST_CASE("three values keep Kleene's laws") {
    CHECK(rc::check("De Morgan, double denial, counting", [] {
        Tape tape = some_tape();
        const auto catalogue = world::some_catalogue(tape);
        const rule::Names names(catalogue);
        Writer writer(catalogue, tape);
        const std::string a = "(" + writer.outside(2) + ")";
        const std::string b = "(" + writer.outside(2) + ")";
        const auto facts = world::some_facts(catalogue, tape);
        const Date on = world::some_day(tape);
        const auto truth = [&](const std::string& text) {
            return rule::evaluate(compiled(text, names, Use::outside), facts, catalogue, on);
        };
        RC_ASSERT(truth("not (" + a + " and " + b + ")") == truth("not " + a + " or not " + b));
        RC_ASSERT(truth("not (" + a + " or " + b + ")") == truth("not " + a + " and not " + b));
        RC_ASSERT(truth("not not " + a) == truth(a));
        RC_ASSERT(truth(a + " and " + b) == truth(b + " and " + a));
        RC_ASSERT(truth("1 of (" + a + ", " + b + ")") == truth(a + " or " + b));
        RC_ASSERT(truth("2 of (" + a + ", " + b + ")") == truth(a + " and " + b));
        RC_ASSERT(truth(a + " = true") == truth(a));
        RC_ASSERT(truth(a + " = " + b) == truth("not (" + a + " != " + b + ")"));
        RC_ASSERT(truth(a + " and " + b) == model::both(truth(a), truth(b)));
        RC_ASSERT(truth(a + " or " + b) == model::either(truth(a), truth(b)));
    }));
}

TEST_CASE("an answer never takes back what was known without it") {
    CHECK(rc::check("monotone in information", [] {
        Tape tape = some_tape();
        const auto catalogue = world::some_catalogue(tape);
        const rule::Names names(catalogue);
        Writer writer(catalogue, tape);
        writer.may_call = false;  // a plugin may say anything about unknown
        const auto expression = compiled(writer.need(4), names, Use::need);
        const auto facts = world::some_facts(catalogue, tape);
        auto informed = facts;
        for (std::uint32_t i = 0; i < catalogue.attributes.size(); ++i) {
            const auto answer = world::some_value(catalogue, i, tape);
            for (auto* table : {&informed.values, &informed.profile}) {
                auto& line = (*table)[i];
                if (line.empty() && tape.flip()) line.emplace_back(Date::always, answer);
                for (auto& [from, value] : line) {
                    if (!value.is_known && tape.flip()) value = answer;
                }
            }
        }
        for (int i = 0; i < 20; ++i) {
            const Date on = world::some_day(tape);
            const Truth before = rule::evaluate(expression, facts, catalogue, on);
            if (before == Truth::unknown) continue;
            RC_ASSERT(rule::evaluate(expression, informed, catalogue, on) == before);
        }
    }));
}

TEST_CASE("more of what is given never makes a need false") {
    CHECK(rc::check("monotone in what is given", [] {
        Tape tape = some_tape();
        const auto catalogue = world::some_catalogue(tape);
        const rule::Names names(catalogue);
        const auto expression = compiled(Writer(catalogue, tape).need(4), names, Use::need);
        auto facts = world::some_facts(catalogue, tape);
        auto richer = facts;
        for (std::uint32_t i = 0; i < catalogue.attributes.size(); ++i) {
            if (!catalogue.attributes[i].is_given) continue;
            const auto given = world::some_value(catalogue, i, tape);
            auto& line = richer.values[i];
            if (line.empty()) line.emplace_back(Date::always, given);
            for (auto& [from, value] : line) {
                if (!value.is_known || value.number < given.number) value = given;
            }
        }
        for (std::uint32_t i = 0; i < catalogue.credentials.size(); ++i) {
            const DayInterval more{world::some_day(tape), world::some_day(tape)};
            richer.credentials[i] = richer.credentials[i].united(DaySet::of(more));
        }
        for (int i = 0; i < 20; ++i) {
            const Date on = world::some_day(tape);
            if (rule::evaluate(expression, facts, catalogue, on) != Truth::yes) continue;
            RC_ASSERT(rule::evaluate(expression, richer, catalogue, on) == Truth::yes);
        }
    }));
}

TEST_CASE("the days on which something is true are those on which it is true") {
    CHECK(rc::check("truth_days", [] {
        Tape tape = some_tape();
        const auto catalogue = world::some_catalogue(tape);
        const rule::Names names(catalogue);
        Writer writer(catalogue, tape);
        writer.may_call = tape.pick(4) == 3;
        const auto expression = compiled(writer.outside(3), names, Use::outside);
        const auto facts = world::some_facts(catalogue, tape);
        const Date from = world::some_day(tape);
        const DayInterval window{from, from + Days{static_cast<int>(tape.pick(500))}};
        for (const model::Node& node : expression.nodes) {
            if (node.type.kind != model::TypeKind::boolean) continue;
            const auto days = rule::truth_days(expression, node, facts, catalogue, window);
            for (Date on = window.from; on < window.until; on = on + Days{1}) {
                const auto value = rule::evaluate_node(expression, node, facts, catalogue, on);
                RC_ASSERT(days.yes.contains(on) == (value.is_known && value.number == 1));
                RC_ASSERT(days.unknown.contains(on) == !value.is_known);
            }
            RC_ASSERT(days.yes.intersected(DaySet::of(window)) == days.yes);
        }
    }));
}

TEST_CASE("no text whatever does harm") {
    static constexpr std::array parts{"and",
                                      "or",
                                      "not ",
                                      "in",
                                      " of ",
                                      "(",
                                      ")",
                                      "[",
                                      "]",
                                      ",",
                                      "=",
                                      ">=",
                                      "<",
                                      " + ",
                                      " - ",
                                      "-",
                                      "on",
                                      "told(",
                                      "'",
                                      "''",
                                      "\"",
                                      "b0",
                                      "2",
                                      "2 of",
                                      "EUR ",
                                      "EUR 5",
                                      "1 week",
                                      "about",
                                      "..",
                                      "date0",
                                      "\xff",
                                      "é",
                                      "\n",
                                      "\x1b",
                                      "lookup(",
                                      "table",
                                      "level.0",
                                      "A1",
                                      "NL",
                                      "GROUP_0",
                                      "big_procedure(",
                                      "credential.0",
                                      "2026-02-30",
                                      "words0",
                                      "enum-0",
                                      "slow",
                                      " ",
                                      " "};
    CHECK(rc::check("a soup of words", [] {
        Tape tape = some_tape();
        const auto catalogue = world::some_catalogue(tape);
        const rule::Names names(catalogue);
        std::string text;
        for (std::uint32_t n = tape.pick(60); n > 0; --n) {
            text += parts[tape.pick(parts.size())];
            if (tape.flip()) text += ' ';
        }
        Diagnostics found;
        const SourceSpan start{0, 3, 7, 1};
        const auto expression = rule::compile_any(text, {start, true}, names, Use::need, found);
        RC_ASSERT(expression.is_empty() == found.has_errors());
        for (const Diagnostic& d : found) {
            RC_ASSERT(d.code.size() == 4 && d.code[0] == 'R');
            RC_ASSERT(d.span.line >= 3);
            RC_ASSERT(d.span.length >= 1);
            RC_ASSERT(d.message.find_first_of("\n\x1b\xff") == std::string::npos);
        }
        if (expression.is_empty()) return;
        const std::string printed = rule::to_text(expression, catalogue);
        if (expression.root().op == model::Op::constant) return;
        Diagnostics again;
        const auto second = rule::compile_any(printed, {}, names, Use::need, again);
        RC_ASSERT(again.empty());
        RC_ASSERT(rule::to_text(second, catalogue) == printed);
    }));
}
