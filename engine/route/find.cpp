// SPDX-License-Identifier: Apache-2.0
#include "route/find.hpp"

#include <algorithm>
#include <memory>

#include "route/assemble.hpp"
#include "route/branch.hpp"
#include "route/charges.hpp"
#include "route/first_route.hpp"
#include "route/notes.hpp"
#include "route/pilot_help.hpp"
#include "route/play.hpp"
#include "route/search.hpp"
#include "route/unknown.hpp"
#include "route/unmet.hpp"

namespace wegwijzer::route {

namespace {

using model::Label;
using model::Status;

constexpr int branch_depth = 2;  // R20

class Finder {
public:
    Finder(const model::Catalogue& catalogue, const model::Profile& profile,
           const Question& question, const Call& call, bool is_short = false)
        : catalogue_(catalogue),
          profile_(profile),
          question_(question),
          call_(call),
          is_short_(is_short) {
        plan_.on = question.on;
        plan_.horizon = question.horizon.value_or(add_months(question.on, 20 * 12));
        plan_.seed = question.seed;
        plan_.draws = question.draws;
        plan_.goals = question.goals;
        for (std::uint32_t p = 0; p < catalogue.pilots.size(); ++p)
            if (is_applied(catalogue.pilots[p], {p}, question)) plan_.pilots_applied.push_back({p});
    }

    model::Plan find() {
        if (!plan_with({}) && !plan_with_answers()) tell_none();
        if (is_short_) return std::move(plan_);
        tell_assumed();
        add_notes(catalogue_, *person_, question_, plan_);
        return std::move(plan_);
    }

private:
    /// Plans with the answers of the profile and those tried. @returns whether there is a route
    bool plan_with(const std::vector<model::Assumed>& tried) {
        tried_ = tried;
        key_of_draws_.reset();
        person_ = std::make_unique<Person>(catalogue_, profile_, question_.on, call_, tried);
        situation_ = {person_.get(), &question_, past_of(catalogue_, profile_, question_.on)};
        if (search_front(false)) return true;
        return search_front(true);
    }

    bool search_front(bool all_outcomes) {
        problem_ = std::make_shared<Problem>(
            ground(*person_, question_, {question_.on, situation_.past, all_outcomes, {}}));
        if (!all_outcomes) asked_ = problem_->asked;
        reach_ = std::make_unique<Reach>(*problem_);
        Budget budget(question_.node_limit, question_.stop);
        auto found = search(*problem_, *reach_, Aim::front, budget);
        plan_.nodes += budget.spent();
        plan_.limit_struck = plan_.limit_struck || budget.limit_struck();
        plan_.timed_out = plan_.timed_out || budget.timed_out();
        auto& members = found.front.members();
        if (members.empty()) return false;
        std::sort(members.begin(), members.end(), comes_before);
        plan_.front_is_complete = found.is_complete;
        plan_.front_size = static_cast<std::uint32_t>(members.size());
        plan_.status = tried_.empty() ? Status::reachable : Status::unknown;
        if (all_outcomes) {
            show_deviating(members.front(), found);
            return true;
        }
        if (is_held(members.front())) {
            plan_.status = Status::held;
            plan_.front_is_complete = true;
            plan_.front_size = 0;
            return true;
        }
        show_front(members, found);
        return true;
    }

    [[nodiscard]] bool is_held(const Solution& solution) const {
        return std::all_of(solution.worth.dates.begin(), solution.worth.dates.end(),
                           [&](Date day) { return day == question_.on; }) &&
               by_key(solution.network).empty();
    }

    /// Labels the front's best, and shows them (or all of it), the preferred one first.
    void show_front(std::vector<Solution>& members, const Found& found) {
        const auto best = [&](auto comes_first) {
            return static_cast<std::size_t>(
                std::min_element(members.begin(), members.end(), comes_first) - members.begin());
        };
        const std::vector<std::pair<Label, std::size_t>> labelled{
            {Label::fastest, 0},
            {Label::cheapest, best(is_cheaper)},
            {Label::lightest, best(is_lighter)},
            {Label::surest, best(is_surer)}};
        std::vector<std::size_t> shown;
        const auto show = [&](std::size_t member) {
            if (std::find(shown.begin(), shown.end(), member) == shown.end())
                shown.push_back(member);
        };
        show(labelled[static_cast<std::size_t>(question_.prefer)].second);
        if (!is_short_)
            for (const auto& [label, member] : labelled) show(member);
        if (question_.whole_front)
            for (std::size_t m = 0; m < members.size(); ++m) show(m);
        for (const std::size_t member : shown) {
            plan_.routes.push_back(show_route(members[member], found));
            for (const auto& [label, labelled_member] : labelled)
                if (labelled_member == member) plan_.routes.back().labels.push_back(label);
        }
        if (!question_.with_questions || is_short_) return;
        const Worth& fastest = members.front().worth;
        plan_.questions = telling_questions(Trial(catalogue_, profile_, question_, call_, false),
                                            asked_, fastest.dates);
        plan_.pilots_would_help = pilots_that_help(situation_, fastest);
    }

    model::Route show_route(Solution solution, const Found& found) {
        Budget budget(question_.node_limit, question_.stop);
        settle_ties(solution, budget);
        number_by_time(solution.network);
        keep_jobs(solution);
        take_open_loans(solution.network);
        auto route = assemble(solution, question_);
        route.optimal = found.is_complete;
        route.bound = found.is_complete ? solution.worth.dates.back() : found.bound.back();
        if (is_short_ && question_.draws == 0) return route;
        route.duties = duties_of(*person_, route, plan_.on, plan_.horizon);
        Script script{
            problem_, {question_.on, situation_.past, false, {}}, std::move(solution), {}};
        add_branches(situation_, route, script, branch_depth, route.branches);
        if (question_.draws > 0) play(script, question_, key_of_draws(), route);
        return route;
    }

