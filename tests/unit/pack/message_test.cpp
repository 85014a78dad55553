// SPDX-License-Identifier: Apache-2.0
#include "pack/message.hpp"

#include <doctest/doctest.h>

#include <string>

using wegwijzer::pack::say;

TEST_CASE("a sentence takes its parts in order, and reads none of them as a pattern") {
    CHECK(say("nothing to fill in") == "nothing to fill in");
    CHECK(say("{} has no {}", "a step", std::string("{}")) == "a step has no {}");
    CHECK(say("{}/{}", 3, std::size_t{4}) == "3/4");
    CHECK(say("add up to {}", 0.9) == "add up to 0.9");
    CHECK(say("columns = { {} = 1 }", "x") == "columns = { x = 1 }");
}
