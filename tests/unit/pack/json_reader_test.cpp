// SPDX-License-Identifier: Apache-2.0
#include "pack/json_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "unit/pack/door.hpp"

using namespace wegwijzer;
using namespace wegwijzer::pack;
using door::Lines;

namespace {

struct Parsed {
    SourceMap sources;
    Result<Tree> tree;
    explicit Parsed(std::string text)
        : tree(read_json(sources, door::add(sources, std::move(text), true))) {}
    [[nodiscard]] const Node& root() const { return tree->root; }
};

Lines faults(std::string text) {
    const Parsed parsed(std::move(text));
    return parsed.tree ? Lines{} : door::places(parsed.tree.error());
}

std::string place(const SourceSpan& span) {
    return fmt::format("{}:{}+{}", span.line, span.column, span.length);
}

}  // namespace

TEST_CASE("each kind of JSON value keeps its kind, value and place") {
    const Parsed parsed(
        "{\n  \"s\": \"x\", \"i\": -7,\n  \"f\": 3.9, \"b\": true, \"n\": null,\n"
        "  \"l\": [1, [], {\"k\": \"\"}]\n}\n");
    REQUIRE(parsed.tree);
    const Node& root = parsed.root();
    CHECK(place(root.find("s")->name_span) == "2:3+3");
    CHECK(place(root.find("s")->span) == "2:8+3");
    CHECK(root.find("s")->string == "x");
    CHECK(root.find("s")->is_verbatim);
    CHECK(root.find("i")->integer == -7);
    CHECK(place(root.find("i")->span) == "2:18+2");
    CHECK(root.find("f")->is(Node::Kind::floating));
    CHECK(root.find("b")->boolean());
    CHECK(root.find("n")->is(Node::Kind::other));
    const Node* list = root.find("l");
    REQUIRE(list->children.size() == 3);
    CHECK(list->children[1].is(Node::Kind::array));
    CHECK(place(list->children[2].find("k")->span) == "4:22+2");
}

TEST_CASE("escapes are undone, and places after them still right") {
    const Parsed parsed("{\"a\\\"\\\\\": \"\\u00e9\\n\", \"é\": 1}");
    REQUIRE(parsed.tree);
    CHECK(parsed.root().find("a\"\\")->string == "é\n");
    CHECK_FALSE(parsed.root().find("a\"\\")->is_verbatim);
    CHECK(place(parsed.root().find("é")->span) == "1:28+1");
}

TEST_CASE("3.9 is no integer, nor is 3.0 or 1e2") {
    const Parsed parsed("{\"a\": 3.9, \"b\": 3.0, \"c\": 1e2}");
    REQUIRE(parsed.tree);
    for (const char* key : {"a", "b", "c"})
        CHECK(parsed.root().find(key)->is(Node::Kind::floating));
}

TEST_CASE("F005 2^64 and other numbers that do not fit") {
    CHECK(faults("{\"a\": 18446744073709551616}") == Lines{"F005 1:7"});
    CHECK(faults("{\"a\": 9223372036854775808}") == Lines{"F005 1:7"});
    CHECK(faults("{\"a\": -9223372036854775809}") == Lines{"F005 1:7"});
    CHECK(faults("{\"a\": 9223372036854775807, \"b\": -9223372036854775808}").empty());
    CHECK(faults("{\"a\": 1e999}").size() == 1);
}

TEST_CASE("F001 NaN and Infinity are no JSON") {
    CHECK(faults("{\"a\": NaN}") == Lines{"F001 1:7"});
    CHECK(faults("{\"a\": Infinity}") == Lines{"F001 1:7"});
    CHECK(faults("{\"a\": -Infinity}").size() == 1);
}

TEST_CASE("F006 a repeated key, in any object, also one written otherwise") {
    CHECK(faults("{\"dutch\": 1, \"x\": 2, \"dutch\": 3}") == Lines{"F006 1:22"});
    CHECK(faults("{\"a\": [{\"b\": 1,\n\"b\": 1}]}") == Lines{"F006 2:1"});
    CHECK(faults("{\"a\": 1, \"\\u0061\": 1}") == Lines{"F006 1:10"});
    CHECK(faults("{\"a\": {\"a\": {\"a\": 1}}, \"b\": {\"a\": 1}}").empty());
    CHECK(faults("{\"a\": 1, \"a\": 1, \"b\": 1, \"b\": 1}") == Lines{"F006 1:10", "F006 1:26"});
}

TEST_CASE("F001 what is no JSON, at its place") {
    CHECK(faults("{") == Lines{"F001 1:2"});
    CHECK(faults("{\"a\": 1,}") == Lines{"F001 1:9"});
    CHECK(faults("{\"a\" 1}") == Lines{"F001 1:6"});
    CHECK(faults("{\"a\": 1} x") == Lines{"F001 1:10"});
    CHECK(faults("{\"a\": 01}") == Lines{"F001 1:8"});
    CHECK(faults("{'a': 1}") == Lines{"F001 1:2"});
    CHECK(faults("{\"a\": 1 // note\n}").size() == 1);
    CHECK(faults("{\"a\": \"x\ny\"}").size() == 1);
    CHECK(faults("[]") == Lines{"F001 1:1"});
    CHECK(faults("3") == Lines{"F001 1:1"});
    CHECK(faults("") == Lines{"F001 1:1"});
}

TEST_CASE("G013 depth is limited without the gate's help too") {
    const auto nested = [](std::size_t depth) {
        return "{\"a\":" + std::string(depth, '[') + std::string(depth, ']') + "}";
    };
    CHECK(faults(nested(63)).empty());
    CHECK(faults(nested(64)) == Lines{"G013 1:69"});
    CHECK(faults("{\"a\":" + std::string(1'000'000, '[')) == Lines{"G013 1:69"});
}

TEST_CASE("messages about JSON quote no value") {
    for (const char* text :
         {"{\"a\": SECRET}", "{\"a\": \"SECRET\" SECRET}", "{\"a\": \"SECRET", "SECRET",
          "{\"a\": \"SECRET\\q; expected SECRET\"}", "{\"a\": 12 SECRET: 1}"}) {
        const Parsed parsed(text);
        REQUIRE(!parsed.tree);
        const std::string words = door::all_words(parsed.tree.error());
        CHECK(words.find("SECRET") == std::string::npos);
        CHECK(words.find("while parsing") != std::string::npos);
    }
}

TEST_CASE("a wide object is read in good time") {
    std::string text = "{";
    for (int i = 0; i < 60'000; ++i) text += fmt::format("{}\"k{}\": {}", i == 0 ? "" : ",", i, i);
    const Parsed parsed(text + "}");
    REQUIRE(parsed.tree);
    CHECK(parsed.root().children.size() == 60'000);
}
