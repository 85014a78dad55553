// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "route/grounder.hpp"
#include "route/income.hpp"
#include "route/pilot_help.hpp"

namespace wegwijzer::route {

namespace detail {

using model::Given;
using model::StepId;

namespace {

constexpr int most_repetitions = 6;  // more runs of one step than a 20-year plan has use for

Date earliest_day(Date on, const std::vector<PastRun>& past) {
    for (const auto& run : past) on = std::min({on, run.start, run.begin});
    return on;
}

}  // namespace

Grounder::Grounder(const Person& person, const Question& question, const Grounding& grounding)
    : person_(person), question_(question), grounding_(grounding), catalogue_(person.catalogue()) {
    problem_.catalogue = &catalogue_;
    problem_.person = &person_;
    problem_.on = grounding.on;
    problem_.horizon = question.horizon.value_or(add_months(question.on, 20 * 12));
    window_ = {earliest_day(grounding.on, grounding.past), problem_.horizon + Days{1}};
    step_is_added_.assign(catalogue_.steps.size(), false);
    runs_counted_.assign(catalogue_.steps.size(), 0);
    for (std::uint32_t p = 0; p < catalogue_.pilots.size(); ++p)
        if (is_applied(catalogue_.pilots[p], {p}, question)) applied_pilots_.push_back({p});
    sort_by_id(applied_pilots_);
    for (const auto& run : grounding.past) ++runs_counted_[run.step.index];
    find_payers();
}

Problem Grounder::build() {
    const auto hours = catalogue_.find_attribute("hours_per_week");
    std::vector<Capacity::Stretch> stretches;
    if (hours.is_none()) {
        stretches.push_back({Date::always, 168 * 100});
    } else {
        problem_.asked.push_back(hours);
        auto days = person_.changes(hours, window_);
        days.insert(days.begin(), window_.from);
        for (const Date day : days) {
            const auto value = person_.value(hours, day);
            stretches.push_back(
                {day, value.is_known ? static_cast<std::int32_t>(value.number * 100) : 0});
        }
        stretches.front().from = Date::always;
    }
    problem_.capacity = Capacity(std::move(stretches), grounding_.on);

    for (const auto& run : grounding_.past)
        if (run.must_stay && (!run.finish || *run.finish > grounding_.on)) add_step(run.step);
    for (std::uint32_t g = 0; g < question_.goals.size(); ++g) add_goal(g);
    if (question_.duties_bind)
        for (std::uint32_t d = 0; d < catalogue_.duties.size(); ++d) add_duty({d});
    fill_purse();
    if (problem_.purse) add_earners();
    while (!to_ask_.empty()) {
        const AtomId atom = to_ask_.back();
        to_ask_.pop_back();
        ask_atom(atom);
    }
    connect_givers();
    group_paces();
    auto& asked = problem_.asked;
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    return std::move(problem_);
}

/// A goal, or a duty that binds, is a task of no length that starts on the day it is reached.
void Grounder::add_end(Task task, const model::Expression& reach) {
    Option option;
    option.task = static_cast<TaskId>(problem_.tasks.size());
    GroundNeed need;
    need.role = GroundNeed::Role::reach;
    need.tree = tree_of(reach, std::nullopt);
    option.needs.push_back(need);
    option.clock = static_cast<std::uint32_t>(problem_.clocks.size());
    problem_.clocks.emplace_back(DaySet::of({grounding_.on, window_.until}),
                                 std::make_shared<StandStill>(), nullptr, Length{},
                                 catalogue_.holidays);
    task.options.push_back(static_cast<OptionId>(problem_.options.size()));
    problem_.options.push_back(std::move(option));
    problem_.tasks.push_back(std::move(task));
}

void Grounder::add_goal(std::uint32_t index) {
    const auto& goal = catalogue_[question_.goals[index]];
    Task task;
    task.goal = index;
    task.key = goal.id;
    problem_.goals.push_back(static_cast<TaskId>(problem_.tasks.size()));
    add_end(std::move(task), goal.reach);
}

/// Duties are judged on the first day of the question; one that was met before needs nothing more.
void Grounder::add_duty(model::DutyId id) {
    const auto& duty = catalogue_[id];
    const auto& loose = question_.loose_duties;
    if (std::find(loose.begin(), loose.end(), id) != loose.end()) return;
    const auto by = due_day(person_, duty, question_.on);
    if (!by) return;
    Task task;
    task.duty = id;
    task.by = *by;
    task.key = duty.id;
    const auto number = static_cast<TaskId>(problem_.tasks.size());
    add_end(std::move(task), duty.reach);
    const auto met =
        days_held(problem_.options.back().needs.front().tree).next(std::min(*by, question_.on));
    if (met && *met <= std::min(*by, grounding_.on)) return;
    problem_.duties.push_back(number);
}

bool Grounder::gives(const Award& award, const Given& asked) const {
    const Given& given = award.given;
    if (given.kind != asked.kind) return false;
    switch (asked.kind) {
        case Given::Kind::level:
            return given.attribute == asked.attribute && given.rank >= asked.rank;
        case Given::Kind::truth:
            return given.attribute == asked.attribute;
        case Given::Kind::credential: {
            const auto& implied = catalogue_[given.credential].implies;
            return given.credential == asked.credential ||
                   std::find(implied.begin(), implied.end(), asked.credential) != implied.end();
        }
    }
    return false;
}

/// Adds every step that could give the atom by any of its versions and outcomes.
void Grounder::ask_atom(AtomId atom) {
    const Given asked = problem_.atoms[atom].asked;
    const auto can_give = [&](const std::vector<Given>& given) {
        return std::any_of(given.begin(), given.end(), [&](const Given& g) {
            return gives({g, std::nullopt}, asked);
        });
    };
    const auto step_can_give = [&](const model::Step& step) {
        return can_give(step.gives) ||
               std::any_of(step.outcomes.begin(), step.outcomes.end(),
                           [&](const model::Outcome& o) { return can_give(o.gives); });
    };
    for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s)
        if (!step_is_added_[s] && step_can_give(catalogue_.steps[s])) add_step({s});
    for (const auto pilot : applied_pilots_)
        for (const auto& change : catalogue_[pilot].changes)
            if (!step_is_added_[change.step.index] && step_can_give(change.changed))
                add_step(change.step);
}

/// With a purse, steps may be taken for what they earn (R18).
void Grounder::add_earners() {
    const auto earns = [](const model::Step& step) { return !step.income.empty(); };
    for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s) {
        bool is_earner = earns(catalogue_.steps[s]);
        for (const auto pilot : applied_pilots_)
            for (const auto& change : catalogue_[pilot].changes)
                is_earner = is_earner || (change.step.index == s && earns(change.changed));
        if (is_earner && !step_is_added_[s]) add_step({s});
    }
}

