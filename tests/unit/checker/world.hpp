// SPDX-License-Identifier: Apache-2.0
/// Two small worlds made by hand, each with a route worked out on paper: a licence that asks for a
/// course, an exam at its second attempt and fresh papers; and a job that practice rests on.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/check_route.hpp"
#include "rule/compile.hpp"

namespace wegwijzer::world {

using model::Given;
using model::PlannedStep;
using model::Step;

inline Date day(std::string_view text) { return parse_date(text).value(); }
inline Term term(std::string_view text) { return parse_term(text).value(); }
inline Duration length(std::string_view text) {
    if (const auto exact = parse_term(text)) return {*exact};
    return parse_duration(text).value();
}

template <class T>
model::Case<T> entry(T value) {
    model::Case<T> made;
    made.value = value;
    return made;
}
inline model::Case<Amount> euros(std::int64_t cents) {
    return entry(Amount{{cents}, {cents}, {cents}});
}

struct World {
    model::Catalogue catalogue;
    model::Profile profile;
    checker::Question question;
    model::Plan plan;
    model::Route route;

    // --- making the catalogue

    model::AttributeId attribute(std::string id, model::TypeKind kind, bool is_given = false) {
        model::Attribute made;
        made.id = std::move(id);
        made.type.kind = kind;
        made.is_given = is_given;
        catalogue.attributes.push_back(std::move(made));
        return {static_cast<std::uint32_t>(catalogue.attributes.size() - 1)};
    }
    void credential(std::string id, std::string_view lasts = "") {
        model::Credential made;
        made.id = std::move(id);
        if (!lasts.empty()) made.lasts.cases.push_back(entry(term(lasts)));
        catalogue.credentials.push_back(std::move(made));
    }
    [[nodiscard]] model::Expression expression(std::string_view text,
                                               rule::Use use = rule::Use::need) const {
        Diagnostics found;
        const rule::Names names(catalogue);
        auto made = rule::compile(text, {}, names, {}, use, found);
        REQUIRE_FALSE(found.has_errors());
        return made;
    }
    [[nodiscard]] model::Need need(std::string id, std::string_view is,
                                   std::string_view younger = "") const {
        model::Need made;
        made.id = std::move(id);
        made.is = expression(is);
        if (!younger.empty()) made.younger = term(younger);
        return made;
    }
    [[nodiscard]] Given gives(std::string_view credential) const {
        Given made;
        made.credential = catalogue.find_credential(credential);
        return made;
    }
    Step& step(std::string id) {
        auto& made = catalogue.steps.emplace_back();
        made.id = std::move(id);
        return made;
    }
    static model::Cost cost(std::string id, std::vector<model::Case<Amount>> amounts,
                            Per per = Per::once, model::Moment due = model::Moment::start) {
        model::Cost made;
        made.id = std::move(id);
        made.amount.cases = std::move(amounts);
        made.per = per;
        made.due = due;
        return made;
    }
    void goal(std::string id, std::string_view reach, Date planned) {
        model::Goal made;
        made.id = std::move(id);
        made.reach = expression(reach);
        catalogue.goals.push_back(std::move(made));
        const model::GoalId number{static_cast<std::uint32_t>(catalogue.goals.size() - 1)};
        question.goals.push_back(number);
        plan.goals.push_back(number);
        route.goals.push_back({number, {planned, {}, {}, {}}});
    }
    void answer(model::AttributeId attribute, std::vector<model::TimedValue> values) {
        const bool is_dated = values.size() > 1;
        profile.answers.push_back({attribute, std::move(values), is_dated, {}});
        std::sort(profile.answers.begin(), profile.answers.end(),
                  [](const auto& a, const auto& b) { return a.attribute < b.attribute; });
    }

    // --- making the route

    PlannedStep& run(std::string_view key, std::string_view start, std::string_view finish) {
        auto& made = route.steps.emplace_back();
        made.key = key;
        made.step = catalogue.find_step(key.substr(0, key.find('#')));
        made.start = day(start);
        made.finish = day(finish);
        made.slack_days = 0;
        return made;
    }
    PlannedStep& at(std::string_view key) {
        const auto found = std::find_if(route.steps.begin(), route.steps.end(),
                                        [&](const PlannedStep& run) { return run.key == key; });
        REQUIRE(found != route.steps.end());
        return *found;
    }
    Step& step_of(std::string_view key) { return catalogue.steps[at(key).step.index]; }
    void drop(std::string_view key) {
        std::erase_if(route.steps, [&](const PlannedStep& run) { return run.key == key; });
    }
    void total() {
        route.cost = {};
        route.hours = route.paid_hours = {};
        route.income = {};
        for (const auto& run : route.steps) {
            route.cost.total += run.cost;
            (catalogue[run.step].clock == model::Clock::open ? route.paid_hours : route.hours) +=
                run.hours;
            route.income += run.income;
        }
        route.cost.own = route.cost.total;
    }

