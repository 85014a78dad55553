// SPDX-License-Identifier: Apache-2.0
/// A draw walked day by day, as R19 reads: nothing is kept, every need is judged anew each day.
/// Slow and plain; what the engine plays must come to the same.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "route/stage.hpp"

namespace wegwijzer::plain {

using namespace wegwijzer::route;

struct Walked {
    bool can_tell = true;  ///< false: another outcome, a renewal or a fund that is not open yet,
                           ///< which this walk leaves out
    bool has_reached = false;
    std::vector<Date> dates;
};

class Walk {
public:
    Walk(const Stage& stage, const Question& question, std::uint64_t draw)
        : stage_(stage), problem_(*stage.problem), question_(question), draw_(draw) {
        for (const auto& unit : stage.units)
            states_.push_back({unit.first_attempt, Date::always, nothing});
    }

    Walked walk() {
        Walked walked;
        start_what_runs();
        for (Date day = problem_.on; day <= problem_.horizon && !failed_; day = day + Days{1}) {
            while (start_one(day)) {
            }
            if (all_done()) break;
        }
        walked.can_tell = can_tell_;
        if (failed_ || !all_done() || !musts_hold()) return walked;
        for (const TaskId goal : problem_.goals) {
            const auto& option = problem_.options[problem_.tasks[goal].options.front()];
            Date day = problem_.on;
            while (day <= problem_.horizon && !holds(option.needs.front().tree, day))
                day = day + Days{1};
            if (day > problem_.horizon) return walked;
            walked.dates.push_back(day);
        }
        walked.has_reached = true;
        return walked;
    }

private:
    struct Run {
        std::uint32_t unit = 0, way = 0;
        Date start, begin, finish;
        bool passes = true;
    };
    struct State {
        int attempt = 1;
        Date from;
        std::uint32_t passed = nothing;  ///< number of the run
    };

    [[nodiscard]] const Way& way_of(const Run& run) const {
        return stage_.units[run.unit].ways[run.way];
    }
    [[nodiscard]] bool all_done() const {
        return std::all_of(states_.begin(), states_.end(),
                           [](const State& s) { return s.passed != nothing; });
    }

    [[nodiscard]] double draw(std::uint32_t u, int attempt, std::uint64_t what) const {
        return stage_.units[u]
            .own.with(std::uint64_t{0})
            .with(static_cast<std::uint64_t>(attempt))
            .with(what)
            .with(draw_)
            .uniform();
    }

    [[nodiscard]] Date finish_of(std::uint32_t u, const Way& way, int attempt, Date begin) const {
        Length length = way.clock->length();
        if (way.has_range) {
            const double drawn = triangular(
                way.range, way.shared ? way.shared->with(draw_).uniform() : draw(u, attempt, 1));
            length.days = way.option->pace
                              ? days_at({static_cast<std::int64_t>(std::llround(drawn * 100))},
                                        *way.option->pace)
                                    .count
                              : round_half_up(drawn);
        }
        if (const auto& extend = way.option->step->extend) {
            length.extension_days = 0;
            length.extension_term.reset();
            if (draw(u, attempt, 2) < extend->chance) {
                const Length longer = length_of(extend->time, std::nullopt);
                length.extension_days =
                    extend->time.is_range()
                        ? round_half_up(triangular(std::get<Estimate>(extend->time.value),
                                                   draw(u, attempt, 3)))
                        : longer.days;
                length.extension_term = longer.term;
            }
        }
        return way.clock->finish_from(begin, length);
    }

    /// Until when an open run lasts, by who has come for it.
    [[nodiscard]] Date end_of(const Run& run) const {
        if (!way_of(run).option->is_open) return run.finish;
        const auto& unit = stage_.units[run.unit];
        Date end = run.finish;
        for (const auto asker : unit.asked_by) {
            if (states_[asker].passed == nothing) return Date::never;
            const Run& other = runs_[states_[asker].passed];
            const auto& needs = way_of(other).option->needs;
            const bool is_long = std::any_of(needs.begin(), needs.end(), [](const GroundNeed& n) {
                return n.role == GroundNeed::Role::need && n.at != model::At::start;
            });
            end = std::max(end, is_long ? end_of(other) : other.start + Days{1});
        }
        return unit.serves_goal ? std::max(end, run.start + Days{1}) : end;
    }

