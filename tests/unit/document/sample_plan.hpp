// SPDX-License-Identifier: Apache-2.0
/// A small catalogue and plan made by hand, for the tests of the renderers.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "document/plan_view.hpp"
#include "model/catalogue.hpp"
#include "model/plan.hpp"

namespace wegwijzer::sample {

inline Date day(std::string_view text) { return parse_date(text).value(); }

inline model::Text text(std::string dutch, std::string english) {
    return {{{"nl", std::move(dutch)}, {"en", std::move(english)}}};
}

inline model::Need need(std::string id, std::string is) {
    model::Need made;
    made.id = std::move(id);
    made.is.text = std::move(is);
    return made;
}

/// Two steps: a course, then an exam with a session and two outcomes.
inline model::Catalogue catalogue() {
    model::Catalogue made;
    model::Pack pack;
    pack.id = "trade";
    pack.version = "2026.11";
    pack.hash = "00ff";
    made.packs.push_back(pack);

    model::Source source;
    source.id = "trade-fee";
    source.title = "Fees";
    source.url = "https://example.org/fees";
    source.seen = day("2026-11-01");
    source.kind = model::Source::Kind::estimate;
    source.pack = {0};
    made.sources.push_back(source);

    model::Step course;
    course.id = "trade.course";
    course.title = text("Cursus", "Course");
    course.by = "school";
    course.pack = {0};
    model::Step exam;
    exam.id = "trade.exam";
    exam.title = text("Examen", "Exam");
    exam.by = "CBR";
    exam.needs.push_back(need("taught", "trade.taught"));
    exam.pack = {0};
    for (const char* id : {"passed", "refused"}) {
        model::Outcome outcome;
        outcome.id = id;
        outcome.chance = 0.5;
        exam.outcomes.push_back(outcome);
    }
    made.steps = {course, exam};

    model::Goal goal;
    goal.id = "trade.done";
    goal.title = text("Vakdiploma", "Trade diploma");
    goal.reach.text = "trade.passed";
    goal.pack = {0};
    made.goals.push_back(goal);

    model::Attribute attribute;
    attribute.id = "hours_per_week";
    attribute.type.kind = model::TypeKind::integer;
    attribute.ask = text("Hoeveel uur?", "How many hours?");
    made.attributes.push_back(attribute);
    made.index_ids();
    return made;
}

inline model::PlannedStep course_run() {
    model::PlannedStep run;
    run.key = "trade.course#1";
    run.step = {0};
    run.start = day("2026-11-23");
    run.finish = day("2027-03-01");
    run.pace = WeeklyRate{1600};
    run.hours = Hours{22400};
    run.cost = Money{123456};
    run.gives.push_back({"trade.taught", std::nullopt});
    run.is_critical = true;
    run.slack_days = 0;
    run.rests_on_estimate = true;
    run.sources = {{0}};
    return run;
}

inline model::PlannedStep exam_run() {
    model::PlannedStep run;
    run.key = "trade.exam#1";
    run.step = {1};
    run.start = day("2027-03-01");
    run.session = day("2027-04-01");
    run.finish = day("2027-04-11");
    run.cost_is_complete = false;
    run.needs.push_back(
        {0, run.start, {{model::Support::Kind::step, "trade.course#1", day("2027-03-01")}}});
    run.held_up_by = model::HeldUpBy::need;
    run.outcome = 0;
    run.slack_days = 3;
    return run;
}

inline model::Plan plan() {
    model::Plan made;
    made.on = day("2026-11-23");
    made.horizon = day("2046-11-23");
    made.draws = 1000;
    made.goals = {{0}};
    made.status = model::Status::reachable;
    model::Route route;
    route.labels = {model::Label::fastest, model::Label::surest};
    route.optimal = true;
    route.bound = day("2027-04-11");
    route.goals.push_back(
        {{0}, {day("2027-04-11"), day("2027-03-20"), day("2027-05-01"), day("2027-09-01")}});
    route.chance = 0.81;
    route.draws = 1000;
    route.reached = 810;
    route.hours = Hours{22400};
    route.cost.total = route.cost.own = Money{123456};
    route.cost.is_complete = false;
    route.steps = {course_run(), exam_run()};
    route.outcomes.push_back({"trade.exam#1", {1}, 0});
    model::Branch refused;
    refused.key = "trade.exam#1";
    refused.step = {1};
    refused.outcome = 1;
    refused.chance = 0.5;
    route.branches.push_back(refused);
    made.routes.push_back(route);
    made.front_is_complete = true;
    made.front_size = 1;
    made.assumed.push_back({{0}, model::Value::of(std::int64_t{16}), true});
    made.questions.push_back({{0}, 70, model::Value::of(std::int64_t{24})});
    return made;
}

inline document::PlanView view(const model::Catalogue& catalogue, const model::Plan& plan,
                               std::string lang = "nl") {
    return {.catalogue = catalogue,
            .plan = plan,
            .program_version = "0.1.0",
            .lang = std::move(lang),
            .made = day("2026-11-24")};
}

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace wegwijzer::sample
