// SPDX-License-Identifier: Apache-2.0
#include "driving/licence.hpp"

#include <doctest/doctest.h>

using driving_plugin::counts_until;
using driving_plugin::exchanges;
using driving_plugin::Terms;
using driving_plugin::Words;

namespace {

const Words cars{{"B"}};
const Words nothing{std::vector<std::string_view>{}};

}  // namespace

TEST_CASE("a listed country gives the categories of its row") {
    CHECK(exchanges("B", {Words{{"B", "C"}}, true, cars, "none", false}) == true);
    CHECK(exchanges("C", {Words{{"B", "C"}}, true, cars, "none", false}) == false);
    CHECK(exchanges("B", {cars, false, {}, "none", false}) == false);
}

TEST_CASE("the 30 % ruling opens every country and category that stands on the licence") {
    for (const char* const ruling : {"own", "household"})
        CHECK(exchanges("C", {Words{{"B", "C"}}, false, {}, ruling, false}) == true);
    CHECK(exchanges("B", {cars, false, {}, "requested", false}) == false);
    CHECK(exchanges("D", {cars, false, {}, "own", false}) == false);
}

TEST_CASE("a Dutch licence of old brings back light categories alone") {
    CHECK(exchanges("B", {cars, false, {}, "none", true}) == true);
    CHECK(exchanges("C", {Words{{"C"}}, false, {}, "none", true}) == false);
}

TEST_CASE("a licence for trailers holds the vehicle itself") {
    CHECK(exchanges("B", {Words{{"BE"}}, true, cars, "none", false}) == true);
}

TEST_CASE("what is unknown counts only where it decides") {
    CHECK(exchanges("B", {cars, true, cars, {}, {}}) == true);
    CHECK_FALSE(exchanges("B", {cars, false, {}, {}, false}).has_value());
    CHECK(exchanges("B", {nothing, {}, {}, {}, {}}) == false);
    CHECK_FALSE(exchanges("B", {{}, true, cars, "own", {}}).has_value());
}

TEST_CASE("a licence from elsewhere counts until the term after registration is over") {
    CHECK(counts_until({false, 100, 9000, 1000, 1185, {}, {}}) == 1186);
    CHECK(counts_until({false, 100, 1100, 1000, 1185, {}, {}}) == 1100);
    CHECK_FALSE(counts_until({false, 100, {}, 1000, 1185, {}, {}}));
}

TEST_CASE("a European licence counts until the later of two terms") {
    CHECK(counts_until({true, 100, 9000, 1000, {}, 5500, 1730}) == 5500);
    CHECK(counts_until({true, 100, 9000, 5000, {}, 5500, 5730}) == 5730);
    CHECK(counts_until({true, 100, 3000, 1000, {}, 5500, 1730}) == 3000);
}

TEST_CASE("a European licence that was issued after registration never counted") {
    CHECK(counts_until({true, 1200, 9000, 1000, {}, 6600, 1730}) == 1200);
}

TEST_CASE("without its kind nothing can be said") {
    CHECK_FALSE(counts_until({{}, 100, 9000, 1000, 1185, 5500, 1730}));
}
