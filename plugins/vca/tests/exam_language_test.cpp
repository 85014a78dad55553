// SPDX-License-Identifier: Apache-2.0
#include "vca/exam_language.hpp"

#include <doctest/doctest.h>

using vca_plugin::sits_in_own;
using vca_plugin::Words;

namespace {

const Words basis{{"nl", "ar", "en", "no"}};
const Words nothing{std::vector<std::string_view>{}};

}  // namespace

TEST_CASE("the language read best serves where it is offered") {
    CHECK(sits_in_own(basis, {"ar", nothing, false}) == true);
    CHECK(sits_in_own(basis, {"ti", nothing, false}) == false);
}

TEST_CASE("Dutch is no other language") {
    CHECK(sits_in_own(basis, {"nl", nothing, false}) == false);
    CHECK(sits_in_own(basis, {"nl", Words{{"nl"}}, false}) == false);
}

TEST_CASE("another language read well serves too") {
    CHECK(sits_in_own(basis, {"ti", Words{{"ku", "ar"}}, false}) == true);
    CHECK(sits_in_own(basis, {"ti", nothing, true}) == true);
    CHECK(sits_in_own(Words{{"nl", "ar"}}, {"ti", nothing, true}) == false);
}

TEST_CASE("one written language under two codes is one") {
    CHECK(sits_in_own(Words{{"fa"}}, {"prs", nothing, false}) == true);
    CHECK(sits_in_own(basis, {"nb", nothing, false}) == true);
}

TEST_CASE("one language that serves is enough, whatever is unknown") {
    CHECK(sits_in_own(basis, {{}, Words{{"ar"}}, {}}) == true);
    CHECK_FALSE(sits_in_own(basis, {{}, nothing, false}).has_value());
    CHECK_FALSE(sits_in_own(basis, {"ti", {}, false}).has_value());
    CHECK_FALSE(sits_in_own(basis, {"ti", nothing, {}}).has_value());
    CHECK_FALSE(sits_in_own({}, {"ar", nothing, true}).has_value());
}

TEST_CASE("levels have their order") {
    CHECK(vca_plugin::rank_of("A0") == 0);
    CHECK(vca_plugin::rank_of("C2") == 6);
    CHECK_FALSE(vca_plugin::rank_of("D1"));
    CHECK_FALSE(vca_plugin::rank_of({}));
}
