// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/person_question.hpp"
#include "cli/plan_command.hpp"

using namespace wegwijzer::cli;

namespace {

/// The arguments of a question, parsed as `plan` would.
QuestionArguments parsed(std::vector<std::string> words) {
    QuestionArguments arguments;
    CLI::App app;
    arguments.declare(app);
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    return arguments;
}

}  // namespace

TEST_CASE("a repeatable option takes one value each time and leaves the profile alone") {
    const auto arguments =
        parsed({"--goal", "g", "--pilot", "a", "p.toml", "--pilot", "b", "--then", "h"});
    CHECK(arguments.profile == "p.toml");
    CHECK(arguments.pilots == std::vector<std::string>{"a", "b"});
    CHECK(arguments.then == std::vector<std::string>{"h"});
}

TEST_CASE("standard input is a profile") { CHECK(parsed({"-", "--goal", "g"}).profile == "-"); }

TEST_CASE("numbers are digits and nothing else") {
    CHECK(parsed({"p", "--goal", "g", "--draws", "0"}).draws == 0);
    CHECK(parsed({"p", "--goal", "g", "--seed", "18446744073709551615"}).seed ==
          18446744073709551615U);
    for (const char* bad : {"010", "", " 1", "1 ", "+1", "-1", "1e3", "0x10", "nan", "1.0",
                            "18446744073709551616", "１"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(parsed({"p", "--goal", "g", "--seed", bad}), CLI::ParseError);
    }
    CHECK_THROWS_AS(parsed({"p", "--goal", "g", "--draws", "1000001"}), CLI::ParseError);
    CHECK_THROWS_AS(parsed({"p", "--goal", "g", "--limit", "0"}), CLI::ParseError);
}

TEST_CASE("an option is not another one's value, and no value is empty") {
    CHECK_THROWS_AS(parsed({"p", "--goal", "--on", "2026-11-23"}), CLI::ParseError);
    CHECK_THROWS_AS(parsed({"p", "--goal", ""}), CLI::ParseError);
    CHECK_THROWS_AS(parsed({"p", "--goal", "g", "--goal", "h"}), CLI::ParseError);
    CHECK_THROWS_AS(parsed({"p", "--goal", "\xff"}), CLI::ParseError);
}

TEST_CASE("a date exists") {
    CHECK(parsed({"p", "--goal", "g", "--on", "2028-02-29"}).on.has_value());
    for (const char* bad : {"2027-02-29", "2026-11-23T00:00", "23-11-2026", "today", "1799-12-31"})
        CHECK_THROWS_AS(parsed({"p", "--goal", "g", "--on", bad}), CLI::ParseError);
}

TEST_CASE("seconds have at most three decimals") {
    CHECK(parse_seconds("2") == 2000);
    CHECK(parse_seconds("0.5") == 500);
    CHECK(parse_seconds("1.25") == 1250);
    CHECK(parse_seconds("0.001") == 1);
    for (const char* bad : {"", "0", "0.000", "-1", "1.", ".5", "1.2345", "1e3", "604801", "nan"})
        CHECK_FALSE(parse_seconds(bad).has_value());
}

TEST_CASE("the near name is offered, also where the pack was left out") {
    CHECK(did_you_mean("big.art", {"big.arts", "vca.basis"}).front() == "did you mean 'big.arts'?");
    CHECK(did_you_mean("arts", {"vca.basis", "big.arts"}).front() == "did you mean 'big.arts'?");
    CHECK(did_you_mean("zzz", {"big.arts"}).empty());
    CHECK(did_you_mean("zzz", {"big.arts"}, "see the list").front() == "see the list");
    CHECK(did_you_mean("", {"big.arts"}).empty());
}

TEST_CASE("setting up a command opens nothing") {
    PlanCommand command;
    CLI::App app;
    command.setup(app);
    CHECK_NOTHROW(app.parse(std::vector<std::string>{"g", "--goal", "/no/such/file"}));
}
