// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "sample_plan.hpp"

using namespace wegwijzer;
using sample::has;

TEST_CASE("the receipt holds dates, weeks, cents and hours as the schema says") {
    const auto catalogue = sample::catalogue();
    const auto plan = sample::plan();
    const std::string json = document::render_plan_json(sample::view(catalogue, plan));
    CHECK(has(json, "\"schema\": \"wegwijzer/plan/1\""));
    CHECK(has(json, "\"made\": \"2026-11-24\""));
    CHECK(has(json, "\"planned\": 19.9"));  // 139 days
    CHECK(has(json, "\"hours\": 224,"));
    CHECK(has(json, "\"total_cents\": 123456"));
    CHECK(has(json, "\"complete\": false"));
    CHECK(has(json, "\"chance\": 0.81"));
    CHECK(has(json, "\"reached\": 810"));
    CHECK(has(json, "\"is\": \"trade.taught\""));
    CHECK(has(json, "\"id\": \"trade.course#1\""));
    CHECK(has(json, "\"pace\": 16,"));
    CHECK(has(json, "\"held_up_by\": \"need\""));
    CHECK(has(json, "\"held_up_by\": null"));
    CHECK(has(json, "\"pilot\": null"));
    CHECK(json == document::render_plan_json(sample::view(catalogue, plan)));
}

TEST_CASE("where chances are unknown the receipt counts no draws that reach") {
    const auto catalogue = sample::catalogue();
    auto plan = sample::plan();
    plan.routes[0].chance.reset();
    const std::string json = document::render_plan_json(sample::view(catalogue, plan));
    CHECK(has(json, "\"chance\": null"));
    CHECK(has(json, "\"reached\": null"));
}

TEST_CASE(
    "the text says the planned date beside P50, P10 and P90, and marks estimates by the word") {
    const auto catalogue = sample::catalogue();
    const auto plan = sample::plan();
    const std::string text = document::render_plan_text(sample::view(catalogue, plan));
    CHECK(has(text, "gepland op 2027-04-11, na 19,9 weken"));
    CHECK(has(text, "Waarschijnlijk op 2027-05-01 (P50), tussen 2027-03-20 (P10) en 2027-09-01"));
    CHECK(has(text, "schatting"));
    CHECK(has(text, "€ 1.234,56"));
    CHECK(has(text, "ten minste € 1.234,56"));
    CHECK(has(text, "zitting op 2027-04-01"));
    CHECK(has(text, "3 dagen speling"));
    CHECK(has(text, "wordt het \"refused\""));
    CHECK(has(text, "10,0 weken eerder"));
    CHECK_FALSE(has(text, "Bronnen"));
    const std::string english = document::render_plan_text(sample::view(catalogue, plan, "en"));
    CHECK(has(english, "estimate"));
    CHECK(has(english, "at least €1,234.56"));
}

TEST_CASE("a planned date without percentiles says that there are none") {
    const auto catalogue = sample::catalogue();
    auto plan = sample::plan();
    plan.routes[0].goals[0].finish.p50.reset();
    const std::string text = document::render_plan_text(sample::view(catalogue, plan));
    CHECK(has(text, "geen P50, P10 en P90"));
}

TEST_CASE("the drawing tells waiting for a session from running, and hours from none") {
    const auto catalogue = sample::catalogue();
    const auto plan = sample::plan();
    const std::string text = document::render_plan_text(sample::view(catalogue, plan));
    CHECK(has(text, "  1 Cursus"));
    CHECK(has(text, "█"));
    CHECK(has(text, "·"));
    CHECK(has(text, "▒"));
    CHECK(has(text, "◆"));
}

TEST_CASE("plain text has no drawing and no signs that a screen reader stumbles over") {
    const auto catalogue = sample::catalogue();
    auto plan = sample::plan();
    auto view = sample::view(catalogue, plan);
    view.plain = true;
    const std::string text = document::render_plan_text(view);
    for (const char* sign : {"█", "▒", "·", "◆", "─", "≥", "│"}) CHECK_FALSE(has(text, sign));
    CHECK(has(text, "Stap 1 van 2: Cursus"));
    CHECK(has(text, "kosten: onbekend"));
}

