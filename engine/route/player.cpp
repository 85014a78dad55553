// SPDX-License-Identifier: Apache-2.0
#include "route/player.hpp"

#include <algorithm>
#include <cmath>

#include "route/first_met.hpp"

namespace wegwijzer::route {

namespace {

// What a unit draws, told apart in the key.
enum class Draws : std::uint64_t { length = 1, extend, longer, pass, again, outcome, cost = 16 };

/// Whether an event with a range sets something that the plan looked at.
bool has_drawn_events(const Problem& problem) {
    const auto& events = problem.person->events();
    for (std::uint32_t e = 0; e < events.size(); ++e) {
        const auto& event = problem.catalogue->events[e];
        if (events[e] && *events[e] > problem.on && event.in.is_range() &&
            std::binary_search(problem.asked.begin(), problem.asked.end(), event.set))
            return true;
    }
    return false;
}

}  // namespace

std::unique_ptr<const Scene> scene_of(const Script& script, const Question& question,
                                      RandomKey key) {
    auto scene = std::make_unique<Scene>();
    scene->script = &script;
    scene->question = &question;
    scene->key = key;
    scene->stage = stage_of(script, *script.problem, question, key, scene->names);
    scene->has_drawn_events = has_drawn_events(*script.problem);
    return scene;
}

class Player::Table {
public:
    explicit Table(const Scene& scene)
        : scene_(scene),
          question_(*scene.question),
          holidays_(scene.script->problem->catalogue->holidays) {
        kept_.resize(scene.names.size());
    }

    void play(std::uint64_t draw, Fate& fate) {
        draw_ = draw;
        constexpr std::size_t most_drawn = 256;
        if (drawn_.size() > most_drawn) drawn_.clear();
        fate.has_reached = false;
        fate.dates.clear();
        fate.runs.assign(scene_.names.size(), {});
        runs_.clear();
        charges_.clear();
        waits_.clear();
        busy_.clear();
        decided_by_ = nothing;
        std::fill(kept_.begin(), kept_.end(), nothing);
        play_turns(*scene_.script, scene_.stage, fate);
        fate.own_cents = own_cents();
    }

private:
    /// One attempt.
    struct Run {
        const Stage* stage = nullptr;
        std::uint32_t unit = 0;
        std::uint32_t way = 0;
        int attempt = 1;
        Date start, begin, finish;   ///< finish of an open one: the first day on which it may end
        Date until = Date::never;    ///< an open one: its end
        bool yields = false;         ///< an open one that only a goal needs: it ends for others
        Date needed = Date::always;  ///< of such a one: until when other steps needed it
        bool passes = true;
        bool waited_for_hours = false;
        bool was_kept = false;  ///< from before another outcome
        std::uint32_t outcome = 0;
        std::uint32_t before = nothing;  ///< the attempt before, or the award that it renews
        std::int64_t cents = 0;
        std::int64_t days_drawn = 0;
        std::uint32_t first_wait = 0, wait_count = 0;  ///< in `waits_`: what it waited for last
    };
    struct State {
        bool is_done = false, is_stale = true;
        Date from = Date::always;  ///< of the next attempt: after the wait
        int attempt = 1;
        std::uint32_t last = nothing;  ///< its latest run
        int renewals = 0;
        Date start = Date::never;  ///< when it could start, as far as known
        std::uint32_t way = 0;
        std::uint32_t renew = nothing;  ///< the unit whose award has lapsed and is asked for
        bool waited_for_hours = false;
    };
    struct Ready {
        Date day = Date::never;
        bool waited_for_hours = false;
    };

    // ---- turns: the route itself, and the branches of other outcomes ----------------------------

    void play_turns(const Script& script, const Stage& whole, Fate& fate) {
        const Script* at = &script;
        const Stage* stage = &whole;
        Date from = script.problem->on;
        for (int unexpected = 0;; ++unexpected) {
            open(*at, *stage);
            if (!run(from)) return;
            if (!deviates_) break;
            if (unexpected == 2) return;
            const auto next =
                std::find_if(stage->turns.begin(), stage->turns.end(), [&](const Turn& t) {
                    return t.unit == deviation_.unit && t.outcome == deviation_.outcome;
                });
            if (next == stage->turns.end()) return;
            note_waits();
            decided_by_ = states_[deviation_.unit].last;
            keep_runs();
            const auto& key = problem_->tasks[stage_->units[deviation_.unit].task].key;
            at = at->branches.at({key, deviation_.outcome}).get();
            stage = next->stage.get();
            from = deviation_.day;
        }
        finish(fate);
    }

    void open(const Script& script, const Stage& stage) {
        base_stage_ = &stage;
        if (scene_.has_drawn_events)
            open_drawn(script, stage);
        else
            stage_ = &stage;
        problem_ = stage_->problem;
        states_.assign(stage_->units.size(), {});
        for (std::uint32_t u = 0; u < states_.size(); ++u)
            states_[u].attempt = stage_->units[u].first_attempt;
        deviates_ = false;
    }

