// SPDX-License-Identifier: Apache-2.0
#include "cli/scenario_runner.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/on_threads.hpp"
#include "cli/name_finder.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/profile_reader.hpp"

namespace wegwijzer::cli {

void ScenarioRunner::add(const std::string& pack, const model::Scenario& scenario) {
    Job job;
    job.scenario = &scenario;
    if (Packs* const packs = packs_for(scenario)) {
        job.catalogue = &packs->catalogue;
        job.plugins = &packs->plugins;
    }
    const bool is_sound = job.catalogue != nullptr && read_profile(pack, job) && read_question(job);
    if (!is_sound) job.catalogue = nullptr;
    results_.push_back({pack, scenario.id, {}, !is_sound, {}});
    jobs_.push_back(std::move(job));
}

/// The packs that `plan` would read, and no others: more packs could open other routes.
ScenarioRunner::Packs* ScenarioRunner::packs_for(const model::Scenario& scenario) {
    std::vector<std::string> ids;
    for (const std::string& goal : scenario.goals) ids.push_back(pack::pack_of(goal));
    for (const std::string& pilot : scenario.pilots) ids.push_back(pack::pack_of(pilot));
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const auto known = packs_.find(ids);
    if (known != packs_.end()) return known->second.get();
    Diagnostics warnings;
    auto read = pack::read_packs(here_.places, ids, {}, here_.sources, warnings);
    if (!read) here_.console.tell(read.error(), here_.sources);
    auto& kept = packs_[ids];
    if (read) kept = std::make_unique<Packs>(std::move(read).value(), here_);
    return kept.get();
}

bool ScenarioRunner::read_profile(const std::string& pack, Job& job) {
    std::filesystem::path path;
    for (const pack::PackListing& listing : pack::list_packs(here_.places))
        if (listing.id == pack) path = listing.folder / job.scenario->profile;
    const auto refuse = [&](const Diagnostics& found) {
        here_.console.tell(found, here_.sources);
        return false;
    };
    auto bytes = pack::read_bytes(path, pack::limits::profile_bytes);
    if (!bytes) return refuse(bytes.error());
    const pack::Kind kind = pack::profile_kind(bytes.value());
    auto text = pack::admit(std::move(bytes).value(), path.generic_string(), kind, here_.sources);
    if (!text) return refuse(text.error());
    Diagnostics warnings;
    auto profile = pack::read_profile(here_.sources, *text, *job.catalogue, warnings);
    if (!profile) return refuse(profile.error());
    here_.console.tell(warnings, here_.sources);
    job.profile = std::move(profile).value();
    return true;
}

bool ScenarioRunner::read_question(Job& job) {
    const NameFinder finder(*job.catalogue);
    const auto take_all = [&](const std::vector<std::string>& names, auto& targets, auto find) {
        for (const std::string& name : names) {
            auto found = find(name);
            if (!found) {
                here_.console.tell(found.error());
                return false;
            }
            targets.push_back(std::move(found).value());
        }
        return true;
    };
    route::Question& question = job.question;
    question.on = job.scenario->on;
    question.draws = 1;  // nothing in `expect` rests on chance
    question.with_questions = false;
    return take_all(job.scenario->goals, question.goals,
                    [&](const std::string& name) { return finder.goal(name); }) &&
           take_all(job.scenario->pilots, question.pilots,
                    [&](const std::string& name) { return finder.pilot(name); }) &&
           take_all(job.scenario->assume, question.assumed_outcomes,
                    [&](const std::string& name) { return finder.outcome(name); });
}

void ScenarioRunner::run(std::size_t threads) {
    for_each_on_threads(jobs_.size(), threads, [&](std::size_t k) {
        Job& job = jobs_[k];
        if (job.catalogue != nullptr)
            job.plan = route::find(*job.catalogue, job.profile, job.question, job.plugins->call());
    });
    for (std::size_t k = 0; k < jobs_.size(); ++k) {
        const Job& job = jobs_[k];
        if (job.catalogue == nullptr) continue;
        results_[k].mismatches = document::compare(*job.scenario, job.plan, *job.catalogue);
        touched_.add(job.plan, *job.catalogue);
        for (std::size_t other = 0; other < k && results_[k].twin.empty(); ++other)
            if (are_twins(jobs_[other], job)) results_[k].twin = results_[other].id;
    }
}

bool ScenarioRunner::are_twins(const Job& a, const Job& b) {
    return a.catalogue != nullptr && a.scenario->pack == b.scenario->pack &&
           a.scenario->goals == b.scenario->goals &&
           document::same_steps(a.plan, *a.catalogue, b.plan, *b.catalogue);
}

}  // namespace wegwijzer::cli
