// SPDX-License-Identifier: Apache-2.0
#include "model/value.hpp"

#include <doctest/doctest.h>

using namespace wegwijzer::model;

TEST_CASE("a country is two capitals, a part of one has its own code behind a hyphen") {
    for (const char* text : {"NL", "CA-AB", "US-C", "GB-ENG", "FR-75", "XK"}) {
        CHECK(Country::from(text).to_string() == text);
    }
    for (const char* text :
         {"", "N", "nl", "NLD", "NL-", "NL-ABCD", "NL-a", "N1", "NL AB", "-NL"}) {
        CHECK(Country::from(text).code == 0);
    }
    CHECK(Country{}.to_string().empty());
}

TEST_CASE("a part knows its country") {
    CHECK(Country::from("CA-AB").whole() == Country::from("CA"));
    CHECK(Country::from("CA").whole() == Country::from("CA"));
    CHECK(Country::from("AB-C").whole() == Country::from("AB"));
}

TEST_CASE("a country survives being a value") {
    CHECK(Value::of(Country::from("GB-ENG")).as_country().to_string() == "GB-ENG");
}
