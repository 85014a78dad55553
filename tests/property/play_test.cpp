// SPDX-License-Identifier: Apache-2.0
// The draws against a plain walk day by day, and what must hold of every figure that they give.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "property/plan_cases.hpp"
#include "property/plan_posed.hpp"
#include "property/play_plain.hpp"
#include "route/branch.hpp"
#include "route/play.hpp"
#include "route/play_figures.hpp"
#include "route/search.hpp"

using namespace wegwijzer;
using namespace wegwijzer::plans;

namespace {

/// The fastest route of a case as a script, without its branches.
struct Played {
    explicit Played(const Case& one) : person(*one.catalogue, one.profile, one.question.on, {}) {
        script.grounding = {one.question.on,
                            route::past_of(*one.catalogue, one.profile, one.question.on),
                            false,
                            {}};
        script.problem =
            std::make_shared<route::Problem>(route::ground(person, one.question, script.grounding));
        const route::Reach reach(*script.problem);
        route::Budget budget(node_limit, {});
        auto found = route::search(*script.problem, reach, route::Aim::first, budget);
        has_route = !found.front.members().empty();
        if (!has_route) return;
        script.solution = std::move(found.front.members().front());
        route::settle_ties(script.solution, budget);
        route::number_by_time(script.solution.network);
    }
    route::Person person;
    route::Script script;
    bool has_route = false;
};

model::Plan drawn(const Case& one, std::uint32_t threads, std::uint32_t draws = 600) {
    auto question = one.question;
    question.draws = draws;
    question.threads = threads;
    question.whole_front = false;
    return one.plan(question);
}

std::string figures_of(const model::Plan& plan) {
    std::string text;
    for (const auto& route : plan.routes) {
        text += std::to_string(route.reached) + " " + route.spread_by.value_or("-") + " " +
                std::to_string(route.spread_share);
        for (const auto& goal : route.goals)
            text += " " + text_of({goal.finish.p10.value_or(Date::never),
                                   goal.finish.p50.value_or(Date::never),
                                   goal.finish.p90.value_or(Date::never)});
        for (const auto& step : route.steps)
            text += " " + std::to_string(step.criticality.value_or(-1));
        text += " " + std::to_string(route.cost.own_p50.value_or(Money{}).cents) + "\n";
    }
    return text;
}

/// Everything that a draw could draw, at its likely value.
void flatten(Duration& duration) {
    if (auto* estimate = std::get_if<Estimate>(&duration.value))
        estimate->min = estimate->max = estimate->likely;
}
void flatten(Estimate& estimate) { estimate.min = estimate.max = estimate.likely; }
void flatten(Amount& amount) { amount.min = amount.max = amount.likely; }
template <class T>
void flatten(model::Figure<T>& figure) {
    for (auto& entry : figure.cases)
        if (entry.value) flatten(*entry.value);
}
model::Catalogue without_chance(model::Catalogue catalogue, const route::Question& question) {
    for (std::uint32_t s = 0; s < catalogue.steps.size(); ++s) {
        auto& step = catalogue.steps[s];
        flatten(step.duration);
        flatten(step.effort);
        for (auto& cost : step.costs) flatten(cost.amount);
        if (step.extend) {
            flatten(step.extend->time);
            step.extend->chance = step.extend->chance < 0.5 ? 0 : 1;
        }
        if (step.attempt) {
            step.attempt->plan = 1;
            step.attempt->pass.cases = {{}};
            step.attempt->pass.cases.front().value = 1.0;
        }
        if (step.outcomes.empty()) continue;
        const auto followed = route::followed_outcome(step, {s}, question);
        for (std::uint32_t k = 0; k < step.outcomes.size(); ++k)
            step.outcomes[k].chance = k == followed ? 1.0 : 0.0;
    }
    for (auto& event : catalogue.events) flatten(event.in);
    return catalogue;
}

std::string days_of(const model::Route& route) {
    std::string text;
    for (const auto& step : route.steps)
        text += step.key + " " +
                text_of({step.start, step.session.value_or(step.start), step.finish}) + "; ";
    return text;
}

/// How the draws of a case without chance differ from its plan; empty where they do not.
std::string strays(const Case& one) {
    const auto catalogue = without_chance(*one.catalogue, one.question);
    Case sure = one;
    sure.catalogue = &catalogue;
    auto question = one.question;
    question.draws = 100;
    std::string text;
    const auto plan = sure.plan(question);
    for (const auto& route : plan.routes) {
        if (route.draws == 0 || !route.goals.back().finish.planned) continue;
        if (route.reached != 100) {
            text += "not reached: " + days_of(route);
            continue;
        }
        for (const auto& goal : route.goals)
            if (goal.finish.planned != goal.finish.p10 || goal.finish.planned != goal.finish.p90)
                text += text_of({*goal.finish.planned, *goal.finish.p10, *goal.finish.p90}) + ": " +
                        days_of(route);
        if (route.cost.own != route.cost.own_p10 || route.cost.own != route.cost.own_p90)
            text += std::to_string(route.cost.own.cents) + " cents, drawn " +
                    std::to_string(route.cost.own_p50->cents);
    }
    return text;
}

}  // namespace

