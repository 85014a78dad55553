// SPDX-License-Identifier: Apache-2.0
#include "document/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>

using wegwijzer::document::JsonWriter;

TEST_CASE("objects and arrays are indented, empty ones stay on one line") {
    JsonWriter json;
    json.begin_object();
    json.field("a", 1);
    json.key("b");
    json.begin_array();
    json.value("x");
    json.begin_object();
    json.end_object();
    json.end_array();
    json.key("c");
    json.begin_array();
    json.end_array();
    json.end_object();
    CHECK(json.take() == "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    {}\n  ],\n  \"c\": []\n}\n");
}

TEST_CASE("strings are safe for a parser and for a terminal") {
    const auto written = [](std::string_view text) {
        JsonWriter json;
        json.value(text);
        return json.take();
    };
    CHECK(written("a\"b\\c\nd\te") == "\"a\\\"b\\\\c\\nd\\te\"\n");
    CHECK(written("\x1b[31m") == "\"\\u001b[31m\"\n");
    CHECK(written("\x7f") == "\"\\u007f\"\n");
    CHECK(written("\u0085\u200f\u2028\u202e\u2066") == "\"\\u0085\\u200f\\u2028\\u202e\\u2066\"\n");
    CHECK(written("é ع ጸ €  ") == "\"é ع ጸ €  \"\n");
}

TEST_CASE("numbers are written shortest, and what is no number as null") {
    const auto written = [](auto number) {
        JsonWriter json;
        json.value(number);
        return json.take();
    };
    CHECK(written(0.81) == "0.81\n");
    CHECK(written(1.0) == "1\n");
    CHECK(written(std::numeric_limits<double>::infinity()) == "null\n");
    CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808\n");
    CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615\n");
    CHECK(written(std::optional<int>{}) == "null\n");
    CHECK(written(false) == "false\n");
}
