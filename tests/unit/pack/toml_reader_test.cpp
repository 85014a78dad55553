// SPDX-License-Identifier: Apache-2.0
#include "pack/toml_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "unit/pack/door.hpp"

using namespace wegwijzer;
using namespace wegwijzer::pack;
using door::Lines;

namespace {

/// A tree with the text it points into.
struct Parsed {
    SourceMap sources;
    Result<Tree> tree;
    explicit Parsed(std::string text, bool is_personal = false)
        : tree(read_toml(sources, door::add(sources, std::move(text), is_personal))) {}
    [[nodiscard]] const Node& root() const { return tree->root; }
};

Lines faults(std::string text, bool is_personal = false) {
    const Parsed parsed(std::move(text), is_personal);
    return parsed.tree ? Lines{} : door::places(parsed.tree.error());
}

std::string place(const SourceSpan& span) {
    return fmt::format("{}:{}+{}", span.line, span.column, span.length);
}

}  // namespace

TEST_CASE("each kind of TOML value keeps its kind, value and place") {
    const Parsed parsed(
        "s = \"x\"\ni = -7\nf = 2.5\nb = true\nd = 2026-11-23\nt = 10:00:00\n"
        "l = [1, 'two']\nm = { k = 1 }\n");
    REQUIRE(parsed.tree);
    const auto& entries = parsed.root().children;
    REQUIRE(entries.size() == 8);
    using Kind = Node::Kind;
    const std::vector<Kind> kinds{Kind::string, Kind::integer, Kind::floating, Kind::boolean,
                                  Kind::date,   Kind::other,   Kind::array,    Kind::table};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        CHECK(entries[i].kind == kinds[i]);
        CHECK(entries[i].name_span.line == i + 1);
    }
    CHECK(entries[0].string == "x");
    CHECK(entries[1].integer == -7);
    CHECK(entries[2].floating == 2.5);
    CHECK(entries[3].boolean());
    CHECK(entries[4].date == to_date({2026, 11, 23}));
    CHECK(entries[6].children[1].string == "two");
    CHECK(place(entries[6].children[1].span) == "7:9+5");
    CHECK(entries[6].children[1].name_span.is_somewhere() == false);
    CHECK(place(entries[7].find("k")->span) == "8:11+1");
    CHECK(place(entries[4].span) == "5:5+10");
}

TEST_CASE("entries stand in the order of the text") {
    const Parsed parsed("z = 1\n\"a\" = 2\n[m]\n[[b]]\nx = 1\n[[b]]\ny = 2\n[c.d]\n");
    REQUIRE(parsed.tree);
    std::string names;
    for (const Node& node : parsed.root().children) names += std::string(node.name) + " ";
    CHECK(names == "z a m b c ");
    const Node* list = parsed.root().find("b");
    REQUIRE(list->children.size() == 2);
    CHECK(place(list->children[1].span) == "6:1+5");
    CHECK(list->children[1].find("y")->integer == 2);
    CHECK(place(parsed.root().find("c")->find("d")->span) == "8:1+5");
}

TEST_CASE("dotted keys are tables in tables, each part with its place") {
    const Parsed parsed("big.\"pro.f\" . x = 1\nbig.y = 2\n");
    REQUIRE(parsed.tree);
    const Node* big = parsed.root().find("big");
    REQUIRE(big != nullptr);
    CHECK(place(big->name_span) == "1:1+3");
    CHECK(place(big->find("pro.f")->name_span) == "1:5+7");
    CHECK(place(big->find("pro.f")->find("x")->name_span) == "1:15+1");
    CHECK(big->find("y")->integer == 2);
    CHECK(parsed.root().find("y") == nullptr);
}

TEST_CASE("a string without escapes is verbatim: places inside can be counted") {
    const Parsed parsed("a = \"dutch >= B2\"\nb = 'é = x'\nc = \"\"\"one\"\"\"\n");
    REQUIRE(parsed.tree);
    for (const char* key : {"a", "b", "c"}) CHECK(parsed.root().find(key)->is_verbatim);
    CHECK(place(parsed.root().find("a")->inside()) == "1:6+11");
    CHECK(place(parsed.root().find("b")->inside()) == "2:6+5");
    CHECK(place(parsed.root().find("c")->inside()) == "3:8+3");
}

TEST_CASE("a string with escapes, or over several lines, is not verbatim") {
    const Parsed parsed("a = \"x\\ty\"\nb = \"\"\"\nfirst\nsecond\"\"\"\nc = \"\"\"l\nm\"\"\"\n");
    REQUIRE(parsed.tree);
    const Node* a = parsed.root().find("a");
    CHECK(a->string == "x\ty");
    CHECK_FALSE(a->is_verbatim);
    CHECK(a->inside() == a->span);
    CHECK(parsed.root().find("b")->string == "first\nsecond");
    CHECK_FALSE(parsed.root().find("b")->is_verbatim);
    CHECK(parsed.root().find("c")->string == "l\nm");
    CHECK_FALSE(parsed.root().find("c")->is_verbatim);
}

TEST_CASE("a value that spans lines is underlined to the end of its first") {
    const Parsed parsed("held = [ # list\r\n  1,\r\n]\r\nz = 1\r\n");
    REQUIRE(parsed.tree);
    CHECK(place(parsed.root().find("held")->span) == "1:8+8");
    CHECK(place(parsed.root().find("z")->span) == "4:5+1");
}

