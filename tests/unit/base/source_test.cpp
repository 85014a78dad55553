// SPDX-License-Identifier: Apache-2.0
#include "base/source.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace wegwijzer;

TEST_CASE("texts are numbered as they come and never move") {
    SourceMap texts;
    CHECK(texts.add({"a.toml", "one", false}) == 0);
    const SourceText* first = &texts.at(0);
    for (int i = 0; i < 1000; ++i) texts.add({"more", "text", false});
    CHECK(texts.add({"p.toml", "two", true}) == 1001);
    CHECK(texts.size() == 1002);
    CHECK(&texts.at(0) == first);
    CHECK(texts.at(0).name == "a.toml");
    CHECK(texts.at(1001).is_personal);
}

TEST_CASE("a line comes without its end") {
    SourceMap texts;
    const auto unix_text = texts.add({"unix", "first\n\nthird\tx \n", false});
    const auto dos_text = texts.add({"dos", "first\r\nsecond\r\n\r\nlast", false});
    CHECK(texts.line(unix_text, 1) == "first");
    CHECK(texts.line(unix_text, 2) == "");
    CHECK(texts.line(unix_text, 3) == "third\tx ");
    CHECK(texts.line(unix_text, 4) == "");
    CHECK(texts.line(dos_text, 1) == "first");
    CHECK(texts.line(dos_text, 2) == "second");
    CHECK(texts.line(dos_text, 3) == "");
    CHECK(texts.line(dos_text, 4) == "last");
}

TEST_CASE("a line that is not there is empty") {
    SourceMap texts;
    const auto empty = texts.add({"empty", "", false});
    const auto text = texts.add({"text", "only", false});
    CHECK(texts.line(empty, 1) == "");
    CHECK(texts.line(text, 0) == "");
    CHECK(texts.line(text, 2) == "");
    CHECK(texts.line(text, 0xffffffffU) == "");
    CHECK(texts.line(SourceSpan::nowhere, 1) == "");
    CHECK(texts.line(2, 1) == "");
}