    // --- asking

    [[nodiscard]] std::vector<checker::Violation> violations() {
        plan.on = question.on;
        plan.horizon = question.horizon.value_or(day("2046-11-23"));
        plan.status = model::Status::reachable;
        plan.routes = {route};
        return checker::check_plan(catalogue, profile, question, plan);
    }
    [[nodiscard]] std::string told() {
        std::string lines;
        for (const auto& one : violations())
            lines += one.rule + " " + one.where + ": " + one.what + "\n";
        return lines;
    }
    /// Whether this rule is cited for what stands at `where`.
    [[nodiscard]] bool cites(std::string_view rule, std::string_view where) {
        const auto all = violations();
        return std::any_of(all.begin(), all.end(), [&](const checker::Violation& one) {
            return one.rule == rule && (one.where.ends_with(where));
        });
    }
};

inline void pay(PlannedStep& run, std::uint32_t cost, std::string_view due, std::int64_t cents) {
    run.cost_lines.push_back({cost, day(due), {cents}, true, {}});
    run.cost += Money{cents};
}
inline void meet(PlannedStep& run, std::uint32_t need, std::string_view judged,
                 std::string_view key, std::string_view since) {
    run.needs.push_back(
        {need, day(judged), {{model::Support::Kind::step, std::string(key), day(since)}}});
}

/// course → exam (failed, passed) and papers → apply → "licence".
inline World licence() {
    World w;
    w.question.on = day("2026-11-23");
    w.question.holidays = {day("2026-12-25"), day("2027-01-01")};
    w.catalogue.scales.push_back({"cefr", {"A0", "A1", "A2", "B1", "B2"}, {}, {}});
    const auto dutch = w.attribute("dutch", model::TypeKind::level, true);
    w.catalogue.attributes[dutch.index].type.scale = {0};
    const auto hours = w.attribute("hours_per_week", model::TypeKind::integer);
    w.answer(hours, {{{}, model::Value::of(std::int64_t{16})},
                     {{day("2027-01-18"), day("2027-01-25")}, model::Value::of(std::int64_t{4})}});
    w.credential("certificate", "2 years");
    w.credential("extract");
    w.credential("licence");

    auto& sessions = w.catalogue.calendars.emplace_back();
    sessions.id = "sessions";
    sessions.yearly = {{3, 1}, {6, 7}, {10, 4}};
    sessions.lead = length("6 weeks");
    auto& winter = w.catalogue.calendars.emplace_back();
    winter.id = "winter";
    winter.kind = model::Calendar::Kind::closures;
    winter.closed.push_back({model::Calendar::YearDay{12, 20}, model::Calendar::YearDay{1, 5}});

    auto& course = w.step("course");
    course.clock = model::Clock::effort;
    course.effort.cases.push_back(entry(Estimate{100, 160, 200}));
    course.paces = {{800}, {1600}};
    course.closures = {{1}};
    course.costs = {World::cost("fee", {euros(50000)}),
                    World::cost("lessons", {euros(250)}, Per::hour)};
    Given b1;
    b1.kind = Given::Kind::level;
    b1.attribute = dutch;
    b1.rank = 3;
    course.gives = {b1};

    auto& exam = w.step("exam");
    exam.needs = {w.need("ready", "dutch >= B1")};
    exam.duration.cases.push_back(entry(length("2 weeks")));
    exam.sessions = {0};
    exam.dated = model::Moment::session;
    exam.attempt = model::Attempt{{}, length("4 weeks"), 3, 2, {}, {}};
    auto dearer = euros(25000);
    dearer.from = day("2027-07-01");
    exam.costs = {World::cost("fee", {euros(20000), dearer}, Per::once, model::Moment::session)};
    exam.gives = {w.gives("certificate")};

    auto& papers = w.step("papers");
    papers.duration.cases.push_back(entry(length("10 working days")));
    papers.gives = {w.gives("extract")};
    papers.repeat = 2;

    auto& apply = w.step("apply");
    apply.needs = {w.need("passed", "certificate"), w.need("fresh", "extract", "3 months")};
    apply.duration.cases.push_back(entry(length("6..8..10 weeks")));
    apply.extend = model::Extension{length("1 month"), 0.5, {}};
    apply.costs = {World::cost("fee", {euros(8500)})};
    apply.outcomes.resize(2);
    apply.outcomes[0].id = "refused";
    apply.outcomes[1].id = "granted";
    apply.outcomes[1].plan = true;
    apply.outcomes[1].gives = {w.gives("licence")};
    w.goal("doctor", "licence", day("2028-01-13"));

    // 70 days of work; the winter and a week with 4 free hours stand still.
    auto& learn = w.run("course#1", "2026-11-23", "2027-02-24");
    learn.pace = WeeklyRate{1600};
    learn.hours = {16000};
    learn.gives = {{"dutch >= B1", {}}};
    pay(learn, 0, "2026-11-23", 50000);
    pay(learn, 1, "2026-11-23", 40000);
    // Six weeks from 24 February lie past 1 March.
    auto& first = w.run("exam#1", "2027-02-24", "2027-06-21");
    first.session = day("2027-06-07");
    first.passes = false;
    meet(first, 0, "2027-02-24", "course#1", "2027-02-24");
    pay(first, 0, "2027-06-07", 20000);
    // The extract is 3 months old at most on 18 October; a day sooner it would be ready on 16 July.
    auto& fetch = w.run("papers#1", "2027-07-05", "2027-07-19");
    fetch.gives = {{"extract", {}}};
    auto& second = w.run("exam#2", "2027-07-19", "2027-10-18");
    second.session = day("2027-10-04");
    second.attempt = 2;
    second.gives = {{"certificate", day("2029-10-04")}};
    meet(second, 0, "2027-07-19", "course#1", "2027-02-24");
    pay(second, 0, "2027-10-04", 25000);
    auto& ask = w.run("apply#1", "2027-10-18", "2028-01-13");
    ask.outcome = 1;
    ask.gives = {{"licence", {}}};
    meet(ask, 0, "2027-10-18", "exam#2", "2027-10-18");
    meet(ask, 1, "2027-10-18", "papers#1", "2027-07-19");
    pay(ask, 0, "2027-10-18", 8500);
    w.route.outcomes = {{"apply#1", ask.step, 1}};
    w.total();
    return w;
}

/// A job that asks for a safety certificate within two weeks, and practice that rests on the job
/// and on a house, which comes by itself.
inline World practice() {
    World w;
    w.question.on = day("2026-11-23");
    const auto hours = w.attribute("hours_per_week", model::TypeKind::integer);
    w.answer(hours, {{{}, model::Value::of(std::int64_t{16})}});
    const auto permit = w.attribute("permit", model::TypeKind::date);
    w.answer(permit, {{{}, model::Value::of(day("2026-08-01"))}});
    const auto housed = w.attribute("housed", model::TypeKind::boolean);
    w.answer(housed, {{{}, model::Value::of(std::int64_t{0})}});
    const auto employed = w.attribute("employed", model::TypeKind::boolean, true);
    w.credential("safety");
    w.credential("skilled");

    auto& house = w.catalogue.events.emplace_back();
    house.id = "house";
    house.from_attribute = permit;
    house.in = length("10..20..30 weeks");
    house.set = housed;
    house.value = model::Value::of(std::int64_t{1});

    auto& job = w.step("job");
    job.clock = model::Clock::open;
    job.least = term("30 days");
    job.load.cases.push_back(entry(WeeklyRate{800}));
    job.musts = {{"safe", w.expression("safety"), term("2 weeks"), {}, {}}};
    job.income = {{term("0 days"), {}, Amount{{200000}, {200000}, {200000}}, Date::always, {}, {}}};
    Given has_job;
    has_job.kind = Given::Kind::truth;
    has_job.attribute = employed;
    job.gives = {has_job};

    auto& safety = w.step("safety-exam");
    safety.duration.cases.push_back(entry(length("10 days")));
    safety.gives = {w.gives("safety")};

    auto& practise = w.step("practise");
    practise.when = w.expression("housed", rule::Use::outside);
    practise.needs = {w.need("job", "employed")};
    practise.needs[0].at = model::At::throughout;
    practise.duration.cases.push_back(entry(length("100 days")));
    practise.load.cases.push_back(entry(WeeklyRate{700}));
    practise.costs = {World::cost("rent", {euros(1000)}, Per::month)};
    practise.gives = {w.gives("skilled")};
    w.goal("skill", "skilled", day("2027-03-29"));

    auto& work = w.run("job#1", "2026-11-23", "2027-03-29");
    work.slack_days.reset();
    work.hours = {14400};
    work.income = {800000};
    work.gives = {{"employed", day("2027-03-29")}};
    w.run("safety-exam#1", "2026-11-23", "2026-12-03").gives = {{"safety", {}}};
    auto& learn = w.run("practise#1", "2026-12-19", "2027-03-29");
    learn.hours = {10000};
    learn.gives = {{"skilled", {}}};
    meet(learn, 0, "2026-12-19", "job#1", "2026-11-23");
    for (const auto* due : {"2026-12-19", "2027-01-19", "2027-02-19", "2027-03-19"})
        pay(learn, 0, due, 1000);
    w.total();
    return w;
}

}  // namespace wegwijzer::world
