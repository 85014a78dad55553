// SPDX-License-Identifier: Apache-2.0
#include "route/play.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

#include "route/charges.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::route {

namespace {

/// The ways in which one task may be run in a draw: the planned one, and its like at other dates'
/// figures.
struct Unit {
    std::string key;
    std::vector<model::PilotId> pilots;
    std::optional<WeeklyRate> pace;
    std::optional<std::uint32_t> outcome;
    TaskId task = nothing;  ///< in the problem that is played now
    std::vector<OptionId> options;
    std::vector<PayerId> payers;  ///< chosen, of any attempt that the plan counts with
    int first_attempt = 1;
    bool waits_for_plan = false;  ///< its gives can lapse, so it starts no earlier than planned
    Date planned;
    const Task* run = nullptr;
    OptionId next = 0;  ///< of `options`, the one that the last look for a start found
};

/// What became of a unit in one draw.
struct Played {
    bool is_done = false;
    OptionId option = 0;
    Date start, begin, finish;      ///< of the last attempt
    Date open_until = Date::never;  ///< an open run: known once all that need it have started
    std::vector<Charge> charges;    ///< of all attempts
    std::uint32_t outcome = 0;
};

/// What one draw came to.
struct Fate {
    bool has_reached = false;
    std::vector<Date> dates;
    std::int64_t own_cents = 0;
};

double chance_of_passing(const Problem& problem, const Option& option, Date day) {
    const auto& attempt = option.step->attempt;
    if (!attempt) return 1;
    const auto* pass = pick(attempt->pass, *problem.person, day);
    return pass != nullptr && pass->value ? *pass->value : 1;
}

bool is_among(const PayerId& payer, const std::vector<PayerId>& payers) {
    return std::find(payers.begin(), payers.end(), payer) != payers.end();
}

class Player {
public:
    Player(const Script& script, const Question& question)
        : question_(question),
          on_(script.problem->on),
          has_drawn_events_(has_drawn_events(*script.problem)),
          spent_(script.problem->spent) {
        open(script);
    }

    Fate play_once(RandomKey key) {
        key_ = key;
        played_.clear();
        kept_.clear();
        charges_.clear();
        Fate fate;
        const Script* script = script_;
        draw_events(*script);
        Date from = problem_->on;
        for (int unexpected = 0;; ++unexpected) {
            const auto turn = run(from);
            if (!turn.deviates) {
                fate.has_reached = turn.has_finished && reach_goals(fate);
                break;
            }
            const auto branch = script_->branches.find({turn.key, turn.outcome});
            if (unexpected == 2 || branch == script_->branches.end()) break;
            keep_runs(turn);
            from = turn.day;
            open(*branch->second);
            draw_events(*script_);
        }
        for (const auto& played : played_)
            if (played.is_done) charge(played);
        fate.own_cents = own_cents();
        if (script_ != script || has_drawn_events_) open(*script);
        return fate;
    }

private:
    struct Turn {
        bool has_finished = false, deviates = false;
        std::string key;
        std::uint32_t outcome = 0;
        Date day;
    };

    /// The units that need what each open unit gives, by the planned links.
    void find_dependants() {
        dependants_.assign(units_.size(), {});
        const auto unit_at = [&](NodeId n) {
            const auto& key = network_->problem().tasks[network_->option(n).task].key;
            const auto found = std::find_if(units_.begin(), units_.end(),
                                            [&](const Unit& u) { return u.key == key; });
            return static_cast<std::size_t>(found - units_.begin());
        };
        for (const auto& link : network_->links) {
            if (!network_->option(link.giver).is_open) continue;
            const auto giver = unit_at(link.giver);
            const auto asker = unit_at(link.asker.node);
            if (giver < units_.size() && asker < units_.size())
                dependants_[giver].push_back(static_cast<std::uint32_t>(asker));
        }
    }

    void open(const Script& script) {
        script_ = &script;
        problem_ = script.problem.get();
        network_ = &script.solution.network;
        units_.clear();
        for (const NodeId n : in_order()) add_unit(n);
        bind(*problem_);
        find_dependants();
    }