    /// Events at drawn days change what holds when, so the person's problem is made anew.
    void open_drawn(const Script& script, const Stage& stage) {
        Person drawn = *script.problem->person;
        const auto& catalogue = drawn.catalogue();
        drawn.replay_events([&](model::EventId id, Date base) {
            const auto& event = catalogue[id];
            if (!event.in.is_range()) return add_likely(base, event.in, catalogue.holidays);
            constexpr std::uint64_t tag = 3;
            const auto key = event.varies_with.empty() ? scene_.key.with(tag).with(event.id)
                                                       : shared_key(scene_.key, event.varies_with);
            const double days =
                triangular(std::get<Estimate>(event.in.value), key.with(draw_).uniform());
            return base + Days{round_half_up(days)};
        });
        auto& made = drawn_[{&stage, drawn.events()}];
        if (made == nullptr) {
            made = std::make_unique<DrawnStage>();
            made->person = std::make_unique<Person>(std::move(drawn));
            made->problem =
                std::make_unique<Problem>(ground(*made->person, question_, script.grounding));
            auto names = scene_.names;
            made->stage = stage_of(script, *made->problem, question_, scene_.key, names, false);
        }
        stage_ = &made->stage;
    }

    /// What started before the other outcome stays, with its days in this draw.
    void keep_runs() {
        std::fill(kept_.begin(), kept_.end(), nothing);
        for (std::uint32_t r = 0; r < runs_.size(); ++r) {
            auto& run = runs_[r];
            run.was_kept = true;
            if (run.passes) kept_[run.stage->units[run.unit].name] = r;
        }
    }

    // ---- one turn -------------------------------------------------------------------------------

    struct Deviation {
        std::uint32_t unit = 0, outcome = 0;
        Date day = Date::never;
    };

    [[nodiscard]] bool goes_on(std::uint32_t unit, Date day) const {
        if (!deviates_ || day < deviation_.day) return true;
        for (const auto& turn : base_stage_->turns)
            if (turn.unit == deviation_.unit && turn.outcome == deviation_.outcome)
                return turn.goes_on[unit];
        return false;
    }

    /// Starts what can start, earliest first. @returns false if something cannot go on
    bool run(Date from) {
        from_ = from;
        is_patient_ = true;
        std::size_t left = states_.size();
        take_kept(left);
        while (left > 0) {
            std::uint32_t next = nothing;
            for (std::uint32_t u = 0; u < states_.size(); ++u) {
                auto& state = states_[u];
                if (state.is_done) continue;
                if (state.is_stale) look(u);
                if (state.start == Date::never ||
                    (next != nothing && states_[next].start <= state.start))
                    continue;
                if (deviates_ && !goes_on(u, state.start)) continue;
                next = u;
            }
            if (next == nothing) {
                if (deviates_ && nothing_to_go_on()) return true;
                if (!lose_patience() && !end_what_blocks()) return false;
                continue;
            }
            if (const auto lapsed = states_[next].renew; lapsed != nothing) {
                ask_anew(lapsed, states_[next].start);
                states_[next].is_stale = true;
                ++left;
                continue;
            }
            if (!carry_out(next)) return false;
            is_patient_ = true;
            left -= states_[next].is_done;
        }
        return deviates_ || musts_are_kept();
    }

    /// With another outcome only what the branch takes for begun must still start.
    [[nodiscard]] bool nothing_to_go_on() const {
        for (std::uint32_t u = 0; u < states_.size(); ++u)
            if (!states_[u].is_done && goes_on(u, Date::never)) return false;
        return true;
    }

    void take_kept(std::size_t& left) {
        for (std::uint32_t u = 0; u < states_.size(); ++u) {
            const auto r = kept_[stage_->units[u].name];
            if (r == nothing) continue;
            auto& state = states_[u];
            auto& run = runs_[r];
            if (!stage_->units[u].ways.empty()) {
                run.stage = stage_;
                run.unit = u;
                run.way = 0;
            }
            state.is_done = true;
            state.last = r;
            --left;
            if (is_open(run)) run.until = Date::never;
            note_outcome(u, run);
        }
        for (std::uint32_t u = 0; u < states_.size(); ++u)
            if (states_[u].last != nothing && is_open(runs_[states_[u].last])) settle_end(u);
    }

    /// When, and how, the unit could start, as things stand.
    void look(std::uint32_t u) {
        const auto& unit = stage_->units[u];
        auto& state = states_[u];
        state.is_stale = false;
        state.start = Date::never;
        state.renew = nothing;
        state.waited_for_hours = false;
        if (unit.ways.empty()) return;
        if (is_under_way(u)) {
            state.start = unit.fixed->start;
            return;
        }
        Date start = std::max({from_, unit.not_before, state.from});
        if (unit.waits_for_plan || waits_its_turn(u)) start = std::max(start, unit.planned);
        if (unit.before != nothing) {
            const auto& before = states_[unit.before];
            if (!before.is_done) return;
            start = std::max(start, end_of(runs_[before.last]));
        }
        lapsed_ = nothing;
        for (std::uint32_t w = 0; w < unit.ways.size(); ++w) {
            const Ready ready = first_start(u, w, start);
            if (ready.day >= state.start) continue;
            state.start = ready.day;
            state.way = w;
            state.waited_for_hours = ready.waited_for_hours;
        }
        if (state.start == Date::never && lapsed_ != nothing) look_for_renewal(u, start);
    }

    /// A unit takes no hours ahead of its planned day from one that is planned before it and has
    /// not begun.
    [[nodiscard]] bool waits_its_turn(std::uint32_t u) const {
        if (!stage_->units[u].takes_hours) return false;
        for (std::uint32_t v = 0; v < u; ++v)
            if (stage_->units[v].takes_hours && states_[v].last == nothing) return true;
        return false;
    }

    /// The day on which the unit asks for what has lapsed: all else is met, or asked anew already.
    void look_for_renewal(std::uint32_t u, Date start) {
        auto& state = states_[u];
        lapsed_ = nothing;
        takes_lapsed_for_held_ = true;
        for (std::uint32_t w = 0; w < stage_->units[u].ways.size(); ++w)
            state.start = std::min(state.start, first_start(u, w, start).day);
        takes_lapsed_for_held_ = false;
        state.renew = lapsed_;
        if (lapsed_ == nothing) state.start = Date::never;  // all that has lapsed is on its way
    }

