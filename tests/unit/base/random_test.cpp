// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>

using namespace wegwijzer;

namespace {

/// The triangular distribution by its definition: the share that lies at or under `x`.
double share_under(const Estimate& e, double x) {
    if (x <= e.min) return 0;
    if (x >= e.max) return 1;
    if (x < e.likely) return (x - e.min) * (x - e.min) / ((e.max - e.min) * (e.likely - e.min));
    return 1 - (e.max - x) * (e.max - x) / ((e.max - e.min) * (e.max - e.likely));
}

}  // namespace

TEST_CASE("the numbers are these, on every machine and in every version") {
    // The first is SplitMix64's well-known first number for seed 0; the others were computed apart.
    CHECK(RandomKey(0).bits() == 0xe220a8397b1dcdafU);
    CHECK(RandomKey(1).with(std::uint64_t{2}).bits() == 0xeadeff736bdaf7d0U);
    CHECK(RandomKey(7).with("big.assessment").bits() == 0xf7331f8af08bb8dbU);
    const auto key = RandomKey(42).with(std::uint64_t{3}).with(std::uint64_t{4});
    CHECK(key.uniform() == 0.04647813309378568);
}

TEST_CASE("the same key gives the same number however often it is asked") {
    const RandomKey key = RandomKey(5).with("step").with(std::uint64_t{1});
    CHECK(key.bits() == key.bits());
    CHECK(key.uniform() == RandomKey(5).with("step").with(std::uint64_t{1}).uniform());
}

TEST_CASE("parts in another order give other numbers") {
    const RandomKey seed(1);
    const std::uint64_t one = 1;
    const std::uint64_t two = 2;
    CHECK(seed.with(one).with(two).bits() != seed.with(two).with(one).bits());
    CHECK(seed.with("a").with("b").bits() != seed.with("b").with("a").bits());
    CHECK(seed.with("a").with(one).bits() != seed.with(one).with("a").bits());
    CHECK(seed.with(two).bits() != RandomKey(2).with(one).bits());
}

TEST_CASE("where one text ends and the next begins matters") {
    const RandomKey seed(1);
    CHECK(seed.with("ab").with("c").bits() != seed.with("a").with("bc").bits());
    CHECK(seed.with("").bits() != seed.bits());
    CHECK(seed.with("").bits() != seed.with(std::uint64_t{0}).bits());
    CHECK(seed.with("a").bits() != seed.with(std::uint64_t{'a'}).bits());
    CHECK(seed.with(std::string_view("a\0", 2)).bits() != seed.with("a").bits());
    CHECK(seed.with("12345678").with("9").bits() != seed.with("123456789").bits());
    CHECK(seed.with("é").bits() != seed.with("e").bits());
}

