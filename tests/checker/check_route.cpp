// SPDX-License-Identifier: Apache-2.0
#include "checker/check_route.hpp"

#include <algorithm>

#include "checker/duties.hpp"
#include "checker/funds.hpp"
#include "checker/purse.hpp"
#include "checker/walk.hpp"

namespace wegwijzer::checker {
namespace {

Date horizon_of(const Question& question, const Almanac& almanac) {
    return question.horizon.value_or(almanac.months_later(question.on, 20 * 12));
}

/// What is the same for all routes of a plan.
class Desk {
public:
    Desk(const model::Catalogue& catalogue, const model::Profile& profile, const Question& question,
         const model::Plan& plan)
        : almanac_(question.holidays),
          person_(catalogue, profile, question, plan, almanac_),
          clockwork_(person_, question),
          past_(past_awards(person_, profile, question.on)),
          setting_{catalogue,  profile,  question,
                   plan,       almanac_, person_,
                   clockwork_, past_,    horizon_of(question, almanac_)} {}

    void check(const model::Route& route, Report& report) const {
        const Walk walk(setting_, runs_of(route.steps));
        check_days(setting_, walk, false, report);
        check_through_the_days(walk, route.goals, report);
        check_goal_order(route, report);
        // Whether a route could do with less is a question only where it is one.
        if (report.is_clean()) check_choice(setting_, walk, route, report);
        check_printed_runs(setting_, walk, false, report);
        check_funds(setting_, walk, report);
        check_purse(setting_, walk, report);
        check_duties(setting_, walk, route, report);
        check_printed_totals(setting_, walk, route, report);
        for (const auto& branch : route.branches) check_branch(branch, "", report);
    }

    void check_plan(Report& report) const {
        const auto& [catalogue, profile, question, plan, almanac, person, clockwork, past,
                     horizon] = setting_;
        if (plan.on != question.on) report.tell("R1", "plan", "it is of another day");
        if (plan.horizon != horizon)
            report.tell("R6", "plan", "its horizon is " + almanac.text(horizon));
        if (plan.goals != question.goals) report.tell("R12", "plan", "it has other goals");
        const bool has_route =
            plan.status == model::Status::reachable || plan.status == model::Status::unknown;
        if (has_route && plan.routes.empty()) report.tell("R23", "plan", "no route is shown");
        for (const auto& assumed : plan.assumed)
            if (!assumed.is_usual &&
                std::any_of(profile.answers.begin(), profile.answers.end(), [&](const auto& a) {
                    return a.attribute == assumed.attribute && is_known(a);
                }))
                report.tell("R23", catalogue[assumed.attribute].id, "it is answered, not assumed");
    }

private:
    [[nodiscard]] static bool is_known(const model::Answer& answer) {
        return std::all_of(answer.values.begin(), answer.values.end(),
                           [](const model::TimedValue& timed) { return timed.value.is_known; });
    }

    [[nodiscard]] std::vector<Run> runs_of(const std::vector<model::PlannedStep>& steps) const {
        std::vector<Run> runs;
        for (const auto& step : steps) runs.push_back(clockwork_.run_of(step));
        return runs;
    }

    void check_through_the_days(const Walk& walk, const std::vector<model::PlannedGoal>& goals,
                                Report& report) const {
        Date last = setting_.question.on;
        for (const auto& run : walk.runs()) last = std::max(last, run.finish);
        walk.check_hours({setting_.question.on, last}, report);
        walk.check_needs(report);
        walk.check_musts(report);
        for (const auto& goal : goals)
            if (goal.finish.planned) check_goal(walk, goal, report);
    }

    /// R6, R12: the goal's date is the first day on which it is reached.
    void check_goal(const Walk& walk, const model::PlannedGoal& goal, Report& report) const {
        const auto& id = setting_.catalogue[goal.goal].id;
        const Date planned = *goal.finish.planned;
        const auto day = walk.goal_day(goal.goal, planned);
        if (planned > setting_.horizon) report.tell("R6", id, "it is reached after the horizon");
        if (!day)
            report.tell("R12", id, "it is not reached by " + setting_.text(planned));
        else if (*day != planned)
            report.tell("R14", id, "it is reached on " + setting_.text(*day) + " already");
    }

    void check_goal_order(const model::Route& route, Report& report) const {
        std::vector<model::GoalId> goals;
        for (const auto& goal : route.goals) goals.push_back(goal.goal);
        if (goals != setting_.question.goals)
            report.tell("R12", "route", "its goals are not those asked for");
    }

    /// R20: what runs in a branch obeys the same days; what is chosen there is another plan's.
    void check_branch(const model::Branch& branch, const std::string& trunk, Report& report) const {
        const auto& outcomes = setting_.catalogue[branch.step].outcomes;
        const std::string name =
            trunk + branch.key + "=" +
            (branch.outcome < outcomes.size() ? outcomes[branch.outcome].id : "?") + " > ";
        report.set_prefix(name);
        const Walk walk(setting_, runs_of(branch.steps));
        check_days(setting_, walk, true, report);
        check_through_the_days(walk, branch.goals, report);
        check_printed_runs(setting_, walk, true, report);
        for (const auto& deeper : branch.branches) check_branch(deeper, name, report);
        report.set_prefix(trunk);
    }

    Almanac almanac_;
    Person person_;
    Clockwork clockwork_;
    std::vector<Award> past_;
    Setting setting_;
};

}  // namespace

std::vector<Violation> check_route(const model::Catalogue& catalogue, const model::Profile& profile,
                                   const Question& question, const model::Plan& plan,
                                   const model::Route& route) {
    Report report;
    Desk(catalogue, profile, question, plan).check(route, report);
    return report.violations();
}

std::vector<Violation> check_plan(const model::Catalogue& catalogue, const model::Profile& profile,
                                  const Question& question, const model::Plan& plan) {
    Report report;
    const Desk desk(catalogue, profile, question, plan);
    desk.check_plan(report);
    auto violations = report.violations();
    for (std::size_t r = 0; r < plan.routes.size(); ++r) {
        Report of_route;
        desk.check(plan.routes[r], of_route);
        for (const auto& violation : of_route.violations()) {
            violations.push_back(violation);
            violations.back().where = "routes[" + std::to_string(r) + "] " + violation.where;
        }
    }
    return violations;
}

}  // namespace wegwijzer::checker
