// SPDX-License-Identifier: Apache-2.0
#include "pack/value_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "pack/toml_reader.hpp"
#include "unit/pack/door.hpp"

using namespace wegwijzer;
using namespace wegwijzer::pack;
using door::Lines;

namespace {

/// A TOML text under a cursor.
struct Read {
    SourceMap sources;
    Result<Tree> tree;
    Diagnostics found;
    Reading reading;
    TableView view;

    explicit Read(std::string text, Manner manner = pack_manner)
        : tree(read_toml(sources, door::add(sources, std::move(text)))),
          reading{&found, manner},
          view(tree->root, "a step", reading) {}
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;
    [[nodiscard]] Lines told() const { return door::places(found); }
    [[nodiscard]] std::string words() const { return door::all_words(found); }
};

}  // namespace

TEST_CASE("typed values leave the table, and nothing is told") {
    Read read(
        "id = 'a'\nn = 3\nx = 0.5\ny = 2\nb = true\nd = 2026-11-23\nt = { nl = 'één', en = 'one' "
        "}\n"
        "l = ['a', 'b']\nw = 'done'\ntables = [{ a = 1 }, {}]\n");
    CHECK(read.view.string("id") == "a");
    CHECK(read.view.integer("n", {1, 3}) == 3);
    CHECK(read.view.number("x") == 0.5);
    CHECK(read.view.number("y") == 2.0);
    CHECK(read.view.boolean("b") == true);
    CHECK(read.view.date("d") == to_date({2026, 11, 23}));
    const auto text = read.view.text("t");
    CHECK(text.by_language ==
          std::vector<std::pair<std::string, std::string>>{{"nl", "één"}, {"en", "one"}});
    CHECK(read.view.strings("l").size() == 2);
    CHECK(read.view.word("w", {"running", "done"}, "P030") == 1U);
    CHECK(read.view.tables("tables").size() == 2);
    CHECK(read.view.string("absent") == std::nullopt);
    read.view.finish();
    CHECK(read.told().empty());
}

TEST_CASE("P001 a key that nobody asked for, with the nearest one that was") {
    Read read("id = 'a'\ndurationn = 1\nqqq = 2\n");
    (void)read.view.string("id");
    (void)read.view.string("duration");
    read.view.finish();
    CHECK(read.told() == Lines{"P001 2:1", "P001 3:1"});
    CHECK(read.words().find("did you mean 'duration'?") != std::string::npos);
    CHECK(read.words().find("a step has no key 'durationn'") != std::string::npos);
}

TEST_CASE("P001 very many unknown keys are counted") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += fmt::format("k{} = 1\n", i);
    Read read(text);
    read.view.finish();
    CHECK(read.told().size() == 41);
    CHECK(read.words().find("960 more unknown keys") != std::string::npos);
}

TEST_CASE("P002 a value of another kind") {
    Read read(
        "a = 1\nb = 'x'\nc = 1.0\nd = 'true'\ne = '2026-11-23'\nf = 'text'\ng = 'x'\nh = ['a', 1]\n"
        "i = [{}, 2]\nj = 5\n");
    CHECK(read.view.string("a") == std::nullopt);
    CHECK(read.view.integer("b") == std::nullopt);
    CHECK(read.view.integer("c") == std::nullopt);
    CHECK(read.view.boolean("d") == std::nullopt);
    CHECK(read.view.date("e") == std::nullopt);
    CHECK(read.view.text("f").is_empty());
    CHECK(read.view.strings("g").empty());
    CHECK(read.view.strings("h").size() == 1);
    CHECK(read.view.tables("i").size() == 1);
    CHECK(read.view.word("j", {"x"}, "P030") == std::nullopt);
    CHECK(read.told() == Lines{"P002 1:5", "P002 2:5", "P002 3:5", "P002 4:5", "P002 5:5",
                               "P002 6:5", "P002 7:5", "P002 8:11", "P002 9:10", "P002 10:5"});
}

TEST_CASE("P002 a node that is no table is told once, and nothing is required of it") {
    Read read("step = 3\n");
    const Node* node = read.view.find("step");
    TableView inner(*node, "a step", read.reading);
    CHECK(inner.string("id", Presence::required) == std::nullopt);
    inner.finish();
    CHECK(read.told() == Lines{"P002 1:8"});
}

TEST_CASE("P003 a missing key") {
    Read read("x = 1\n[step]\ny = 1\n");
    TableView step(*read.view.find("step"), "a step", read.reading);
    CHECK(step.find("id", Presence::required) == nullptr);
    CHECK(read.told() == Lines{"P003 2:1"});
    CHECK(read.words() == "a step needs the key 'id'\n");
}

TEST_CASE("P005 a control character in a string") {
    Read read("a = \"\\u001b[2J\"\nb = \"\\u0000\"\nc = \"\\u007f\"\nd = \"tab\\tline\\n\"\n");
    for (const char* key : {"a", "b", "c"}) CHECK(read.view.string(key) == std::nullopt);
    CHECK(read.view.string("d") == "tab\tline\n");
    CHECK(read.told() == Lines{"P005 1:5", "P005 2:5", "P005 3:5"});
}

TEST_CASE("P006 a date outside the calendar that is kept") {
    Read read("a = 0000-01-01\nb = 9999-12-31\nc = 1800-01-01\nd = 2299-12-31\n");
    CHECK(read.view.date("a") == std::nullopt);
    CHECK(read.view.date("b") == std::nullopt);
    CHECK(read.view.date("c") == Date::first);
    CHECK(read.view.date("d") == Date::last);
    CHECK(read.told() == Lines{"P006 1:5", "P006 2:5"});
}

TEST_CASE("P008 numbers out of range, NaN and infinity among them") {
    Read read("a = 4\nb = nan\nc = inf\nd = 1.01\ne = -1\n");
    CHECK(read.view.integer("a", {1, 3}) == std::nullopt);
    CHECK(read.view.number("b") == std::nullopt);
    CHECK(read.view.number("c") == std::nullopt);
    CHECK(read.view.number("d", {0, 1}) == std::nullopt);
    CHECK(read.view.integer("e", {0}) == std::nullopt);
    CHECK(read.told() == Lines{"P008 1:5", "P008 2:5", "P008 3:5", "P008 4:5", "P008 5:5"});
    CHECK(read.words().find("from 1 to 3") != std::string::npos);
    CHECK(read.words().find("at least 0") != std::string::npos);
}

TEST_CASE("P001 a language that is none") {
    Read read("t = { nl = 'a', Dutch = 'b', pt-BR = 'c' }\n");
    CHECK(read.view.text("t").by_language.size() == 2);
    CHECK(read.told() == Lines{"P001 1:17"});
}

TEST_CASE("a wrong word is told under the caller's code, with the nearest") {
    Read read("w = 'dnoe'\n");
    CHECK(read.view.word("w", {"running", "done"}, "P030") == std::nullopt);
    CHECK(read.told() == Lines{"P030 1:5"});
    CHECK(read.words() == "expected one of: running, done\ndid you mean 'done'?\n");
}

TEST_CASE("in a profile unknown keys are warnings and dates may be strings") {
    Read read("d = '2026-11-23'\ne = '2026-02-30'\nx = 1\n", profile_manner);
    CHECK(read.view.date("d") == to_date({2026, 11, 23}));
    CHECK(read.view.date("e") == std::nullopt);
    read.view.finish();
    CHECK(read.told() == Lines{"F004 2:5", "F020 3:1 (warning)"});
}