/// What is there on the first day: the savings, and what finished runs have earned and cost since
/// the first day of the question.
void Grounder::fill_purse() {
    problem_.earns_from = question_.on;
    problem_.purse = question_.savings ? question_.savings : person_.profile().savings;
    if (!problem_.purse) return;
    for (const auto& run : grounding_.past) {
        if (!run.finish || *run.finish > grounding_.on) continue;
        for (const auto& charge : run.charges)
            if (charge.due >= question_.on) *problem_.purse += Money{-charge.cash().cents};
        const auto& step = *version_with(run.step, run.pilots).step;
        for (const auto& income : incomes_of(person_, step, run.start, *run.finish))
            if (income.day > question_.on && income.amount) *problem_.purse += *income.amount;
    }
}

bool Grounder::asks_can_lapse(const model::Step& step) const {
    if (step.dated != model::Moment::finish) return true;
    return step.repeat > 1;
}

std::string Grounder::next_key(StepId step) {
    return catalogue_[step].id + "#" + std::to_string(++runs_counted_[step.index]);
}

void Grounder::add_step(StepId id) {
    step_is_added_[id.index] = true;
    if (std::find(question_.forbidden.begin(), question_.forbidden.end(), id) !=
        question_.forbidden.end())
        return;
    const auto& step = catalogue_[id];
    int passed = 0;
    int failed = 0;  // since the last pass
    Date not_before = Date::always;
    TaskId previous = nothing;  // last repetition
    TaskId prior = nothing;     // failed attempt under way
    for (const auto& run : grounding_.past) {
        if (run.step != id) continue;
        if (!run.finish || *run.finish > grounding_.on) {
            add_running(id, run);
            const auto running = static_cast<TaskId>(problem_.tasks.size()) - 1;
            const bool passes = problem_.tasks[running].passes;
            (passes ? previous : prior) = running;
            passed += passes;
            failed = passes ? 0 : std::max(failed + 1, run.attempt);
        } else if (run.passed) {
            ++passed;
            failed = 0;
        } else {
            failed = std::max(failed + 1, run.attempt);
            if (step.attempt)
                not_before = add_likely(*run.finish, step.attempt->again, catalogue_.holidays);
        }
    }
    if (!step.only_in.is_none() && std::find(applied_pilots_.begin(), applied_pilots_.end(),
                                             step.only_in) == applied_pilots_.end())
        return;
    const int planned = step.attempt ? step.attempt->plan : 1;
    const int most = step.attempt && step.attempt->most ? *step.attempt->most : 1 << 20;
    const int last_repetition = std::min(step.repeat, passed + most_repetitions);
    for (int repetition = passed; repetition < last_repetition; ++repetition) {
        const int last = std::max(planned, failed + 1);
        if (last > most) break;
        for (int attempt = failed + 1; attempt <= last; ++attempt) {
            prior = add_run(id, attempt, attempt == last, prior);
            auto& task = problem_.tasks[prior];
            task.not_before = not_before;
            task.previous = previous;
            not_before = Date::always;
            if (task.prior != nothing) task.lag = step.attempt->again;
        }
        previous = prior;
        prior = nothing;
        failed = 0;
    }
}

TaskId Grounder::add_run(StepId step, int attempt, bool passes, TaskId prior) {
    Task task;
    task.step = step;
    task.key = next_key(step);
    task.attempt = attempt;
    task.passes = passes;
    task.prior = prior;
    const auto id = static_cast<TaskId>(problem_.tasks.size());
    problem_.tasks.push_back(std::move(task));
    add_options(id, step);
    return id;
}