TEST_CASE("no line is wider than the terminal where words allow") {
    const auto catalogue = sample::catalogue();
    const auto plan = sample::plan();
    for (const int width : {60, 80, 100}) {
        auto view = sample::view(catalogue, plan);
        view.width = width;
        const std::string text = document::render_plan_text(view);
        std::size_t start = 0;
        while (start < text.size()) {
            const std::size_t end = text.find('\n', start);
            std::size_t columns = 0;
            for (std::size_t k = start; k < end; ++k)
                columns += (static_cast<unsigned char>(text[k]) & 0xc0U) != 0x80U ? 1 : 0;
            CHECK(columns <= static_cast<std::size_t>(std::max(width, 72)));
            start = end + 1;
        }
    }
}

TEST_CASE("a pack's text cannot speak to the terminal") {
    auto catalogue = sample::catalogue();
    catalogue.steps[0].title = sample::text("a\x1b]0;x\x07", "b");
    catalogue.steps[1].by = "\u202eRBC";
    const auto plan = sample::plan();
    for (const std::string& text : {document::render_plan_text(sample::view(catalogue, plan)),
                                    document::render_plan_json(sample::view(catalogue, plan))}) {
        CHECK_FALSE(has(text, "\x1b"));
        CHECK_FALSE(has(text, "\x07"));
        CHECK_FALSE(has(text, "\u202e"));
    }
}

TEST_CASE("each status is said in words") {
    const auto catalogue = sample::catalogue();
    auto plan = sample::plan();
    const auto routes = plan.routes;
    plan.status = model::Status::held;
    plan.routes.clear();
    CHECK(has(document::render_plan_text(sample::view(catalogue, plan)), "al bereikt"));
    plan.status = model::Status::unknown;
    CHECK(has(document::render_plan_text(sample::view(catalogue, plan)), "weten we niet"));
    plan.routes = routes;
    CHECK(has(document::render_plan_text(sample::view(catalogue, plan)), "hangt af van"));
    plan.status = model::Status::unreachable;
    plan.routes.clear();
    plan.unmet.push_back({{{1}, model::UnmetNeed::Part::need, 0, std::nullopt},
                          {{}, model::UnmetNeed::Part::hours, 0, 1200}});
    plan.unmet_is_complete = false;
    plan.circles.push_back({{{0}, {1}}});
    const std::string text = document::render_plan_text(sample::view(catalogue, plan));
    CHECK(has(text, "geen route"));
    CHECK(
        has(text, "Examen (trade.exam), vereiste taught: trade.taught; en ook ten minste 12 uur"));
    CHECK(has(text, "Cursus (trade.course) vraagt Examen (trade.exam) vraagt Cursus"));
    const std::string json = document::render_plan_json(sample::view(catalogue, plan));
    CHECK(has(json, "\"unmet_complete\": false"));
    CHECK(has(json, "\"hours_per_week\": 12,"));
}

TEST_CASE("a waived need is told in every form") {
    const auto catalogue = sample::catalogue();
    const auto plan = sample::plan();
    auto view = sample::view(catalogue, plan);
    view.waived = {"trade.exam/taught"};
    CHECK(has(document::render_plan_text(view), "vervalt de vereiste trade.exam/taught"));
    CHECK(has(document::render_plan_json(view), "\"code\": \"N007\""));
}

TEST_CASE("a need is shown as the pilot's version asks it") {
    auto catalogue = sample::catalogue();
    model::Pilot pilot;
    pilot.id = "trade.relaxed";
    model::PilotChange change;
    change.step = {1};
    change.fields = {"needs/taught"};
    change.changed = catalogue.steps[1];
    change.changed.needs[0].is.text = "trade.taught or trade.seen";
    pilot.changes.push_back(change);
    catalogue.pilots.push_back(pilot);
    auto plan = sample::plan();
    CHECK_FALSE(has(document::render_plan_json(sample::view(catalogue, plan)), "trade.seen"));
    plan.routes[0].steps[1].pilots = {{0}};
    const std::string json = document::render_plan_json(sample::view(catalogue, plan));
    CHECK(has(json, "\"is\": \"trade.taught or trade.seen\""));
    CHECK(has(json, "\"pilot\": \"trade.relaxed\""));
}
