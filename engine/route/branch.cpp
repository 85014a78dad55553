// SPDX-License-Identifier: Apache-2.0
#include "route/branch.hpp"

#include <algorithm>
#include <set>

#include "route/assemble.hpp"
#include "route/charges.hpp"
#include "route/search.hpp"

namespace wegwijzer::route {

std::vector<PastRun> past_of(const model::Catalogue& catalogue, const model::Profile& profile,
                             Date on) {
    std::vector<PastRun> past;
    std::vector<int> runs(catalogue.steps.size(), 0);
    std::vector<int> failed(catalogue.steps.size(), 0);
    for (const auto& entry : profile.progress) {
        using State = model::ProgressEntry::State;
        const auto& step = catalogue[entry.step];
        PastRun run;
        run.step = entry.step;
        run.key = step.id + "#" + std::to_string(++runs[entry.step.index]);
        run.attempt = entry.attempt.value_or(failed[entry.step.index] + 1);
        run.start = run.begin = entry.start.value_or(entry.finish.value_or(on));
        if (entry.state != State::running) run.finish = std::min(entry.finish.value_or(on), on);
        run.passed = entry.state != State::failed;
        run.pace = entry.pace;
        for (std::uint32_t k = 0; k < step.outcomes.size(); ++k)
            if (step.outcomes[k].id == entry.outcome) run.outcome = k;
        run.pilots = entry.pilots;
        if (run.pilots.empty() && !step.only_in.is_none()) run.pilots = {step.only_in};
        if (entry.state == State::failed) failed[entry.step.index] = run.attempt;
        if (entry.state == State::done) failed[entry.step.index] = 0;
        past.push_back(std::move(run));
    }
    std::stable_sort(past.begin(), past.end(),
                     [](const PastRun& a, const PastRun& b) { return a.start < b.start; });
    return past;
}

std::vector<PastRun> past_at(const Situation& situation, const Solution& solution, NodeId decided,
                             std::uint32_t outcome) {
    const auto& network = solution.network;
    const Date day = network.nodes()[decided].finish;
    auto past = situation.past;
    // runs of the past that the solution takes up again stand in it with their days
    const auto is_in_solution = [&](const PastRun& run) {
        return std::any_of(network.nodes().begin(), network.nodes().end(), [&](const Node& node) {
            return network.problem().tasks[network.problem().options[node.option].task].key ==
                   run.key;
        });
    };
    std::erase_if(past, is_in_solution);
    const auto charges = charges_of(network);
    for (const NodeId n : by_key(network)) {
        const auto& node = network.nodes()[n];
        const auto& option = network.option(n);
        const auto& task = network.problem().tasks[option.task];
        if (n != decided && node.start >= day) continue;
        PastRun run;
        run.step = task.step;
        run.attempt = task.attempt;
        run.start = node.start;
        run.begin = node.begin;
        if (!option.is_open || node.finish <= day) run.finish = node.finish;
        run.passed = task.passes;
        run.outcome = n == decided ? std::optional(outcome) : option.outcome;
        run.pace = option.pace;
        run.pilots = option.pilots;
        run.key = task.key;
        run.must_stay = true;
        run.payers = payers_of(network, n);
        if (run.finish && *run.finish <= day)
            for (const auto& charge : charges)
                if (charge.key == run.key) run.charges.push_back(charge);
        past.push_back(std::move(run));
    }
    std::stable_sort(past.begin(), past.end(),
                     [](const PastRun& a, const PastRun& b) { return a.start < b.start; });
    return past;
}

namespace {

constexpr std::uint64_t most_nodes = 20'000;  // of a branch; the best found by then is shown

std::set<std::string> step_ids(const model::Catalogue& catalogue,
                               const std::vector<model::PlannedStep>& steps) {
    std::set<std::string> ids;
    for (const auto& step : steps) ids.insert(catalogue[step.step].id);
    return ids;
}

std::vector<std::string> difference(const std::set<std::string>& a,
                                    const std::set<std::string>& b) {
    std::vector<std::string> only;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
    return only;
}

/// The run with another outcome gives what that outcome gives.
void take_outcome(const model::Catalogue& catalogue, model::PlannedStep& run,
                  std::uint32_t outcome) {
    run.outcome = outcome;
    run.gives.clear();
    const auto& step = catalogue[run.step];
    const auto give = [&](const model::Given& given) {
        std::optional<Date> until;
        if (given.kind == model::Given::Kind::credential) {
            const auto& lasts = catalogue[given.credential].lasts;
            if (!lasts.is_empty() && lasts.cases.back().value)
                until = add(run.finish, *lasts.cases.back().value, catalogue.holidays);
        }
        run.gives.push_back({give_name(catalogue, given), until});
    };
    for (const auto& given : step.gives) give(given);
    for (const auto& given : step.outcomes[outcome].gives) give(given);
}

/// The trunk's runs that were over before the branch begins, then the branch's own.
void lay_over_trunk(const model::Catalogue& catalogue, const model::Route& trunk, Date day,
                    model::Route& planned, model::Branch& branch) {
    branch.steps = planned.steps;
    branch.cost = planned.cost;
    for (const auto& run : trunk.steps) {
        const auto same = [&](const model::PlannedStep& other) { return other.key == run.key; };
        if (run.start >= day && run.key != branch.key) continue;
        if (std::any_of(branch.steps.begin(), branch.steps.end(), same)) continue;
        auto kept = run;
        if (run.key == branch.key) take_outcome(catalogue, kept, branch.outcome);
        add_cost(branch.cost, kept);
        branch.steps.push_back(std::move(kept));
    }
    std::sort(branch.steps.begin(), branch.steps.end(), [](const auto& a, const auto& b) {
        return std::tie(a.start, a.key) < std::tie(b.start, b.key);
    });
    const auto now = step_ids(catalogue, branch.steps);
    const auto before = step_ids(catalogue, trunk.steps);
    branch.adds = difference(now, before);
    branch.drops = difference(before, now);
}

}  // namespace

void add_branches(const Situation& situation, const model::Route& trunk, Script& script, int depth,
                  std::vector<model::Branch>& branches) {
    if (depth == 0) return;
    const auto& catalogue = *script.problem->catalogue;
    const auto& network = script.solution.network;
    for (const NodeId n : by_key(network)) {
        const auto& option = network.option(n);
        const auto& task = script.problem->tasks[option.task];
        if (!option.outcome || (task.fixed && task.fixed->finish <= script.problem->on)) continue;
        const auto& outcomes = option.step->outcomes;
        for (std::uint32_t k = 0; k < outcomes.size(); ++k) {
            if (k == *option.outcome || outcomes[k].chance == 0.0) continue;
            model::Branch branch;
            branch.key = task.key;
            branch.step = task.step;
            branch.outcome = k;
            branch.chance = outcomes[k].chance;
            Situation next{situation.person, situation.question,
                           past_at(situation, script.solution, n, k)};
            const Date day = network.nodes()[n].finish;
            auto following = std::make_shared<Script>();
            auto problem = std::make_shared<Problem>(
                ground(*situation.person, *situation.question, {day, next.past, false, {}}));
            following->problem = problem;
            following->grounding = {day, next.past, false, {}};
            const Reach reach(*problem);
            Budget budget(most_nodes, situation.question->stop);
            auto found = search(*problem, reach, Aim::first, budget);
            if (!found.front.members().empty()) {
                following->solution = std::move(found.front.members().front());
                settle_ties(following->solution, budget);
                number_by_time(following->solution.network);
                keep_jobs(following->solution);
                take_open_loans(following->solution.network);
                auto planned = assemble(following->solution, *situation.question);
                branch.status = model::Status::reachable;
                // what the trunk had reached by then was reached on its own day
                for (std::size_t g = 0; g < planned.goals.size(); ++g)
                    if (const auto& had = trunk.goals[g].finish.planned; had && *had < day)
                        planned.goals[g] = trunk.goals[g];
                branch.goals = planned.goals;
                lay_over_trunk(catalogue, trunk, day, planned, branch);
                model::Route own_trunk = planned;
                own_trunk.steps = branch.steps;
                add_branches(next, own_trunk, *following, depth - 1, branch.branches);
                script.branches[{branch.key, k}] = std::move(following);
            }
            branches.push_back(std::move(branch));
        }
    }
}

}  // namespace wegwijzer::route
