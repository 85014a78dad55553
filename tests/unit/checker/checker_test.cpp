// SPDX-License-Identifier: Apache-2.0
#include "checker/check_route.hpp"

#include <doctest/doctest.h>

#include "unit/checker/world.hpp"

using namespace wegwijzer;
using model::Moment;
using world::day;
using world::length;
using world::term;
using world::World;

TEST_CASE("a right route breaks no rule") {
    CHECK(world::licence().told() == "");
    CHECK(world::practice().told() == "");
}

TEST_CASE("R1: nothing starts before on, or before what it needs is there") {
    World w = world::licence();
    w.question.on = day("2026-11-24");
    CHECK(w.cites("R1", "course#1"));

    w = world::licence();
    w.at("exam#1").start = day("2027-02-23");
    CHECK(w.cites("R7", "exam#1"));
}

TEST_CASE("R1: two steps of no days cannot hold each other up") {
    World w;
    w.question.on = day("2026-11-23");
    w.credential("egg");
    w.credential("hen");
    for (const auto* id : {"hatch", "lay"}) {
        auto& step = w.step(id);
        step.duration.cases.push_back(world::entry(length("0 days")));
        const bool is_hatching = step.id == "hatch";
        step.needs = {w.need("other", is_hatching ? "egg" : "hen")};
        step.gives = {w.gives(is_hatching ? "hen" : "egg")};
    }
    w.goal("farm", "hen", day("2026-11-23"));
    auto& hatch = w.run("hatch#1", "2026-11-23", "2026-11-23");
    world::meet(hatch, 0, "2026-11-23", "lay#1", "2026-11-23");
    hatch.gives = {{"hen", {}}};
    auto& lay = w.run("lay#1", "2026-11-23", "2026-11-23");
    world::meet(lay, 0, "2026-11-23", "hatch#1", "2026-11-23");
    lay.gives = {{"egg", {}}};
    CHECK(w.cites("R1", "hatch#1"));
    CHECK(w.cites("R1", "lay#1"));

    // With an egg from elsewhere the same day is enough for both.
    w.profile.held.push_back({w.catalogue.find_credential("egg"), day("2026-01-01"), {}, {}});
    CHECK_FALSE(w.cites("R1", "hatch#1"));
    CHECK(w.cites("R12", "lay#1"));
}

TEST_CASE("R1: a need judged on the finish is not met by what comes on the finish") {
    World w = world::practice();
    auto& step = w.step_of("safety-exam#1");
    step.needs = {w.need("itself", "safety")};
    step.needs[0].at = model::At::finish;
    CHECK(w.cites("R1", "safety-exam#1"));
}

TEST_CASE("R2: length, pace, extension and hours") {
    World w = world::licence();
    w.at("course#1").finish = day("2027-02-23");
    CHECK(w.cites("R2", "course#1"));

    w = world::licence();
    w.at("course#1").pace = WeeklyRate{1200};
    CHECK(w.cites("R2", "course#1"));

    w = world::licence();
    w.at("course#1").hours = {15999};
    CHECK(w.cites("R2", "course#1"));

    w = world::licence();
    w.step_of("apply#1").extend->chance = 0.49;
    CHECK(w.cites("R2", "apply#1"));

    w = world::licence();
    w.question.holidays.push_back(day("2027-07-07"));
    CHECK(w.cites("R2", "papers#1"));

    w = world::practice();
    w.at("job#1").hours = {14401};
    CHECK(w.cites("R2", "job#1"));
    w.at("job#1").hours = {14400};
    w.route.hours = {9999};
    CHECK(w.cites("R2", "route"));
    w.total();
    w.at("job#1").income = {1000000};
    w.total();
    CHECK(w.cites("R2", "job#1"));
}

TEST_CASE("R2: of cases the one that fits the person and the day picks the length") {
    World w = world::licence();
    auto& cases = w.step_of("apply#1").duration.cases;
    cases.insert(cases.begin(), world::entry(length("9 weeks")));
    cases.front().when = w.expression("hours_per_week > 20", rule::Use::outside);
    CHECK(w.told() == "");
    cases.front().when = w.expression("hours_per_week = 16", rule::Use::outside);
    CHECK(w.cites("R2", "apply#1"));
    cases.front().from = day("2027-10-19");
    CHECK(w.told() == "");
    w.step_of("apply#1").counts = Moment::finish;
    CHECK(w.cites("R2", "apply#1"));
}

