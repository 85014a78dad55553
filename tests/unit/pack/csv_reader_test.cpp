// SPDX-License-Identifier: Apache-2.0
#include "pack/csv_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "unit/pack/door.hpp"

using namespace wegwijzer;
using namespace wegwijzer::pack;
using door::Lines;

namespace {

Result<CsvTable> parsed(std::string text) {
    SourceMap sources;
    return read_csv(sources, door::add(sources, std::move(text)));
}

Lines faults(std::string text) {
    const auto table = parsed(std::move(text));
    return table ? Lines{} : door::places(table.error());
}

}  // namespace

TEST_CASE("a table is a header and rows, each cell with its place") {
    const auto table = parsed("country,level\nSY,6\n\"NL\", 7 \n");
    REQUIRE(table);
    REQUIRE(table->rows.size() == 2);
    CHECK(table->column("level") == 1);
    CHECK(table->column("none") == 2);
    CHECK(table->rows[0][0].text == "SY");
    CHECK(table->rows[0][1].span == SourceSpan{0, 2, 4, 1});
    CHECK(table->rows[1][0].text == "NL");
    CHECK(table->rows[1][0].span == SourceSpan{0, 3, 1, 4});
    CHECK(table->rows[1][1].text == "7");
}

TEST_CASE("quotes hold commas, quotes and line ends; places go on after them") {
    const auto table = parsed("a,b\n\"x, \"\"y\"\"\nz\",é\n1,2\n");
    REQUIRE(table);
    CHECK(table->rows[0][0].text == "x, \"y\"\nz");
    CHECK(table->rows[0][1].text == "é");
    CHECK(table->rows[0][1].span == SourceSpan{0, 3, 4, 1});
    CHECK(table->rows[1][0].span.line == 4);
}

TEST_CASE("CRLF, empty lines and comments are fine") {
    const auto table = parsed("# it's \"open\r\n\r\na,b\r\n1,\r\n# more\r\n,2\r\n");
    REQUIRE(table);
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[0][1].text.empty());
    CHECK(table->rows[1][0].text.empty());
    CHECK(table->rows[1][1].span == SourceSpan{0, 6, 2, 1});
}

TEST_CASE("P007 rows of another length, each told") {
    CHECK(faults("a,b\n1\n1,2\n1,2,3\n") == Lines{"P007 2:1", "P007 4:1"});
}

TEST_CASE("P007 a stray quote; reading goes on with the next row") {
    CHECK(faults("a,b\nx\"y,2\n\"x\"y,2\n") == Lines{"P007 2:2", "P007 3:4"});
    CHECK(faults("a,b\n\"x\" \"y\",2\n1\n") == Lines{"P007 2:5", "P007 3:1"});
    CHECK(faults("a,b\n1,2\n\"open,2\n") == Lines{"P007 3:1"});
}

TEST_CASE("P007 a cut-off last line") {
    CHECK(faults("a,b\n1,2\n3,4") == Lines{"P007 3:4"});
    CHECK(faults("a,b") == Lines{"P007 1:4"});
}

TEST_CASE("P007 no header, a nameless or a repeated column") {
    CHECK(faults("") == Lines{"P007 1:1"});
    CHECK(faults("\n# nothing\n") == Lines{"P007 1:1"});
    CHECK(faults("a,,b\n") == Lines{"P007 1:3"});
    CHECK(faults("a,b,a\n") == Lines{"P007 1:5"});
}

TEST_CASE("P007 control characters, a lone carriage return among them") {
    CHECK(faults("a,b\n1\x1b,2\n") == Lines{"P007 2:2"});
    CHECK(faults("a,b\n1,2\r3,4\n") == Lines{"P007 2:4"});
    CHECK(faults("a,b\r1,2\r") == Lines{"P007 1:4"});
}

TEST_CASE("P007 too many columns") {
    CHECK(faults(std::string(255, ',').insert(0, "a") + "\n").size() >
          1);  // 256 columns, without names
    CHECK(faults(std::string(1'000'000, ',') + "\n") == Lines{"P007 1:1"});
}

TEST_CASE("a table with many mistakes is told a few of them") {
    std::string text = "a,b\n";
    for (int i = 0; i < 10'000; ++i) text += "1\n";
    CHECK(faults(text).size() == 40);
}