    Ready first_start(std::uint32_t u, std::uint32_t w, Date start) {
        const auto& way = stage_->units[u].ways[w];
        Ready ready;
        for (;;) {
            const Date before = start;
            start = way.clock->next_start(start);
            for (const auto& need : way.option->needs) {
                if (start == Date::never || start > problem_->horizon) return {};
                if (need.role == GroundNeed::Role::need) start = start_meeting(u, way, need, start);
            }
            for (const auto& payer : way.payers) start = start_paid(payer, start);
            if (start == Date::never || start > problem_->horizon) return {};
            if (start != before) continue;
            const Date blocked = hours_block(u, way, start);
            if (blocked == start) break;
            ready.waited_for_hours = true;
            start = blocked;
        }
        ready.day = start;
        return ready;
    }

    /// A run waits for its fund; where the fund will not open, it goes on without (R15).
    [[nodiscard]] Date start_paid(const DrawnPayer& payer, Date start) {
        if (payer.opens == nothing || start == Date::never) return start;
        const Date open = first_met(payer.opens, start);
        if (open <= problem_->horizon) return open;
        return is_patient_ && may_come(payer.opens) ? Date::never : start;
    }

    /// Whether some unit that has not been done could still give a part of the tree.
    [[nodiscard]] bool may_come(TreeId id) const {
        const auto& parts = stage_->trees[id].parts;
        const auto& givers = stage_->givers[id];
        return std::any_of(givers.begin(), givers.end(),
                           [&](const LeafGiver& g) { return !states_[g.unit].is_done; }) ||
               std::any_of(parts.begin(), parts.end(), [&](TreeId part) { return may_come(part); });
    }

    /// The first start ≥ `start` with which this one need is met (others may move it on).
    [[nodiscard]] Date start_meeting(std::uint32_t u, const Way& way, const GroundNeed& need,
                                     Date start) {
        switch (need.at) {
            case model::At::start:
                return first_met(need.tree, start);
            case model::At::session: {
                const Date begin = way.clock->begin(start);
                const Date met = first_met(need.tree, begin);
                if (met == Date::never) return met;
                return met > begin ? way.clock->first_start_with_begin(met) : start;
            }
            case model::At::finish: {
                const Date finish = finish_of(u, way, start);
                const Date met = first_met(need.tree, finish);
                if (met == Date::never || met <= finish) return met == Date::never ? met : start;
                return first_day(start, met, [&](Date day) {
                    const Date possible = way.clock->next_start(day);
                    return possible == Date::never || finish_of(u, way, possible) >= met;
                });
            }
            case model::At::throughout: {
                const Date met = first_met(need.tree, start);
                if (met != start) return met;
                const Date finish = finish_of(u, way, start);
                const Date until = held_until(need.tree, start, finish);
                return until < finish ? first_met(need.tree, until) : start;
            }
        }
        return start;
    }

    // ---- whether a need holds -------------------------------------------------------------------

    /// First day ≥ `from` on which the tree is true, by what has been given in this draw.
    [[nodiscard]] Date first_met(TreeId id, Date from) {
        return route::first_met(stage_->trees, id, from,
                                [&](TreeId leaf, Date day) { return first_held(leaf, day); });
    }

    struct Held {
        Date from, until;
    };
    [[nodiscard]] Held held_by(TreeId id, std::size_t index) const {
        const auto& hold = stage_->trees[id].holds[index];
        Held held{hold.days.from, hold.days.until};
        const auto name = stage_->held_by[id][index];
        if (name == nothing || name >= kept_.size() || kept_[name] == nothing) return held;
        const auto& run = runs_[kept_[name]];
        if (held.until != Date::never) held.until = held.until + (run.finish - held.from);
        held.from = run.finish;
        return held;
    }
    [[nodiscard]] Held held_by(TreeId id, const LeafGiver& giver, const Run& run) const {
        const auto& option = *stage_->units[giver.unit].ways[giver.way].option;
        if (option.is_open) return {run.start, run.until};
        return {run.finish,
                award_until(*problem_, option, option.awards[giver.award],
                            stage_->trees[id].younger, run.start, run.begin, run.finish)};
    }

    /// Calls `visit` with every stretch of days on which the leaf holds.
    template <class Visit>
    void each_stretch(TreeId id, Visit visit) const {
        for (std::size_t h = 0; h < stage_->trees[id].holds.size(); ++h) visit(held_by(id, h));
        for (const auto& giver : stage_->givers[id]) {
            for (auto r = states_[giver.unit].last; r != nothing; r = runs_[r].before) {
                const auto& run = runs_[r];
                if (!run.passes || run.way != giver.way || !is_given(giver, run)) continue;
                visit(held_by(id, giver, run));
            }
        }
    }
    [[nodiscard]] bool is_given(const LeafGiver& giver, const Run& run) const {
        const auto& option = *stage_->units[giver.unit].ways[giver.way].option;
        return giver.in_every_outcome || run.outcome == *option.outcome;
    }

    [[nodiscard]] Date first_held(TreeId id, Date from) {
        Date first = Date::never;
        each_stretch(id, [&](const Held& held) {
            if (from < held.until) first = std::min(first, std::max(from, held.from));
        });
        if (takes_lapsed_for_held_ && is_asked_anew(id, from)) return from;
        if (first != Date::never) return first;
        if (is_patient_ && may_come(id)) return first;
        for (const auto& giver : stage_->givers[id]) {
            const auto& option = *stage_->units[giver.unit].ways[giver.way].option;
            if (!states_[giver.unit].is_done || option.is_open || !may_renew(giver.unit)) continue;
            if (lapsed_ == nothing) lapsed_ = giver.unit;
            if (takes_lapsed_for_held_) return from;
        }
        return first;
    }