TEST_CASE("R3: the hours of a day are not spent twice, but standing still spends none") {
    World w = world::practice();
    w.profile.answers.front().values.front().value = model::Value::of(std::int64_t{14});
    CHECK(w.cites("R3", "route"));
    // Below its own rate the practice would not start at all.
    w.profile.answers.front().values.push_back(
        {{day("2026-12-19"), day("2026-12-20")}, model::Value::of(std::int64_t{6})});
    CHECK(w.cites("R4", "practise#1"));
}

TEST_CASE("R4: sessions, time to sign up, closures and weeks without hours") {
    World w = world::licence();
    w.catalogue.calendars[0].lead = length("5 days");  // 1 March can be had now
    CHECK(w.cites("R4", "exam#1"));

    w = world::licence();
    w.at("exam#1").session = day("2027-06-08");
    CHECK(w.cites("R4", "exam#1"));

    w = world::licence();
    w.catalogue.calendars[0].in_force.until = day("2027-10-04");
    CHECK(w.cites("R4", "exam#2"));

    w = world::licence();
    w.catalogue.calendars[0].yearly.clear();
    w.catalogue.calendars[0].on = {{day("2026-06-07"), day("2026-02-24")},
                                   {day("2026-10-04"), day("2026-07-19")}};
    CHECK(w.cites("R4", "exam#1"));
    w.catalogue.calendars[0].repeats = true;
    CHECK(w.told() == "");
    w.catalogue.calendars[0].on[0].by = day("2026-02-23");
    CHECK(w.cites("R4", "exam#1"));

    w = world::licence();
    w.catalogue.calendars[1].closed.push_back({day("2026-11-20"), day("2026-11-24")});
    CHECK(w.cites("R4", "course#1"));
    w.catalogue.calendars[1].closed.back() = {day("2027-02-23"), day("2027-02-25")};
    CHECK(w.cites("R2", "course#1"));

    w = world::licence();  // no session counts on a day on which the step stands still
    w.step_of("exam#1").closures = {{1}};
    w.catalogue.calendars[1].closed.push_back({day("2027-06-07"), day("2027-06-08")});
    CHECK(w.cites("R4", "exam#1"));
}

TEST_CASE("R5: events come at their likely dates, not before on, and give way to dated answers") {
    World w = world::practice();
    w.catalogue.events[0].in = length("10..21..30 weeks");
    CHECK(w.cites("R7", "practise#1"));
    w.catalogue.events[0].in = length("10..19..30 weeks");
    CHECK(w.cites("R17", "practise#1"));
    w.catalogue.events[0].when = w.expression("permit < 2026-01-01", rule::Use::outside);
    CHECK(w.cites("R7", "practise#1"));

    w = world::practice();
    w.profile.answers.back().is_dated = true;
    CHECK(w.cites("R7", "practise#1"));
    w.profile.answers.back().values.push_back(
        {{day("2026-12-19"), Date::never}, model::Value::of(std::int64_t{1})});
    CHECK(w.told() == "");
}

TEST_CASE("R6: the horizon is 20 years, or a date of the question") {
    World w = world::licence();
    w.question.horizon = day("2028-01-12");
    CHECK(w.cites("R6", "doctor"));
    w.question.horizon.reset();
    auto found = w.violations();
    CHECK(found.empty());
    w.plan.horizon = day("2046-11-24");
    found = checker::check_plan(w.catalogue, w.profile, w.question, w.plan);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "R6");
}

TEST_CASE("R7: when, in_force and needs on the days on which they are judged") {
    World w = world::licence();
    w.step_of("papers#1").when = w.expression("hours_per_week > 16", rule::Use::outside);
    CHECK(w.cites("R7", "papers#1"));

    w = world::licence();
    w.step_of("apply#1").in_force.until = day("2027-12-01");
    CHECK(w.told() == "");
    w.step_of("apply#1").counts = Moment::finish;
    CHECK(w.cites("R7", "apply#1"));

    w = world::licence();
    w.step_of("apply#1").needs.push_back(w.need("more", "dutch >= B2"));
    CHECK(w.cites("R7", "apply#1"));
    w.question.waivers = {"apply/more"};
    CHECK(w.told() == "");

    w = world::practice();  // the job ends a day before the practice that needs it
    auto& job = w.at("job#1");
    job.finish = day("2027-03-28");
    job.gives[0].until = job.finish;
    CHECK(w.cites("R7", "practise#1"));
}

