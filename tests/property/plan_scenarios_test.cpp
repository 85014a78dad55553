// SPDX-License-Identifier: Apache-2.0
// The promises of R26 and the rules themselves, over every scenario that the packs ship.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "property/plan_cases.hpp"

using namespace wegwijzer;
using namespace wegwijzer::plans;

namespace {

/// Plans a case may lose to the limit before the test no longer says anything.
constexpr int few = 3;

/// Everything that a plan says, as text, so that two plans can be compared.
std::string all_of(const model::Plan& plan) {
    std::string text = std::to_string(static_cast<int>(plan.status)) + " " +
                       std::to_string(plan.nodes) + " " + std::to_string(plan.front_size);
    for (const auto& route : plan.routes) {
        text += "\nroute " + text_of(dates_of(route)) + " " + std::to_string(route.cost.own.cents) +
                " " + std::to_string(route.hours.hundredths);
        for (const auto& step : route.steps) {
            text += "\n" + step.key + " " +
                    text_of({step.start, step.session.value_or(step.start), step.finish}) + " " +
                    std::to_string(step.cost.cents) + " " +
                    std::to_string(step.pace.value_or(WeeklyRate{}).hundredths) + " " +
                    std::to_string(step.slack_days.value_or(-1)) + std::to_string(step.is_critical);
            for (const auto& need : step.needs)
                for (const auto& support : need.met_by) text += " " + support.id;
        }
    }
    for (const auto& assumed : plan.assumed)
        text += "\nassumed " + std::to_string(assumed.attribute.index) + " " +
                std::to_string(assumed.value.number);
    for (const auto& unmet : plan.unmet)
        for (const auto& need : unmet)
            text += "\nunmet " + std::to_string(need.step.index) + "/" + std::to_string(need.index);
    return text;
}

/// Steps that some route of the plan takes.
std::set<model::StepId> taken(const model::Plan& plan) {
    std::set<model::StepId> steps;
    for (const auto& route : plan.routes)
        for (const auto& step : route.steps) steps.insert(step.step);
    return steps;
}

/// Needs to waive: all of them, or a few that change from case to case, first those of steps taken.
std::vector<route::Waiver> waivers_for(const Case& one, const model::Plan& plan, std::size_t most,
                                       std::size_t turn) {
    const auto first = taken(plan);
    std::vector<route::Waiver> near, far;
    for (std::uint32_t s = 0; s < one.catalogue->steps.size(); ++s)
        for (std::uint32_t k = 0; k < one.catalogue->steps[s].needs.size(); ++k)
            (first.count({s}) > 0 ? near : far).push_back({model::StepId{s}, k});
    if (most >= near.size() + far.size()) {
        near.insert(near.end(), far.begin(), far.end());
        return near;
    }
    std::vector<route::Waiver> sample;
    const auto take = [&](const std::vector<route::Waiver>& from, std::size_t count) {
        for (std::size_t k = 0; k < std::min(count, from.size()); ++k)
            sample.push_back(from[(turn + k * from.size() / count) % from.size()]);
    };
    take(near, most - most / 3);
    take(far, most / 3);
    return sample;
}

void check_waivers(std::size_t most, bool with_rules) {
    int struck = 0;
    std::size_t turn = 0;
    for (const Case& one : Shelf::shipped().cases()) {
        ++turn;
        const auto base = one.plan();
        if (base.limit_struck) {
            ++struck;
            MESSAGE("limit struck: " << one.name);
            continue;
        }
        for (const auto& waiver : waivers_for(one, base, most, turn)) {
            auto question = one.question;
            question.waivers.push_back(waiver);
            const auto& step = (*one.catalogue)[waiver.step];
            const std::string where =
                one.name + " without " + step.id + "/" + step.needs[waiver.need].id;
            const auto waived = one.plan(question);
            if (waived.limit_struck) {
                ++struck;
                MESSAGE("limit struck: " << where);
                continue;
            }
            CHECK_MESSAGE(broken_promise(base, waived).empty(),
                          where << ": " << broken_promise(base, waived));
            if (with_rules)
                CHECK_MESSAGE(faults(one, question, waived).empty(),
                              where << ":\n"
                                    << faults(one, question, waived));
        }
    }
    CHECK(struck <= few);
}

void check_later_days(const std::vector<int>& delays) {
    int struck = 0;
    for (const Case& one : Shelf::shipped().cases()) {
        if (!one.profile.progress.empty()) continue;
        auto question = one.question;
        std::vector<model::Plan> plans{one.plan()};
        for (const int delay : delays) {
            question.on = one.question.on + Days{delay};
            const auto later = one.plan(question);
            const std::string where = one.name + " on " + to_string(question.on);
            if (later.limit_struck) {
                ++struck;
                MESSAGE("limit struck: " << where);
                continue;
            }
            for (const auto& earlier : plans) {
                if (earlier.limit_struck || earlier.status != later.status ||
                    !assumes_the_same(earlier, later))
                    continue;
                CHECK_MESSAGE(earliest(later) >= earliest(earlier),
                              where << " plans " << text_of(earliest(later)) << ", on "
                                    << to_string(earlier.on) << " it was "
                                    << text_of(earliest(earlier)));
            }
            for (const auto& earlier : plans)
                if (!earlier.limit_struck && earlier.status == model::Status::unreachable)
                    CHECK_MESSAGE(later.status != model::Status::reachable,
                                  where << " reaches what it did not on " << to_string(earlier.on));
            plans.push_back(later);
        }
    }
    CHECK(struck <= few);
}

}  // namespace

