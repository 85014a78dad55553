// SPDX-License-Identifier: Apache-2.0
#include "checker/run.hpp"

#include <algorithm>
#include <cmath>

namespace wegwijzer::checker {

using model::Calendar;
using model::Moment;
using YearDay = Calendar::YearDay;

namespace {

bool is_before(YearDay a, YearDay b) {
    return a.month < b.month || (a.month == b.month && a.day < b.day);
}

std::int64_t hundredths(double hours) { return std::llround(hours * 100); }

/// Whether a figure could be another one on another day of the run.
template <class T>
std::optional<T> value_of(const model::Case<T>* entry) {
    return entry == nullptr ? std::nullopt : entry->value;
}

}  // namespace

Date Run::day(Moment moment) const {
    if (moment == Moment::session) return begin;
    return moment == Moment::start ? start : finish;
}

bool Clockwork::is_closed(model::CalendarId id, Date day) const {
    const auto& calendar = person_.catalogue()[id];
    if (!calendar.in_force.covers(day)) return false;
    const auto today = person_.almanac().look_up(day);
    const YearDay now{today.month, today.day};
    for (const auto& closure : calendar.closed) {
        const auto* from = std::get_if<YearDay>(&closure.from);
        const auto* until = std::get_if<YearDay>(&closure.until);
        if (from != nullptr && until != nullptr) {
            const bool is_after = !is_before(now, *from);
            const bool is_earlier = is_before(now, *until);
            const bool is_within_a_year = is_before(*from, *until);
            if (is_within_a_year ? is_after && is_earlier : is_after || is_earlier) return true;
        } else if (from == nullptr && until == nullptr) {
            if (std::get<Date>(closure.from) <= day && day < std::get<Date>(closure.until))
                return true;
        }
    }
    return false;
}

bool Clockwork::stands_still(const Run& run, Date day) const {
    if (run.rate > 0 && person_.free_hours(day) < run.rate) return true;
    const auto& closures = run.step->closures;
    return std::any_of(closures.begin(), closures.end(),
                       [&](model::CalendarId id) { return is_closed(id, day); });
}

std::optional<Clockwork::Signing> Clockwork::session_on(const Calendar& calendar, Date day) const {
    if (!calendar.in_force.covers(day)) return std::nullopt;
    const auto& almanac = person_.almanac();
    const auto today = almanac.look_up(day);
    for (const auto& yearly : calendar.yearly)
        if (yearly.month == today.month && yearly.day == today.day) return Signing{};
    for (const auto& known : calendar.on)
        if (known.session == day) return Signing{known.by};
    if (!calendar.repeats || calendar.on.empty()) return std::nullopt;
    // The last year that is known comes back each year.
    const Date last = calendar.on.back().session;
    for (const auto& known : calendar.on) {
        if (known.session <= almanac.months_later(last, -12)) continue;
        const int years = today.year - almanac.look_up(known.session).year;
        if (years < 1 || almanac.months_later(known.session, 12 * years) != day) continue;
        if (!known.by) return Signing{};
        return Signing{almanac.months_later(*known.by, 12 * years)};
    }
    return std::nullopt;
}

std::optional<Date> Clockwork::session_after(const Run& run, Date last) const {
    const auto& calendar = person_.catalogue()[run.step->sessions];
    const Date ready = person_.almanac().likely_later(run.start, calendar.lead);
    for (Date day = run.start; day <= last; day = day + Days{1}) {
        const auto session = session_on(calendar, day);
        if (!session || stands_still(run, day)) continue;
        if (session->by ? run.start <= *session->by : ready <= day) return day;
    }
    return std::nullopt;
}

/// The day after so many days on which it does not stand still.
std::optional<Date> Clockwork::days_after(const Run& run, int days, Date last) const {
    Date day = run.begin;
    for (; days > 0; day = day + Days{1}) {
        if (day > last) return std::nullopt;
        if (!stands_still(run, day)) --days;
    }
    return day;
}

std::optional<Date> Clockwork::length_after(const Run& run, const Duration& length,
                                            Date last) const {
    const auto& extend = run.step->extend;
    const bool is_extended = extend && extend->chance >= 0.5;
    const auto& almanac = person_.almanac();
    if (const auto days = likely_days(length)) {
        const auto more = is_extended ? likely_days(extend->time) : std::optional(0);
        const auto day = days_after(run, *days + more.value_or(0), last);
        return more || !day ? day : almanac.likely_later(*day, extend->time);
    }
    const Date day = almanac.likely_later(run.begin, length);
    return is_extended ? almanac.likely_later(day, extend->time) : day;
}

std::optional<Date> Clockwork::finish_of(const Run& run, Date last) const {
    const auto& step = *run.step;
    const auto with_entry = [&](const auto& figure, auto finish) -> std::optional<Date> {
        if (step.counts != Moment::finish) {
            const auto value = value_of(entry_of(figure, person_, run.counted_day()));
            return value ? finish(*value) : std::nullopt;
        }
        // The finish picks the figure that the finish follows from: the first that agrees.
        for (const auto& entry : figure.cases) {
            if (!entry.value) continue;
            const std::optional<Date> day = finish(*entry.value);
            if (day && entry_of(figure, person_, *day) == &entry) return day;
        }
        return std::nullopt;
    };
    if (step.clock == model::Clock::effort) {
        if (!run.planned->pace) return std::nullopt;
        const std::int64_t pace = run.planned->pace->hundredths;
        return with_entry(step.effort, [&](const Estimate& effort) -> std::optional<Date> {
            if (pace <= 0) return std::nullopt;
            int days = 0;
            while (days * pace < 7 * hundredths(effort.likely)) ++days;
            return days_after(run, days, last);
        });
    }
    return with_entry(step.duration,
                      [&](const Duration& length) { return length_after(run, length, last); });
}

int Clockwork::running_days(const Run& run, Date from, Date until) const {
    int days = 0;
    for (Date day = from; day < until; day = day + Days{1})
        if (!stands_still(run, day)) ++days;
    return days;
}

std::int64_t Clockwork::energy_of(const Run& run, Date on) const {
    if (run.step->clock == model::Clock::effort) {
        const auto effort = value_of(entry_of(run.step->effort, person_, run.counted_day()));
        return effort ? 7 * hundredths(effort->likely) : 0;
    }
    const Date from = run.is_open() ? std::max(run.begin, on) : run.begin;
    return std::int64_t{run.rate} * (run.rate == 0 ? 0 : running_days(run, from, run.finish));
}

/// What follows from the days: rate and awards.
void Clockwork::settle(Run& run) const {
    if (run.step->clock == model::Clock::effort) {
        run.rate = run.planned->pace ? run.planned->pace->hundredths : 0;
    } else {
        const auto load = value_of(entry_of(run.step->load, person_, run.counted_day()));
        run.rate = load ? load->hundredths : 0;
    }
    run.awards.clear();
    if (!run.planned->passes) return;
    const bool is_open = run.is_open();
    for (const auto& given : given_by(*run.step, run.planned->outcome)) {
        Award award{given, is_open ? run.start : run.finish, is_open ? run.finish : Date::never,
                    is_open ? run.start : run.day(run.step->dated)};
        if (given.kind == model::Given::Kind::credential)
            award.until =
                std::min(award.until, end_of_life(person_, given.credential, award.bears));
        run.awards.push_back(award);
    }
}

Run Clockwork::run_of(const model::PlannedStep& planned) const {
    const auto& catalogue = person_.catalogue();
    auto step = std::make_shared<model::Step>(catalogue[planned.step]);
    for (const auto pilot : planned.pilots)
        for (const auto& change : catalogue[pilot].changes)
            if (change.step == planned.step) lay_over(*step, change);
    const auto is_waived = [&](const model::Need& need) {
        const auto& waivers = question_.waivers;
        return std::find(waivers.begin(), waivers.end(), step->id + "/" + need.id) != waivers.end();
    };
    std::erase_if(step->needs, is_waived);
    Run run{&planned, step, planned.start, planned.session.value_or(planned.start), planned.finish,
            0,        {}};
    settle(run);
    return run;
}

std::optional<Run> Clockwork::moved(const Run& run, Date start, Date last) const {
    Run other = run;
    other.start = other.begin = start;
    if (run.step->counts == Moment::start) settle(other);
    if (stands_still(other, start)) return std::nullopt;
    if (!run.step->sessions.is_none()) {
        const auto session = session_after(other, last);
        if (!session) return std::nullopt;
        other.begin = *session;
    }
    if (!run.is_open()) {
        const auto finish = finish_of(other, last);
        if (!finish) return std::nullopt;
        other.finish = *finish;
    }
    settle(other);
    // A load that another day picks may stand still on other days.
    if (stands_still(other, start) || stands_still(other, other.begin)) return std::nullopt;
    return other;
}

Run Clockwork::ended(const Run& run, Date finish) const {
    Run other = run;
    other.finish = finish;
    settle(other);
    return other;
}

std::vector<model::PlannedStep::CostLine> Clockwork::cost_lines(const Run& run, Date on) const {
    std::vector<model::PlannedStep::CostLine> lines;
    const auto charge = [&](std::uint32_t index, Date due, std::int64_t energy) {
        const auto& cost = run.step->costs[index];
        if (!person_.is_true(cost.when, due)) return;
        const auto* entry = entry_of(cost.amount, person_, due);
        if (entry == nullptr || (!entry->value && !entry->is_unknown)) return;
        if (!entry->value) return lines.push_back({index, due, Money{}, false, {}});
        const std::int64_t cents = entry->value->likely.cents;
        const std::int64_t amount = energy < 0 ? cents : (2 * cents * energy + 700) / 1400;
        lines.push_back({index, due, Money{amount}, true, {}});
    };
    for (std::uint32_t k = 0; k < run.step->costs.size(); ++k) {
        const auto& cost = run.step->costs[k];
        switch (cost.per) {
            case Per::once:
                charge(k, run.day(cost.due), -1);
                break;
            case Per::hour:
                charge(k, run.start, energy_of(run, on));
                break;
            case Per::month:
            case Per::year:
                for (int months = 0;; months += cost.per == Per::year ? 12 : 1) {
                    const Date first = person_.almanac().months_later(run.begin, months);
                    if (first >= run.finish) break;
                    charge(k, first, -1);
                }
                break;
        }
    }
    return lines;
}

std::vector<Clockwork::Pay> Clockwork::pay_days(const Run& run) const {
    std::vector<Pay> days;
    const auto& almanac = person_.almanac();
    for (int month = 0; !run.step->income.empty(); ++month) {
        const Date first = almanac.months_later(run.start, month);
        const Date day = almanac.months_later(run.start, month + 1);
        if (day > run.finish) break;
        const model::Income* best = nullptr;
        const auto since = [&](const model::Income& income) {
            return std::pair(almanac.term_later(run.start, income.after), income.from);
        };
        for (const auto& income : run.step->income)
            if (since(income).first <= first && income.from <= first &&
                person_.is_true(income.when, first) &&
                (best == nullptr || since(income) > since(*best)))
                best = &income;
        if (best == nullptr) continue;
        days.push_back({day, std::nullopt});
        if (best->monthly) days.back().amount = best->monthly->likely;
    }
    return days;
}

}  // namespace wegwijzer::checker
