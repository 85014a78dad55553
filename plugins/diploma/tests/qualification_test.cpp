// SPDX-License-Identifier: Apache-2.0
#include "diploma/qualification.hpp"

#include <doctest/doctest.h>

using diploma_plugin::entry_for;
using diploma_plugin::read_qualification;

namespace {

const std::vector<std::string_view> syria{"basic-education-certificate-9-years",
                                          "general-secondary-education-certificate",
                                          "bachelor-4-6-years", "master-2-years"};
const std::vector<std::string_view> ghana{"bachelor-4-years", "bachelor-6-years", "master-1-year",
                                          "master-2-years"};
const std::vector<std::string_view> iran{"secondary-theoretical-before-2019",
                                         "upper-secondary-theoretical-from-2019",
                                         "karshenasi-bachelor"};
const std::vector<std::string_view> ukraine{
    "certificate-complete-general-secondary-education-from-2019",
    "atestat-complete-general-secondary-education-to-2018", "bachelor"};

}  // namespace

TEST_CASE("a name is taken apart into stem, length and period") {
    const auto bachelor = read_qualification("bachelor-4-6-years");
    CHECK(bachelor.stem == "bachelor");
    CHECK(bachelor.years_least == 4);
    CHECK(bachelor.years_most == 6);
    CHECK(read_qualification("master-1-year").years_most == 1);
    const auto lise = read_qualification("lise-diplomasi-4-years-since-2005");
    CHECK(lise.stem == "secondary-general");
    CHECK(lise.years_least == 4);
    CHECK(lise.from_year == 2005);
    CHECK(read_qualification("atestat-complete-general-secondary-education-to-2018").until_year ==
          2019);
    CHECK(read_qualification("12-grade-graduation-certificate").stem == "secondary-general");
    CHECK(read_qualification("qualified-worker-level-i-up-to-1").stem ==
          "qualified-worker-level-i-up");
    CHECK(read_qualification("").stem.empty());
}

TEST_CASE("a name that the country has is itself, whatever the length") {
    CHECK(entry_for({syria, "bachelor-4-6-years", 3, {}}) == "bachelor-4-6-years");
    CHECK(entry_for({ukraine, "bachelor", {}, {}}) == "bachelor");
}

TEST_CASE("a name spelled otherwise is found by its stem and length") {
    CHECK(entry_for({syria, "bachelor", 5, {}}) == "bachelor-4-6-years");
    CHECK(entry_for({syria, "lisans-diplomasi-4-years", 4, {}}) == "bachelor-4-6-years");
    CHECK(entry_for({ghana, "bakalavr", 6, {}}) == "bachelor-6-years");
    CHECK(entry_for({ghana, "masters-degree", 1, {}}) == "master-1-year");
    CHECK(entry_for({syria, "secondary-general", {}, {}}) ==
          "general-secondary-education-certificate");
    CHECK(entry_for({iran, "bachelor", 4, {}}) == "karshenasi-bachelor");
}

TEST_CASE("a length that no entry has leaves it unknown") {
    CHECK_FALSE(entry_for({syria, "bachelor", 3, {}}));
    CHECK_FALSE(entry_for({ghana, "bachelor", 5, {}}));
    CHECK_FALSE(entry_for({ghana, "bachelor", {}, {}}));
    CHECK_FALSE(entry_for({syria, "medical-doctor", 6, {}}));
}

TEST_CASE("the year of the diploma chooses between an old and a new name") {
    CHECK(entry_for({iran, "secondary-theoretical-before-2019", 4, 2021}) ==
          "upper-secondary-theoretical-from-2019");
    CHECK(entry_for({iran, "upper-secondary-theoretical-from-2019", 4, 2010}) ==
          "secondary-theoretical-before-2019");
    CHECK(entry_for({ukraine, "secondary-general", 11, 2018}) ==
          "atestat-complete-general-secondary-education-to-2018");
    CHECK(entry_for({ukraine, "secondary-general", 11, 2019}) ==
          "certificate-complete-general-secondary-education-from-2019");
    CHECK_FALSE(entry_for({ukraine, "secondary-general", 11, {}}));
}

TEST_CASE("without a year the name that was given stands") {
    CHECK(entry_for({iran, "secondary-theoretical-before-2019", 4, {}}) ==
          "secondary-theoretical-before-2019");
}
