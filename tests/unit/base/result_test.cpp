// SPDX-License-Identifier: Apache-2.0
#include "base/result.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

using namespace wegwijzer;

namespace {

Result<int> failed(std::string message) {
    Diagnostics found;
    found.error("E001", std::move(message));
    return Unexpected{std::move(found)};
}

Result<int> halved(int number) {
    if (number % 2 != 0) return failed("odd");
    return number / 2;
}

}  // namespace

TEST_CASE("a result holds a value or the reason why there is none") {
    const Result<int> good = 5;
    CHECK(good.has_value());
    CHECK(good);
    CHECK(good.value() == 5);
    CHECK(*good == 5);
    CHECK(good.value_or(7) == 5);
    const Result<int> bad = failed("no");
    CHECK_FALSE(bad.has_value());
    CHECK_FALSE(bad);
    CHECK(bad.error().size() == 1);
    CHECK(bad.value_or(7) == 7);
}

TEST_CASE("the next step runs on a value, and an error passes through") {
    CHECK(halved(12).and_then(halved).value() == 3);
    const auto stuck = halved(6).and_then(halved).and_then(halved);
    REQUIRE_FALSE(stuck.has_value());
    CHECK(stuck.error().begin()->message == "odd");
    CHECK(halved(4).transform([](int n) { return std::to_string(n); }).value() == "2");
    CHECK_FALSE(halved(3).transform([](int n) { return n + 1; }).has_value());
}

TEST_CASE("a result can hold what only moves, and errors of another type") {
    Result<std::unique_ptr<int>> owner = std::make_unique<int>(4);
    CHECK(**owner == 4);
    const std::unique_ptr<int> taken = std::move(owner).value();
    CHECK(*taken == 4);
    const Result<int, std::string> bad = Unexpected{std::string("why")};
    CHECK(bad.error() == "why");
    Result<std::string> word = std::string("abc");
    CHECK(word->size() == 3);
}