TEST_CASE("every route of every scenario keeps the rules") {
    int struck = 0;
    for (const Case& one : Shelf::shipped().cases()) {
        const auto plan = one.plan();
        struck += plan.limit_struck;
        if (plan.limit_struck) MESSAGE("limit struck: " << one.name);
        CHECK_MESSAGE(faults(one, one.question, plan).empty(),
                      one.name << ":\n"
                               << faults(one, one.question, plan));
    }
    CHECK(struck <= few);
}

TEST_CASE("planning twice gives the same plan") {
    for (const Case& one : Shelf::shipped().cases())
        CHECK_MESSAGE(all_of(one.plan()) == all_of(one.plan()), one.name);
}

TEST_CASE("waiving a need never makes a plan worse") { check_waivers(4, true); }

// Takes minutes: for whoever changes the planner, with --no-skip.
TEST_CASE("waiving any need of any step never makes a plan worse" * doctest::skip()) {
    check_waivers(std::size_t(-1), false);
}

TEST_CASE("who begins later does not finish earlier") { check_later_days({1, 30, 365}); }

TEST_CASE("who begins later does not finish earlier, day by day" * doctest::skip()) {
    check_later_days({1, 2, 3, 7, 14, 30, 45, 60, 100, 150, 200, 250, 300, 365, 500, 730});
}

TEST_CASE("a pilot that relaxes never makes a plan worse") {
    int struck = 0;
    for (const Case& one : Shelf::shipped().cases()) {
        const auto base = one.plan();
        if (base.limit_struck) continue;
        for (std::uint32_t p = 0; p < one.catalogue->pilots.size(); ++p) {
            const auto& pilot = one.catalogue->pilots[p];
            if (pilot.effect != model::Pilot::Effect::relax) continue;
            auto question = one.question;
            question.pilots.push_back({p});
            const auto helped = one.plan(question);
            struck += helped.limit_struck;
            if (helped.limit_struck) MESSAGE("limit struck: " << one.name << " with " << pilot.id);
            if (helped.limit_struck) continue;
            CHECK_MESSAGE(broken_promise(base, helped).empty(),
                          one.name << " with " << pilot.id << ": " << broken_promise(base, helped));
            CHECK_MESSAGE(faults(one, question, helped).empty(),
                          one.name << " with " << pilot.id << ":\n"
                                   << faults(one, question, helped));
        }
    }
    CHECK(struck <= few);
}