TEST_CASE("draws without chance are the plan, in every scenario") {
    for (const Case& one : Shelf::shipped().cases())
        CHECK_MESSAGE(strays(one).empty(), one.name << ": " << strays(one));
}

TEST_CASE("draws without chance are the plan, in small worlds") {
    CHECK(rc::check("zero variance", [] {
        small::Tape tape(*rc::gen::resize(400, rc::gen::container<std::vector<std::uint16_t>>(
                                                   200, rc::gen::arbitrary<std::uint16_t>())));
        const auto world = small::draw_world(tape, 6);
        small::Posed posed;
        small::pose(world, posed);
        RC_LOG() << small::pack_text(world) << "\n" << small::profile_text(world);
        RC_ASSERT(strays(posed.one) == "");
    }));
}

TEST_CASE("a draw comes to the same as a plain walk day by day") {
    int compared = 0;
    for (const Case& one : Shelf::shipped().cases()) {
        const Played played(one);
        if (!played.has_route || !route::can_be_played(played.script, one.question)) continue;
        const auto scene = route::scene_of(played.script, one.question, RandomKey(7));
        if (scene->has_drawn_events) continue;
        route::Player player(*scene);
        route::Fate fate;
        for (std::uint64_t draw = 0; draw < 4; ++draw) {
            const auto walked = plain::Walk(scene->stage, one.question, draw).walk();
            if (!walked.can_tell) continue;
            player.play(draw, fate);
            ++compared;
            const std::string where = one.name + ", draw " + std::to_string(draw);
            CHECK_MESSAGE(fate.has_reached == walked.has_reached, where);
            if (fate.has_reached && walked.has_reached)
                CHECK_MESSAGE(fate.dates == walked.dates, where << ": " << text_of(fate.dates)
                                                                << ", walked "
                                                                << text_of(walked.dates));
        }
    }
    CHECK(compared > 150);
}

TEST_CASE("the figures of the draws are the same on one, two and five threads") {
    for (const Case& one : Shelf::shipped().cases()) {
        if (one.name.find("vca/") != 0 && one.name.find("big/") != 0) continue;
        const auto alone = figures_of(drawn(one, 1, 2600));
        CHECK_MESSAGE(alone == figures_of(drawn(one, 2, 2600)), one.name);
        CHECK_MESSAGE(alone == figures_of(drawn(one, 5, 2600)), one.name);
    }
}