    /// Whether what has lapsed was asked anew by `day`, and is not there yet.
    [[nodiscard]] bool is_asked_anew(TreeId id, Date day) const {
        const auto& givers = stage_->givers[id];
        return std::any_of(givers.begin(), givers.end(), [&](const LeafGiver& giver) {
            const auto& state = states_[giver.unit];
            if (state.renewals == 0) return false;
            const auto& run = runs_[state.last];
            return !state.is_done || (run.start <= day && day < run.finish);
        });
    }

    /// R10: `repeat` counts every run that passed.
    [[nodiscard]] bool may_renew(std::uint32_t u) const {
        const auto& unit = stage_->units[u];
        const auto& step = *unit.ways.front().option->step;
        if (step.repeat <= 1) return false;
        const auto id = problem_->tasks[unit.task].step;
        int passed = 0;
        for (std::uint32_t other = 0; other < states_.size(); ++other)
            if (stage_->units[other].task != nothing &&
                problem_->tasks[stage_->units[other].task].step == id)
                passed += 1 + states_[other].renewals;
        return passed < step.repeat;
    }

    /// The tree is true on `day`: the first day after on which it is not; `limit` suffices.
    [[nodiscard]] Date held_until(TreeId id, Date day, Date limit) {
        const auto& tree = stage_->trees[id];
        switch (tree.kind) {
            case Tree::Kind::always:
                return Date::never;
            case Tree::Kind::never:
                return day;
            case Tree::Kind::days:
                return tree.days.end_of_stretch(day);
            case Tree::Kind::atom:
                for (Date end = day;;) {
                    const Date before = end;
                    each_stretch(id, [&](const Held& held) {
                        if (held.from <= end) end = std::max(end, held.until);
                    });
                    if (end == before || end >= limit) return end;
                }
            case Tree::Kind::all: {
                Date end = Date::never;
                for (const TreeId part : tree.parts)
                    end = std::min(end, held_until(part, day, limit));
                return end;
            }
            case Tree::Kind::any:
            case Tree::Kind::at_least:
                // from day to day on which some parts end; the tree may still hold by others
                for (Date at = day;;) {
                    Date next = Date::never;
                    for (const TreeId part : tree.parts)
                        if (first_met(part, at) == at)
                            next = std::min(next, held_until(part, at, limit));
                    if (next >= limit) return next;
                    if (next <= at || first_met(id, next) != next) return next;
                    at = next;
                }
        }
        return day;
    }

    // ---- hours ----------------------------------------------------------------------------------

    [[nodiscard]] bool is_open(const Run& run) const { return option_of(run).is_open; }
    [[nodiscard]] static const Option& option_of(const Run& run) {
        return *run.stage->units[run.unit].ways[run.way].option;
    }
    [[nodiscard]] Date end_of(const Run& run) const {
        if (!is_open(run)) return run.finish;
        return run.yields ? std::max(run.finish, run.start + Days{1}) : run.until;
    }

    /// `start` itself if the hours allow the run from there, else a later day to try.
    [[nodiscard]] Date hours_block(std::uint32_t u, const Way& way, Date start) {
        if (way.option->rate == 0 || busy_.empty()) return start;
        const Date begin = way.clock->begin(start);
        const Date finish = finish_of(u, way, start);
        overlapping_.clear();
        std::int64_t together = way.option->rate;
        for (const auto r : busy_)
            if (runs_[r].begin < finish && begin < end_of(runs_[r])) {
                overlapping_.push_back(r);
                together += option_of(runs_[r]).rate;
            }
        if (overlapping_.empty() || together <= least_capacity(begin, finish)) return start;
        for (Date day = begin; day < finish; day = next_turn(day, finish, *way.clock)) {
            if (way.clock->still().contains(day)) continue;
            std::int64_t load = way.option->rate;
            Date frees = Date::never;
            for (const auto r : overlapping_) {
                const auto& other = runs_[r];
                if (day < other.begin || end_of(other) <= day ||
                    clock_of(other).still().contains(day))
                    continue;
                load += option_of(other).rate;
                frees = std::min(frees, end_of(other));
            }
            if (load <= problem_->capacity.at(day)) continue;
            if (way.clock->has_sessions()) return start + Days{1};
            const Date later = std::min(frees, next_turn(day, Date::never, *way.clock));
            return later == Date::never ? later : std::max(start + Days{1}, later);
        }
        return start;
    }

    [[nodiscard]] static const Clock& clock_of(const Run& run) {
        return *run.stage->units[run.unit].ways[run.way].clock;
    }

    [[nodiscard]] std::int64_t least_capacity(Date from, Date until) const {
        const auto& stretches = problem_->capacity.stretches();
        std::int64_t least = problem_->capacity.at(from);
        for (const auto& stretch : stretches)
            if (from < stretch.from && stretch.from < until)
                least = std::min<std::int64_t>(least, stretch.rate);
        return least;
    }

