// SPDX-License-Identifier: Apache-2.0
#include "model/text.hpp"

#include <doctest/doctest.h>

using wegwijzer::model::Text;

TEST_CASE("a text is given in the language asked, else in Dutch, English, or whatever there is") {
    const Text all{{{"ar", "ر"}, {"en", "road"}, {"nl", "weg"}}};
    CHECK(all.in("ar") == "ر");
    CHECK(all.in("fr") == "weg");
    const Text english{{{"ar", "ر"}, {"en", "road"}}};
    CHECK(english.in("fr") == "road");
    const Text arabic{{{"ar", "ر"}}};
    CHECK(arabic.in("nl") == "ر");
    CHECK(Text{}.in("nl").empty());
    CHECK(all.has("en"));
    CHECK_FALSE(english.has("nl"));
}
