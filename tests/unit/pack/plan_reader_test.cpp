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

namespace {

std::string route_with(const std::string& cents, const std::string& session) {
    return R"([{"goals": [{"id": "big.arts", "finish": {"planned": "2027-03-01", "p10": null,
 "p50": null, "p90": null}}], "chance": 0.5, "cost": {"own_cents": 8500, "complete": false},
 "outcomes": [{"step": "big.advice", "outcome": "clerkships"}],
 "steps": [{"key": "big.apply#1", "id": "big.apply", "title": "Apply", "pilot": null,
 "held_up_by": "need", "start": "2027-01-01", "session": )" +
           session + R"(, "finish": "2027-03-01", "pace": 8.5, "hours": 20, "attempt": 2,
 "cost": {"total_cents": )" +
           cents + R"(, "funds": [{"id": "common.uaf", "amount_cents": 100}]},
 "needs": [{"id": "dutch", "is": "dutch >= B2",
 "met_by": [{"kind": "step", "id": "language.course#1"}]}]}]}]})";
}

}  // namespace

TEST_CASE("an answer's routes are read") {
    const auto plan = read(question + route_with("500", "\"2027-02-01\""));
    REQUIRE(plan.has_value());
    const auto& route = plan->routes.at(0);
    CHECK(route.goals.at(0).planned == to_date({2027, 3, 1}));
    CHECK_FALSE(route.goals.at(0).p50.has_value());
    CHECK(route.chance == 0.5);
    CHECK(route.own.cents == 8500);
    CHECK_FALSE(route.cost_is_complete);
    CHECK(route.outcomes.at(0).outcome == "clerkships");
    const auto& step = route.steps.at(0);
    CHECK(step.session == to_date({2027, 2, 1}));
    CHECK(step.pace == Hours{850});
    CHECK(step.attempt == 2);
    CHECK(step.pilot.empty());
    CHECK(step.total.cents == 500);
    CHECK(step.payments.at(0).amount.cents == 100);
    CHECK(step.needs.at(0).met_by == std::vector<std::string>{"step language.course#1"});
}

TEST_CASE("a route with a sum or a day out of range is refused") {
    CHECK_FALSE(read(question + route_with("1000000000001", "null")).has_value());
    CHECK_FALSE(read(question + route_with("\"500\"", "null")).has_value());
    CHECK_FALSE(read(question + route_with("500", "\"2027-02-30\"")).has_value());
    CHECK(read(question + route_with("500", "null")).has_value());
}
