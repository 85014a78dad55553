// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "route/grounder.hpp"

namespace wegwijzer::route {

using model::Moment;
using model::Step;

namespace {

DaySet window_days(const model::Window& window) { return DaySet::of({window.from, window.until}); }

Date day_in_year(const model::Calendar::YearDay& day, int year) {
    const int last = days_in_month(year, day.month);
    if (day.day <= last) return to_date({year, day.month, day.day});
    return to_date({year, day.month, last}) + Days{1};  // 29 February in an ordinary year
}

/// The starts whose counted day (`moment`) lies in `days`.
DaySet starts_with(const Clock& clock, Moment moment, const DaySet& days) {
    if (moment == Moment::start) return days;
    const auto first_start = [&](Date day) {
        if (day <= Date::first || day >= Date::last) return day;
        return moment == Moment::session ? clock.first_start_with_begin(day)
                                         : clock.first_start_with_finish(day);
    };
    DaySet starts;
    for (const auto& interval : days.intervals())
        starts =
            starts.united(DaySet::of({first_start(interval.from), first_start(interval.until)}));
    return starts;
}

/// The last day from which `lead` is over by `session`; months clamp, so going back and forth may
/// differ.
Date last_sign_up(Date session, Term lead, const Holidays& holidays) {
    return first_day(session - Days{2 * 366 * std::max(1, lead.count)}, session + Days{1},
                     [&](Date day) { return add(day, lead, holidays) > session; }) -
           Days{1};
}

std::int64_t energy_of(double hours) { return std::llround(hours * 700); }

}  // namespace

Length length_of(const Duration& duration, const std::optional<model::Extension>& extension) {
    Length length;
    const auto days_of = [](const Duration& d) -> std::optional<std::int32_t> {
        if (const auto* estimate = std::get_if<Estimate>(&d.value))
            return round_half_up(estimate->likely);
        const auto& term = std::get<Term>(d.value);
        if (term.unit == TermUnit::days) return term.count;
        if (term.unit == TermUnit::weeks) return term.count * 7;
        return std::nullopt;
    };
    if (const auto days = days_of(duration))
        length.days = *days;
    else
        length.term = std::get<Term>(duration.value);
    if (extension && extension->chance >= 0.5) {
        if (const auto days = days_of(extension->time))
            length.extension_days = *days;
        else
            length.extension_term = std::get<Term>(extension->time.value);
    }
    return length;
}

namespace detail {

/// Cuts the window where another entry of the figure begins to count.
template <class T>
std::vector<Piece<T>> Grounder::pieces_of(const model::Figure<T>& figure) {
    std::vector<Date> cuts{window_.from};
    for (const auto& entry : figure.cases) {
        if (window_.from < entry.from && entry.from < window_.until) cuts.push_back(entry.from);
        if (entry.when.is_empty()) continue;
        const DaySet met = days_met(entry.when);
        for (const auto& days : met.intervals())
            for (const Date cut : {days.from, days.until})
                if (window_.from < cut && cut < window_.until) cuts.push_back(cut);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::vector<Piece<T>> pieces;
    for (std::size_t k = 0; k < cuts.size(); ++k) {
        const Date until = k + 1 < cuts.size() ? cuts[k + 1] : window_.until;
        const auto* entry = pick(figure, person_, cuts[k]);
        if (!pieces.empty() && pieces.back().entry == entry)
            pieces.back().days.until = until;
        else
            pieces.push_back({{cuts[k], until}, entry});
    }
    return pieces;
}

DaySet Grounder::closed_days(const model::Calendar& calendar) const {
    using YearDay = model::Calendar::YearDay;
    DaySet days;
    const int first = to_civil(window_.from).year - 1;
    const int last = to_civil(window_.until).year;
    for (const auto& closure : calendar.closed) {
        const auto* from = std::get_if<YearDay>(&closure.from);
        const auto* until = std::get_if<YearDay>(&closure.until);
        if (from == nullptr || until == nullptr) {
            if (from == nullptr && until == nullptr)
                days = days.united(
                    DaySet::of({std::get<Date>(closure.from), std::get<Date>(closure.until)}));
            continue;
        }
        const bool passes_new_year =
            std::pair(until->month, until->day) <= std::pair(from->month, from->day);
        DaySet yearly;
        for (int year = first; year <= last; ++year)
            yearly.append({day_in_year(*from, year), day_in_year(*until, year + passes_new_year)});
        days = days.united(yearly);
    }
    return days.intersected(window_days(calendar.in_force));
}

std::shared_ptr<const StandStill> Grounder::stand_still(const Step& step, std::int32_t rate) {
    std::vector<std::uint32_t> calendars;
    for (const auto id : step.closures) calendars.push_back(id.index);
    auto& cached = stills_[{calendars, rate}];
    if (!cached) {
        DaySet days = rate > 0 ? problem_.capacity.below(rate) : DaySet();
        for (const auto id : step.closures) days = days.united(closed_days(catalogue_[id]));
        cached = std::make_shared<StandStill>(std::move(days));
    }
    return cached;
}

std::shared_ptr<const Sessions> Grounder::sessions_of(const Step& step) {
    if (step.sessions.is_none()) return nullptr;
    auto& cached = sessions_[step.sessions.index];
    if (cached) return cached;
    const auto& calendar = catalogue_[step.sessions];
    auto sessions = std::make_shared<Sessions>();
    const auto add_session = [&](Date day, std::optional<Date> by) {
        if (!calendar.in_force.covers(day)) return;
        Date until = day;
        if (by)
            until = *by;
        else if (const auto* term = std::get_if<Term>(&calendar.lead.value))
            until = last_sign_up(day, *term, catalogue_.holidays);
        else
            until = day - Days{round_half_up(std::get<Estimate>(calendar.lead.value).likely)};
        sessions->days.push_back({day, until});
    };
    const int first = to_civil(window_.from).year;
    const int last = to_civil(window_.until).year + 1;
    for (int year = first; year <= last; ++year)
        for (const auto& day : calendar.yearly)
            if (day.day <= days_in_month(year, day.month))
                add_session(day_in_year(day, year), std::nullopt);
    for (const auto& session : calendar.on) add_session(session.session, session.by);
    if (calendar.repeats && !calendar.on.empty()) {
        const Date known = calendar.on.back().session;
        for (int years = 1; add_months(known, 12 * (years - 1)) < window_.until; ++years)
            for (const auto& session : calendar.on) {
                if (to_civil(session.session).year != to_civil(known).year) continue;
                const auto later = [&](Date d) { return add_months(d, 12 * years); };
                add_session(later(session.session),
                            session.by ? std::optional(later(*session.by)) : std::nullopt);
            }
    }
    std::sort(sessions->days.begin(), sessions->days.end(),
              [](const auto& a, const auto& b) { return a.day < b.day; });
    return cached = std::move(sessions);
}

bool Grounder::is_lifted(model::StepId id) const {
    const auto& lifted = question_.lifted;
    return std::find(lifted.begin(), lifted.end(), id) != lifted.end();
}

bool Grounder::is_must_waived(model::StepId id, std::uint32_t must) const {
    const auto& waived = question_.waived_musts;
    return std::any_of(waived.begin(), waived.end(),
                       [&](const Waiver& w) { return w.step == id && w.need == must; });
}

void Grounder::add_options(TaskId task, model::StepId id) {
    for (const auto& version : versions_of(id)) add_version_options(task, version);
}

void Grounder::add_version_options(TaskId task, const Version& version) {
    const Step& step = *version.step;
    const DaySet all_days = DaySet::of({grounding_.on, window_.until});
    const DaySet starts =
        is_lifted(problem_.tasks[task].step) ? all_days : days_met(step.when).intersected(all_days);
    if (starts.is_empty()) return;
    Option proto;
    proto.task = task;
    proto.step = &step;
    proto.pilots = version.pilots;
    proto.over_by = version.over_by;
    proto.is_open = step.clock == model::Clock::open;
    for (std::uint32_t k = 0; k < step.needs.size(); ++k) {
        const auto& need = step.needs[k];
        const TreeId tree = tree_of(need.is, need.younger);
        if (problem_.trees[tree].kind == Tree::Kind::never) return;
        if (problem_.trees[tree].kind == Tree::Kind::always) continue;
        proto.needs.push_back({GroundNeed::Role::need, k, need.at, {}, tree});
    }
    for (std::uint32_t k = 0; k < step.musts.size(); ++k)
        if (!is_must_waived(problem_.tasks[task].step, k))
            proto.needs.push_back({GroundNeed::Role::must, k, model::At::throughout,
                                   step.musts[k].within, tree_of(step.musts[k].is, std::nullopt)});
    add_payers(proto);
    const auto award = [&](Option& option, const std::vector<model::Given>& gives) {
        for (const auto& given : gives) {
            Award one{given, std::nullopt};
            if (given.kind == model::Given::Kind::credential)
                if (const auto* life =
                        pick(catalogue_[given.credential].lasts, person_, grounding_.on))
                    one.lasts = life->value;
            option.awards.push_back(one);
        }
    };
    const auto& run = problem_.tasks[task];
    if (!run.passes) {
        add_timed_options(task, version, proto, starts);
        return;
    }
    award(proto, step.gives);
    if (step.outcomes.empty()) {
        add_timed_options(task, version, proto, starts);
        return;
    }
    const auto followed = followed_outcome(step, run.step, question_);
    for (std::uint32_t k = 0; k < step.outcomes.size(); ++k) {
        if (!grounding_.all_outcomes && k != *followed) continue;
        Option option = proto;
        option.outcome = k;
        award(option, step.outcomes[k].gives);
        add_timed_options(task, version, std::move(option), starts);
    }
}

void Grounder::add_timed_options(TaskId, const Version& version, Option proto,
                                 const DaySet& starts) {
    const Step& step = *version.step;
    const auto loads = step.load.is_empty() ? std::vector<Piece<WeeklyRate>>{{window_, nullptr}}
                                            : pieces_of(step.load);
    const auto rate_of = [](const Piece<WeeklyRate>& piece) {
        return piece.entry != nullptr && piece.entry->value ? piece.entry->value->hundredths : 0;
    };
    if (step.clock == model::Clock::effort) {
        std::uint32_t figure = 0;
        for (const auto& piece : pieces_of(step.effort)) {
            ++figure;
            if (piece.entry == nullptr || !piece.entry->value) continue;
            for (const auto pace : step.paces) {
                Option option = proto;
                option.pace = pace;
                option.figure = figure;
                option.rate = pace.hundredths;
                option.energy = energy_of(piece.entry->value->likely);
                option.rests_on_estimate = true;
                option.rests_on_expected = piece.entry->is_expected;
                Length length;
                length.days = days_at({option.energy / 7}, pace).count;
                add_option(std::move(option), version, starts, DaySet::of(piece.days), length);
            }
        }
        return;
    }
    if (step.clock == model::Clock::open) {
        for (const auto& load : loads) {
            Option option = proto;
            option.rate = rate_of(load);
            add_option(std::move(option), version, starts, DaySet::of(load.days), {});
        }
        return;
    }
    for (const auto& piece : pieces_of(step.duration)) {
        if (piece.entry == nullptr || !piece.entry->value) continue;
        for (const auto& load : loads) {
            Option option = proto;
            const Length length = length_of(*piece.entry->value, step.extend);
            option.rate = rate_of(load);
            option.energy = std::int64_t{option.rate} * (length.days + length.extension_days);
            option.rests_on_estimate = piece.entry->value->is_estimate();
            option.rests_on_expected = piece.entry->is_expected;
            add_option(std::move(option), version, starts,
                       DaySet::of(piece.days).intersected(DaySet::of(load.days)), length);
        }
    }
}

void Grounder::add_option(Option option, const Version& version, const DaySet& starts,
                          const DaySet& picked, Length length) {
    const Step& step = *version.step;
    Clock clock(starts, stand_still(step, option.rate), sessions_of(step), length,
                catalogue_.holidays);
    const model::Window in_force =
        is_lifted(problem_.tasks[option.task].step) ? model::Window{} : step.in_force;
    const DaySet counted = picked.intersected(window_days(in_force)).intersected(version.offered);
    if (!counted.contains(window_.from) || counted.end_of_stretch(window_.from) < window_.until)
        clock.restrict(starts_with(clock, step.counts, counted));
    if (clock.next_start(grounding_.on) == Date::never && !problem_.tasks[option.task].fixed) {
        const bool may_run = std::any_of(
            grounding_.past.begin(), grounding_.past.end(),
            [&](const PastRun& run) { return run.step == problem_.tasks[option.task].step; });
        if (!may_run) return;
    }
    option.clock = static_cast<std::uint32_t>(problem_.clocks.size());
    problem_.clocks.push_back(std::move(clock));
    set_cost_bounds(option);
    set_surety(option);
    problem_.tasks[option.task].options.push_back(static_cast<OptionId>(problem_.options.size()));
    problem_.options.push_back(std::move(option));
}

void Grounder::set_surety(Option& option) {
    const Step& step = *option.step;
    if (!problem_.tasks[option.task].passes) return;
    if (step.attempt) {
        const auto* pass = pick(step.attempt->pass, person_, grounding_.on);
        if (pass == nullptr || !pass->value)
            option.surety_is_known = false;
        else if (step.attempt->most)
            option.surety = 1 - std::pow(1 - *pass->value, *step.attempt->most);
    }
    if (option.outcome) {
        const auto chance = step.outcomes[*option.outcome].chance;
        const bool is_assumed = std::any_of(
            question_.assumed_outcomes.begin(), question_.assumed_outcomes.end(),
            [&](const AssumedOutcome& a) { return a.step == problem_.tasks[option.task].step; });
        if (chance)
            option.surety *= *chance;
        else if (!is_assumed)
            option.surety_is_known = false;
    }
}

/// What the cheapest start costs: never more than any start does.
void Grounder::set_cost_bounds(Option& option) {
    const auto& clock = problem_.clocks[option.clock];
    const std::int64_t days = clock.length().days;
    for (std::uint32_t k = 0; k < option.step->costs.size(); ++k) {
        const auto& cost = option.step->costs[k];
        const bool always = cost.when.is_empty() || days_met(cost.when).is_all();
        const auto pieces = pieces_of(cost.amount);
        Money least{INT64_MAX};
        for (const auto& piece : pieces)
            least = std::min(least, piece.entry != nullptr && piece.entry->value
                                        ? piece.entry->value->likely
                                        : Money{0});
        if (pieces.size() > 1 || (!always && !days_met(cost.when).is_empty()))
            option.cost_is_fixed = false;
        if (!always) continue;
        switch (cost.per) {
            case Per::once:
                option.least_costs.push_back({k, least.cents, 1});
                break;
            case Per::hour:
                option.least_costs.push_back({k, (least.cents * option.energy + 350) / 700, 1});
                break;
            case Per::month:
                option.least_costs.push_back({k, least.cents, (days + 30) / 31});
                option.cost_is_fixed = false;
                break;
            case Per::year:
                option.least_costs.push_back({k, least.cents, (days + 365) / 366});
                option.cost_is_fixed = false;
                break;
        }
    }
    option.least_cost = Money{least_own(option, ~PayerSet{0})};
}

/// Whether the run is half-way when a pilot ends that sends people back.
bool Grounder::is_sent_back(OptionId id, const PastRun& run) const {
    const auto& option = problem_.options[id];
    if (option.over_by == Date::never) return false;
    if (run.finish) return *run.finish > option.over_by;
    if (option.is_open) return option.over_by <= grounding_.on;
    return problem_.clock(option).finish_from(run.begin) > option.over_by;
}

/// A run under way keeps its days; of its options the one that fits what is known of it stays, or
/// the ordinary one where its pilot sends it back. A run that nothing stands for any more is over.
void Grounder::fix_run(TaskId id, const PastRun& run) {
    auto& task = problem_.tasks[id];
    const auto first_with = [&](const std::vector<model::PilotId>& pilots) {
        return std::find_if(task.options.begin(), task.options.end(), [&](OptionId o) {
            const auto& option = problem_.options[o];
            return option.pilots == pilots && (!run.pace || option.pace == run.pace) &&
                   (!run.outcome || option.outcome == run.outcome);
        });
    };
    const auto ordinary = [&] {
        const auto& home = catalogue_[task.step].only_in;
        return home.is_none() ? first_with({}) : task.options.end();
    };
    auto chosen = first_with(run.pilots);
    if (chosen != task.options.end() && is_sent_back(*chosen, run)) {
        chosen = ordinary();
        if (chosen == task.options.end()) return task.options.clear();
    }
    if (chosen == task.options.end()) chosen = task.options.begin();
    if (chosen == task.options.end()) return;
    const OptionId option = *chosen;
    task.options = {option};
    auto& kept = problem_.options[option];
    std::erase_if(kept.needs, [&](const GroundNeed& need) {
        return need.role == GroundNeed::Role::need &&
               (need.at == model::At::start ||
                (need.at == model::At::session && run.begin <= grounding_.on));
    });
    if (run.payers) keep_payers(kept, *run.payers);
    Fixed fixed{run.start, run.begin, run.finish.value_or(Date::never), run.must_stay};
    if (!run.finish) {
        const auto& clock = problem_.clock(kept);
        fixed.finish = kept.is_open ? add(run.start, kept.step->least, catalogue_.holidays)
                                    : clock.finish_from(run.begin);
        fixed.finish = std::max(fixed.finish, grounding_.on);
    }
    task.fixed = fixed;
}

}  // namespace detail

Date award_until(const Problem& problem, const Option& option, const Award& award,
                 std::optional<Term> younger, Date start, Date begin, Date finish) {
    if (award.given.kind != model::Given::Kind::credential) return Date::never;
    const Date bears = option.is_open || option.step->dated == Moment::start ? start
                       : option.step->dated == Moment::session               ? begin
                                                                             : finish;
    Date until = Date::never;
    const auto& holidays = problem.catalogue->holidays;
    if (award.lasts) until = std::min(until, add(bears, *award.lasts, holidays));
    if (younger) until = std::min(until, add(bears, *younger, holidays));
    return until;
}

CostOf cost_of(const Problem& problem, const Option& option, Date start, Date begin, Date finish) {
    CostOf result;
    if (option.step == nullptr) return result;
    const auto& person = *problem.person;
    const auto add_line = [&](std::uint32_t index, Date day, std::int64_t units, std::int64_t per) {
        const auto& cost = option.step->costs[index];
        if (!cost.when.is_empty() &&
            rule::evaluate(cost.when, person, *problem.catalogue, day) != model::Truth::yes)
            return;
        const auto* entry = pick(cost.amount, person, day);
        if (entry == nullptr || (!entry->value && !entry->is_unknown)) return;
        const bool is_known = entry->value.has_value();
        const Money amount{is_known ? (entry->value->likely.cents * units + per / 2) / per : 0};
        result.lines.push_back({index, day, amount, is_known, {}});
        result.total += amount;
        result.is_complete = result.is_complete && is_known;
    };
    for (std::uint32_t k = 0; k < option.step->costs.size(); ++k) {
        const auto& cost = option.step->costs[k];
        const Date due = cost.due == Moment::start     ? start
                         : cost.due == Moment::session ? begin
                                                       : finish;
        switch (cost.per) {
            case Per::once:
                add_line(k, due, 1, 1);
                break;
            case Per::hour:
                add_line(k, start, option.energy, 700);
                break;
            case Per::month:
            case Per::year: {
                const int months = cost.per == Per::month ? 1 : 12;
                for (int n = 0; add_months(begin, months * n) < finish; ++n)
                    add_line(k, add_months(begin, months * n), 1, 1);
                break;
            }
        }
    }
    return result;
}

}  // namespace wegwijzer::route