    /// Finds the units' tasks and options in the problem: of the route, or with events at other
    /// days.
    void bind(const Problem& problem) {
        problem_ = &problem;
        unit_of_task_.assign(problem.tasks.size(), nothing);
        for (std::uint32_t u = 0; u < units_.size(); ++u) {
            auto& unit = units_[u];
            unit.task = nothing;
            unit.options.clear();
            for (TaskId t = 0; t < problem.tasks.size(); ++t)
                if (problem.tasks[t].key == unit.key) unit.task = t;
            if (unit.task == nothing) continue;
            unit.run = &problem.tasks[unit.task];
            unit_of_task_[unit.task] = u;
            for (const OptionId id : unit.run->options) {
                const auto& option = problem.options[id];
                if (option.pilots == unit.pilots && option.pace == unit.pace &&
                    option.outcome == unit.outcome)
                    unit.options.push_back(id);
            }
        }
    }

    /// Events at drawn days change what holds when, so the person's problem is made anew.
    void draw_events(const Script& script) {
        if (!has_drawn_events_) return;
        Person drawn = *script.problem->person;
        const auto& catalogue = drawn.catalogue();
        drawn.replay_events([&](model::EventId id, Date base) {
            const auto& event = catalogue[id];
            if (!event.in.is_range()) return add_likely(base, event.in, catalogue.holidays);
            const auto& word = event.varies_with.empty() ? event.id : event.varies_with;
            const double days =
                triangular(std::get<Estimate>(event.in.value), key_.with(word).uniform());
            return base + Days{round_half_up(days)};
        });
        person_ = std::make_unique<Person>(std::move(drawn));
        drawn_problem_ = std::make_unique<Problem>(ground(*person_, question_, script.grounding));
        bind(*drawn_problem_);
    }

    /// Whether an event with a range sets something that the plan looked at.
    [[nodiscard]] static bool has_drawn_events(const Problem& problem) {
        const auto& events = problem.person->events();
        for (std::uint32_t e = 0; e < events.size(); ++e) {
            const auto& event = problem.catalogue->events[e];
            if (events[e] && *events[e] > problem.on && event.in.is_range() &&
                std::binary_search(problem.asked.begin(), problem.asked.end(), event.set))
                return true;
        }
        return false;
    }