    [[nodiscard]] bool holds(TreeId id, Date day) {
        const auto& tree = problem_.trees[id];
        const auto part_holds = [&](TreeId part) { return holds(part, day); };
        switch (tree.kind) {
            case Tree::Kind::always:
                return true;
            case Tree::Kind::never:
                return false;
            case Tree::Kind::days:
                return tree.days.contains(day);
            case Tree::Kind::all:
                return std::all_of(tree.parts.begin(), tree.parts.end(), part_holds);
            case Tree::Kind::any:
                return std::any_of(tree.parts.begin(), tree.parts.end(), part_holds);
            case Tree::Kind::at_least:
                return std::count_if(tree.parts.begin(), tree.parts.end(), part_holds) >= tree.n;
            case Tree::Kind::atom:
                break;
        }
        for (const auto& hold : tree.holds)
            if (hold.days.from <= day && day < hold.days.until) return true;
        for (const auto& giver : stage_.givers[id])
            for (const auto& run : runs_) {
                if (run.unit != giver.unit || run.way != giver.way || !run.passes) continue;
                const auto& option = *way_of(run).option;
                const Date from = option.is_open ? run.start : run.finish;
                const Date until =
                    option.is_open ? end_of(run)
                                   : award_until(problem_, option, option.awards[giver.award],
                                                 tree.younger, run.start, run.begin, run.finish);
                if (from <= day && day < until) return true;
                if (day >= until && option.step->repeat > 1) can_tell_ = false;
            }
        return false;
    }

    [[nodiscard]] bool needs_hold(const Way& way, Date start, Date begin, Date finish) {
        for (const auto& need : way.option->needs) {
            if (need.role != GroundNeed::Role::need) continue;
            switch (need.at) {
                case model::At::start:
                    if (!holds(need.tree, start)) return false;
                    break;
                case model::At::session:
                    if (!holds(need.tree, begin)) return false;
                    break;
                case model::At::finish:
                    if (!holds(need.tree, finish)) return false;
                    break;
                case model::At::throughout:
                    if (!holds(need.tree, start)) return false;
                    for (Date day = start; day < finish; day = day + Days{1})
                        if (!holds(need.tree, day)) return false;
                    break;
            }
        }
        return true;
    }

    [[nodiscard]] bool hours_allow(const Way& way, Date begin, Date finish) const {
        if (way.option->rate == 0) return true;
        for (Date day = begin; day < finish; day = day + Days{1}) {
            if (way.clock->still().contains(day)) continue;
            std::int64_t load = way.option->rate;
            bool is_shared = false;
            for (const auto& run : runs_) {
                const auto& other = way_of(run);
                if (other.option->rate == 0 || day < run.begin || day >= end_of(run) ||
                    other.clock->still().contains(day))
                    continue;
                load += other.option->rate;
                is_shared = true;
            }
            if (is_shared && load > problem_.capacity.at(day)) return false;
        }
        return true;
    }

    void start_what_runs() {
        for (std::uint32_t u = 0; u < stage_.units.size(); ++u) {
            const auto& unit = stage_.units[u];
            if (!unit.fixed || unit.ways.empty()) continue;
            can_tell_ = can_tell_ && !unit.ways.front().option->step->attempt;
            Run run{u, 0, unit.fixed->start, unit.fixed->begin, unit.fixed->finish, true};
            if (!unit.ways.front().option->is_open)
                run.finish = std::max(
                    problem_.on, finish_of(u, unit.ways.front(), unit.fixed_attempt, run.begin));
            pass(run);
        }
    }

