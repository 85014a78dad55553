// SPDX-License-Identifier: Apache-2.0
#include "model/catalogue.hpp"

#include <doctest/doctest.h>

#include "model/profile.hpp"

using namespace wegwijzer;
using namespace wegwijzer::model;

TEST_CASE("ids are found before and after indexing, and what is not there is not") {
    Catalogue catalogue;
    for (int i = 0; i < 1000; ++i) {
        catalogue.steps.emplace_back().id = "step." + std::to_string(i);
        catalogue.attributes.emplace_back().id = "attribute." + std::to_string(i);
    }
    for (const bool is_indexed : {false, true}) {
        if (is_indexed) catalogue.index_ids();
        CHECK(catalogue.find_step("step.0").index == 0);
        CHECK(catalogue.find_step("step.999").index == 999);
        CHECK(catalogue.find_step("step.1000").is_none());
        CHECK(catalogue.find_attribute("attribute.500").index == 500);
        CHECK(catalogue.find_attribute("").is_none());
        CHECK(catalogue.find_goal("step.0").is_none());
        CHECK(catalogue.find_credential("x").is_none());
        CHECK(catalogue.find_pilot("x").is_none());
        CHECK(catalogue.find_fund("x").is_none());
        CHECK(catalogue.find_source("x").is_none());
    }
}

TEST_CASE("what comes after indexing is found too, and of two with one id the first") {
    Catalogue catalogue;
    catalogue.goals.emplace_back().id = "a";
    catalogue.index_ids();
    catalogue.goals.emplace_back().id = "b";
    catalogue.goals.emplace_back().id = "a";
    CHECK(catalogue.find_goal("b").index == 1);
    CHECK(catalogue.find_goal("a").index == 0);
    catalogue.index_ids();
    CHECK(catalogue.find_goal("b").index == 1);
    CHECK(catalogue.find_goal("a").index == 0);
}

TEST_CASE("rows are found by all their keys") {
    Table table;
    for (const std::int64_t a : {3, 1, 2}) {
        for (const std::int64_t b : {20, 10}) {
            Table::Row row;
            row.keys = {Value::of(a), Value::of(b)};
            row.cells = {Value::of(a * 100 + b)};
            table.rows.push_back(row);
        }
    }
    table.sort_rows();
    const std::int64_t there[] = {2, 10};
    REQUIRE(table.find(there) != nullptr);
    CHECK(table.find(there)->cells[0].number == 210);
    const std::int64_t not_there[] = {2, 15};
    CHECK(table.find(not_there) == nullptr);
    const std::int64_t one_key[] = {2};
    CHECK(table.find(one_key) == nullptr);
    CHECK(table.find({}) == nullptr);
    CHECK(Table{}.find(there) == nullptr);
}

TEST_CASE("an answer is found by its attribute") {
    Profile profile;
    for (const std::uint32_t index : {2U, 5U, 9U}) {
        profile.answers.emplace_back().attribute = {index};
    }
    REQUIRE(profile.find({5}) != nullptr);
    CHECK(profile.find({5})->attribute.index == 5);
    CHECK(profile.find({6}) == nullptr);
    CHECK(profile.find({10}) == nullptr);
}
