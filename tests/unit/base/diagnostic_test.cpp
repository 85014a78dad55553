// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <utility>

#include "base/error.hpp"

using namespace wegwijzer;

namespace {

std::string messages(const Diagnostics& diagnostics) {
    std::string all;
    for (const Diagnostic& d : diagnostics) all += d.message + ";";
    return all;
}

}  // namespace

TEST_CASE("findings keep the order in which they were made") {
    Diagnostics found;
    CHECK(found.empty());
    found.warning("W001", "first").hints.push_back("look here");
    CHECK_FALSE(found.has_errors());
    found.error("E001", "second", {0, 3, 1, 4});
    CHECK(found.has_errors());
    CHECK(found.size() == 2);
    CHECK(messages(found) == "first;second;");
    CHECK(found.begin()->severity == Severity::warning);
    CHECK(found.begin()->hints.size() == 1);
    CHECK(std::next(found.begin())->code == "E001");
    CHECK_FALSE(found.begin()->span.is_somewhere());
    CHECK(std::next(found.begin())->span.is_somewhere());
}

TEST_CASE("a note alone is no error") {
    Diagnostics found;
    found.add({Severity::note, "N001", "by the way", {}, {}, {}});
    CHECK_FALSE(found.has_errors());
    CHECK_FALSE(found.empty());
}

TEST_CASE("appended findings come after one's own") {
    Diagnostics found;
    found.error("E001", "a");
    Diagnostics more;
    more.error("E002", "b");
    more.warning("E003", "c");
    found.append(std::move(more));
    found.append({});
    CHECK(messages(found) == "a;b;c;");
}

TEST_CASE("sorting goes by text, line and column, keeps equals in order and puts no place last") {
    Diagnostics found;
    found.error("E001", "nowhere");
    found.error("E001", "text 1", {1, 1, 1, 1});
    found.error("E001", "line 9", {0, 9, 1, 1});
    found.error("E001", "column 7", {0, 2, 7, 1});
    found.warning("E001", "column 3 first", {0, 2, 3, 9});
    found.error("E001", "column 3 second", {0, 2, 3, 1});
    found.sort_by_place();
    CHECK(messages(found) == "column 3 first;column 3 second;column 7;line 9;text 1;nowhere;");
}

TEST_CASE("an error of the world has a code and a sentence") {
    const Error error("F001", "cannot read 'p.toml'");
    CHECK(error.code() == "F001");
    CHECK(std::string(error.what()) == "cannot read 'p.toml'");
}