void Grounder::add_running(StepId id, const PastRun& run) {
    const auto& step = catalogue_[id];
    Task task;
    task.step = id;
    task.key = run.key;
    task.attempt = run.attempt;
    task.passes = run.finish ? run.passed : !step.attempt || run.attempt >= step.attempt->plan;
    const auto task_id = static_cast<TaskId>(problem_.tasks.size());
    problem_.tasks.push_back(std::move(task));
    // who began inside a pilot goes on in it, also where it is open to nobody else any more
    if (!run.pilots.empty()) add_version_options(task_id, version_with(id, run.pilots));
    add_options(task_id, id);
    fix_run(task_id, run);
}

void Grounder::group_paces() {
    auto& options = problem_.options;
    const auto cost_depends_on_pace = [](const Option& option) {
        return std::any_of(
            option.step->costs.begin(), option.step->costs.end(),
            [](const auto& cost) { return cost.per == Per::month || cost.per == Per::year; });
    };
    const auto is_like = [&](const Option& a, const Option& b) {
        return a.task == b.task && a.step == b.step && a.pace && b.pace && a.outcome == b.outcome &&
               a.pilots == b.pilots && a.energy == b.energy && a.figure == b.figure &&
               !cost_depends_on_pace(a);
    };
    for (OptionId o = 0; o < options.size(); ++o) {
        options[o].group = static_cast<std::uint32_t>(problem_.groups.size());
        for (std::uint32_t g = 0; g < problem_.groups.size(); ++g)
            if (is_like(options[problem_.groups[g].front()], options[o])) options[o].group = g;
        if (options[o].group == problem_.groups.size()) problem_.groups.emplace_back();
        problem_.groups[options[o].group].push_back(o);
    }
    for (auto& group : problem_.groups)
        std::stable_sort(group.begin(), group.end(), [&](OptionId a, OptionId b) {
            return options[a].pace && *options[a].pace < *options[b].pace;
        });
}

void Grounder::connect_givers() {
    problem_.givers.assign(problem_.atoms.size(), {});
    for (OptionId o = 0; o < problem_.options.size(); ++o)
        for (std::uint32_t a = 0; a < problem_.options[o].awards.size(); ++a)
            for (AtomId atom = 0; atom < problem_.atoms.size(); ++atom)
                if (gives(problem_.options[o].awards[a], problem_.atoms[atom].asked))
                    problem_.givers[atom].push_back({o, a});
}

}  // namespace detail

Problem ground(const Person& person, const Question& question, const Grounding& grounding) {
    return detail::Grounder(person, question, grounding).build();
}

std::optional<Date> due_day(const Person& person, const model::Duty& duty, Date on) {
    const auto& catalogue = person.catalogue();
    if (rule::evaluate(duty.when, person, catalogue, on) != model::Truth::yes) return std::nullopt;
    const auto by = rule::evaluate_node(duty.by, duty.by.root(), person, catalogue, on);
    return by.is_known ? std::optional(by.as_date()) : std::nullopt;
}

std::optional<std::uint32_t> followed_outcome(const model::Step& step, model::StepId id,
                                              const Question& question) {
    if (step.outcomes.empty()) return std::nullopt;
    for (const auto& assumed : question.assumed_outcomes)
        if (assumed.step == id) return assumed.outcome;
    std::uint32_t best = 0;
    for (std::uint32_t k = 0; k < step.outcomes.size(); ++k) {
        if (step.outcomes[k].plan) return k;
        if (step.outcomes[k].chance.value_or(0) > step.outcomes[best].chance.value_or(0)) best = k;
    }
    return best;
}

Capacity::Capacity(std::vector<Stretch> stretches, Date from)
    : stretches_(std::move(stretches)), from_(from) {}

std::int32_t Capacity::at(Date date) const {
    auto after = std::upper_bound(stretches_.begin(), stretches_.end(), date,
                                  [](Date d, const Stretch& s) { return d < s.from; });
    return std::prev(after)->rate;
}

Date Capacity::when_spent(std::int64_t energy) const {
    Date day = from_;
    for (std::size_t k = 0; energy > 0; ++k) {
        if (k == stretches_.size()) return Date::never;
        const Date until = k + 1 < stretches_.size() ? stretches_[k + 1].from : Date::never;
        if (until <= day) continue;
        const std::int64_t rate = stretches_[k].rate;
        const std::int64_t days = (until - day).count;
        if (rate * days >= energy)
            return day + Days{static_cast<std::int32_t>((energy + rate - 1) / rate)};
        energy -= rate * days;
        day = until;
    }
    return day;
}

DaySet Capacity::below(std::int32_t rate) const {
    DaySet days;
    for (std::size_t k = 0; k < stretches_.size(); ++k) {
        const Date until = k + 1 < stretches_.size() ? stretches_[k + 1].from : Date::never;
        if (stretches_[k].rate < rate) days = days.united(DaySet::of({stretches_[k].from, until}));
    }
    return days;
}

}  // namespace wegwijzer::route