    /// The next day on which the load could differ.
    [[nodiscard]] Date next_turn(Date day, Date last, const Clock& clock) const {
        Date next = last;
        const auto consider = [&](Date d) {
            if (day < d) next = std::min(next, d);
        };
        for (const auto r : overlapping_) {
            consider(runs_[r].begin);
            consider(end_of(runs_[r]));
            const auto& still = clock_of(runs_[r]).still().days();
            consider(still.end_of_stretch(day));
            if (const auto from = still.next(day)) consider(*from);
        }
        consider(clock.still().days().end_of_stretch(day));
        if (const auto from = clock.still().days().next(day)) consider(*from);
        for (const auto& stretch : problem_->capacity.stretches()) consider(stretch.from);
        return next;
    }

    // ---- draws ----------------------------------------------------------------------------------

    [[nodiscard]] RandomKey key_of(std::uint32_t u, int attempt, Draws what,
                                   std::uint64_t part = 0) const {
        return stage_->units[u]
            .own.with(static_cast<std::uint64_t>(states_[u].renewals))
            .with(static_cast<std::uint64_t>(attempt))
            .with(static_cast<std::uint64_t>(what) + part)
            .with(draw_);
    }

    [[nodiscard]] double drawn_range(const Way& way, std::uint32_t u, int attempt) const {
        const auto key = way.shared ? way.shared->with(draw_) : key_of(u, attempt, Draws::length);
        return triangular(way.range, key.uniform());
    }

    [[nodiscard]] Length drawn_length(std::uint32_t u, const Way& way) const {
        const int attempt = attempt_of(u);
        const auto& step = *way.option->step;
        Length length = way.clock->length();
        if (way.has_range) {
            const double drawn = drawn_range(way, u, attempt);
            length.days = way.option->pace
                              ? days_at({static_cast<std::int64_t>(std::llround(drawn * 100))},
                                        *way.option->pace)
                                    .count
                              : round_half_up(drawn);
        }
        if (step.extend) {
            length.extension_days = 0;
            length.extension_term.reset();
            if (key_of(u, attempt, Draws::extend).uniform() < step.extend->chance) {
                const Duration& time = step.extend->time;
                if (time.is_range()) {
                    length.extension_days =
                        round_half_up(triangular(std::get<Estimate>(time.value),
                                                 key_of(u, attempt, Draws::longer).uniform()));
                } else {
                    const Length longer = length_of(time, std::nullopt);
                    length.extension_days = longer.days;
                    length.extension_term = longer.term;
                }
            }
        }
        return length;
    }

    /// It began before the first day, and how that attempt ends is not known yet.
    [[nodiscard]] bool is_under_way(std::uint32_t u) const {
        return stage_->units[u].fixed && states_[u].last == nothing;
    }
    [[nodiscard]] int attempt_of(std::uint32_t u) const {
        return is_under_way(u) ? stage_->units[u].fixed_attempt : states_[u].attempt;
    }

    [[nodiscard]] Date finish_of(std::uint32_t u, const Way& way, Date start) const {
        if (way.option->is_open) return add(start, way.option->step->least, holidays_);
        return way.clock->finish_from(way.clock->begin(start), drawn_length(u, way));
    }

    [[nodiscard]] std::uint32_t drawn_outcome(std::uint32_t u, const Option& option) const {
        if (!option.outcome) return 0;
        const auto step = problem_->tasks[stage_->units[u].task].step;
        for (const auto& assumed : question_.assumed_outcomes)
            if (assumed.step == step) return assumed.outcome;
        const auto& outcomes = option.step->outcomes;
        double left = key_of(u, 0, Draws::outcome).uniform();
        for (std::uint32_t k = 0; k < outcomes.size(); ++k) {
            left -= outcomes[k].chance.value_or(0);
            if (left < 0) return k;
        }
        return *option.outcome;
    }

    // ---- carrying a unit out --------------------------------------------------------------------

    /// Runs the unit's next attempt. @returns false if it can never pass now
    bool carry_out(std::uint32_t u) {
        const auto& unit = stage_->units[u];
        auto& state = states_[u];
        Run run = begin_run(u, state.way, state.start);
        run.waited_for_hours = state.waited_for_hours;
        run.before = state.last;
        if (is_under_way(u)) {
            run.begin = unit.fixed->begin;
            run.finish =
                is_open(run)
                    ? unit.fixed->finish
                    : std::max(problem_->on, clock_of(run).finish_from(
                                                 unit.fixed->begin, drawn_length(u, unit.ways[0])));
        }
        const Date last = std::min(problem_->horizon, option_of(run).over_by);
        if (run.begin == Date::never || run.finish > last) return false;
        return settle(u, run);
    }

    Run begin_run(std::uint32_t u, std::uint32_t w, Date start) const {
        const auto& way = stage_->units[u].ways[w];
        Run run;
        run.stage = stage_;
        run.unit = u;
        run.way = w;
        run.attempt = attempt_of(u);
        run.start = start;
        run.begin = way.clock->begin(start);
        run.finish = run.begin == Date::never ? run.begin : finish_of(u, way, start);
        return run;
    }

    /// Whether the attempt passes, and what that leads to.
    bool settle(std::uint32_t u, Run run) {
        auto& state = states_[u];
        const auto& way = stage_->units[u].ways[run.way];
        const Length length = is_open(run) ? Length{} : drawn_length(u, way);
        run.days_drawn = length.days + length.extension_days;
        const double* pass = value_on(way.pass, run.start);
        const auto& attempt = way.option->step->attempt;
        run.passes =
            pass == nullptr || *pass >= 1 || key_of(u, run.attempt, Draws::pass).uniform() < *pass;
        if (!run.passes) {
            if (attempt->most && run.attempt >= *attempt->most) return false;
            state.from = retry_day(u, *attempt, run);
            state.attempt = run.attempt + 1;
            state.is_stale = true;
            run.days_drawn += (state.from - run.finish).count;
        } else {
            run.outcome = drawn_outcome(u, *way.option);
            state.is_done = true;
        }
        add_run(u, run);
        return true;
    }