TEST_CASE("percentiles stand in order, and shares are shares") {
    for (const Case& one : Shelf::shipped().cases())
        for (const auto& route : drawn(one, 1).routes) {
            for (const auto& goal : route.goals) {
                if (!goal.finish.p10) continue;
                CHECK(*goal.finish.p10 <= *goal.finish.p50);
                CHECK(*goal.finish.p50 <= *goal.finish.p90);
            }
            if (!route.cost.own_p50) continue;
            CHECK(*route.cost.own_p10 <= *route.cost.own_p50);
            CHECK(*route.cost.own_p50 <= *route.cost.own_p90);
            for (const auto& step : route.steps) {
                REQUIRE_MESSAGE(step.criticality, one.name << " " << step.key);
                CHECK(*step.criticality >= 0);
                CHECK(*step.criticality <= 1);
            }
            CHECK(route.spread_share >= 0);
            CHECK(route.spread_share <= 1);
        }
}

TEST_CASE("a pilot that would help makes nothing later, and one that does not help is not named") {
    for (const Case& one : Shelf::shipped().cases()) {
        auto question = one.question;
        question.with_questions = true;
        question.whole_front = false;
        const auto plan = one.plan(question);
        for (const auto& help : plan.pilots_would_help) {
            const std::string where = one.name + " with " + (*one.catalogue)[help.pilot].id;
            const auto& named = question.pilots;
            CHECK_MESSAGE(std::find(named.begin(), named.end(), help.pilot) == named.end(), where);
            auto with = one.question;
            with.pilots.push_back(help.pilot);
            const auto helped = one.plan(with);
            if (!help.gain_days) {
                CHECK_MESSAGE(!helped.routes.empty(), where);
                continue;
            }
            CHECK_MESSAGE(*help.gain_days >= 0, where);
            CHECK_MESSAGE((*help.gain_days > 0 || help.gain_own->cents > 0), where);
            CHECK_MESSAGE(
                (earliest(plan).back() - earliest(helped).back()).count == *help.gain_days, where);
        }
    }
}

TEST_CASE("each set of needs that stands in the way opens a route when it is relaxed") {
    for (const Case& one : Shelf::shipped().cases()) {
        const auto plan = one.plan();
        if (plan.status != model::Status::unreachable) continue;
        for (const auto& set : plan.unmet) {
            auto question = one.question;
            bool can_ask = true;
            for (const auto& unmet : set) {
                using Part = model::UnmetNeed::Part;
                if (unmet.part == Part::need)
                    question.waivers.push_back({unmet.step, unmet.index});
                else if (unmet.part == Part::must)
                    question.waived_musts.push_back({unmet.step, unmet.index});
                else if (unmet.part == Part::when || unmet.part == Part::in_force)
                    question.lifted.push_back(unmet.step);
                else
                    can_ask = false;
            }
            if (can_ask)
                CHECK_MESSAGE(one.plan(question).status != model::Status::unreachable, one.name);
        }
    }
}

TEST_CASE("the explained share is one where all follows from it, and none where nothing does") {
    std::vector<std::int64_t> by, same, apart;
    RandomKey key(3);
    for (std::uint64_t k = 0; k < 2000; ++k) {
        by.push_back(static_cast<std::int64_t>(key.with(k).bits() % 7));
        same.push_back(by.back() * 10);
        apart.push_back(
            static_cast<std::int64_t>(key.with(k).with(std::uint64_t{1}).bits() % 1000));
    }
    CHECK(route::explained_share(by, same) == 1.0);
    CHECK(route::explained_share(by, apart) < 0.01);
    // y = x + z with equal variances: half each
    std::vector<std::int64_t> x, sum;
    for (std::uint64_t k = 0; k < 20000; ++k) {
        const auto one =
            static_cast<std::int64_t>(key.with(k).with(std::uint64_t{2}).bits() % 1000);
        const auto other =
            static_cast<std::int64_t>(key.with(k).with(std::uint64_t{3}).bits() % 1000);
        x.push_back(one);
        sum.push_back(one + other);
    }
    CHECK(route::explained_share(x, sum) > 0.48);
    CHECK(route::explained_share(x, sum) < 0.52);
    CHECK(route::explained_share(std::vector<std::int64_t>(9, 1),
                                 std::vector<std::int64_t>(9, 4)) == 0.0);
}