TEST_CASE("R7: what is unknown does not count as met") {
    World w = world::licence();
    const auto learner = w.attribute("quick", model::TypeKind::boolean);
    w.step_of("papers#1").when = w.expression("quick", rule::Use::outside);
    CHECK(w.cites("R7", "papers#1"));
    w.step_of("papers#1").when = w.expression("not quick", rule::Use::outside);
    CHECK(w.cites("R7", "papers#1"));
    w.plan.assumed = {{learner, model::Value::of(std::int64_t{0}), false}};
    CHECK(w.told() == "");
}

TEST_CASE("R7: met_by names what truly serves") {
    World w = world::licence();
    w.at("apply#1").needs[0].met_by[0].id = "exam#1";  // the failed attempt gives nothing
    CHECK(w.cites("R7", "apply#1"));

    w = world::licence();
    w.at("apply#1").needs[0].met_by.clear();
    CHECK(w.cites("R7", "apply#1"));

    w = world::licence();
    w.at("apply#1").needs[1].met_by[0].on = day("2027-07-20");
    CHECK(w.cites("R7", "apply#1"));

    w = world::licence();
    w.at("apply#1").needs.pop_back();
    CHECK(w.cites("R7", "apply#1"));

    w = world::licence();
    w.at("exam#1").needs[0].met_by[0] = {model::Support::Kind::held, "certificate", {}};
    CHECK(w.cites("R7", "exam#1"));
}

TEST_CASE("R8: a certificate lapses, grows too old, and bears the date that the step says") {
    World w = world::licence();
    w.step_of("apply#1").needs[1].younger = term("13 weeks");  // 91 days: 18 October is day 91
    CHECK(w.cites("R8", "apply#1"));

    w = world::licence();  // two weeks from the session: lapsed on the day that asks
    w.catalogue.credentials[0].lasts.cases[0].value = term("2 weeks");
    CHECK(w.cites("R7", "apply#1"));

    w = world::licence();
    w.step_of("exam#2").dated = Moment::finish;
    CHECK(w.cites("R8", "exam#2"));  // until is printed as if dated by the session

    w = world::licence();
    w.at("course#1").gives[0].id = "dutch >= B2";
    CHECK(w.cites("R8", "course#1"));
}

TEST_CASE("R9: an open step lasts as long as it must, no longer, and its musts hold to the end") {
    World w = world::practice();
    w.step_of("job#1").least = term("7 months");
    CHECK(w.cites("R9", "job#1"));

    w = world::practice();
    w.step_of("job#1").musts[0].within = term("9 days");  // a day before the certificate
    CHECK(w.cites("R9", "job#1"));

    w = world::practice();
    w.catalogue.credentials[0].lasts.cases.push_back(world::entry(term("100 days")));
    w.at("safety-exam#1").gives[0].until = day("2027-03-13");
    CHECK(w.cites("R9", "job#1"));  // a lapse counts

    w = world::practice();
    auto& job = w.at("job#1");
    job.finish = day("2027-03-30");
    job.gives[0].until = job.finish;
    job.hours = {14514};
    w.total();
    CHECK(w.cites("R9", "job#1"));
}

TEST_CASE("R9: a job that reaches a goal is kept for the goals after it") {
    World w = world::practice();
    w.goal("work", "employed", day("2026-11-23"));
    CHECK(w.told() == "");
    // Without the practice's need it still stays until the last goal.
    w.step_of("practise#1").needs.clear();
    w.at("practise#1").needs.clear();
    CHECK(w.told() == "");
    auto& job = w.at("job#1");
    job.finish = day("2027-03-28");
    job.gives[0].until = job.finish;
    job.hours = {14286};
    w.total();
    CHECK(w.cites("R9", "job#1"));
    w.profile.keep_until = day("2027-03-28");
    CHECK(w.told() == "");
}

TEST_CASE("R10: once, or as often as repeat says, one after the other, keys in order") {
    World w = world::licence();
    auto again = w.at("papers#1");
    again.key = "papers#2";
    w.route.steps.insert(w.route.steps.begin() + 3, again);
    CHECK(w.cites("R10", "papers#2"));  // both at the same time
    w.drop("papers#1");
    CHECK(w.cites("R10", "papers#2"));  // it is the first now

    w = world::licence();
    w.step_of("papers#1").repeat = 0;
    CHECK(w.cites("R10", "papers#1"));
    w.step_of("papers#1").repeat = 1;
    w.profile.progress.push_back({w.at("papers#1").step,
                                  model::ProgressEntry::State::done,
                                  day("2026-01-05"),
                                  day("2026-02-01"),
                                  {},
                                  "",
                                  {},
                                  {},
                                  {}});
    w.at("papers#1").key = "papers#2";
    CHECK(w.cites("R10", "papers#2"));
}