TEST_CASE("columns count code points, tabs as one") {
    const Parsed parsed("\"é😀\" = { \"ü\" = \"ß\" }\n\tk = 'v'\n");
    REQUIRE(parsed.tree);
    const Node* table = parsed.root().find("é😀");
    REQUIRE(table != nullptr);
    CHECK(place(table->find("ü")->span) == "1:16+3");
    CHECK(table->find("ü")->is_verbatim);
    CHECK(place(parsed.root().find("k")->inside()) == "2:7+1");
}

TEST_CASE("a tree can be moved; its strings stay") {
    Parsed parsed("a = \"\\u0041bc\"\n\"k\\u0041\" = 1\n");
    REQUIRE(parsed.tree);
    const Tree moved = std::move(*parsed.tree);
    CHECK(moved.root.find("a")->string == "Abc");
    CHECK(moved.root.find("kA")->integer == 1);
}

TEST_CASE("an empty text is an empty table") {
    const Parsed parsed("");
    REQUIRE(parsed.tree);
    CHECK(parsed.root().is(Node::Kind::table));
    CHECK(parsed.root().children.empty());
    CHECK(faults("# only a comment").empty());
}

TEST_CASE("P004 what is no TOML, at its place") {
    CHECK(faults("a = A2\n") == Lines{"P004 1:5"});
    CHECK(faults("ok = 1\na = \"open\n") == Lines{"P004 2:10"});
    CHECK(faults("a = 2026-02-30\n") == Lines{"P004 1:15"});
    CHECK(faults("a = 99999999999999999999\n").size() == 1);
    CHECK(faults("a = 1 b = 2\n") == Lines{"P004 1:7"});
    CHECK(faults("secret 1\n") == Lines{"P004 1:8"});
    CHECK(faults("a = [1,\n2").size() == 1);
    CHECK(faults("a = { b = 1\n}").size() == 1);
    CHECK(faults("a = 01").size() == 1);
    CHECK(faults("a = .5").size() == 1);
    CHECK(faults("= 1") == Lines{"P004 1:1"});
}

TEST_CASE("P004 a repeated key or table") {
    CHECK(faults("a = 1\na = 2\n") == Lines{"P004 2:5"});
    CHECK(faults("a.b = 1\na = 2\n").size() == 1);
    CHECK(faults("[a]\n[a]\n") == Lines{"P004 2:1"});
    CHECK(faults("a = { b = 1, b = 2 }").size() == 1);
    CHECK(faults("a = []\n[[a]]\n").size() == 1);
}

TEST_CASE("P004 three brackets are a mistake, no abort") {
    CHECK(faults("[[[") == Lines{"P004 1:3"});
    CHECK(faults("[[[a]]]") == Lines{"P004 1:3"});
}

TEST_CASE("F001 and F006 for a person's text, of which nothing is repeated") {
    CHECK(faults("dutch = SECRET\n", true) == Lines{"F001 1:9"});
    CHECK(faults("dutch = \"A\"\ndutch = \"B\"\n", true) == Lines{"F006 2:9"});
    for (const char* text :
         {"dutch = SECRET\n", "birth = 1990-02-31SECRET", "SECRET 1", "a = 1SECRET",
          "a = \"\\SECRET\"", "a = \"SECRET", "[SECRET", "a = 0xSECRET"}) {
        const Parsed parsed(text, true);
        REQUIRE(!parsed.tree);
        CHECK(door::all_words(parsed.tree.error()).find("SECRET") == std::string::npos);
    }
}

TEST_CASE("a message shows no control characters") {
    const Parsed parsed("a = \x1b[31m\n");
    REQUIRE(!parsed.tree);
    CHECK(door::all_words(parsed.tree.error()).find('\x1b') == std::string::npos);
}

TEST_CASE("G013 dotted keys in brackets in dotted keys") {
    std::string text = "x";
    std::string end;
    for (int i = 0; i < 30; ++i) {
        text += ".a.a.a.a.a.a.a.a.a.a.a.a = [\n{ a";
        end += " }]";
    }
    CHECK(faults(text + " = 1" + end) == Lines{"G013 19:9"});
}

TEST_CASE("extremes of TOML are values like others") {
    const Parsed parsed(
        "a = nan\nb = -inf\nc = 0000-01-01\nd = 9999-12-31\ne = -9223372036854775808\n\"\" = 1\n"
        "f = 2026-11-23T10:00:00Z\n");
    REQUIRE(parsed.tree);
    CHECK(parsed.root().find("a")->floating != parsed.root().find("a")->floating);
    CHECK(parsed.root().find("c")->date < Date::first);
    CHECK(parsed.root().find("d")->date > Date::last);
    CHECK(parsed.root().find("e")->integer == std::numeric_limits<std::int64_t>::min());
    CHECK(parsed.root().find("")->integer == 1);
    CHECK(parsed.root().find("f")->is(Node::Kind::other));
}

TEST_CASE("several texts may be read at once") {
    SourceMap sources;
    std::string text;
    for (int i = 0; i < 500; ++i)
        text += fmt::format("[[step]]\nid = \"s{}\"\nneeds = [{{ is = \"a\\tb\" }}]\n", i);
    for (int i = 0; i < 4; ++i) door::add(sources, text);
    std::vector<std::size_t> sizes(4);
    std::vector<std::thread> threads;
    for (std::uint32_t i = 0; i < 4; ++i) {
        threads.emplace_back([&sources, &sizes, i] {
            const auto tree = read_toml(sources, i);
            sizes[i] = tree ? tree->root.find("step")->children.size() : 0;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(sizes == std::vector<std::size_t>(4, 500));
}
