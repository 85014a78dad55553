// SPDX-License-Identifier: Apache-2.0
#include "base/money.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace wegwijzer;

namespace {

const std::vector<std::string> no_money{
    "",
    "EUR",
    "EUR ",
    "85",
    "85 EUR",
    "EUR85",
    "EUR  85",
    " EUR 85",
    "EUR 85 ",
    "eur 85",
    "€ 85",
    "€85",
    "USD 85",
    "EUR +85",
    "EUR -85",
    "EUR 085",
    "EUR 00",
    "EUR 85.",
    "EUR .85",
    "EUR 85.123",
    "EUR 85,50",
    "EUR 1,000",
    "EUR 1.000.00",
    "EUR 1 000",
    "EUR 1e3",
    "EUR 0x55",
    "EUR nan",
    "EUR inf",
    "EUR 10000000.01",
    "EUR 10000001",
    "EUR 99999999999999999999",
    "EUR ٨٥",
    "EUR 85/hour",
    "EUR 85\n",
    std::string("EUR 85\0", 7),
};

}  // namespace

TEST_CASE("money is read to the cent") {
    CHECK(parse_money("EUR 85") == Money{8500});
    CHECK(parse_money("EUR 148.83") == Money{14883});
    CHECK(parse_money("EUR 148.8") == Money{14880});
    CHECK(parse_money("EUR 148.03") == Money{14803});
    CHECK(parse_money("EUR 0.07") == Money{7});
    CHECK(parse_money("EUR 0") == Money{0});
    CHECK(parse_money("EUR 10000000") == Money{1'000'000'000});
    CHECK(parse_money("EUR 9999999.99") == Money{999'999'999});
}

TEST_CASE("what is not quite money is refused") {
    for (const std::string& text : no_money) {
        CAPTURE(text);
        CHECK_FALSE(parse_money(text).has_value());
        CHECK_FALSE(parse_amount(text).has_value());
    }
    CHECK_FALSE(parse_money("EUR 1..2..3").has_value());
}

TEST_CASE("an amount is money or three points in order") {
    CHECK(parse_amount("EUR 85") == Amount{{8500}, {8500}, {8500}});
    CHECK_FALSE(parse_amount("EUR 85")->is_range());
    CHECK(parse_amount("EUR 100..500..2000") == Amount{{10000}, {50000}, {200000}});
    CHECK(parse_amount("EUR 0..0.5..0.75") == Amount{{0}, {50}, {75}});
    CHECK(parse_amount("EUR 100..500..2000")->is_range());
    CHECK_FALSE(parse_amount("EUR 5..5..5")->is_range());
}

TEST_CASE("what is not quite an amount is refused") {
    const std::vector<std::string> refused{
        "EUR 1..2",        "EUR 1..2..3..4",      "EUR 2..1..3", "EUR 1..3..2",
        "EUR 1 .. 2 .. 3", "EUR 1..EUR 2..EUR 3", "EUR ..2..3",  "EUR 1....3",
        "EUR 1..2..",      "EUR 1..2..10000001",  "1..2..3",     "EUR 1.234..2..3"};
    for (const std::string& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_amount(text).has_value());
    }
}

TEST_CASE("money is written as packs write it") {
    CHECK(to_string(Money{8500}) == "EUR 85");
    CHECK(to_string(Money{14883}) == "EUR 148.83");
    CHECK(to_string(Money{14880}) == "EUR 148.80");
    CHECK(to_string(Money{7}) == "EUR 0.07");
    CHECK(to_string(Money{0}) == "EUR 0");
    CHECK(to_string(Money{-50}) == "EUR -0.50");
    CHECK(to_string(Money{-8500}) == "EUR -85");
    CHECK(to_string(Money{INT64_MIN}) == "EUR -92233720368547758.08");
    CHECK(to_string(Money{INT64_MAX}) == "EUR 92233720368547758.07");
}

TEST_CASE("money written is the money read") {
    for (std::int64_t cents = 0; cents < 20'000; cents += 7) {
        CHECK(parse_money(to_string(Money{cents})) == Money{cents});
    }
}

TEST_CASE("money adds, subtracts and multiplies in cents") {
    CHECK(Money{105} + Money{-5} == Money{100});
    CHECK(Money{105} - Money{110} == Money{-5});
    CHECK(Money{105} * 3 == Money{315});
    Money sum;
    sum += Money{5};
    CHECK(sum == Money{5});
    CHECK(Money{5} < Money{6});
}
