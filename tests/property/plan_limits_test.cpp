// SPDX-License-Identifier: Apache-2.0
// What a plan may say when its limit strikes (R14, R27).
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "property/plan_posed.hpp"

using namespace wegwijzer;
using namespace wegwijzer::small;

namespace {

/// How a plan cut short claims more than is true; empty where it does not.
std::string overclaim(const model::Plan& whole, const model::Plan& cut) {
    if (!cut.limit_struck) return {};
    if (cut.status == model::Status::held) return {};
    if (cut.status == model::Status::unreachable)
        return whole.status == model::Status::unreachable ? "" : "there is said to be no route";
    if (cut.front_is_complete) return "the front is called complete";
    const auto best = plans::earliest(whole);
    for (const auto& route : cut.routes) {
        if (route.optimal) return "a route is called optimal";
        if (!route.bound) return "no bound is told";
        if (*route.bound > best.back())
            return "the bound is " + to_string(*route.bound) + ", the best " + plans::text_of(best);
        if (plans::dates_of(route) < best) return "a route is better than the best";
    }
    return {};
}

}  // namespace

TEST_CASE("a plan that is cut short tells a bound that no route beats") {
    CHECK(rc::check("small worlds with few nodes", [] {
        Tape tape(*rc::gen::resize(400, rc::gen::container<std::vector<std::uint16_t>>(
                                            200, rc::gen::arbitrary<std::uint16_t>())));
        const World world = draw_world(tape, 6);
        Posed posed;
        pose(world, posed);
        RC_LOG() << pack_text(world) << "\n" << profile_text(world);
        const auto whole = posed.one.plan();
        RC_ASSERT(!whole.limit_struck);
        for (const std::uint64_t limit : {2, 5, 12, 40}) {
            auto question = posed.one.question;
            question.node_limit = limit;
            RC_LOG() << "limit " << limit << "\n";
            RC_ASSERT(overclaim(whole, posed.one.plan(question)) == "");
        }
    }));
}

TEST_CASE("a plan of a scenario that is cut short tells a bound that no route beats") {
    int struck = 0;
    for (const auto& one : plans::Shelf::shipped().cases()) {
        const auto whole = one.plan();
        if (whole.limit_struck || plans::earliest(whole).back() == Date::never) continue;
        for (const std::uint64_t limit : {10, 60, 300}) {
            auto question = one.question;
            question.node_limit = limit;
            const auto cut = one.plan(question);
            struck += cut.limit_struck;
            CHECK_MESSAGE(overclaim(whole, cut).empty(),
                          one.name << " with " << limit << " nodes: " << overclaim(whole, cut));
        }
    }
    CHECK(struck > 20);
}

TEST_CASE("where the limit strikes before a route is found, nobody says that there is none") {
    int undecided = 0;
    for (const auto& one : plans::Shelf::shipped().cases()) {
        if (one.plan().status != model::Status::reachable) continue;
        auto question = one.question;
        question.node_limit = 3;
        const auto cut = one.plan(question);
        CHECK_MESSAGE(cut.status != model::Status::unreachable, one.name);
        undecided += cut.is_undecided();
        if (cut.is_undecided()) CHECK_MESSAGE(cut.unmet.empty(), one.name);
    }
    CHECK(undecided > 20);
}
