// SPDX-License-Identifier: Apache-2.0
#include "cli/decisive_search.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/on_threads.hpp"
#include "cli/progress_bar.hpp"
#include "route/without.hpp"

namespace wegwijzer::cli {
namespace {

using document::Touched;
using route::Part;

/// A part by its names, as each scenario's packs have their own numbers.
struct Candidate {
    Part::Kind kind = Part::Kind::step;
    std::string owner, inner;  ///< id of the step, pilot or fund; of the need or outcome
    std::string name;          ///< as it is listed: "step/need", "step=outcome"
    std::set<std::string> Touched::*set = nullptr;
};

using Jobs = std::vector<ScenarioRunner::Job>;

/// What all scenarios together touch.
Touched touched_by(const Jobs& jobs) {
    Touched all;
    for (const ScenarioRunner::Job& job : jobs)
        if (job.catalogue != nullptr) all.add(job.plan, *job.catalogue);
    return all;
}

class CandidateList {
public:
    CandidateList(const model::Catalogue& catalogue, const std::vector<std::string>& tested,
                  Touched touched)
        : catalogue_(catalogue), tested_(tested), touched_(std::move(touched)) {}

    std::vector<Candidate> list() {
        for (const model::Step& step : catalogue_.steps)
            if (is_tested(step.pack) && touched_.steps.count(step.id) != 0) add_step(step);
        for (const model::Pilot& pilot : catalogue_.pilots)
            if (is_tested(pilot.pack) && touched_.pilots.count(pilot.id) != 0)
                all_.push_back({Part::Kind::pilot, pilot.id, {}, pilot.id, &Touched::pilots});
        for (const model::Fund& fund : catalogue_.funds)
            if (is_tested(fund.pack) && touched_.funds.count(fund.id) != 0)
                all_.push_back({Part::Kind::fund, fund.id, {}, fund.id, &Touched::funds});
        return std::move(all_);
    }

private:
    [[nodiscard]] bool is_tested(model::PackId pack) const {
        return !pack.is_none() &&
               std::find(tested_.begin(), tested_.end(), catalogue_[pack].id) != tested_.end();
    }

    void add_step(const model::Step& step) {
        all_.push_back({Part::Kind::step, step.id, {}, step.id, &Touched::steps});
        for (const model::Need& need : step.needs)
            all_.push_back(
                {Part::Kind::need, step.id, need.id, step.id + "/" + need.id, &Touched::needs});
        for (const model::Outcome& outcome : step.outcomes)
            if (touched_.outcomes.count(step.id + "=" + outcome.id) != 0)
                all_.push_back({Part::Kind::outcome, step.id, outcome.id,
                                step.id + "=" + outcome.id, &Touched::outcomes});
    }

    const model::Catalogue& catalogue_;
    const std::vector<std::string>& tested_;
    Touched touched_;
    std::vector<Candidate> all_;
};

template <class List>
std::optional<std::uint32_t> position(const List& list, std::string_view id) {
    for (std::uint32_t k = 0; k < list.size(); ++k)
        if (list[k].id == id) return k;
    return std::nullopt;
}

std::optional<Part> part_in(const model::Catalogue& catalogue, const Candidate& candidate) {
    const auto at = [&](std::optional<std::uint32_t> index) {
        return index ? std::optional(Part{candidate.kind, *index, 0}) : std::nullopt;
    };
    if (candidate.kind == Part::Kind::pilot) return at(position(catalogue.pilots, candidate.owner));
    if (candidate.kind == Part::Kind::fund) return at(position(catalogue.funds, candidate.owner));
    std::optional<Part> part = at(position(catalogue.steps, candidate.owner));
    if (!part || candidate.kind == Part::Kind::step) return part;
    const model::Step& step = catalogue.steps[part->index];
    const auto inner = candidate.kind == Part::Kind::need
                           ? position(step.needs, candidate.inner)
                           : position(step.outcomes, candidate.inner);
    if (!inner) return std::nullopt;
    part->inner = *inner;
    return part;
}

/// The question whether one part decides anything, asked of one scenario after the other.
class Inquiry {
public:
    Inquiry(const Jobs& jobs, const std::vector<Touched>& touched, const Candidate& candidate)
        : jobs_(jobs), touched_(touched), candidate_(candidate) {}

    /// Scenarios that touch the part come first: they are the likeliest to depend on it. A need can
    /// also bar a better way that no route shows; the other kinds matter only where they are used.
    bool is_decisive() {
        for (const bool wants_touched : {true, false}) {
            if (!wants_touched && candidate_.kind != Part::Kind::need) break;
            for (std::size_t k = 0; k < jobs_.size(); ++k)
                if (jobs_[k].catalogue != nullptr && is_touched(k) == wants_touched && decides(k))
                    return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool is_touched(std::size_t job) const {
        if (candidate_.kind == Part::Kind::need)
            return touched_[job].steps.count(candidate_.owner) != 0;
        return (touched_[job].*candidate_.set).count(candidate_.name) != 0;
    }

    bool decides(std::size_t which) {
        const ScenarioRunner::Job& job = jobs_[which];
        const std::optional<Part> part = part_in(*job.catalogue, candidate_);
        if (!part) return false;
        if (names_outcome(job.profile, *part)) return true;
        const auto question = route::question_without(job.question, *part);
        if (!question) return true;  // the scenario names what was taken out
        const model::Plan plan =
            route::find(catalogue_without(job, *part), job.profile, *question, job.plugins->call());
        return route::core_of(plan) != route::core_of(job.plan);
    }

    /// A person on whom an outcome has fallen already cannot do without it.
    static bool names_outcome(const model::Profile& profile, const Part& part) {
        return part.kind == Part::Kind::outcome &&
               std::any_of(profile.progress.begin(), profile.progress.end(), [&](const auto& run) {
                   return run.step.index == part.index && !run.outcome.empty();
               });
    }

    const model::Catalogue& catalogue_without(const ScenarioRunner::Job& job, const Part& part) {
        if (part.kind == Part::Kind::need) return *job.catalogue;  // waived by the question
        const auto known = reduced_.find(job.catalogue);
        if (known != reduced_.end()) return known->second;
        model::Catalogue& made = reduced_.emplace(job.catalogue, *job.catalogue).first->second;
        route::take_out(made, part);
        return made;
    }

    const Jobs& jobs_;
    const std::vector<Touched>& touched_;
    const Candidate& candidate_;
    std::map<const model::Catalogue*, model::Catalogue> reduced_;
};

}  // namespace

Touched idle_parts(const Jobs& jobs, const model::Catalogue& catalogue,
                   const std::vector<std::string>& tested, std::size_t threads) {
    const std::vector<Candidate> candidates =
        CandidateList(catalogue, tested, touched_by(jobs)).list();
    std::vector<Touched> touched(jobs.size());
    for (std::size_t k = 0; k < jobs.size(); ++k)
        if (jobs[k].catalogue != nullptr) touched[k].add(jobs[k].plan, *jobs[k].catalogue);
    std::vector<char> is_idle(candidates.size(), 0);
    ProgressBar bar(candidates.size());
    for_each_on_threads(candidates.size(), threads, [&](std::size_t k) {
        is_idle[k] = Inquiry(jobs, touched, candidates[k]).is_decisive() ? 0 : 1;
        bar.step();
    });
    Touched idle;
    for (std::size_t k = 0; k < candidates.size(); ++k)
        if (is_idle[k] != 0) (idle.*candidates[k].set).insert(candidates[k].name);
    return idle;
}

}  // namespace wegwijzer::cli
