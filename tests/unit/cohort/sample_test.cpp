// SPDX-License-Identifier: Apache-2.0
#include "cohort/sample.hpp"

#include <doctest/doctest.h>

#include <cmath>

using wegwijzer::cohort::Sample;
using wegwijzer::cohort::share_interval;
using wegwijzer::cohort::Spread;

TEST_CASE("a percentile is the value of the person of that rank, rounded up") {
    Sample sample;
    for (int value = 1; value <= 10; ++value) sample.add(value, 1);
    CHECK(sample.spread() == Spread{1, 5, 9});
    sample.add(11, 1);
    CHECK(sample.spread() == Spread{2, 6, 10});
}

TEST_CASE("the order of adding changes nothing") {
    Sample one, other;
    one.add(5, 3);
    one.add(-2, 4);
    one.add(5, 1);
    other.add(-2, 4);
    other.add(5, 4);
    CHECK(one.spread() == other.spread());
    CHECK(one.sum() == 12);
    CHECK(one.mean()->mean == other.mean()->mean);
    CHECK(one.mean()->interval->low == other.mean()->interval->low);
}

TEST_CASE("nobody has no percentile, and one person no interval") {
    Sample sample;
    CHECK(!sample.spread());
    CHECK(!sample.mean());
    sample.add(7, 1);
    CHECK(sample.mean()->mean == 7);
    CHECK(!sample.mean()->interval);
}

TEST_CASE("people up to a value are counted") {
    Sample sample;
    sample.add(3, 2);
    sample.add(8, 5);
    CHECK(sample.at_most(2) == 0);
    CHECK(sample.at_most(3) == 2);
    CHECK(sample.at_most(100) == 7);
}

TEST_CASE("the mean's interval is two standard errors wide on either side") {
    Sample sample;
    sample.add(0, 50);
    sample.add(2, 50);
    const double error = std::sqrt(100.0 / 99 / 100);
    CHECK(sample.mean()->interval->high == doctest::Approx(1 + 1.959964 * error));
}

TEST_CASE("a share's interval is Wilson's") {
    // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
    CHECK(share_interval(81, 263)->low == doctest::Approx(0.2553).epsilon(0.001));
    CHECK(share_interval(81, 263)->high == doctest::Approx(0.3662).epsilon(0.001));
    CHECK(share_interval(0, 10)->low == doctest::Approx(0));
    CHECK(share_interval(10, 10)->high == doctest::Approx(1));
    CHECK(!share_interval(0, 0));
}