TEST_CASE("R12: every run is needed, and the goals are reached") {
    World w = world::licence();
    w.step_of("apply#1").needs[0].is = w.expression("certificate or dutch >= B1");
    CHECK(w.cites("R12", "exam#2"));

    w = world::practice();
    w.step_of("job#1").musts.clear();
    CHECK(w.cites("R12", "safety-exam#1"));

    w = world::licence();
    w.drop("apply#1");
    w.route.outcomes.clear();
    w.total();
    CHECK(w.cites("R12", "doctor"));
}

TEST_CASE("R13: attempts up to the planned one, the wait between them, and the outcome followed") {
    World w = world::licence();
    w.step_of("exam#1").attempt->plan = 1;
    CHECK(w.cites("R13", "exam#1"));

    w = world::licence();
    w.step_of("exam#1").attempt->most = 1;
    CHECK(w.cites("R13", "exam#2"));

    w = world::licence();
    w.step_of("exam#1").attempt->again = length("29 days");
    CHECK(w.cites("R13", "exam#2"));

    w = world::licence();
    w.at("exam#2").attempt = 1;
    CHECK(w.cites("R13", "exam#2"));

    w = world::licence();
    w.drop("exam#2");
    CHECK(w.cites("R13", "exam#1"));

    w = world::licence();
    w.step_of("apply#1").outcomes[0].gives = w.step_of("apply#1").outcomes[1].gives;
    w.question.assumed_outcomes = {"apply=refused"};
    CHECK(w.cites("R13", "apply#1"));

    w = world::licence();
    w.route.outcomes.clear();
    CHECK(w.cites("R13", "route"));
}

TEST_CASE("R14: the planned date is the first day on which the goal is reached") {
    World w = world::licence();
    w.route.goals[0].finish.planned = day("2028-01-14");
    CHECK(w.cites("R14", "doctor"));
    w.route.goals[0].finish.planned = day("2028-01-12");
    CHECK(w.cites("R12", "doctor"));
}

TEST_CASE("R15: costs by the day they fall due, by hour and month, with their condition") {
    World w = world::licence();
    w.at("exam#2").cost_lines[0].amount = w.at("exam#2").cost = {20000};
    w.total();
    CHECK(w.cites("R15", "exam#2"));

    w = world::licence();
    w.step_of("course#1").costs[0].when = w.expression("hours_per_week > 20", rule::Use::outside);
    CHECK(w.cites("R15", "course#1"));

    w = world::licence();
    w.step_of("course#1").costs[1].amount.cases[0].value->likely = {251};
    CHECK(w.cites("R15", "course#1"));

    w = world::licence();
    w.step_of("apply#1").costs[0].amount.cases[0] = {};
    w.step_of("apply#1").costs[0].amount.cases[0].is_unknown = true;
    CHECK(w.cites("R15", "apply#1"));
    w.at("apply#1").cost = {};
    w.at("apply#1").cost_lines[0] = {0, day("2027-10-18"), {}, false, {}};
    w.at("apply#1").cost_is_complete = false;
    w.total();
    CHECK(w.cites("R15", "route"));
    w.route.cost.is_complete = false;
    CHECK(w.told() == "");

    w = world::practice();
    w.at("practise#1").cost_lines.pop_back();
    CHECK(w.cites("R15", "practise#1"));

    w = world::licence();
    w.route.cost.own = {1};
    CHECK(w.cites("R15", "route"));
}

TEST_CASE("R16: no route shown is worse in all than another") {
    World w = world::licence();
    CHECK(w.told() == "");
    auto worse = w.route;
    worse.cost.own = {worse.cost.own.cents + 100};
    w.plan.routes = {w.route, worse};
    const auto found =
        checker::check_route(w.catalogue, w.profile, w.question, w.plan, w.plan.routes[1]);
    CHECK(std::any_of(found.begin(), found.end(), [](const auto& v) { return v.rule == "R16"; }));
}

