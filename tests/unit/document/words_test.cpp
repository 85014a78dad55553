// SPDX-License-Identifier: Apache-2.0
#include "document/words.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <set>
#include <string>

#include "document/layout.hpp"

using namespace wegwijzer;
using namespace wegwijzer::document;

TEST_CASE("every phrase has both languages with the same places") {
    const auto places = [](std::string_view text) {
        std::multiset<char> found;
        for (std::size_t at = 0; at + 2 < text.size(); ++at)
            if (text[at] == '{' && text[at + 2] == '}') found.insert(text[at + 1]);
        return found;
    };
    for (std::size_t k = 0; k < phrase_count; ++k) {
        const auto which = static_cast<Phrase>(k);
        CAPTURE(k);
        CHECK_FALSE(phrase(which, "nl").empty());
        CHECK_FALSE(phrase(which, "en").empty());
        CHECK(places(phrase(which, "nl")) == places(phrase(which, "en")));
    }
}

TEST_CASE("a phrase takes its arguments by number and never reads them as a pattern") {
    const Words words("en");
    CHECK(words.say(Phrase::plain_step, {"{1}", "{0}", "x"}) == "Step {1} of {0}: x");
    CHECK(words.count(1, Phrase::total_step, Phrase::total_steps) == "1 step");
    CHECK(words.count(0, Phrase::total_step, Phrase::total_steps) == "0 steps");
}

TEST_CASE("numbers are written as the language writes them") {
    const Words dutch("nl"), english("en");
    CHECK(dutch.money({170050}) == "€ 1.700,50");
    CHECK(english.money({170050}) == "€1,700.50");
    CHECK(dutch.money({-5}) == "€ -0,05");
    CHECK(dutch.hours({170050}) == "1.700,5");
    CHECK(english.hours({163000}) == "1,630");
    CHECK(dutch.hours({0}) == "0");
    CHECK(dutch.whole(1234567) == "1.234.567");
    CHECK(english.whole(999) == "999");
    CHECK(dutch.whole(0) == "0");
    CHECK(dutch.money({std::numeric_limits<std::int64_t>::min()}) ==
          "€ -92.233.720.368.547.758,08");
    CHECK(dutch.weeks({830}) == "118,6");
    CHECK(english.weeks({7}) == "1.0");
    CHECK(dutch.percent(0.81) == "81 %");
    CHECK(english.percent(0.999) == "99%");
    CHECK(english.percent(0.001) == "1%");
    CHECK(english.percent(1) == "100%");
    CHECK(english.percent(0) == "0%");
    CHECK(dutch.term({2, TermUnit::years}) == "2 jaar");
    CHECK(english.term({1, TermUnit::working_days}) == "1 working day");
}

TEST_CASE("weeks are days by seven to one decimal, a half going up") {
    CHECK(tenths_of_weeks({0}) == 0);
    CHECK(tenths_of_weeks({830}) == 1186);
    for (std::int32_t days = -2000; days <= 2000; ++days) {
        const std::int64_t tenths = tenths_of_weeks({days});
        // tenths - 1/2 <= 10 days / 7 < tenths + 1/2, in fourteenths
        CHECK(14 * tenths - 7 <= 20 * days);
        CHECK(20 * days < 14 * tenths + 7);
    }
    CHECK(tenths_as_number(1186) == "118.6");
    CHECK(tenths_as_number(1180) == "118");
    CHECK(tenths_as_number(-3) == "-0.3");
    CHECK(hundredths_as_number(1225) == "12.25");
    CHECK(hundredths_as_number(1250) == "12.5");
}

TEST_CASE("who carries a step out is translated where it is a role") {
    model::Step step;
    step.by = "you";
    CHECK(Words("nl").who(step) == "u zelf");
    CHECK(Words("en").who(step) == "you");
    step.by = "CIBG";
    CHECK(Words("nl").who(step) == "CIBG");
    step.by = "x\x1b[2J";
    CHECK(Words("nl").who(step) == "x\\u{1b}[2J");
    step.by_title = {{{"nl", "de gemeente Utrecht"}}};
    CHECK(Words("en").who(step) == "de gemeente Utrecht");
}

TEST_CASE("text is filled, cut and wrapped by code points") {
    CHECK(left("é", 3) == "é  ");
    CHECK(right("é", 3) == "  é");
    CHECK(left("abcd", 3) == "abcd");
    CHECK(cut("één twee", 4) == "één…");
    CHECK(cut("één", 3) == "één");
    CHECK(cut("ab", 0).empty());
    CHECK(wrapped("aa bb  cc", 5) == std::vector<std::string>{"aa bb", "cc"});
    CHECK(wrapped("abcdefgh ij", 3) == std::vector<std::string>{"abcdefgh", "ij"});
    CHECK(wrapped("of € 85 or 81 % x", 6) ==
          std::vector<std::string>{"of", "€ 85", "or", "81 % x"});
    CHECK(wrapped("a €", 1) == std::vector<std::string>{"a", "€"});
    CHECK(wrapped("", 10).empty());
    CHECK(paragraph("- ", "one two three four five six", 24) ==
          "- one two three four\n  five six\n");
}
