// SPDX-License-Identifier: Apache-2.0
#include "cohort/ranking.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "cohort/report.hpp"
#include "cohort/small_cells.hpp"

namespace wegwijzer::cohort {
namespace {

/// A need with how each signature fares without it.
struct Trial {
    NeedRank rank;
    std::vector<bool> reaches, gains;  // by signature
};

std::vector<route::Waiver> needs_on_the_way(const model::Catalogue& catalogue, const Asked& asked) {
    std::vector<route::Waiver> needs;
    for (const auto step : asked.steps)
        for (std::uint32_t k = 0; k < catalogue[step].needs.size(); ++k) needs.push_back({step, k});
    return needs;
}

Trial trial_of(const Planning& planning, route::Waiver need) {
    Variant variant = planning.baseline;
    variant.question.waivers.push_back(need);
    const auto outcomes = plan_all(planning.population.signatures, {variant}, planning.call,
                                   planning.threads, planning.tell);
    Trial trial;
    trial.rank.need = need;
    trial.rank.name = name_of(*planning.baseline.catalogue, need);
    for (std::size_t s = 0; s < planning.outcomes.size(); ++s) {
        const auto& before = planning.outcomes[s];
        const auto& after = outcomes.front()[s];
        trial.reaches.push_back(after.is_reached());
        trial.gains.push_back(before.is_reached() && after.is_reached() &&
                              is_better(before, after));
    }
    for (const auto& share : planning.population.shares) {
        const auto& before = planning.outcomes[share.signature];
        const auto& after = outcomes.front()[share.signature];
        if (!before.is_reached() && after.is_reached()) trial.rank.newly += share.people;
        if (trial.gains[share.signature]) trial.rank.better += share.people;
        if (before.is_reached() && after.is_reached() && before.days && after.days)
            trial.rank.days_sooner +=
                (*before.days - *after.days) * static_cast<std::int64_t>(share.people);
    }
    return trial;
}

/// Of those that are told each may be told beside the ones before it.
std::vector<bool> hidden_trials(const Planning& planning, const std::vector<Trial>& trials) {
    std::map<std::pair<std::vector<bool>, std::vector<bool>>, std::uint64_t> alike;
    for (const auto& share : planning.population.shares) {
        std::vector<bool> reaches{planning.outcomes[share.signature].is_reached()}, gains{false};
        for (const auto& trial : trials) {
            reaches.push_back(trial.reaches[share.signature]);
            gains.push_back(trial.gains[share.signature]);
        }
        alike[{std::move(reaches), std::move(gains)}] += share.people;
    }
    Fares fares;
    for (const auto& [fare, people] : alike) fares.push_back({fare.first, fare.second, people});
    return hide_small_cells({fares}, trials.size() + 1, planning.least).totals;
}

}  // namespace

std::uint64_t plans_to_rank(const Planning& planning, const Asked& asked) {
    return needs_on_the_way(*planning.baseline.catalogue, asked).size() *
           planning.population.signatures.size();
}

NeedRanking rank_needs(const Planning& planning, const Asked& asked) {
    NeedRanking ranking;
    std::vector<Trial> trials;
    for (const auto need : needs_on_the_way(*planning.baseline.catalogue, asked)) {
        ++ranking.tried;
        Trial trial = trial_of(planning, need);
        if (trial.rank.newly > 0 || trial.rank.better > 0) trials.push_back(std::move(trial));
    }
    std::stable_sort(trials.begin(), trials.end(), [](const Trial& a, const Trial& b) {
        return std::tie(b.rank.newly, b.rank.days_sooner, a.rank.name) <
               std::tie(a.rank.newly, a.rank.days_sooner, b.rank.name);
    });
    const auto hidden = hidden_trials(planning, trials);
    for (std::size_t k = 0; k < trials.size(); ++k) {
        if (hidden[k + 1])
            ++ranking.left_out;
        else
            ranking.needs.push_back(std::move(trials[k].rank));
    }
    return ranking;
}

}  // namespace wegwijzer::cohort