    void add_run(std::uint32_t u, Run run) {
        auto& state = states_[u];
        if (!is_open(run)) charge(run);
        const auto number = static_cast<std::uint32_t>(runs_.size());
        const bool takes_hours = option_of(run).rate > 0;
        runs_.push_back(run);
        state.last = number;
        if (takes_hours) {
            busy_.push_back(number);
            end_yielding(run);
        }
        const auto& unit = stage_->units[u];
        if (state.is_done) {
            for (const auto asker : unit.wakes) states_[asker].is_stale = true;
            if (is_open(run)) settle_end(u);
            note_outcome(u, run);
        }
        if (takes_hours) wake_for_hours();
        settle_ends_for(u);
    }

    void wake_for_hours() {
        for (std::uint32_t u = 0; u < states_.size(); ++u)
            if (stage_->units[u].takes_hours) states_[u].is_stale = true;
    }

    /// An open run that only a goal needs ends where another run wants its hours.
    void end_yielding(const Run& newcomer) {
        for (const auto r : busy_) {
            auto& run = runs_[r];
            if (run.yields && run.begin < newcomer.begin)
                run.until = std::min(run.until, std::max(end_of(run), newcomer.begin));
        }
    }

    void note_outcome(std::uint32_t u, const Run& run) {
        const auto& option = option_of(run);
        if (!option.outcome || run.outcome == *option.outcome) return;
        if (deviates_ && deviation_.day <= run.finish) return;
        deviates_ = true;
        deviation_ = {u, run.outcome, run.finish};
    }

    [[nodiscard]] Date retry_day(std::uint32_t u, const model::Attempt& attempt,
                                 const Run& run) const {
        if (!attempt.again.is_range()) return add_likely(run.finish, attempt.again, holidays_);
        const double days = triangular(std::get<Estimate>(attempt.again.value),
                                       key_of(u, run.attempt, Draws::again).uniform());
        return run.finish + Days{round_half_up(days)};
    }

    /// What has lapsed is done anew, on the day on which a step asks for it (R19): it is a step to
    /// go like any other.
    void ask_anew(std::uint32_t u, Date day) {
        auto& state = states_[u];
        ++state.renewals;
        state.attempt = 1;
        state.from = day;
        state.is_done = false;
        state.is_stale = true;
    }

    /// Nothing can go on: what waits for a fund is to start without, and what has lapsed is to be
    /// asked anew, whoever may still give it. @returns false if that was tried
    bool lose_patience() {
        if (!is_patient_) return false;
        is_patient_ = false;
        for (auto& state : states_) state.is_stale = true;
        return true;
    }

    // ---- open runs ------------------------------------------------------------------------------

    /// Ends of the open runs that were needed by what has just run.
    void settle_ends_for(std::uint32_t asker) {
        for (std::uint32_t u = 0; u < states_.size(); ++u) {
            const auto& asked = stage_->units[u].asked_by;
            if (states_[u].is_done && std::find(asked.begin(), asked.end(), asker) != asked.end())
                settle_end(u);
        }
    }

    /// An open run ends when, after its least time, all that need it have what they came for.
    void settle_end(std::uint32_t u) {
        const auto& unit = stage_->units[u];
        auto& run = runs_[states_[u].last];
        Date end = run.finish;
        for (const auto asker : unit.asked_by) {
            const auto& state = states_[asker];
            if (!state.is_done) return;
            const auto& other = runs_[state.last];
            end = std::max(end, is_asked_long(other) ? end_of(other) : other.start + Days{1});
        }
        if (unit.serves_goal) {
            run.yields = true;
            run.needed = end;
            return;
        }
        run.until = end;
        for (const auto asker : unit.wakes) states_[asker].is_stale = true;
        if (option_of(run).rate > 0) wake_for_hours();
    }

    [[nodiscard]] static bool is_asked_long(const Run& run) {
        const auto& needs = option_of(run).needs;
        return std::any_of(needs.begin(), needs.end(), [](const GroundNeed& need) {
            return need.role == GroundNeed::Role::need && need.at != model::At::start;
        });
    }

    /// Nothing can go on: an open run past its least time ends for a step that lacks only its hours
    /// (R19). @returns whether there was one
    bool end_what_blocks() {
        bool has_ended = false;
        for (const auto r : busy_) {
            auto& run = runs_[r];
            if (!is_open(run) || run.yields || run.until != Date::never) continue;
            run.until = run.finish;
            for (std::uint32_t u = 0; u < states_.size() && !has_ended; ++u) {
                if (states_[u].is_done || !stage_->units[u].takes_hours) continue;
                look(u);
                if (states_[u].start == Date::never || states_[u].renew != nothing) continue;
                run.until = std::max(run.finish, states_[u].start);
                has_ended = true;
            }
            if (has_ended) break;
            run.until = Date::never;
        }
        for (auto& state : states_) state.is_stale = true;
        return has_ended;
    }

    /// Every `must` of every open run holds from its day to the end of the run (R9), which no
    /// pilot's end cuts off.
    [[nodiscard]] bool musts_are_kept() {
        for (const auto& run : runs_) {
            if (run.stage != stage_ || !run.passes) continue;
            if (is_open(run) && run.until > option_of(run).over_by) return false;
            if (run.yields) {
                if (last_day_of(run) < run.needed) return false;
                continue;
            }
            for (const auto& need : option_of(run).needs) {
                if (need.role != GroundNeed::Role::must) continue;
                const Date day = add(run.start, need.within, holidays_);
                if (must_ends(need, day, run.until) < run.until) return false;
            }
        }
        return true;
    }
    /// The first day from `day` on which the `must` does not hold; `end` where it holds until then.
    [[nodiscard]] Date must_ends(const GroundNeed& must, Date day, Date end) {
        if (day >= end) return end;
        return first_met(must.tree, day) > day ? day
                                               : std::min(end, held_until(must.tree, day, end));
    }

