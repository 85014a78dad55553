// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "pack/gate.hpp"
#include "pack/plan_reader.hpp"

using namespace wegwijzer;

namespace {

Result<model::PlanRecord> read(const std::string& text) {
    static SourceMap sources;
    const auto admitted = pack::admit(text, "plan.json", pack::Kind::plan_json, sources);
    REQUIRE(admitted.has_value());
    return pack::read_plan(sources, admitted.value());
}

const std::string question =
    R"({"schema": "wegwijzer/plan/1", "program": "0.1.0", "status": "reachable",
 "packs": {"big": {"version": "2026.11", "hash": "ab"}}, "on": "2026-11-23",
 "horizon": "2046-11-23", "seed": 9, "draws": 10, "goals": ["big.arts"], "assumed": [],
 "pilots": {"applied": ["big.p"]}, "routes": )";

}  // namespace

TEST_CASE("an answer's question is read") {
    const auto plan = read(question + "[]}");
    REQUIRE(plan.has_value());
    CHECK(plan->on == to_date({2026, 11, 23}));
    CHECK(plan->seed == 9);
    CHECK(plan->packs.at(0).id == "big");
    CHECK(plan->packs.at(0).version == "2026.11");
    CHECK(plan->goals == std::vector<std::string>{"big.arts"});
    CHECK(plan->pilots == std::vector<std::string>{"big.p"});
}

TEST_CASE("what is no answer, or no whole one, is refused with its place") {
    const auto code = [](const Result<model::PlanRecord>& plan) {
        return plan ? std::string() : std::string(plan.error().begin()->code);
    };
    CHECK(code(read("{}")) == "A001");
    CHECK(code(read(R"({"schema": "wegwijzer/check/1"})")) == "A001");
    CHECK(code(read(R"({"schema": 1})")) == "A001");
    auto other = question;
    CHECK(code(read(other.replace(other.find("9"), 1, "\"9\"") + "[]}")) == "A002");
    other = question;
    CHECK(code(read(other.replace(other.find("\"on\""), 4, "\"un\"") + "[]}")) == "A002");
    other = question;
    CHECK(code(read(other.replace(other.find("2026-11-23"), 10, "2026-11-31") + "[]}")) == "A002");
    other = question;
    CHECK(code(read(other.replace(other.find("[\"big.p\"]"), 9, "[1]") + "[]}")) == "A002");
    CHECK(code(read(question + "[], \"seed\": 1}")) == "F006");
    CHECK(code(read("[")) == "F001");
}
