// SPDX-License-Identifier: Apache-2.0
// What a draw must do, shown on worlds of a few steps (R19, R21).
#include <doctest/doctest.h>

#include <string>

#include "property/play_hand.hpp"

using namespace wegwijzer;
using namespace wegwijzer::hand;

TEST_CASE("a need at the finish is judged on the day on which the draw finishes") {
    const World world(credential("a") + credential("b") + goal("g0", "b") +
                          step("s-a", "duration = \"20..30..40 days\"\ngives = [\"a\"]") +
                          step("s-b",
                               "duration = \"2..5..8 days\"\ngives = [\"b\"]\n"
                               "needs = [{ id = \"a\", is = \"a\", at = \"finish\" }]"),
                      "");
    const auto route = world.route();
    CHECK(route.reached == 1000);
    CHECK(days(route.goals[0].finish.planned) == 30);
    CHECK(days(route.goals[0].finish.p10) >= 20);
}

TEST_CASE("a need throughout is judged on every day that the draw runs") {
    const World world(credential("a", "lasts = \"20 days\"\nsource = \"rule\"") + credential("b") +
                          goal("g0", "b") + step("s-a", "duration = \"3 days\"\ngives = [\"a\"]") +
                          step("s-b",
                               "duration = \"5..10..30 days\"\ngives = [\"b\"]\n"
                               "needs = [{ id = \"a\", is = \"a\", at = \"throughout\" }]"),
                      "");
    const auto route = world.route();
    CHECK(days(route.goals[0].finish.planned) == 13);
    // it takes more than 20 days with a chance of (30 − 20)² / ((30 − 5)(30 − 10)) = 0.2
    CHECK(route.reached > 760);
    CHECK(route.reached < 840);
    CHECK(days(route.goals[0].finish.p90) <= 23);
}

TEST_CASE("each attempt takes its hours on its own days") {
    const std::string exam =
        "duration = \"14 days\"\nload = \"16 hours/week\"\ngives = [\"a\"]\n"
        "attempt = { pass = 0.5, again = \"30 days\", most = 9, source = \"rule\" }";
    const std::string study = "effort = \"32 hours\"\npace = [\"16 hours/week\"]\ngives = [\"b\"]";
    const World world(credential("a") + credential("b") + goal("g0", "a") + goal("g1", "b") +
                          step("s-a", exam) + step("s-b", study),
                      "hours_per_week = 16", 2);
    const auto route = world.route();
    CHECK(days(route.goals[0].finish.planned) == 14);
    CHECK(days(route.goals[1].finish.planned) == 28);
    // a failed first attempt takes the first two weeks too, and the next comes 30 days later
    CHECK(days(route.goals[1].finish.p10) == 28);
    CHECK(days(route.goals[1].finish.p90) == 28);
    CHECK(days(route.goals[0].finish.p50) >= 14);
    CHECK(days(route.goals[0].finish.p90) > 100);
}

TEST_CASE("an event shares its draw with a step that varies with the same word") {
    const auto pack = [](const std::string& word) {
        return credential("a") + goal("g0", "a") +
               "[[attribute]]\nid = \"housed\"\ntype = \"boolean\"\ntitle = { nl = \"W\", en = "
               "\"H\" }\n[[attribute]]\nid = \"permit\"\ntype = \"date\"\ntitle = { nl = \"V\", en "
               "= \"P\" }\n[[event]]\nid = \"house\"\ntitle = { nl = \"W\", en = \"H\" }\nfrom = "
               "\"permit\"\nin = { value = \"100..200..300 days\", varies_with = \"" +
               word + "\" }\nset = { attribute = \"housed\", value = true }\nsource = \"rule\"\n" +
               step("s-a",
                    "duration = { value = \"100..200..300 days\", varies_with = \"town\" }\n"
                    "when = \"housed\"\ngives = [\"a\"]");
    };
    const World shared(pack("town"), "permit = 2027-01-04");
    const World apart(pack("landlord"), "permit = 2027-01-04");
    const auto one = shared.route();
    const auto other = apart.route();
    CHECK(days(one.goals[0].finish.planned) == 400);
    // the tenth of a triangle over 100..300 lies at 100 + √2000 = 144.7: twice that, or a sum whose
    // spread is smaller by √2
    CHECK(days(one.goals[0].finish.p10) <= 295);
    CHECK(days(other.goals[0].finish.p10) >= 315);
    CHECK(days(one.goals[0].finish.p90) >= 505);
    CHECK(days(other.goals[0].finish.p90) <= 485);
}