TEST_CASE("keys that are near each other do not meet") {
    std::set<std::uint64_t> seen;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        for (std::uint64_t person = 0; person < 30; ++person) {
            for (std::uint64_t sample = 0; sample < 30; ++sample) {
                seen.insert(RandomKey(seed).with(person).with(sample).bits());
            }
        }
    }
    CHECK(seen.size() == 27'000);
    seen.clear();
    for (int i = 0; i < 10'000; ++i) {
        seen.insert(RandomKey(1).with("step-" + std::to_string(i)).bits());
    }
    CHECK(seen.size() == 10'000);
}

TEST_CASE("each bit of a part turns about half of the bits of the number") {
    std::array<int, 64> turned{};
    const int keys = 2000;
    for (std::uint64_t i = 0; i < keys; ++i) {
        const std::uint64_t before = RandomKey(9).with(i).bits();
        for (std::size_t bit = 0; bit < 64; ++bit) {
            const std::uint64_t other = i ^ (std::uint64_t{1} << bit);
            turned.at(bit) += std::popcount(before ^ RandomKey(9).with(other).bits());
        }
    }
    for (const int count : turned) CHECK(count / double{keys} == doctest::Approx(32).epsilon(0.02));
}

TEST_CASE("uniform numbers have the mean, the spread and the independence of uniform numbers") {
    const int n = 100'000;
    double sum = 0;
    double squares = 0;
    double products = 0;
    double before = RandomKey(2).with(std::uint64_t{n}).uniform();
    std::array<int, 100> bins{};
    for (std::uint64_t i = 0; i < n; ++i) {
        const double u = RandomKey(2).with(i).uniform();
        REQUIRE(u >= 0);
        REQUIRE(u < 1);
        sum += u;
        squares += u * u;
        products += u * before;
        before = u;
        ++bins.at(static_cast<std::size_t>(u * 100));
    }
    const double mean = sum / n;
    CHECK(std::abs(mean - 0.5) < 0.004);
    CHECK(std::abs(squares / n - mean * mean - 1.0 / 12) < 0.002);
    CHECK(std::abs(products / n - mean * mean) < 0.002);
    double chi_squared = 0;
    for (const int count : bins) chi_squared += (count - 1000.0) * (count - 1000.0) / 1000.0;
    // 99 degrees of freedom: a thousandth lies outside on either side.
    CHECK(chi_squared > 60);
    CHECK(chi_squared < 149);
}

TEST_CASE("two words of one person give numbers that know nothing of each other") {
    const int n = 20'000;
    double sum = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
        const double a = RandomKey(3).with(i).with("course").uniform() - 0.5;
        const double b = RandomKey(3).with(i).with("exam").uniform() - 0.5;
        sum += a * b;
    }
    CHECK(std::abs(sum / n) * 12 < 0.03);
}

TEST_CASE("the quantiles of a triangular distribution invert its definition") {
    for (const Estimate& e :
         {Estimate{84, 98, 140}, Estimate{0, 0, 10}, Estimate{0, 10, 10}, Estimate{1, 1.5, 2},
          Estimate{0, 0.01, 10000}, Estimate{9999, 9999.5, 10000}}) {
        CAPTURE(e.likely);
        double before = e.min;
        for (int i = 0; i < 1000; ++i) {
            const double u = i / 1000.0;
            const double x = triangular(e, u);
            CHECK(share_under(e, x) == doctest::Approx(u).epsilon(1e-6));
            CHECK(x >= before);
            before = x;
        }
    }
}

TEST_CASE("a triangular value never leaves its range") {
    const double nearly_one = 1 - 0x1p-53;
    for (const Estimate& e : {Estimate{84, 98, 140}, Estimate{0.1, 0.1, 0.3},
                              Estimate{0.1, 0.3, 0.3}, Estimate{0, 1e-9, 3652425}}) {
        CHECK(triangular(e, 0) == e.min);
        CHECK(triangular(e, nearly_one) <= e.max);
        CHECK(triangular(e, nearly_one) >= e.likely - 1e-12);
    }
    const Estimate e{84, 98, 140};
    CHECK(triangular(e, 0.25) == 98);  // the likely value lies a quarter up: (98 − 84) / (140 − 84)
}

TEST_CASE("a triangular value without spread is the likely one") {
    CHECK(triangular({42, 42, 42}, 0) == 42);
    CHECK(triangular({42, 42, 42}, 0.7) == 42);
    CHECK(triangular({0, 0, 0}, 0.999) == 0);
}

TEST_CASE("triangular draws have the mean and the variance of the textbook") {
    const Estimate e{84, 98, 140};
    const int n = 100'000;
    double sum = 0;
    double squares = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
        const double x = triangular(e, RandomKey(11).with(i).uniform());
        sum += x;
        squares += x * x;
    }
    const double mean = (e.min + e.likely + e.max) / 3;
    const double variance = (e.min * e.min + e.likely * e.likely + e.max * e.max -
                             e.min * e.likely - e.min * e.max - e.likely * e.max) /
                            18;
    CHECK(sum / n == doctest::Approx(mean).epsilon(0.002));
    CHECK(squares / n - (sum / n) * (sum / n) == doctest::Approx(variance).epsilon(0.02));
}