    /// A job that reaches a goal is kept until the last goal, unless another run took its hours or
    /// a `must` ends it: who leaves before owes nothing (R9).
    [[nodiscard]] Date last_day_of(const Run& run) {
        Date last = end_of(run);
        for (const TaskId goal : problem_->goals) {
            const auto& option = problem_->options[problem_->tasks[goal].options.front()];
            last = std::max(last, first_met(option.needs.front().tree, problem_->on));
        }
        last = std::min(last, run.until);
        for (const auto& need : option_of(run).needs)
            if (need.role == GroundNeed::Role::must)
                last = must_ends(need, add(run.start, need.within, holidays_), last);
        return last;
    }

    // ---- money ----------------------------------------------------------------------------------

    /// What the run costs in this draw, and who was chosen and is there to pay it.
    void charge(Run& run) {
        const auto& way = run.stage->units[run.unit].ways[run.way];
        for (const auto& cost : way.costs) {
            switch (cost.per) {
                case Per::once:
                    charge(run, cost,
                           cost.due == model::Moment::start     ? run.start
                           : cost.due == model::Moment::session ? run.begin
                                                                : run.finish,
                           1, 1);
                    break;
                case Per::hour:
                    charge(run, cost, run.start, drawn_energy(run, way), 700);
                    break;
                case Per::month:
                case Per::year: {
                    const int months = cost.per == Per::month ? 1 : 12;
                    const Date end = is_open(run) ? run.until : run.finish;
                    for (int n = 0; add_months(run.begin, months * n) < end; ++n)
                        charge(run, cost, add_months(run.begin, months * n), 1, 1);
                    break;
                }
            }
        }
    }

    void charge(Run& run, const DrawnCost& cost, Date due, std::int64_t units, std::int64_t per) {
        const std::int64_t cents = amount(run, cost, due, units, per);
        const auto& unit = run.stage->units[run.unit];
        std::vector<PayerId> payers;
        for (const auto& payer : unit.ways[run.way].payers)
            if (pays(payer, cost.index, run)) payers.push_back(payer.who);
        if (payers.empty()) {
            run.cents += cents;
            return;
        }
        const auto& key = run.stage->problem->tasks[unit.task].key;
        charges_.push_back({key, cost.index, due, Money{cents}, std::move(payers), {}});
    }

    [[nodiscard]] bool pays(const DrawnPayer& payer, std::uint32_t cost, const Run& run) {
        return std::binary_search(payer.costs.begin(), payer.costs.end(), cost) &&
               (!payer.tries || run.attempt <= *payer.tries) &&
               (payer.opens == nothing || first_met(payer.opens, run.start) == run.start);
    }

    /// What is left to oneself of the whole draw, branches included.
    [[nodiscard]] std::int64_t own_cents() {
        const auto& problem = *scene_.script->problem;
        if (!charges_.empty()) pay(*problem.person, problem.spent, charges_);
        std::int64_t cents = own_of(charges_).cents;
        for (const auto& run : runs_) cents += run.cents;
        return cents;
    }

    /// Hours times 700, as drawn.
    [[nodiscard]] std::int64_t drawn_energy(const Run& run, const Way& way) const {
        if (!way.has_range) return way.option->energy;
        const double drawn = drawn_range(way, run.unit, run.attempt);
        if (way.option->pace) return std::llround(drawn * 100) * 7;
        return std::int64_t{way.option->rate} * round_half_up(drawn);
    }

    [[nodiscard]] std::int64_t amount(const Run& run, const DrawnCost& cost, Date day,
                                      std::int64_t units, std::int64_t per) const {
        const auto* price = value_on(cost.prices, day);
        if (price == nullptr) return 0;
        std::int64_t cents = std::llround(price->cents.likely);
        if (price->cents.is_range()) {
            const auto key = price->shared ? price->shared->with(draw_)
                                           : key_of(run.unit, run.attempt, Draws::cost, cost.index);
            cents = std::llround(triangular(price->cents, key.uniform()));
        }
        return (cents * units + per / 2) / per;
    }

    // ---- the end --------------------------------------------------------------------------------

    void finish(Fate& fate) {
        for (const TaskId goal : problem_->goals) {
            const auto& option = problem_->options[problem_->tasks[goal].options.front()];
            const Date day = first_met(option.needs.front().tree, problem_->on);
            if (day > problem_->horizon) return;
            fate.dates.push_back(day);
        }
        fate.has_reached = true;
        for (auto& run : runs_)
            if (is_open(run)) {
                if (run.yields) run.until = last_day_of(run);
                if (run.until == Date::never) run.until = run.finish;
                charge(run);
            }
        for (const auto& run : runs_) {
            auto& told = fate.runs[run.stage->units[run.unit].name];
            constexpr std::int64_t try_weight = std::int64_t{1} << 24;
            constexpr std::int64_t outcome_weight = std::int64_t{1} << 40;
            told.is_done = true;
            told.own_draw += run.days_drawn + try_weight + outcome_weight * run.outcome;
        }
        trace(fate);
    }