    /// By planned start, then key (R19); a failed attempt that the plan counts with is part of the
    /// next.
    [[nodiscard]] std::vector<NodeId> in_order() const {
        auto nodes = by_key(*network_);
        std::stable_sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) {
            return network_->nodes()[a].start < network_->nodes()[b].start;
        });
        return nodes;
    }

    void add_unit(NodeId n) {
        const auto& chosen = network_->option(n);
        const auto& task = problem_->tasks[chosen.task];
        if (!task.passes) return;
        Unit unit;
        unit.key = task.key;
        unit.pilots = chosen.pilots;
        unit.pace = chosen.pace;
        unit.outcome = chosen.outcome;
        unit.planned = network_->nodes()[n].start;
        unit.first_attempt = task.attempt;
        unit.payers = payers_of(*network_, n);
        for (TaskId before = task.prior; before != nothing && !problem_->tasks[before].passes;
             before = problem_->tasks[before].prior) {
            unit.first_attempt = problem_->tasks[before].attempt;
            const auto node = network_->node_of(before);
            if (!node) continue;
            unit.planned = std::min(unit.planned, network_->nodes()[*node].start);
            for (const auto& payer : payers_of(*network_, *node))
                if (!is_among(payer, unit.payers)) unit.payers.push_back(payer);
        }
        for (const auto& award : chosen.awards) unit.waits_for_plan |= award.lasts.has_value();
        for (const auto& link : network_->links)
            unit.waits_for_plan |=
                link.giver == n && network_->problem().trees[link.leaf].younger.has_value();
        units_.push_back(std::move(unit));
    }

    [[nodiscard]] RandomKey key_of(const Unit& unit, int attempt,
                                   std::string_view word = {}) const {
        const auto what = word.empty() ? key_.with(unit.run->key) : key_.with(word);
        return what.with(static_cast<std::uint64_t>(attempt));
    }

    /// Starts what can start, earliest first, until nothing is left or an outcome deviates.
    Turn run(Date from) {
        played_.assign(units_.size(), {});
        Turn turn;
        std::vector<Date> ready(units_.size(), Date::always);
        for (std::size_t left = units_.size(); left > 0; --left) {
            std::size_t next = units_.size();
            Date day = Date::never;
            for (std::size_t u = 0; u < units_.size(); ++u) {
                if (played_[u].is_done) continue;
                const Date start = first_start(u, from);
                if (start < day) {
                    day = start;
                    next = u;
                }
            }
            // a deviating outcome cuts off what would begin after it
            if (turn.deviates && (next == units_.size() || day >= turn.day)) return turn;
            if (next == units_.size()) return turn;
            if (!carry_out(next, day)) return turn;
            end_open_runs();
            const auto& unit = units_[next];
            const auto& option = problem_->options[played_[next].option];
            if (option.outcome && played_[next].outcome != *option.outcome &&
                (!turn.deviates || played_[next].finish < turn.day)) {
                turn.deviates = true;
                turn.key = unit.run->key;
                turn.outcome = played_[next].outcome;
                turn.day = played_[next].finish;
            }
        }
        turn.has_finished = musts_are_kept();
        return turn;
    }

    /// An open run ends when, after its least time, all that need it have what they came for (R19).
    void end_open_runs() {
        for (std::size_t u = 0; u < units_.size(); ++u) {
            auto& played = played_[u];
            if (!played.is_done || !problem_->options[played.option].is_open) continue;
            Date end = played.finish;
            for (const auto asker : dependants_[u]) {
                if (!played_[asker].is_done) end = Date::never;
                if (end == Date::never) break;
                const bool is_long = needs_throughout(asker);
                end =
                    std::max(end, is_long ? played_[asker].finish : played_[asker].start + Days{1});
            }
            played.open_until = end;
        }
    }

    [[nodiscard]] bool needs_throughout(std::uint32_t u) const {
        const auto& needs = problem_->options[played_[u].option].needs;
        return std::any_of(needs.begin(), needs.end(), [](const GroundNeed& need) {
            return need.role == GroundNeed::Role::need && need.at != model::At::start;
        });
    }

    /// Every `must` of every open run holds from its day to the end of the run (R9), which no
    /// pilot's end cuts off.
    [[nodiscard]] bool musts_are_kept() const {
        for (const auto& played : played_) {
            if (!played.is_done) continue;
            const auto& option = problem_->options[played.option];
            if (option.is_open && played.open_until > option.over_by) return false;
            for (const auto& need : option.needs) {
                if (need.role != GroundNeed::Role::must) continue;
                const Date day = add(played.start, need.within, problem_->catalogue->holidays);
                if (day < played.open_until && first_met(need.tree, day) > day) return false;
            }
        }
        return true;
    }

    // ---- when a unit can start
    // -------------------------------------------------------------------------

    /// Also notes in the unit which of its options starts then.
    [[nodiscard]] Date first_start(std::size_t u, Date from) {
        auto& unit = units_[u];
        if (unit.task == nothing) return Date::never;
        unit.next = unit.options.empty() ? 0 : unit.options.front();
        if (unit.run->fixed) {
            const auto kept = kept_.find(unit.run->key);
            return kept == kept_.end() ? unit.run->fixed->start : kept->second.start;
        }
        Date start = std::max(from, unit.run->not_before);
        if (unit.waits_for_plan) start = std::max(start, unit.planned);
        if (const TaskId previous = unit.run->previous; previous != nothing) {
            const auto before = unit_of_task_[previous];
            if (before != nothing) {
                if (!played_[before].is_done) return Date::never;
                start = std::max(start, played_[before].finish);
            }
        }
        Date best = Date::never;
        for (const OptionId option : unit.options) {
            const Date day = first_start(u, option, start);
            if (day >= best) continue;
            best = day;
            unit.next = option;
        }
        return best;
    }

    /// What has lapsed is asked anew on the day the option could start but for that (R19).
    [[nodiscard]] Date first_start(std::size_t u, OptionId id, Date start) {
        asked_anew_.emplace();
        Date day = first_start_as_asked(u, id, start);
        for (bool is_news = true; is_news && !lapsed_.empty() && day != Date::never;) {
            is_news = false;
            for (const OptionId giver : lapsed_)
                is_news |= std::exchange((*asked_anew_)[giver], day) != day;
            day = first_start_as_asked(u, id, day);
        }
        asked_anew_.reset();
        return day;
    }

    [[nodiscard]] Date first_start_as_asked(std::size_t u, OptionId id, Date start) {
        const auto& option = problem_->options[id];
        const auto& clock = problem_->clock(option);
        for (;;) {
            lapsed_.clear();
            const Date before = start;
            start = clock.next_start(start);
            for (const auto& need : option.needs) {
                if (start == Date::never || start > problem_->horizon) return Date::never;
                if (need.role == GroundNeed::Role::fund) {
                    // the run waits for its fund; where the fund will not open, it goes on without
                    if (!is_among(option.payers[need.index].who, units_[u].payers)) continue;
                    const Date open = first_met(need.tree, start);
                    if (open <= problem_->horizon) start = open;
                    continue;
                }
                if (need.role != GroundNeed::Role::need) continue;
                if (need.at == model::At::session) {
                    const Date begin = clock.begin(start);
                    const Date met = first_met(need.tree, begin);
                    if (met > begin)
                        start = met == Date::never ? met : clock.first_start_with_begin(met);
                } else if (need.at != model::At::finish) {
                    start = first_met(need.tree, start);
                }
            }
            if (start == Date::never || start > problem_->horizon) return Date::never;
            if (start != before) continue;
            const Date blocked = hours_block(u, option, start);
            if (blocked == start) return start;
            start = blocked;
        }
    }

    /// As Reach::first_met, with what has been given in this draw.
    [[nodiscard]] Date first_met(TreeId id, Date from) const {
        const auto& tree = problem_->trees[id];
        switch (tree.kind) {
            case Tree::Kind::always:
                return from;
            case Tree::Kind::never:
                return Date::never;
            case Tree::Kind::days:
                return tree.days.next(from).value_or(Date::never);
            case Tree::Kind::atom:
                return first_held(tree, from);
            case Tree::Kind::all:
                for (Date day = from;;) {
                    const Date before = day;
                    for (const TreeId part : tree.parts)
                        if (day = first_met(part, day); day == Date::never) return day;
                    if (day == before) return day;
                }
            case Tree::Kind::any:
            case Tree::Kind::at_least: {
                std::vector<Date> days;
                for (const TreeId part : tree.parts) days.push_back(first_met(part, from));
                const auto nth = days.begin() + (tree.kind == Tree::Kind::any ? 0 : tree.n - 1);
                std::nth_element(days.begin(), nth, days.end());
                return *nth;
            }
        }
        return Date::never;
    }

    [[nodiscard]] Date first_held(const Tree& tree, Date from) const {
        Date first = Date::never;
        for (const auto& hold : tree.holds) {
            auto days = hold.days;
            if (const auto kept = kept_.find(hold.by); kept != kept_.end()) {
                const auto moved = kept->second.finish - days.from;
                days.from = kept->second.finish;
                if (days.until != Date::never) days.until = days.until + moved;
            }
            if (from < days.until) first = std::min(first, std::max(from, days.from));
        }
        for (const auto& giver : problem_->givers[tree.atom]) {
            const auto u = unit_of_task_[problem_->options[giver.option].task];
            if (u == nothing || !played_[u].is_done || played_[u].option != giver.option) continue;
            const auto& played = played_[u];
            const auto& option = problem_->options[giver.option];
            if (option.outcome && played.outcome != *option.outcome &&
                giver.award >= option.step->gives.size())
                continue;
            const Date given = option.is_open ? played.start : played.finish;
            const Date until =
                option.is_open
                    ? played.open_until
                    : award_until(*problem_, option, option.awards[giver.award], tree.younger,
                                  played.start, played.begin, played.finish);
            if (from < until)
                first = std::min(first, std::max(from, given));
            else if (option.step->repeat > 1)
                first = std::min(first, first_renewed(tree, giver, from));
        }
        return first;
    }

    /// The first day from `from` on which what has lapsed is there again (R19). While a start is
    /// looked for, it counts as there until the day on which it is asked anew is known.
    [[nodiscard]] Date first_renewed(const Tree& tree, const Giver& giver, Date from) const {
        const auto& option = problem_->options[giver.option];
        const auto& clock = problem_->clock(option);
        Date asked = from;
        if (asked_anew_) {
            const auto known = asked_anew_->find(giver.option);
            asked = known == asked_anew_->end() ? Date::never : known->second;
        }
        if (asked != Date::never) {
            const Date start = clock.next_start(asked);
            const Date begin = start == Date::never ? start : clock.begin(start);
            if (begin == Date::never) return begin;
            const Date finish = clock.finish_from(begin);
            const Date until = award_until(*problem_, option, option.awards[giver.award],
                                           tree.younger, start, begin, finish);
            if (from < until) return std::max(from, finish);
        }
        lapsed_.push_back(giver.option);
        return from;
    }

    // ---- hours
    // ---------------------------------------------------------------------------------------

    [[nodiscard]] Date end_of(std::size_t u) const {
        const auto& option = problem_->options[played_[u].option];
        return option.is_open ? played_[u].open_until : played_[u].finish;
    }

    /// `start` itself if the hours allow the run from there, else a later day to try.
    [[nodiscard]] Date hours_block(std::size_t u, const Option& option, Date start) const {
        (void)u;
        if (option.rate == 0) return start;
        const auto& clock = problem_->clock(option);
        const Date begin = clock.begin(start);
        const Date finish = option.is_open
                                ? add(start, option.step->least, problem_->catalogue->holidays)
                                : clock.finish_from(begin);
        busy_.clear();
        for (std::size_t k = 0; k < units_.size(); ++k) {
            if (!played_[k].is_done || problem_->options[played_[k].option].rate == 0) continue;
            if (played_[k].begin < finish && begin < end_of(k)) busy_.push_back(k);
        }
        if (busy_.empty()) return start;
        for (Date day = begin; day < finish; day = next_turn(day, finish, clock)) {
            if (clock.still().contains(day)) continue;
            std::int32_t load = option.rate;
            Date frees = Date::never;
            for (const auto k : busy_) {
                const auto& other = problem_->options[played_[k].option];
                if (day < played_[k].begin || end_of(k) <= day ||
                    problem_->clock(other).still().contains(day))
                    continue;
                load += other.rate;
                frees = std::min(frees, end_of(k));
            }
            if (load > problem_->capacity.at(day)) {
                const Date later = next_turn(day, Date::never, clock);
                return std::max(start + Days{1},
                                clock.has_sessions() ? start + Days{1} : std::min(frees, later));
            }
        }
        return start;
    }

    /// The next day on which the load could differ.
    [[nodiscard]] Date next_turn(Date day, Date last, const Clock& clock) const {
        Date next = last;
        const auto consider = [&](Date d) {
            if (day < d) next = std::min(next, d);
        };
        for (const auto k : busy_) {
            consider(played_[k].begin);
            consider(end_of(k));
            const auto& still =
                problem_->clock(problem_->options[played_[k].option]).still().days();
            consider(still.end_of_stretch(day));
            if (const auto from = still.next(day)) consider(*from);
        }
        consider(clock.still().days().end_of_stretch(day));
        for (const auto& stretch : problem_->capacity.stretches()) consider(stretch.from);
        return next;
    }

    // ---- carrying a unit out
    // ---------------------------------------------------------------------------

    [[nodiscard]] Length drawn_length(const Unit& unit, const Option& option, Date counted,
                                      int attempt) const {
        const auto& step = *option.step;
        Length length = problem_->clock(option).length();
        const auto draw = [&](const Estimate& estimate, std::string_view word) {
            return triangular(estimate, key_of(unit, word.empty() ? attempt : 0, word).uniform());
        };
        if (step.clock == model::Clock::effort) {
            const auto* entry = pick(step.effort, *problem_->person, counted);
            if (entry != nullptr && entry->value && entry->value->is_range()) {
                const double hours = draw(*entry->value, entry->varies_with);
                length.days =
                    days_at({static_cast<std::int64_t>(std::llround(hours * 100))}, *option.pace)
                        .count;
            }
        } else if (step.clock == model::Clock::duration) {
            const auto* entry = pick(step.duration, *problem_->person, counted);
            if (entry != nullptr && entry->value && entry->value->is_range())
                length.days = round_half_up(
                    draw(std::get<Estimate>(entry->value->value), entry->varies_with));
        }
        if (step.extend) {
            length.extension_days = 0;
            length.extension_term.reset();
            if (key_of(unit, attempt).with("extend").uniform() < step.extend->chance) {
                const Length longer = length_of(step.extend->time, std::nullopt);
                length.extension_days = longer.days;
                length.extension_term = longer.term;
            }
        }
        return length;
    }

    /// Runs the unit from `day`: all attempts, until it passes. @returns false if it never does
    bool carry_out(std::size_t u, Date day) {
        const auto& unit = units_[u];
        auto& played = played_[u];
        if (unit.run->fixed) return resume(u);
        for (int attempt = unit.first_attempt;; ++attempt) {
            played.option = unit.next;
            const auto& option = problem_->options[played.option];
            const auto& clock = problem_->clock(option);
            played.start = day;
            played.begin = clock.begin(day);
            if (played.begin == Date::never) return false;
            played.finish =
                option.is_open
                    ? add(day, option.step->least, problem_->catalogue->holidays)
                    : clock.finish_from(played.begin, drawn_length(unit, option, day, attempt));
            if (played.finish > std::min(problem_->horizon, option.over_by)) return false;
            add_charges(unit, option, played, attempt);
            const double pass = chance_of_passing(*problem_, option, day);
            if (pass >= 1 || key_of(unit, attempt).with("pass").uniform() < pass) break;
            const auto& again = *option.step->attempt;
            if (again.most && attempt >= *again.most) return false;
            day = retry_day(unit, again, played.finish, attempt);
            day = first_start(u, day);
            if (day == Date::never) return false;
        }
        played.is_done = true;
        played.outcome = drawn_outcome(unit, problem_->options[played.option]);
        return true;
    }

    [[nodiscard]] Date retry_day(const Unit& unit, const model::Attempt& attempt, Date finish,
                                 int number) const {
        if (!attempt.again.is_range())
            return add_likely(finish, attempt.again, problem_->catalogue->holidays);
        const double days = triangular(std::get<Estimate>(attempt.again.value),
                                       key_of(unit, number).with("again").uniform());
        return finish + Days{round_half_up(days)};
    }

    /// A run that began before the first day goes on; its end is drawn from what may still come.
    bool resume(std::size_t u) {
        const auto& unit = units_[u];
        auto& played = played_[u];
        played.option = unit.options.front();
        const auto& option = problem_->options[played.option];
        if (const auto kept = kept_.find(unit.run->key); kept != kept_.end()) {
            played = kept->second;
            played.option = unit.options.front();
            played.charges.clear();  // kept with the run
            played.is_done = true;
            return true;
        }
        const auto& fixed = *unit.run->fixed;
        played.start = fixed.start;
        played.begin = fixed.begin;
        played.finish = fixed.finish;
        if (!option.is_open)
            played.finish = std::max(
                problem_->on,
                problem_->clock(option).finish_from(
                    fixed.begin, drawn_length(unit, option, fixed.start, unit.run->attempt)));
        add_charges(unit, option, played, unit.run->attempt);
        played.is_done = played.finish <= problem_->horizon;
        played.outcome = drawn_outcome(unit, option);
        return played.is_done;
    }

    [[nodiscard]] std::uint32_t drawn_outcome(const Unit& unit, const Option& option) const {
        if (!option.outcome) return 0;
        for (const auto& assumed : question_.assumed_outcomes)
            if (assumed.step == unit.run->step) return assumed.outcome;
        const auto& outcomes = option.step->outcomes;
        double left = key_of(unit, unit.run->attempt).with("outcome").uniform();
        for (std::uint32_t k = 0; k < outcomes.size(); ++k) {
            left -= outcomes[k].chance.value_or(0);
            if (left < 0) return k;
        }
        return *option.outcome;
    }

    /// What the run costs in this draw, and who was chosen and is there to pay it.
    void add_charges(const Unit& unit, const Option& option, Played& played, int attempt) const {
        if (option.step->costs.empty()) return;
        const auto cost = cost_of(*problem_, option, played.start, played.begin, played.finish);
        for (const auto& line : cost.lines) {
            Charge one{unit.run->key, line.cost, line.due, line.amount, {}, {}};
            one.amount.cents += drawn_surplus(unit, option, line, attempt);
            for (const auto& payer : option.payers) {
                if (!is_among(payer.who, unit.payers) || !pays_for(payer, option, played.start) ||
                    !std::binary_search(payer.costs.begin(), payer.costs.end(), line.cost))
                    continue;
                const auto tries = payer.who.fund.is_none()
                                       ? std::nullopt
                                       : (*problem_->catalogue)[payer.who.fund].tries;
                if (!tries || attempt <= *tries) one.payers.push_back(payer.who);
            }
            played.charges.push_back(std::move(one));
        }
    }

    /// Whether what the payer opens on holds on the run's start.
    [[nodiscard]] bool pays_for(const Payer& payer, const Option& option, Date start) const {
        return payer.need == nothing || first_met(option.needs[payer.need].tree, start) == start;
    }

    /// By how much the amount drawn exceeds the likely one; 0 where it is no range.
    [[nodiscard]] std::int64_t drawn_surplus(const Unit& unit, const Option& option,
                                             const model::PlannedStep::CostLine& line,
                                             int attempt) const {
        const auto& named = option.step->costs[line.cost];
        const auto* entry = pick(named.amount, *problem_->person, line.due);
        if (entry == nullptr || !entry->value || !entry->value->is_range()) return 0;
        const auto& amount = *entry->value;
        const Estimate range{static_cast<double>(amount.min.cents),
                             static_cast<double>(amount.likely.cents),
                             static_cast<double>(amount.max.cents)};
        const double drawn = triangular(range, key_of(unit, attempt).with(named.id).uniform());
        const double share =
            amount.likely.cents == 0
                ? 1
                : static_cast<double>(line.amount.cents) / static_cast<double>(amount.likely.cents);
        return std::llround((drawn - range.likely) * share);
    }

    void charge(const Played& played) {
        charges_.insert(charges_.end(), played.charges.begin(), played.charges.end());
    }

    /// What is left to oneself of all charges of the draw, branches included.
    [[nodiscard]] std::int64_t own_cents() {
        const bool is_paid = std::any_of(charges_.begin(), charges_.end(),
                                         [](const Charge& c) { return !c.payers.empty(); });
        if (is_paid) pay(*problem_->person, spent_, charges_);
        return own_of(charges_).cents;
    }

    // ---- ends
    // -----------------------------------------------------------------------------------------

    /// What started before the outcome was known stays, with its days in this draw.
    void keep_runs(const Turn& turn) {
        for (std::size_t u = 0; u < units_.size(); ++u) {
            if (!played_[u].is_done) continue;
            if (played_[u].start < turn.day || units_[u].run->key == turn.key) {
                kept_[units_[u].run->key] = played_[u];
                charge(played_[u]);
            }
        }
        played_.clear();
    }

    [[nodiscard]] bool reach_goals(Fate& fate) const {
        for (const TaskId goal : problem_->goals) {
            const auto& option = problem_->options[problem_->tasks[goal].options.front()];
            const Date day = first_met(option.needs.front().tree, on_);
            if (day > problem_->horizon) return false;
            fate.dates.push_back(day);
        }
        return true;
    }

    const Question& question_;
    Date on_;  // the first day of the plan; a branch's problem begins later
    bool has_drawn_events_ = false;
    Spent spent_;                     // of funds, before the plan's first day
    std::unique_ptr<Person> person_;  // of this draw, where events are drawn
    std::unique_ptr<Problem> drawn_problem_;
    const Script* script_ = nullptr;
    const Problem* problem_ = nullptr;
    const Network* network_ = nullptr;
    std::vector<Unit> units_;
    std::vector<std::uint32_t> unit_of_task_;
    std::vector<std::vector<std::uint32_t>> dependants_;
    RandomKey key_{0};
    std::vector<Played> played_;
    std::map<std::string, Played> kept_;
    mutable std::vector<std::size_t> busy_;
    std::optional<std::map<OptionId, Date>> asked_anew_;  // while a start is looked for
    mutable std::vector<OptionId> lapsed_;                // on the day that was looked at last
    std::vector<Charge> charges_;                         // of this draw, branches included
};

