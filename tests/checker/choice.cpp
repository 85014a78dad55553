// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <tuple>

#include "checker/duties.hpp"
#include "checker/funds.hpp"
#include "checker/purse.hpp"
#include "checker/walk.hpp"

namespace wegwijzer::checker {
namespace {

class ChoiceChecks {
public:
    ChoiceChecks(const Setting& setting, const Walk& walk, const model::Route& route,
                 Report& report)
        : setting_(setting), walk_(walk), route_(route), report_(report) {}

    void check() {
        check_outcomes();
        if (!setting_.question.is_thorough || !is_whole()) return;
        for (const auto& group : repetitions()) check_left_out(group);
        for (std::size_t r = 0; r < walk_.runs().size(); ++r) {
            if (walk_.runs()[r].is_open()) check_end(r);
            check_earlier(r);
        }
    }

private:
    /// A route that reaches no goal is one shown up to an outcome that deviates (R13); one that
    /// reaches the first goals only is judged by those.
    [[nodiscard]] bool is_whole() const {
        return std::any_of(route_.goals.begin(), route_.goals.end(),
                           [](const model::PlannedGoal& g) { return g.finish.planned; });
    }
    [[nodiscard]] Date last_goal() const {
        Date last = setting_.question.on;
        for (const auto& goal : route_.goals)
            last = std::max(last, goal.finish.planned.value_or(last));
        return last;
    }

    /// R13: that of the question, else the planned one, else the likeliest.
    [[nodiscard]] std::uint32_t followed(const model::Step& step) const {
        std::uint32_t likeliest = 0;
        std::optional<std::uint32_t> planned;
        for (std::uint32_t k = 0; k < step.outcomes.size(); ++k) {
            const auto& outcome = step.outcomes[k];
            for (const auto& assumed : setting_.question.assumed_outcomes)
                if (assumed == step.id + "=" + outcome.id) return k;
            if (outcome.plan && !planned) planned = k;
            if (outcome.chance.value_or(0) > step.outcomes[likeliest].chance.value_or(0))
                likeliest = k;
        }
        return planned.value_or(likeliest);
    }

    void check_outcomes() {
        for (const auto& run : walk_.runs()) {
            const auto& outcome = run.planned->outcome;
            const auto& outcomes = run.step->outcomes;
            if (outcomes.empty() || !run.planned->passes) {
                if (outcome) report_.tell("R13", run.key(), "it has no outcome to follow");
            } else if (!outcome || *outcome >= outcomes.size()) {
                report_.tell("R13", run.key(), "no outcome is followed");
            } else if (is_whole() && !run.is_under_way() && *outcome != followed(*run.step)) {
                report_.tell("R13", run.key(),
                             "the outcome to follow is " + outcomes[followed(*run.step)].id);
            }
        }
    }

    /// Each run that passes, with the failed attempts that lead to it.
    [[nodiscard]] std::vector<std::vector<std::size_t>> repetitions() const {
        const auto& runs = walk_.runs();
        std::map<std::uint32_t, std::vector<std::size_t>> by_step;
        for (std::size_t r = 0; r < runs.size(); ++r)
            by_step[runs[r].planned->step.index].push_back(r);
        std::vector<std::vector<std::size_t>> groups;
        for (auto& [step, members] : by_step) {
            std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
                return std::tuple(runs[a].start, runs[a].finish, runs[a].planned->attempt) <
                       std::tuple(runs[b].start, runs[b].finish, runs[b].planned->attempt);
            });
            bool is_over = true;
            for (const std::size_t r : members) {
                if (is_over) groups.emplace_back();
                groups.back().push_back(r);
                is_over = runs[r].planned->passes;
            }
        }
        return groups;
    }

    /// Whether every need, `must` and goal is met by these runs; the goals no later than planned
    /// where `dates_count`.
    [[nodiscard]] bool is_sound(const Walk& walk, bool dates_count) const {
        Report wrong(true);
        walk.check_needs(wrong);
        if (wrong.is_clean()) walk.check_musts(wrong);
        if (!wrong.is_clean() || !funds_are_open(setting_, walk) ||
            !purse_suffices(setting_, walk) || !keeps_duties(setting_, walk))
            return false;
        for (const auto& goal : route_.goals) {
            if (!goal.finish.planned) continue;
            if (walk.holds_on(setting_.catalogue[goal.goal].reach, *goal.finish.planned)) continue;
            const Date until = dates_count ? *goal.finish.planned : setting_.horizon;
            if (!walk.goal_day(goal.goal, until)) return false;
        }
        return true;
    }

    void check_left_out(const std::vector<std::size_t>& group) {
        std::vector<Run> rest;
        for (std::size_t r = 0; r < walk_.runs().size(); ++r) {
            const bool is_out = std::find(group.begin(), group.end(), r) != group.end();
            if (is_out && walk_.runs()[r].is_under_way()) return;
            if (!is_out) rest.push_back(walk_.runs()[r]);
        }
        // the day on which a goal is reached is what the route is for
        if (is_sound(Walk(setting_, std::move(rest)), true))
            report_.tell("R12", walk_.runs()[group.back()].key(), "nothing in the route needs it");
    }

    [[nodiscard]] Walk with(std::size_t r, const Run& changed) const {
        auto runs = walk_.runs();
        runs[r] = changed;
        return Walk(setting_, std::move(runs));
    }