TEST_CASE("R17: nothing can start earlier with all else fixed") {
    World w = world::licence();
    auto& papers = w.at("papers#1");
    papers.start = day("2027-07-06");
    papers.finish = day("2027-07-20");
    w.at("apply#1").needs[1].met_by[0].on = papers.finish;
    CHECK(w.cites("R17", "papers#1"));

    w = world::licence();
    w.at("exam#2").start = day("2027-07-20");
    w.at("exam#2").needs[0].judged = day("2027-07-20");
    CHECK(w.cites("R17", "exam#2"));
    w.question.is_thorough = false;
    CHECK(w.told() == "");

    // A day earlier the exam would be dearer for the same dates: it may wait.
    w = world::practice();
    auto& rent = w.step_of("practise#1").costs[0].amount.cases;
    w.at("safety-exam#1").start = day("2026-11-24");
    w.at("safety-exam#1").finish = day("2026-12-04");
    CHECK(w.cites("R17", "safety-exam#1"));
    auto& costs = w.step_of("safety-exam#1").costs;
    costs = {World::cost("fee", rent)};
    costs[0].amount.cases.push_back(world::euros(500));
    costs[0].amount.cases.back().from = day("2026-11-24");
    world::pay(w.at("safety-exam#1"), 0, "2026-11-24", 500);
    w.total();
    CHECK_FALSE(w.cites("R17", "safety-exam#1"));
}

TEST_CASE("R20: a branch is walked too") {
    World w = world::licence();
    model::Branch branch;
    branch.key = "apply#1";
    branch.step = w.at("apply#1").step;
    branch.outcome = 0;
    branch.steps = w.route.steps;
    branch.steps.back().outcome = 0;
    branch.steps.back().gives.clear();
    w.route.branches = {branch};
    CHECK(w.told() == "");
    w.route.branches[0].steps[0].finish = day("2027-02-20");
    CHECK(w.cites("R2", "apply#1=refused > course#1"));
}

TEST_CASE("R22: percentiles in order, and over enough draws") {
    World w = world::licence();
    w.route.draws = 1000;
    w.route.reached = 800;
    w.route.chance = 0.8;
    auto& finish = w.route.goals[0].finish;
    finish.p10 = finish.p50 = finish.p90 = day("2028-02-01");
    CHECK(w.told() == "");
    finish.p90 = day("2028-01-31");
    CHECK(w.cites("R22", "route"));
    finish.p90 = finish.p50;
    w.route.reached = 80;
    w.route.chance = 0.08;
    CHECK(w.cites("R22", "route"));
}

TEST_CASE("a run under way is not judged at its start again") {
    World w = world::licence();
    w.question.on = day("2027-10-20");
    w.question.horizon = day("2046-11-23");
    for (const auto* key : {"course#1", "exam#1", "papers#1", "exam#2"}) w.drop(key);
    w.profile.progress.push_back({w.at("apply#1").step,
                                  model::ProgressEntry::State::running,
                                  day("2027-10-18"),
                                  {},
                                  {},
                                  "",
                                  {},
                                  {},
                                  {}});
    w.at("apply#1").is_under_way = true;
    w.at("apply#1").needs.clear();
    w.total();
    CHECK(w.told() == "");
    w.at("apply#1").finish = day("2028-01-14");
    w.route.goals[0].finish.planned = day("2028-01-14");
    CHECK(w.cites("R2", "apply#1"));
    w.profile.progress.clear();
    CHECK(w.cites("R1", "apply#1"));
}

TEST_CASE("a pilot's version is open within its window, and only where it is applied") {
    World w = world::licence();
    auto& pilot = w.catalogue.pilots.emplace_back();
    pilot.id = "soft";
    pilot.in_force = {day("2027-01-01"), day("2028-01-01")};
    auto& change = pilot.changes.emplace_back();
    change.step = w.at("apply#1").step;
    change.changed = w.step_of("apply#1");
    change.changed.needs.erase(change.changed.needs.begin());
    change.fields = {"needs/passed"};
    w.at("apply#1").pilots = {{0}};
    w.at("apply#1").needs.erase(w.at("apply#1").needs.begin());
    CHECK(w.cites("R7", "apply#1"));
    w.question.pilots = {{0}};
    CHECK(w.cites("R12", "exam#2"));
    CHECK_FALSE(w.cites("R7", "apply#1"));
    pilot.in_force.until = day("2027-10-18");
    CHECK(w.cites("R7", "apply#1"));
}