    /// By what the packs ask of the person with no pilot and no waiver: these leave the draws
    /// alone.
    [[nodiscard]] RandomKey key_of_draws() {
        if (!key_of_draws_) {
            Question plain = question_;
            plain.pilots.clear();
            plain.waivers.clear();
            plain.apply_running_pilots = false;
            const auto asked =
                ground(*person_, plain, {question_.on, situation_.past, false, {}}).asked;
            key_of_draws_ =
                RandomKey(question_.seed).with(signature_of(catalogue_, profile_, asked));
        }
        return *key_of_draws_;
    }

    /// R13: no route by the outcomes followed. The best over all outcomes is shown up to the first
    /// that deviates.
    void show_deviating(const Solution& best, const Found& found) {
        const auto& network = best.network;
        std::optional<NodeId> first;
        for (const NodeId n : by_key(network)) {
            const auto& option = network.option(n);
            const auto step = problem_->tasks[option.task].step;
            if (!option.outcome ||
                option.outcome == followed_outcome(*option.step, step, question_))
                continue;
            if (!first || network.nodes()[n].finish < network.nodes()[*first].finish) first = n;
        }
        auto route = assemble(best, question_);
        route.labels = {Label::fastest};
        route.optimal = found.is_complete;
        if (first) {
            const Date day = network.nodes()[*first].finish;
            model::Branch branch;
            branch.key = problem_->tasks[network.option(*first).task].key;
            branch.step = problem_->tasks[network.option(*first).task].step;
            branch.outcome = *network.option(*first).outcome;
            branch.chance = network.option(*first).step->outcomes[branch.outcome].chance;
            branch.status = Status::reachable;
            branch.goals = route.goals;
            branch.steps = route.steps;
            branch.cost = route.cost;
            std::erase_if(route.steps, [&](const model::PlannedStep& s) {
                return s.start >= day && s.finish > day;
            });
            route.branches.push_back(std::move(branch));
        }
        for (auto& goal : route.goals) goal.finish = {};
        recount(route);
        plan_.front_size = 1;
        plan_.routes.push_back(std::move(route));
    }

    static void recount(model::Route& route) {
        route.hours = route.paid_hours = {};
        route.cost = {};
        route.income = {};
        route.outcomes.clear();
        for (const auto& step : route.steps) {
            route.hours += step.hours;
            add_cost(route.cost, step);
            route.income += step.income;
        }
    }

    bool plan_with_answers() {
        const auto opening = opening_answers(Trial(catalogue_, profile_, question_, call_, true));
        plan_.front_is_complete = opening.is_complete;
        return opening.answers && plan_with(*opening.answers);
    }

    /// No route was found: whether there is none is only known if no limit struck.
    void tell_none() {
        const bool is_cut_short = plan_.limit_struck || plan_.timed_out;
        plan_.status = is_cut_short ? Status::unknown : Status::unreachable;
        if (is_cut_short) plan_.front_is_complete = false;
        if (is_cut_short || is_short_) return;
        tell_obstacles();
        show_first_goals();
    }

    void tell_obstacles() {
        const auto obstacles = obstacles_of(situation_);
        plan_.unmet = obstacles.unmet;
        plan_.unmet_is_complete = obstacles.is_complete;
        plan_.circles = obstacles.circles;
        if (question_.with_questions)
            plan_.pilots_would_help = pilots_that_help(situation_, std::nullopt);
    }

    /// R12: when only the first goals can be reached, their route is shown.
    void show_first_goals() {
        for (std::size_t count = question_.goals.size() - 1; count > 0; --count) {
            Question shorter = question_;
            shorter.goals.resize(count);
            shorter.with_questions = false;
            auto part = Finder(catalogue_, profile_, shorter, call_).find();
            if (part.routes.empty()) continue;
            plan_.routes = std::move(part.routes);
            plan_.front_is_complete = part.front_is_complete;
            plan_.front_size = part.front_size;
            return;
        }
    }

    /// Answers tried, and usual values that the answer rests on.
    void tell_assumed() {
        plan_.assumed = tried_;
        for (const auto attribute : asked_) {
            const auto& asked = catalogue_[attribute];
            if (!asked.usual.is_known || asked.is_derived() ||
                person_->is_answered(attribute, question_.on))
                continue;
            if (person_->value(attribute, question_.on).is_known)
                plan_.assumed.push_back({attribute, asked.usual, true});
        }
    }

    const model::Catalogue& catalogue_;
    const model::Profile& profile_;
    const Question& question_;
    const Call& call_;
    bool is_short_;  // the first route alone
    model::Plan plan_;
    std::vector<model::Assumed> tried_;
    std::vector<model::AttributeId> asked_;
    std::unique_ptr<Person> person_;
    std::optional<RandomKey> key_of_draws_;  // the same for every route of this person
    Situation situation_;
    std::shared_ptr<Problem> problem_;
    std::unique_ptr<Reach> reach_;
};

}  // namespace

model::Plan find(const model::Catalogue& catalogue, const model::Profile& profile,
                 const Question& question, const Call& call) {
    return Finder(catalogue, profile, question, call).find();
}

model::Plan find_first_route(const model::Catalogue& catalogue, const model::Profile& profile,
                             const Question& question, const Call& call) {
    return Finder(catalogue, profile, question, call, true).find();
}

}  // namespace wegwijzer::route