TEST_CASE("a pilot and a waiver without effect leave every draw as it was") {
    const World world(
        credential("a") + credential("b") + goal("g0", "b") +
            "[[attribute]]\nid = \"town\"\ntype = \"enum\"\nvalues = [\"north\", \"south\"]\n"
            "title = { nl = \"S\", en = \"T\" }\n" +
            step("s-a", "duration = \"20..30..90 days\"\ngives = [\"a\"]") +
            step("s-b",
                 "duration = \"2..5..80 days\"\ngives = [\"b\"]\nneeds = [{ id = \"a\", is = "
                 "\"a\" }, { id = \"n\", is = \"a\" }]") +
            "[[pilot]]\nid = \"kind\"\ntitle = { nl = \"K\", en = \"K\" }\nstatus = \"proposed\"\n"
            "granted_by = \"VWS\"\nwhen = \"town = north\"\nsource = \"rule\"\n"
            "change = [{ step = \"s-b\", waive = [\"n\"] }]\n",
        "town = \"north\"");
    const auto plain = world.route();
    auto question = world.one.question;
    question.pilots = {world.catalogue.find_pilot("kind")};
    const auto with_pilot = world.one.plan(question).routes.front();
    question.pilots.clear();
    question.waivers = {{world.catalogue.find_step("s-b"), 1}};
    const auto with_waiver = world.one.plan(question).routes.front();
    for (const auto& other : {with_pilot, with_waiver}) {
        CHECK(other.goals[0].finish.p10 == plain.goals[0].finish.p10);
        CHECK(other.goals[0].finish.p50 == plain.goals[0].finish.p50);
        CHECK(other.goals[0].finish.p90 == plain.goals[0].finish.p90);
        CHECK(other.reached == plain.reached);
    }
}

TEST_CASE("what has lapsed when it is asked for is done anew where its step may be") {
    const auto pack = [](const std::string& repeat) {
        return credential("a") + credential("c", "lasts = \"30 days\"\nsource = \"rule\"") +
               credential("b") + goal("g0", "b") +
               step("s-a", "duration = \"40..50..200 days\"\ngives = [\"a\"]") +
               step("s-c", "duration = \"4 days\"\ngives = [\"c\"]\n" + repeat) +
               step("s-b",
                    "duration = \"5 days\"\ngives = [\"b\"]\nneeds = [{ id = \"a\", is = \"a\" }, "
                    "{ id = \"c\", is = \"c\" }]");
    };
    const World anew(pack("repeat = 2"), "");
    const World once(pack(""), "");
    CHECK(days(anew.route().goals[0].finish.planned) == 55);
    CHECK(anew.route().reached == 1000);
    // c is planned as early as it still serves on day 50: a must not be late at all, which has a
    // chance of (50 − 40) / (200 − 40) = 0.0625
    CHECK(once.route().reached > 40);
    CHECK(once.route().reached < 85);
}

TEST_CASE("a run waits for the fund that the plan chose, as long as it may still open") {
    const World world(
        credential("granted") + credential("b") + credential("c") + goal("g0", "b and c") +
            step("s-fund", "duration = \"40..50..60 days\"\ngives = [\"granted\"]") +
            step("s-b",
                 "duration = \"5 days\"\ngives = [\"b\"]\ncost = [{ id = \"fee\", amount = \"EUR "
                 "100\", source = \"rule\" }]") +
            step("s-c", "duration = \"90 days\"\ngives = [\"c\"]") +
            "[[fund]]\nid = \"f\"\ntitle = { nl = \"F\", en = \"F\" }\nkind = \"gift\"\nopens = "
            "\"granted\"\npays = [\"s-b/fee\"]\nshare = 1.0\norder = 1\nsource = \"rule\"\n",
        "");
    auto question = world.one.question;
    question.prefer = route::Prefer::cheapest;
    const auto route = world.one.plan(question).routes.front();
    REQUIRE(route.cost.own == Money{0});
    CHECK(route.reached == 1000);
    CHECK(route.cost.own_p90 == Money{0});
}

TEST_CASE("two that have lapsed are asked anew on one day") {
    const std::string certificate = "duration = \"60 days\"\nrepeat = 2\ngives = [\"";
    const World world(credential("a") + credential("c") + credential("d") + credential("b") +
                          goal("g0", "b") +
                          step("s-a", "duration = \"100..100..400 days\"\ngives = [\"a\"]") +
                          step("s-c", certificate + "c\"]") + step("s-d", certificate + "d\"]") +
                          step("s-b",
                               "duration = \"1 day\"\ngives = [\"b\"]\nneeds = [{ id = \"a\", is = "
                               "\"a\" }, { id = \"c\", is = \"c\", younger = \"50 days\" }, { id = "
                               "\"d\", is = \"d\", younger = \"50 days\" }]"),
                      "");
    // one after the other, the first would be too old again when the second is there
    CHECK(world.route().reached == 1000);
    CHECK(days(world.route().goals[0].finish.p90) <= 461);
}
