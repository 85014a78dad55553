// SPDX-License-Identifier: Apache-2.0
// The planner against a brute force on small worlds, and the promises of R26 there.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "property/plan_brute.hpp"
#include "property/plan_posed.hpp"

using namespace wegwijzer;
using namespace wegwijzer::small;

namespace {

constexpr std::uint64_t most_days = 60'000;  // of the brute force, before it gives up

Tape draw_tape() {
    return Tape(*rc::gen::resize(400, rc::gen::container<std::vector<std::uint16_t>>(
                                          200, rc::gen::arbitrary<std::uint16_t>())));
}

World draw(int most) {
    Tape tape = draw_tape();
    return draw_world(tape, most);
}

void tell(const World& world) { RC_LOG() << pack_text(world) << "\n" << profile_text(world); }

std::vector<Date> as_dates(const std::optional<std::vector<int>>& days, std::size_t count) {
    if (!days) return std::vector<Date>(count, Date::never);
    std::vector<Date> dates;
    for (const int day : *days) dates.push_back(first_day + Days{day});
    return dates;
}

}  // namespace

TEST_CASE("the planner is as early as a brute force, and keeps the rules") {
    CHECK(rc::check("earliest dates of small worlds", [] {
        const World world = draw(6);
        Posed posed;
        pose(world, posed);
        tell(world);
        const auto plan = posed.one.plan();
        RC_ASSERT(!plan.limit_struck);
        Brute brute(world, most_days);
        const auto days = brute.earliest();
        RC_TAG(brute.gave_up() ? "gave up" : days ? "reached" : "unreachable");
        const auto expected = as_dates(days, world.goals.size());
        if (brute.gave_up()) {
            // What it found by then is a way, if not the best.
            RC_ASSERT(plans::text_of(std::min(plans::earliest(plan), expected)) ==
                      plans::text_of(plans::earliest(plan)));
        } else {
            RC_ASSERT(plans::text_of(plans::earliest(plan)) == plans::text_of(expected));
        }
        RC_ASSERT(plans::faults(posed.one, posed.one.question, plan) == "");
    }));
}

TEST_CASE("who pays is chosen as well as a brute force does") {
    CHECK(rc::check("fronts of small worlds with funds", [] {
        World world = draw(4);
        Tape money = draw_tape();
        draw_funds(money, world);
        if (world.funds.empty()) return;
        Posed posed;
        pose(world, posed);
        tell(world);
        const auto plan = posed.one.plan();
        RC_ASSERT(!plan.limit_struck);
        RC_ASSERT(plans::faults(posed.one, posed.one.question, plan) == "");
        Brute brute(world, most_days / 10);
        const auto front = brute.best(Brute::Wanted::front);
        RC_TAG(brute.gave_up() ? "gave up" : front.empty() ? "unreachable" : "reached");
        if (brute.gave_up() || plan.status == model::Status::held) return;
        RC_ASSERT((plan.status == model::Status::unreachable) == front.empty());
        if (front.empty()) return;
        const auto dates_of = [&](const Best& best) {
            return as_dates(best.dates, world.goals.size());
        };
        const auto hours_of = [](const model::Route& route) { return 7 * route.hours.hundredths; };
        for (const Best& best : front) {
            RC_LOG() << "brute force: " << plans::text_of(dates_of(best)) << ", " << best.cost
                     << " cents, " << best.hours << "/7 hours\n";
            RC_ASSERT(std::any_of(plan.routes.begin(), plan.routes.end(), [&](const auto& route) {
                return plans::dates_of(route) <= dates_of(best) &&
                       route.cost.own.cents <= best.cost && hours_of(route) <= 100 * best.hours + 3;
            }));
        }
        for (const auto& route : plan.routes) {
            RC_LOG() << "planner: " << plans::text_of(plans::dates_of(route)) << ", "
                     << route.cost.own.cents << " cents\n";
            RC_ASSERT(std::any_of(front.begin(), front.end(), [&](const Best& best) {
                return dates_of(best) <= plans::dates_of(route) &&
                       best.cost <= route.cost.own.cents;
            }));
        }
    }));
}

