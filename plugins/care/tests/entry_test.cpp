// SPDX-License-Identifier: Apache-2.0
#include "care/entry.hpp"

#include <doctest/doctest.h>

using care_plugin::may_enter;
using care_plugin::UsualLevel;

namespace {

UsualLevel usual(std::int64_t least, std::int64_t most, std::vector<std::string_view> types) {
    return {least, most, std::move(types)};
}

}  // namespace

TEST_CASE("entree asks nothing") {
    CHECK(may_enter(1, "none", {}) == true);
    CHECK(may_enter(1, {}, {}) == true);
}

TEST_CASE("the answer alone may be enough") {
    CHECK(may_enter(2, "vmbo-basis", {}) == true);
    CHECK(may_enter(3, "vmbo-kader", {}) == true);
    CHECK(may_enter(4, "secondary", {}) == true);
}

TEST_CASE("what the answer does not open a diploma may") {
    CHECK(may_enter(3, "vmbo-basis", usual(2, 3, {"mbo2", "mbo3"})) == true);
    CHECK(may_enter(3, "primary", usual(4, 4, {"havo"})) == true);
    CHECK_FALSE(may_enter(3, "vmbo-basis", {}).has_value());
}

TEST_CASE("one of several usual levels is not enough to be sure") {
    CHECK_FALSE(may_enter(3, "none", usual(1, 2, {"mbo1", "mbo2"})).has_value());
    CHECK(may_enter(2, "none", usual(1, 2, {"mbo1", "mbo2"})) == true);
}

TEST_CASE("where no usual level opens it, it is closed") {
    CHECK(may_enter(3, "none", usual(1, 1, {"mbo1"})) == false);
}

TEST_CASE("a part of a school type is no diploma: the school has to look") {
    CHECK_FALSE(may_enter(3, "primary", usual(2, 2, {})).has_value());
    CHECK(may_enter(3, "primary", usual(4, 4, {})) == true);
}
