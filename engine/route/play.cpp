// SPDX-License-Identifier: Apache-2.0
#include "route/play.hpp"

#include <algorithm>
#include <future>

#include "route/play_figures.hpp"
#include "route/player.hpp"

namespace wegwijzer::route {

bool can_be_played(const Script& script, const Question& question) {
    const auto& network = script.solution.network;
    for (const NodeId n : by_key(network)) {
        const auto& option = network.option(n);
        const auto step = network.problem().tasks[option.task].step;
        const bool is_assumed =
            std::any_of(question.assumed_outcomes.begin(), question.assumed_outcomes.end(),
                        [&](const AssumedOutcome& a) { return a.step == step; });
        if (option.outcome && !is_assumed && !option.step->outcomes[*option.outcome].chance)
            return false;
        if (option.step->attempt && option.step->attempt->pass.is_empty()) return false;
    }
    return true;
}

namespace {

/// Draws `first`, `first + step`, … of a scene.
void play_some(const Scene& scene, std::uint32_t first, std::uint32_t step, std::uint32_t count,
               Tally& tally, DrawFigures& figures) {
    Player player(scene);
    Fate fate;
    for (std::uint32_t draw = first; draw < count; draw += step) {
        player.play(draw, fate);
        figures.put(draw, fate);
        tally.add(fate);
    }
}

}  // namespace

void play(const Script& script, const Question& question, RandomKey key, model::Route& route) {
    route.draws = question.draws;
    if (question.draws == 0 || !can_be_played(script, question)) {
        route.draws = 0;
        return;
    }
    const auto scene = scene_of(script, question, key);
    DrawFigures figures(question.draws, route.goals.size(), scene->names.size());
    constexpr std::uint32_t worth_a_thread = 500;
    const std::uint32_t count =
        std::clamp(question.threads, 1U, std::max(1U, question.draws / worth_a_thread));
    std::vector<Tally> tallies(count, Tally(scene->names.size()));
    std::vector<std::future<void>> others;
    for (std::uint32_t t = 1; t < count; ++t)
        others.push_back(std::async(std::launch::async, [&, t] {
            play_some(*scene, t, count, question.draws, tallies[t], figures);
        }));
    play_some(*scene, 0, count, question.draws, tallies[0], figures);
    for (auto& other : others) other.get();  // throws here what a thread threw
    for (std::uint32_t t = 1; t < count; ++t) tallies[0] += tallies[t];
    tell_figures(figures, tallies[0], *scene, route);
}

std::uint64_t signature_of(const model::Catalogue& catalogue, const model::Profile& profile,
                           const std::vector<model::AttributeId>& asked) {
    RandomKey key(0x77656777696a7a65ULL);
    for (const auto attribute : asked) {
        const auto* answer = profile.find(attribute);
        if (answer == nullptr) continue;
        key = key.with(catalogue[attribute].id);
        for (const auto& timed : answer->values) {
            key = key.with(static_cast<std::uint64_t>(timed.window.from.day))
                      .with(static_cast<std::uint64_t>(timed.window.until.day))
                      .with(static_cast<std::uint64_t>(timed.value.number))
                      .with(static_cast<std::uint64_t>(timed.value.unit));
            for (const auto element : timed.value.elements)
                key = key.with(static_cast<std::uint64_t>(element));
        }
    }
    for (const auto& held : profile.held)
        key = key.with(catalogue[held.credential].id)
                  .with(static_cast<std::uint64_t>(held.on.value_or(Date::always).day));
    return key.bits();
}

}  // namespace wegwijzer::route