TEST_CASE("the random worlds hold everything that the rules speak of") {
    int jobs = 0, musts = 0, sessions = 0, closures = 0, paces = 0, pauses = 0, lapses = 0;
    int young = 0, repeated = 0, attempts = 0, dated = 0, prices = 0, offers = 0, changes = 0;
    int choices = 0, throughout = 0, pairs = 0, backs = 0, duties = 0;
    constexpr int count = 1000;
    for (std::uint64_t number = 0; number < count; ++number) {
        std::vector<std::uint16_t> numbers;
        for (std::uint64_t k = 0; k < 200; ++k)
            numbers.push_back(static_cast<std::uint16_t>(RandomKey(number).with(k).bits() >> 48));
        Tape tape(std::move(numbers));
        const World world = draw_world(tape, 6);
        pauses += world.other_until > world.other_from && world.other_hours < world.hours;
        for (const int life : world.lasts) lapses += life > 0;
        duties += world.duty.has_value();
        for (const auto& pilot : world.pilots) {
            ++(pilot.replaces ? changes : offers);
            backs += pilot.sends_back;
        }
        for (std::size_t p = 1; p < world.pilots.size(); ++p)
            pairs += world.pilots[p].step == world.pilots[p - 1].step;
        for (const auto& step : world.steps) {
            jobs += step.runs == Runs::open;
            musts += !step.musts.empty();
            sessions += step.sessions >= 0;
            closures += step.closure >= 0;
            paces += step.paces.size() > 1;
            repeated += step.repeat > 1;
            attempts += step.passes_at > 1;
            dated += step.from >= 0 || (step.later >= 0 && step.later_length != step.length);
            prices += step.later >= 0 && step.later_cost != step.cost;
            for (const auto& need : step.needs) {
                young += need.younger > 0;
                choices += need.ask.of.size() > 1;
                throughout += need.at == When::throughout;
            }
        }
    }
    for (const int seen :
         {jobs, musts, sessions, closures, paces, pauses, lapses, young, repeated, attempts, dated,
          prices, offers, changes, choices, throughout, pairs, backs, duties})
        CHECK(seen > count / 20);
}

namespace {

/// Calls `look` with each need that can be waived, and the plan without it.
template <class Look>
void with_each_waived(const Posed& posed, Look look) {
    for (std::uint32_t s = 0; s < posed.catalogue.steps.size(); ++s)
        for (std::uint32_t k = 0; k < posed.catalogue.steps[s].needs.size(); ++k) {
            auto question = posed.one.question;
            question.waivers.push_back({{s}, k});
            RC_LOG() << "waived s" << s << "/n" << k << "\n";
            look(question, posed.one.plan(question));
        }
}

}  // namespace

TEST_CASE("in small worlds less is asked, no later it is reached") {
    CHECK(rc::check("every need waived, and later starts", [] {
        const World world = draw(6);
        Posed posed;
        pose(world, posed);
        tell(world);
        const auto base = posed.one.plan();
        with_each_waived(posed, [&](const route::Question&, const model::Plan& waived) {
            RC_ASSERT(!waived.limit_struck);
            RC_ASSERT(plans::broken_promise(base, waived) == "");
        });
        auto before = plans::earliest(base);
        for (int delay = 1; delay < 8; ++delay) {
            auto question = posed.one.question;
            question.on = first_day + Days{delay};
            const auto after = plans::earliest(posed.one.plan(question));
            RC_LOG() << "begun " << delay << " days later\n";
            if (before.front() >= question.on) RC_ASSERT(after >= before);
            before = after;
        }
    }));
}

// A known fault, so only with --no-skip: where a run needs fewer hours from some day on, the
// lightest route waits for that day, and R17 as the checker reads it lets it start earlier.
TEST_CASE("in small worlds what is planned without a need keeps the rules" * doctest::skip()) {
    CHECK(rc::check("every need waived", [] {
        const World world = draw(6);
        Posed posed;
        pose(world, posed);
        tell(world);
        with_each_waived(posed, [&](const route::Question& question, const model::Plan& waived) {
            RC_ASSERT(plans::faults(posed.one, question, waived) == "");
        });
    }));
}
