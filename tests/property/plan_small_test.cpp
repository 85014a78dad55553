// SPDX-License-Identifier: Apache-2.0
// The planner against a brute force on small worlds, and the promises of R26 there.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

#include "property/plan_brute.hpp"
#include "property/plan_cases.hpp"
#include "property/plan_small.hpp"
#include "unit/pack/small_packs.hpp"

using namespace wegwijzer;
using namespace wegwijzer::small;

namespace {

constexpr std::uint64_t most_days = 300'000;  // of the brute force, before it gives up

/// A small world as the planner sees it.
struct Posed {
    small_packs::Folder folder;
    SourceMap sources;
    Diagnostics warnings;
    model::Catalogue catalogue;
    plans::Case one;
};

void pose(const World& world, Posed& posed) {
    posed.folder.write("common/pack.toml", pack_text(world));
    auto read = pack::read_packs({{posed.folder.path()}, "data"}, std::vector<std::string>{"common"},
                                 {}, posed.sources, posed.warnings);
    if (!read) RC_FAIL(plans::words_of(read.error()));
    posed.catalogue = std::move(read).value();
    const auto text = pack::admit(profile_text(world), "p", pack::Kind::profile_toml, posed.sources);
    auto profile =
        pack::read_profile(posed.sources, text.value(), posed.catalogue, posed.warnings);
    if (!profile) RC_FAIL(plans::words_of(profile.error()));
    posed.one.catalogue = &posed.catalogue;
    posed.one.profile = std::move(profile).value();
    auto& question = posed.one.question;
    question.on = first_day;
    question.horizon = first_day + Days{world.horizon};
    for (const int goal : world.goals)
        question.goals.push_back(posed.catalogue.find_goal("goal" + std::to_string(goal)));
    question.draws = 0;
    question.with_questions = false;
    question.whole_front = true;
    question.node_limit = plans::node_limit;
}

World draw(int most) {
    Tape tape(*rc::gen::resize(400, rc::gen::container<std::vector<std::uint16_t>>(
                                        120, rc::gen::arbitrary<std::uint16_t>())));
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

TEST_CASE("in small worlds less is asked, no later it is reached") {
    CHECK(rc::check("every need waived, and later starts", [] {
        const World world = draw(6);
        Posed posed;
        pose(world, posed);
        tell(world);
        const auto base = posed.one.plan();
        for (std::uint32_t s = 0; s < posed.catalogue.steps.size(); ++s)
            for (std::uint32_t k = 0; k < posed.catalogue.steps[s].needs.size(); ++k) {
                auto question = posed.one.question;
                question.waivers.push_back({{s}, k});
                const auto waived = posed.one.plan(question);
                RC_LOG() << "waived s" << s << "/n" << k << "\n";
                RC_ASSERT(!waived.limit_struck);
                RC_ASSERT(plans::broken_promise(base, waived) == "");
                RC_ASSERT(plans::faults(posed.one, question, waived) == "");
            }
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
