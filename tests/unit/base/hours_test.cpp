// SPDX-License-Identifier: Apache-2.0
#include "base/hours.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace wegwijzer;

TEST_CASE("an effort at a pace takes seven times the one by the other, rounded up") {
    CHECK(days_at({300'00}, {16'00}) == Days{132});  // 131.25
    CHECK(days_at({16'00}, {16'00}) == Days{7});
    CHECK(days_at({16'01}, {16'00}) == Days{8});
    CHECK(days_at({15'99}, {16'00}) == Days{7});
    CHECK(days_at({0}, {16'00}) == Days{0});
    CHECK(days_at({1}, {168'00}) == Days{1});
    CHECK(days_at({7'50}, {7'50}) == Days{7});
    CHECK(days_at({100'000'00}, {1}) == Days{70'000'000});
}

TEST_CASE("an effort beyond all calendars does not overflow") {
    CHECK(days_at({INT64_MAX}, {1}) == Days{Date::never.day});
    CHECK(days_at({INT64_MAX / 7 + 1}, {168'00}) == Days{Date::never.day});
}

TEST_CASE("an effort is read in hours") {
    CHECK(parse_effort("300 hours") == Estimate{300, 300, 300});
    CHECK(parse_effort("1 hour") == Estimate{1, 1, 1});
    CHECK(parse_effort("0 hours") == Estimate{0, 0, 0});
    CHECK(parse_effort("7.25 hours") == Estimate{7.25, 7.25, 7.25});
    CHECK(parse_effort("200..300..400 hours") == Estimate{200, 300, 400});
    CHECK(parse_effort("0.5..1..1.75 hours") == Estimate{0.5, 1, 1.75});
    CHECK(parse_effort("100000 hours").has_value());
}

TEST_CASE("what is not quite an effort is refused") {
    const std::vector<std::string> refused{"",
                                           "hours",
                                           " hours",
                                           "300",
                                           "300hours",
                                           "300  hours",
                                           " 300 hours",
                                           "300 hours ",
                                           "+300 hours",
                                           "-300 hours",
                                           "0300 hours",
                                           "300. hours",
                                           ".5 hours",
                                           "300.125 hours",
                                           "3e2 hours",
                                           "300 Hours",
                                           "300 h",
                                           "300 hours/week",
                                           "about 300 hours",
                                           "100000.01 hours",
                                           "100001 hours",
                                           "99999999999999999999 hours",
                                           "200..300 hours",
                                           "300..200..400 hours",
                                           "200..400..300 hours",
                                           "200..300..400",
                                           "٣ hours",
                                           "nan hours"};
    for (const std::string& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_effort(text).has_value());
    }
}

TEST_CASE("a weekly rate is read to a hundredth") {
    CHECK(parse_weekly_rate("16 hours/week") == WeeklyRate{1600});
    CHECK(parse_weekly_rate("7.5 hours/week") == WeeklyRate{750});
    CHECK(parse_weekly_rate("7.05 hours/week") == WeeklyRate{705});
    CHECK(parse_weekly_rate("1 hour/week") == WeeklyRate{100});
    CHECK(parse_weekly_rate("0 hours/week") == WeeklyRate{0});
    CHECK(parse_weekly_rate("168 hours/week") == WeeklyRate{16800});
}

TEST_CASE("what is not quite a weekly rate is refused") {
    const std::vector<std::string> refused{"",
                                           "16",
                                           "16 hours",
                                           "16 hours / week",
                                           "16 hours/weeks",
                                           "16 hours per week",
                                           "16  hours/week",
                                           " 16 hours/week",
                                           "16 hours/week ",
                                           "+16 hours/week",
                                           "-1 hours/week",
                                           "016 hours/week",
                                           "168.01 hours/week",
                                           "169 hours/week",
                                           "1e1 hours/week",
                                           "7,5 hours/week",
                                           "7.125 hours/week",
                                           "12..16..20 hours/week",
                                           "99999999999999999999 hours/week",
                                           "16 hours/day",
                                           "１６ hours/week"};
    for (const std::string& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_weekly_rate(text).has_value());
    }
}

TEST_CASE("hours add up and compare") {
    Hours sum = Hours{150} + Hours{25};
    sum += Hours{25};
    CHECK(sum == Hours{200});
    CHECK(Hours{1} < Hours{2});
    CHECK(WeeklyRate{1600} > WeeklyRate{750});
}