    /// From the last goal back, each time to what was waited for last.
    void trace(Fate& fate) {
        note_waits();
        todo_.clear();
        Date last = problem_->on;
        for (std::size_t g = 0; g < problem_->goals.size(); ++g) {
            if (fate.dates[g] <= last) continue;
            last = fate.dates[g];
            todo_.clear();
            const auto& option =
                problem_->options[problem_->tasks[problem_->goals[g]].options.front()];
            add_waited_for(option.needs.front().tree, fate.dates[g]);
        }
        seen_.assign(runs_.size(), false);
        while (!todo_.empty()) {
            const auto r = todo_.back();
            todo_.pop_back();
            if (seen_[r]) continue;
            seen_[r] = true;
            const auto& run = runs_[r];
            fate.runs[run.stage->units[run.unit].name].is_critical = true;
            for (std::uint32_t k = 0; k < run.wait_count; ++k)
                todo_.push_back(waits_[run.first_wait + k]);
        }
    }

    /// For each run of this turn, the runs that it waited for last.
    void note_waits() {
        for (std::uint32_t r = 0; r < runs_.size(); ++r) {
            if (runs_[r].was_kept) continue;
            todo_.clear();
            find_waits(r);
            runs_[r].first_wait = static_cast<std::uint32_t>(waits_.size());
            runs_[r].wait_count = static_cast<std::uint32_t>(todo_.size());
            waits_.insert(waits_.end(), todo_.begin(), todo_.end());
        }
    }

    void find_waits(std::uint32_t r) {
        const auto& run = runs_[r];
        const auto& unit = run.stage->units[run.unit];
        if (unit.fixed && run.before == nothing) return;
        if (run.waited_for_hours && add_what_took_hours(r)) return;
        Date last = from_;
        met_.clear();
        for (const auto& need : option_of(run).needs)
            if (need.role == GroundNeed::Role::need)
                met_.emplace_back(need.tree, first_met(need.tree, problem_->on));
        for (const auto& [need, day] : met_)
            if (day <= run.finish) last = std::max(last, day);
        const auto consider = [&](std::uint32_t earlier) {
            if (earlier != nothing) last = std::max(last, end_of(runs_[earlier]));
        };
        const auto before = unit.before == nothing ? nothing : states_[unit.before].last;
        consider(run.before);
        consider(before);
        if (last <= from_) {
            if (decided_by_ != nothing) todo_.push_back(decided_by_);
            return;
        }
        for (const auto& [need, day] : met_)
            if (day == last) add_waited_for(need, last);
        for (const auto earlier : {run.before, before})
            if (earlier != nothing && end_of(runs_[earlier]) == last) todo_.push_back(earlier);
    }

    /// The runs whose hours came free last before the run began. @returns whether there were any
    bool add_what_took_hours(std::uint32_t r) {
        Date last = Date::always;
        const auto frees = [&](std::uint32_t other) {
            const Date end = end_of(runs_[other]);
            return other != r && end <= runs_[r].start ? end : Date::always;
        };
        for (const auto other : busy_) last = std::max(last, frees(other));
        if (last == Date::always) return false;
        for (const auto other : busy_)
            if (frees(other) == last) todo_.push_back(other);
        return true;
    }

    /// The runs whose gifts made the tree true on `day`.
    void add_waited_for(TreeId id, Date day) {
        const auto& tree = stage_->trees[id];
        if (tree.kind != Tree::Kind::atom) {
            for (const TreeId part : tree.parts)
                if (first_met(part, problem_->on) == day) add_waited_for(part, day);
            return;
        }
        for (std::size_t h = 0; h < tree.holds.size(); ++h) {
            const auto name = stage_->held_by[id][h];
            if (name != nothing && kept_[name] != nothing && held_by(id, h).from == day)
                todo_.push_back(kept_[name]);
        }
        for (const auto& giver : stage_->givers[id]) {
            for (auto r = states_[giver.unit].last; r != nothing; r = runs_[r].before)
                if (runs_[r].passes && runs_[r].way == giver.way && is_given(giver, runs_[r]) &&
                    held_by(id, giver, runs_[r]).from == day)
                    todo_.push_back(r);
        }
    }

    const Scene& scene_;
    const Question& question_;
    const Holidays& holidays_;
    struct DrawnStage {
        std::unique_ptr<Person> person;
        std::unique_ptr<Problem> problem;
        Stage stage;
    };
    std::map<std::pair<const Stage*, EventDays>, std::unique_ptr<DrawnStage>> drawn_;
    std::uint64_t draw_ = 0;
    const Stage* stage_ = nullptr;       // that is played, events at their drawn days
    const Stage* base_stage_ = nullptr;  // its like with likely events, which knows the turns
    const Problem* problem_ = nullptr;
    Date from_;
    std::vector<State> states_;
    std::vector<Run> runs_;
    std::vector<std::uint32_t> busy_, overlapping_, kept_, todo_, waits_;
    std::vector<std::pair<TreeId, Date>> met_;  // needs of one run, and when they were met
    std::vector<Charge> charges_;               // that somebody pays, branches included
    std::vector<bool> seen_;
    bool deviates_ = false;
    Deviation deviation_;
    std::uint32_t decided_by_ = nothing;  // the run whose outcome led to this branch
    std::uint32_t lapsed_ = nothing;
    bool takes_lapsed_for_held_ = false;
    bool is_patient_ = true;  // waits for what may still come, until nothing else can go on
};

Player::Player(const Scene& scene) : table_(std::make_unique<Table>(scene)) {}
Player::~Player() = default;
Player::Player(Player&&) noexcept = default;
void Player::play(std::uint64_t draw, Fate& fate) { table_->play(draw, fate); }

}  // namespace wegwijzer::route