/// p is the ⌈p·n⌉-th smallest (R22).
template <class T>
T percentile(const std::vector<T>& sorted, int percent) {
    const auto rank = (sorted.size() * static_cast<std::size_t>(percent) + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

bool can_be_played(const Script& script, const Question& question) {
    const auto& network = script.solution.network;
    for (const NodeId n : by_key(network)) {
        const auto& option = network.option(n);
        const auto step = network.problem().tasks[option.task].step;
        const bool is_assumed =
            std::any_of(question.assumed_outcomes.begin(), question.assumed_outcomes.end(),
                        [&](const AssumedOutcome& a) { return a.step == step; });
        if (option.outcome && !is_assumed && !option.step->outcomes[*option.outcome].chance)
            return false;
        if (option.step->attempt && option.step->attempt->pass.is_empty()) return false;
    }
    return true;
}

void play(const Script& script, const Question& question, RandomKey key, model::Route& route) {
    constexpr std::size_t fewest_for_percentiles = 100;
    route.draws = question.draws;
    if (question.draws == 0 || !can_be_played(script, question)) {
        route.draws = 0;
        return;
    }
    Player player(script, question);
    std::vector<std::vector<Date>> dates(route.goals.size());
    std::vector<std::int64_t> cents;
    for (std::uint32_t draw = 0; draw < question.draws; ++draw) {
        const Fate fate = player.play_once(key.with(draw));
        if (!fate.has_reached) continue;
        for (std::size_t g = 0; g < dates.size(); ++g) dates[g].push_back(fate.dates[g]);
        cents.push_back(fate.own_cents);
    }
    route.reached = static_cast<std::uint32_t>(cents.size());
    route.chance = static_cast<double>(route.reached) / static_cast<double>(question.draws);
    if (cents.size() < fewest_for_percentiles) return;
    for (std::size_t g = 0; g < dates.size(); ++g) {
        std::sort(dates[g].begin(), dates[g].end());
        auto& finish = route.goals[g].finish;
        finish.p10 = percentile(dates[g], 10);
        finish.p50 = percentile(dates[g], 50);
        finish.p90 = percentile(dates[g], 90);
    }
    std::sort(cents.begin(), cents.end());
    route.cost.own_p10 = Money{percentile(cents, 10)};
    route.cost.own_p50 = Money{percentile(cents, 50)};
    route.cost.own_p90 = Money{percentile(cents, 90)};
}

std::uint64_t signature_of(const model::Catalogue& catalogue, const model::Profile& profile,
                           const std::vector<model::AttributeId>& asked) {
    RandomKey key(0x77656777696a7a65ULL);
    for (const auto attribute : asked) {
        const auto* answer = profile.find(attribute);
        if (answer == nullptr) continue;
        key = key.with(catalogue[attribute].id);
        for (const auto& timed : answer->values) {
            key = key.with(static_cast<std::uint64_t>(timed.window.from.day))
                      .with(static_cast<std::uint64_t>(timed.window.until.day))
                      .with(static_cast<std::uint64_t>(timed.value.number))
                      .with(static_cast<std::uint64_t>(timed.value.unit));
            for (const auto element : timed.value.elements)
                key = key.with(static_cast<std::uint64_t>(element));
        }
    }
    for (const auto& held : profile.held)
        key = key.with(catalogue[held.credential].id)
                  .with(static_cast<std::uint64_t>(held.on.value_or(Date::always).day));
    return key.bits();
}

}  // namespace wegwijzer::route