    [[nodiscard]] std::int64_t cost_of(const Run& run) const {
        std::int64_t cents = 0;
        for (const auto& line : setting_.clockwork.cost_lines(run, setting_.question.on))
            cents += line.amount.cents;
        return cents;
    }

    /// Whether the route obeys everything with one run on other days; all else fixed.
    [[nodiscard]] bool is_possible(std::size_t r, const Run& changed) const {
        const Walk walk = with(r, changed);
        Report wrong(true);
        walk.check_needs(walk.runs()[r], wrong);
        if (!wrong.is_clean()) return false;
        walk.check_hours({std::min(changed.begin, walk_.runs()[r].begin),
                          std::max(changed.finish, walk_.runs()[r].finish)},
                         wrong);
        return wrong.is_clean() && is_sound(walk, true);
    }

    /// R10 and R13: it waits for the run of its step before, and the next one waits for it.
    [[nodiscard]] bool keeps_its_turn(std::size_t r, const Run& changed) const {
        const auto waits_for = [&](const Run& later, const Run& earlier) {
            const auto& attempt = later.step->attempt;
            if (earlier.planned->passes || !attempt) return later.start >= earlier.finish;
            return later.start >= setting_.almanac.likely_later(earlier.finish, attempt->again);
        };
        const Run& now = walk_.runs()[r];
        for (std::size_t o = 0; o < walk_.runs().size(); ++o) {
            const Run& other = walk_.runs()[o];
            if (o == r || other.planned->step != now.planned->step) continue;
            const bool is_earlier = other.finish <= now.start && other.start <= now.start;
            if (is_earlier ? !waits_for(changed, other) : !waits_for(other, changed)) return false;
        }
        for (const auto& entry : setting_.profile.progress)
            if (entry.step == now.planned->step && now.step->attempt && entry.finish &&
                entry.state == model::ProgressEntry::State::failed && now.planned->attempt > 1 &&
                changed.start <
                    setting_.almanac.likely_later(*entry.finish, now.step->attempt->again))
                return false;
        return true;
    }

    [[nodiscard]] bool rests_on_a_ceiling() const {
        for (const auto& run : walk_.runs())
            for (const auto& payment : run.planned->payments)
                if (!payment.fund.is_none() && (setting_.catalogue[payment.fund].ceiling ||
                                                setting_.catalogue[payment.fund].ceiling_quarter))
                    return true;
        return false;
    }

    /// R17
    void check_earlier(std::size_t r) {
        const Run& run = walk_.runs()[r];
        // on another day a ceiling may be used up by others, and own cost be worse
        if (run.is_under_way() || rests_on_a_ceiling()) return;
        const std::int64_t cost = cost_of(run);
        for (Date day = setting_.question.on; day < run.start; day = day + Days{1}) {
            auto changed = setting_.clockwork.moved(run, day, setting_.last());
            if (!changed) continue;
            std::vector<Run> candidates{*changed};
            const auto least = [&](Date start) {
                return setting_.almanac.term_later(start, run.step->least);
            };
            if (run.is_open() && run.finish == least(run.start))
                candidates.push_back(setting_.clockwork.ended(*changed, least(day)));
            for (const auto& candidate : candidates) {
                if (setting_.clockwork.why_not_offered(candidate) ||
                    !keeps_its_turn(r, candidate) || cost_of(candidate) > cost ||
                    !is_possible(r, candidate))
                    continue;
                report_.tell("R17", run.key(),
                             "it can start on " + setting_.text(day) + ", before " +
                                 setting_.text(run.start));
                return;
            }
        }
    }

    [[nodiscard]] bool reaches_a_goal(std::size_t r) const {
        Run without = walk_.runs()[r];
        without.awards.clear();
        const Walk walk = with(r, without);
        return std::any_of(
            route_.goals.begin(), route_.goals.end(), [&](const model::PlannedGoal& goal) {
                return goal.finish.planned &&
                       !walk.holds_on(setting_.catalogue[goal.goal].reach, *goal.finish.planned);
            });
    }

    /// R9: the end of an open step is no day longer than it is needed, or as long as the goals
    /// allow.
    void check_end(std::size_t r) {
        const Run& run = walk_.runs()[r];
        const auto& clockwork = setting_.clockwork;
        const Date first =
            std::max(setting_.almanac.term_later(run.start, run.step->least), setting_.question.on);
        const bool reaches = reaches_a_goal(r);
        Date last = last_goal();
        if (setting_.profile.keep_until) last = std::min(last, *setting_.profile.keep_until);
        if (run.finish > std::max(first, reaches ? last : first) &&
            is_possible(r, clockwork.ended(run, run.finish - Days{1})))
            report_.tell("R9", run.key(),
                         "nothing needs it on " + setting_.text(run.finish - Days{1}));
        if (!reaches) return;
        for (Date day = run.finish + Days{1}; day <= last; day = day + Days{1}) {
            if (!is_possible(r, clockwork.ended(run, day))) continue;
            report_.tell("R9", run.key(),
                         "it reaches a goal and can be kept until " + setting_.text(day));
            return;
        }
    }

    const Setting& setting_;
    const Walk& walk_;
    const model::Route& route_;
    Report& report_;
};

}  // namespace

void check_choice(const Setting& setting, const Walk& walk, const model::Route& route,
                  Report& report) {
    ChoiceChecks(setting, walk, route, report).check();
}

}  // namespace wegwijzer::checker
