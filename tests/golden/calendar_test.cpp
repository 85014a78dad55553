// SPDX-License-Identifier: Apache-2.0
// Our calendar as libical reads it.
#include <doctest/doctest.h>
#include <libical/ical.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace {

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("libical reads the calendar without a complaint, and finds every event") {
    const std::string bytes = bytes_of("tests/golden/expected/client.nl.ics");
    REQUIRE(!bytes.empty());
    const std::unique_ptr<icalcomponent, Free> calendar(icalparser_parse_string(bytes.c_str()));
    REQUIRE(calendar != nullptr);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    CHECK(icalrestriction_check(calendar.get()) == 1);
    std::size_t events = 0, begins = 0;
    for (icalcomponent* event =
             icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         event != nullptr;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        ++events;
        CHECK(icalcomponent_get_summary(event) != nullptr);
        CHECK(icaltime_is_date(icalcomponent_get_dtstart(event)) != 0);
        CHECK(icaltime_compare(icalcomponent_get_dtstart(event), icalcomponent_get_dtend(event)) <
              0);
    }
    for (std::size_t at = bytes.find("BEGIN:VEVENT"); at != std::string::npos;
         at = bytes.find("BEGIN:VEVENT", at + 1))
        ++begins;
    CHECK(events == begins);
    CHECK(events > 0);
}