    void pass(const Run& run) {
        states_[run.unit].passed = static_cast<std::uint32_t>(runs_.size());
        runs_.push_back(run);
        failed_ = failed_ || run.finish > problem_.horizon;
        const auto& option = *way_of(run).option;
        if (!option.outcome) return;
        for (const auto& assumed : question_.assumed_outcomes)
            if (assumed.step == problem_.tasks[option.task].step) {
                can_tell_ = can_tell_ && assumed.outcome == *option.outcome;
                return;
            }
        double left = draw(run.unit, 0, 6);
        std::uint32_t fell = *option.outcome;
        for (std::uint32_t k = 0; k < option.step->outcomes.size(); ++k) {
            left -= option.step->outcomes[k].chance.value_or(0);
            if (left < 0) {
                fell = k;
                break;
            }
        }
        can_tell_ = can_tell_ && fell == *option.outcome;
    }

    /// Starts the first unit, in the order of the plan, that is ready on the day.
    bool start_one(Date day) {
        for (std::uint32_t u = 0; u < stage_.units.size(); ++u) {
            auto& state = states_[u];
            const auto& unit = stage_.units[u];
            if (failed_ || state.passed != nothing || day < std::max(state.from, unit.not_before))
                continue;
            if ((unit.waits_for_plan || waits_its_turn(u)) && day < unit.planned) continue;
            if (unit.before != nothing && (states_[unit.before].passed == nothing ||
                                           day < end_of(runs_[states_[unit.before].passed])))
                continue;
            for (std::uint32_t w = 0; w < unit.ways.size(); ++w)
                if (try_to_start(u, w, day)) return true;
        }
        return false;
    }

    [[nodiscard]] bool waits_its_turn(std::uint32_t u) const {
        const auto has_begun = [&](std::uint32_t v) {
            return std::any_of(runs_.begin(), runs_.end(),
                               [&](const Run& run) { return run.unit == v; });
        };
        for (std::uint32_t v = 0; v < u; ++v)
            if (stage_.units[u].takes_hours && stage_.units[v].takes_hours && !has_begun(v))
                return true;
        return false;
    }

    bool try_to_start(std::uint32_t u, std::uint32_t w, Date day) {
        const Way& way = stage_.units[u].ways[w];
        if (way.clock->next_start(day) != day) return false;
        auto& state = states_[u];
        const Date begin = way.clock->begin(day);
        const Date finish = way.option->is_open
                                ? add(day, way.option->step->least, problem_.catalogue->holidays)
                                : finish_of(u, way, state.attempt, begin);
        if (!needs_hold(way, day, begin, finish) || !hours_allow(way, begin, finish)) return false;
        for (const auto& payer : way.payers)
            if (payer.opens != nothing && !holds(payer.opens, day))
                can_tell_ = false;  // whether it will open is not known on the day
        Run run{u, w, day, begin, finish, true};
        const double* chance = value_on(way.pass, day);
        const auto& attempt = way.option->step->attempt;
        if (chance != nullptr && *chance < 1 && draw(u, state.attempt, 4) >= *chance) {
            run.passes = false;
            if (attempt->most && state.attempt >= *attempt->most) failed_ = true;
            state.from =
                attempt->again.is_range()
                    ? finish +
                          Days{round_half_up(triangular(std::get<Estimate>(attempt->again.value),
                                                        draw(u, state.attempt, 5)))}
                    : add_likely(finish, attempt->again, problem_.catalogue->holidays);
            ++state.attempt;
            failed_ = failed_ || finish > problem_.horizon;
            runs_.push_back(run);
            return true;
        }
        pass(run);
        return true;
    }

    [[nodiscard]] bool musts_hold() {
        for (const auto& run : runs_)
            for (const auto& need : way_of(run).option->needs) {
                if (need.role != GroundNeed::Role::must) continue;
                if (stage_.units[run.unit].serves_goal)
                    can_tell_ = false;  // how long it is kept is a rule apart
                for (Date day = add(run.start, need.within, problem_.catalogue->holidays);
                     day < end_of(run) && day <= problem_.horizon; day = day + Days{1})
                    if (!holds(need.tree, day)) return false;
            }
        return true;
    }

    const Stage& stage_;
    const Problem& problem_;
    const Question& question_;
    std::uint64_t draw_;
    std::vector<State> states_;
    std::vector<Run> runs_;
    bool failed_ = false, can_tell_ = true;
};

}  // namespace wegwijzer::plain
