// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/explain_view.hpp"
#include "document/scenario_verdict.hpp"
#include "document/sheet.hpp"
#include "sample_plan.hpp"

using namespace wegwijzer;
using sample::has;

namespace {

std::vector<std::string> missed(const model::Scenario& scenario) {
    const auto catalogue = sample::catalogue();
    const auto plan = sample::plan();
    std::vector<std::string> keys;
    for (const document::Mismatch& one : document::compare(scenario, plan, catalogue))
        keys.emplace_back(one.what);
    return keys;
}

}  // namespace

TEST_CASE("a scenario that expects what came out passes") {
    model::Scenario scenario;
    scenario.expect.status = "reachable";
    scenario.expect.first = "trade.course";
    scenario.expect.last = "trade.exam";
    scenario.expect.includes = {"trade.exam"};
    scenario.expect.excludes = {"trade.other"};
    scenario.expect.weeks_min = 19.9;
    scenario.expect.weeks_max = 19.9;
    scenario.expect.own_min = scenario.expect.own_max = Money{123456};
    CHECK(missed(scenario).empty());
}

TEST_CASE("each expectation that fails is named once, in order") {
    model::Scenario scenario;
    scenario.expect.status = "held";
    scenario.expect.first = "trade.exam";
    scenario.expect.last = "trade.course";
    scenario.expect.includes = {"trade.other"};
    scenario.expect.excludes = {"trade.exam"};
    scenario.expect.weeks_min = 20;
    scenario.expect.own_max = Money{1};
    scenario.expect.unmet = {"trade.exam/taught"};
    scenario.expect.notes = {"N004"};
    CHECK(missed(scenario) == std::vector<std::string>{"status", "first", "last", "includes",
                                                       "excludes", "weeks", "own", "unmet",
                                                       "notes"});
}

TEST_CASE("what no scenario touches is told, and parts of an untouched step go without saying") {
    const auto catalogue = sample::catalogue();
    auto plan = sample::plan();
    document::Touched touched;
    document::Touched rest = document::untouched(touched, catalogue, {"trade"});
    CHECK(rest.steps.size() == 2);
    CHECK(rest.needs.empty());
    touched.add(plan, catalogue);
    rest = document::untouched(touched, catalogue, {"trade"});
    CHECK(rest.steps.empty());
    CHECK(rest.outcomes.empty());  // the branch counts
    CHECK(document::untouched({}, catalogue, {"other"}).steps.empty());
    const std::string text =
        document::render_scenarios_text({{"trade", "one", {}, false, {}}}, rest, "en", 80);
    CHECK(text == "1 scenario, 0 failed.\n");
}

TEST_CASE("a step knows which later steps rest on it") {
    const auto plan = sample::plan();
    const auto consumers = document::consumers_of(plan.routes[0], 0);
    REQUIRE(consumers.size() == 1);
    CHECK(consumers[0].step == 1);
    CHECK(document::consumers_of(plan.routes[0], 1).empty());
}

TEST_CASE("an explanation says for whom a step is there and what it waits for") {
    const auto catalogue = sample::catalogue();
    const auto plan = sample::plan();
    const auto view = sample::view(catalogue, plan);
    const std::string text = document::render_explain_text({view, {}, {}});
    CHECK(has(text, "nodig voor stap 2 Examen: taught"));
    CHECK(has(text, "trade.taught: door stap 1, op 2027-03-01"));
    CHECK(has(text, "hiermee is het doel bereikt"));
    const std::string unplanned = document::render_explain_text(
        {view,
         {1},
         {{{1}, 0, {}, {model::Truth::no, "trade.taught", "false", "trade.taught", true, {}}}}});
    CHECK(has(unplanned, "nee  trade.taught") == false);  // words are joined by single spaces
    CHECK(has(unplanned, "nee trade.taught (een stap kan dit geven)"));
}

TEST_CASE("lists are sorted by id and the same in both forms") {
    const auto catalogue = sample::catalogue();
    const auto sheets = document::sheets_of(catalogue, "steps", "en");
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].id == "trade.course");
    CHECK(document::render_list_text(sheets, {"en", 80}) ==
          "trade.course  Course\ntrade.exam    Exam\n");
    const std::string json = document::render_list_json("steps", sheets);
    CHECK(has(json, "\"steps\": ["));
    CHECK(has(json, "\"needs\": [\n        \"taught: trade.taught\"\n      ]"));
    CHECK(document::sheets_of(catalogue, "nonsense", "en").empty());
    for (const document::SheetKind& kind : document::sheet_kinds())
        CHECK(has(
            document::render_list_json(kind.name, document::sheets_of(catalogue, kind.name, "nl")),
            std::string(kind.name)));
}
