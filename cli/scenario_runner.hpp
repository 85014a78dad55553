// SPDX-License-Identifier: Apache-2.0
/// Reads what a scenario names and plans it as `plan` would.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/plugin_calls.hpp"
#include "document/scenario_verdict.hpp"
#include "model/catalogue.hpp"
#include "model/profile.hpp"
#include "route/find.hpp"

namespace wegwijzer::cli {

class ScenarioRunner {
public:
    /// One scenario as the planner sees it.
    struct Job {
        const model::Scenario* scenario = nullptr;
        const model::Catalogue* catalogue = nullptr;  ///< null: could not be read
        PluginCalls* plugins = nullptr;
        model::Profile profile;
        route::Question question;
        model::Plan plan;
    };

    explicit ScenarioRunner(Surroundings& here) : here_(here) {}

    /// Reads the packs and the profile that `scenario` of the pack `pack` needs. What is wrong is
    /// told, and the scenario counts as failed.
    void add(const std::string& pack, const model::Scenario& scenario);
    /// Plans all that were added, on `threads` threads; results in the order of adding.
    void run(std::size_t threads);

    [[nodiscard]] const std::vector<document::ScenarioResult>& results() const { return results_; }
    [[nodiscard]] const document::Touched& touched() const { return touched_; }
    [[nodiscard]] const std::vector<Job>& jobs() const { return jobs_; }

private:
    /// Packs read together, and the functions of their plugins.
    struct Packs {
        model::Catalogue catalogue;
        PluginCalls plugins;
        Packs(model::Catalogue read, Surroundings& here)
            : catalogue(std::move(read)), plugins(catalogue, here) {}
    };

    [[nodiscard]] Packs* packs_for(const model::Scenario& scenario);
    [[nodiscard]] bool read_profile(const std::string& pack, Job& job);
    [[nodiscard]] bool read_question(Job& job);
    [[nodiscard]] static bool are_twins(const Job& a, const Job& b);

    Surroundings& here_;
    std::map<std::vector<std::string>, std::unique_ptr<Packs>> packs_;
    std::vector<Job> jobs_;
    std::vector<document::ScenarioResult> results_;
    document::Touched touched_;
};

}  // namespace wegwijzer::cli
