// SPDX-License-Identifier: Apache-2.0
/// The best of a small world, by living through every way to spend its days.
///
/// Knows the rules (R1 to R14 of docs/rules.md) and nothing of the planner: each day, every set of
/// steps at every pace is begun in turn, and every job that may end is ended or kept.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "property/plan_small.hpp"

namespace wegwijzer::small {

/// What a way to the goals comes to.
struct Best {
    std::vector<int> dates;
    int cost = 0;           ///< euros; where the world has funds, cents of one's own
    int hours = 0;          ///< times 7, without those of jobs
    bool has_duty = false;  ///< what the duty asks was in hand in time
    friend auto operator<=>(const Best&, const Best&) = default;
};

class Brute {
public:
    enum class Wanted {
        dates,     ///< the earliest days of the goals, in order
        cheapest,  ///< of these the lowest cost
        front,     ///< all that no other is as good as in dates, cost and hours
    };
    Brute(const World& world, std::uint64_t most_days) : world_(world), most_days_(most_days) {}

    /// The day of each goal, the earliest in order; none where the goals cannot be reached.
    [[nodiscard]] std::optional<std::vector<int>> earliest() {
        const auto found = best(Wanted::dates);
        return found.empty() ? std::nullopt : std::optional(found.front().dates);
    }
    /// Sorted; empty where the goals cannot be reached. With prices that change by date the front
    /// also has ways that wait for a price, which no route does (R15).
    [[nodiscard]] std::vector<Best> best(Wanted wanted) {
        wanted_ = wanted;
        find_versions();
        find_useful();
        live(0, {}, {std::vector<int>(world_.goals.size(), later), 0, 0, !world_.duty});
        std::sort(best_.begin(), best_.end());
        return best_;
    }
    [[nodiscard]] bool gave_up() const { return lived_ > most_days_; }

private:
    static constexpr int later = 1 << 20;

    /// A way to do a step, and the days on which it is offered.
    struct Version {
        Step step;
        int from = -1, until = later;
        int over_by = later;
        std::vector<std::pair<int, int>> replaced = {};  ///< windows in which it is not
        [[nodiscard]] bool is_offered(int day) const {
            return from <= day && day < until &&
                   std::none_of(replaced.begin(), replaced.end(), [day](const auto& window) {
                       return window.first <= day && day < window.second;
                   });
        }
    };

    struct Run {
        std::size_t step = 0, version = 0;
        int rate = 0;
        int start = 0, begin = 0, finish = 0;  ///< finish of a job: `later` until it ends
        bool gives = true;
        int hours = 0;  ///< times 7
        // What happened so far on the way: begun, at its session, finished.
        int stage = 0;
        int given_on = -1;  ///< of a job: the last day on which it gave
        int own = 0;        ///< cents that are left to oneself, where the world has funds
    };
    using Life = std::vector<Run>;

    static bool touch_the_same(const Pilot& a, const Pilot& b) {
        return (a.length >= 0 && b.length >= 0) || (a.waived >= 0 && a.waived == b.waived);
    }

    /// Each set of pilots that touch different things, the empty one too.
    void find_versions() {
        versions_.assign(world_.steps.size(), {});
        for (std::size_t s = 0; s < world_.steps.size(); ++s) {
            std::vector<Pilot> pilots;
            for (const Pilot& pilot : world_.pilots)
                if (pilot.step == static_cast<int>(s)) pilots.push_back(pilot);
            for (unsigned set = 0; set < (1U << pilots.size()); ++set)
                if (auto version = version_of(world_.steps[s], pilots, set))
                    versions_[s].push_back(std::move(*version));
        }
    }

    static std::optional<Version> version_of(const Step& step, const std::vector<Pilot>& pilots,
                                             unsigned set) {
        const auto is_in = [set](std::size_t p) { return (set >> p & 1U) != 0; };
        Version version{step};
        std::vector<int> waived;
        for (std::size_t p = 0; p < pilots.size(); ++p) {
            const Pilot& pilot = pilots[p];
            bool is_touched = false;
            for (std::size_t q = 0; q < pilots.size(); ++q)
                is_touched |= p != q && is_in(q) && touch_the_same(pilot, pilots[q]);
            if (is_in(p) && is_touched) return std::nullopt;
            if (!is_in(p)) {
                if (pilot.replaces && !is_touched)
                    version.replaced.push_back({pilot.from, pilot.until});
                continue;
            }
            version.from = std::max(version.from, pilot.from);
            version.until = std::min(version.until, pilot.until);
            if (pilot.sends_back) version.over_by = std::min(version.over_by, pilot.until);
            if (pilot.length >= 0) version.step.length = version.step.later_length = pilot.length;
            if (pilot.waived >= 0) waived.push_back(pilot.waived);
        }
        std::sort(waived.rbegin(), waived.rend());
        for (const int need : waived) version.step.needs.erase(version.step.needs.begin() + need);
        return version;
    }

    void find_useful() {
        useful_.assign(world_.steps.size(), false);
        std::vector<bool> wanted(world_.lasts.size(), false);
        for (const int goal : world_.goals) wanted[static_cast<std::size_t>(goal)] = true;
        if (world_.duty) wanted[static_cast<std::size_t>(world_.duty->credential)] = true;
        for (bool grows = true; grows;) {
            grows = false;
            const auto want = [&](const Ask& ask) {
                for (const int c : ask.of) wanted[static_cast<std::size_t>(c)] = true;
            };
            for (const auto& [higher, lower] : world_.implies)
                if (wanted[static_cast<std::size_t>(lower)])
                    wanted[static_cast<std::size_t>(higher)] = true;
            for (std::size_t s = 0; s < useful_.size(); ++s) {
                const auto& step = world_.steps[s];
                if (useful_[s] || std::none_of(step.gives.begin(), step.gives.end(), [&](int c) {
                        return wanted[static_cast<std::size_t>(c)];
                    }))
                    continue;
                useful_[s] = grows = true;
                for (const auto& need : step.needs) want(need.ask);
                for (const auto& must : step.musts) want(must.ask);
                for (const auto& fund : world_.funds)
                    if (pays(fund, s)) want(fund.opens);
            }
        }
    }

    [[nodiscard]] const Step& step(const Run& run) const {
        return versions_[run.step][run.version].step;
    }
    [[nodiscard]] bool is_job(const Run& run) const { return step(run).runs == Runs::open; }

    [[nodiscard]] static bool asks(const Step& step, When at) {
        return std::any_of(step.needs.begin(), step.needs.end(),
                           [at](const Need& need) { return need.at == at; });
    }

    [[nodiscard]] bool stands_still(const Step& step, int rate, int day) const {
        if (rate > world_.hours_on(day)) return true;
        if (step.closure < 0) return false;
        const auto& closed = world_.closures[static_cast<std::size_t>(step.closure)];
        return closed.first <= day && day < closed.second;
    }

    /// The run that begins on `day`, if it can and ends in time.
    [[nodiscard]] std::optional<Run> begun(std::size_t s, std::size_t version, int rate,
                                           int day) const {
        const Step& step = versions_[s][version].step;
        if (stands_still(step, rate, day)) return std::nullopt;
        Run run{s, version, rate, day, day, later, true, 0, 0, -1};
        if (step.sessions >= 0) {
            const auto calendar = static_cast<std::size_t>(step.sessions);
            run.begin = later;
            for (const int session : world_.sessions[calendar])
                if (session >= day + world_.leads[calendar] && !stands_still(step, rate, session))
                    run.begin = std::min(run.begin, session);
            if (run.begin == later) return std::nullopt;
        }
        const int counted = step.counts == When::session ? run.begin : day;
        if (step.from >= 0 && counted < step.from) return std::nullopt;
        if (step.until >= 0 && counted >= step.until) return std::nullopt;
        if (!versions_[s][version].is_offered(counted)) return std::nullopt;
        if (step.runs == Runs::open) return run;
        const int length =
            step.later >= 0 && counted >= step.later ? step.later_length : step.length;
        int left = length;
        if (step.runs == Runs::hours) {
            left = 0;
            while (left * rate < 7 * length) ++left;
            run.hours = 7 * length;
        } else {
            run.hours = rate * length;
        }
        run.finish = run.begin;
        for (; left > 0; ++run.finish) {
            if (run.finish >= world_.horizon) return std::nullopt;
            if (!stands_still(step, rate, run.finish)) --left;
        }
        if (run.finish > std::min(world_.horizon, versions_[s][version].over_by))
            return std::nullopt;
        return run;
    }

    /// Whether the credential is in hand on `day`, of this age at most where `younger` is not 0.
    [[nodiscard]] bool has(const Life& life, int credential, int younger, int day) const {
        const auto is_fresh = [&](int c, int dated) {
            const int lasts = world_.lasts[static_cast<std::size_t>(c)];
            return (lasts == 0 || day < dated + lasts) && (younger == 0 || day < dated + younger);
        };
        std::vector<int> serving{credential};
        for (const auto& [higher, lower] : world_.implies)
            if (lower == credential) serving.push_back(higher);
        for (const int c : serving) {
            for (const auto& [held, since] : world_.held)
                if (held == c && is_fresh(c, since)) return true;
            for (const Run& run : life) {
                const auto& gives = step(run).gives;
                if (!run.gives || std::find(gives.begin(), gives.end(), c) == gives.end()) continue;
                if (is_job(run)) {
                    if (run.given_on == day) return true;
                } else if (run.stage == 3) {
                    const When dated = step(run).dated;
                    if (is_fresh(c, dated == When::start     ? run.start
                                    : dated == When::session ? run.begin
                                                             : run.finish))
                        return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool holds(const Life& life, const Ask& ask, int younger, int day) const {
        return std::count_if(ask.of.begin(), ask.of.end(),
                             [&](int c) { return has(life, c, younger, day); }) >= ask.least;
    }

    [[nodiscard]] bool needs_hold(const Life& life, const Run& run, When at, int day) const {
        const auto& needs = step(run).needs;
        return std::all_of(needs.begin(), needs.end(), [&](const Need& need) {
            return need.at != at || holds(life, need.ask, need.younger, day);
        });
    }

    /// Lets everything that happens on `day` happen, one thing after another: nothing rests on what
    /// comes after it. @returns whether all of it could
    [[nodiscard]] bool settle(Life& life, int day) const {
        for (bool moves = true; moves;) {
            moves = false;
            for (Run& run : life) {
                if (run.stage == 0 && run.start == day && is_free(life, run) &&
                    needs_hold(life, run, When::start, day) &&
                    needs_hold(life, run, When::throughout, day))
                    run.stage = 1, moves = true;
                if (run.stage == 1 && run.begin == day && needs_hold(life, run, When::session, day))
                    run.stage = 2, moves = true;
                if (run.stage == 2 && run.finish == day && !is_job(run) &&
                    needs_hold(life, run, When::finish, day))
                    run.stage = 3, moves = true;
                if (run.stage == 2 && run.finish == day && is_job(run) &&
                    needs_hold(life, run, When::finish, day))
                    run.stage = 3, moves = true;
                if (is_job(run) && run.given_on != day && day < run.finish && run.stage > 0 &&
                    (run.begin != day || run.stage > 1) &&
                    needs_hold(life, run, When::throughout, day))
                    run.given_on = day, moves = true;
            }
        }
        return std::all_of(life.begin(), life.end(), [&](const Run& run) {
            return run.stage >= 1 && (run.begin > day || run.stage >= 2) &&
                   (run.finish > day || run.stage == 3);
        });
    }

    [[nodiscard]] static bool pays(const Fund& fund, std::size_t step) {
        return !fund.lends && std::find(fund.pays.begin(), fund.pays.end(),
                                        static_cast<int>(step)) != fund.pays.end();
    }

    /// What the funds that are open on `day` leave to oneself of what began on it: each gift only
    /// helps, a loan never does.
    void share_costs(Life& life, int day) const {
        for (Run& run : life) {
            if (run.start != day) continue;
            run.own = 100 * step(run).cost;
            for (const auto& fund : world_.funds)
                if (pays(fund, run.step) && holds(life, fund.opens, 0, day))
                    run.own -= (run.own * fund.share + 5'000) / 10'000;
        }
    }

    /// @param so_far  the sum of what was begun, at full price
    [[nodiscard]] int cost_of(const Life& life, int so_far) const {
        if (world_.funds.empty()) return so_far;
        int own = 0;
        for (const Run& run : life) own += run.own;
        return own;
    }

    /// Whether the runs of the same step before this one are over.
    [[nodiscard]] static bool is_free(const Life& life, const Run& run) {
        return std::all_of(life.begin(), life.end(), [&](const Run& other) {
            return other.step != run.step || &other >= &run || other.stage == 3;
        });
    }

    [[nodiscard]] bool keeps_the_day(const Life& life, int day) const {
        int busy = 0;
        for (const Run& run : life) {
            if (run.finish <= day) continue;
            if (!needs_hold(life, run, When::throughout, day)) return false;
            for (const Must& must : step(run).musts)
                if (day >= run.start + must.within && !holds(life, must.ask, 0, day)) return false;
            if (run.begin <= day && !stands_still(step(run), run.rate, day)) busy += run.rate;
        }
        return busy <= world_.hours_on(day);
    }

    /// Whether `step` may begin once more on `day`, and what comes of that run.
    [[nodiscard]] bool may_begin(const Life& life, std::size_t s, int day, bool& gives) const {
        const Step& step = world_.steps[s];
        int before = 0, free_from = 0;
        for (const Run& run : life)
            if (run.step == s) {
                ++before;
                free_from = std::max(free_from, run.finish);
            }
        const int most = std::max(step.repeat, step.passes_at);
        gives = before + 1 >= step.passes_at;
        return before < most && day >= free_from + (before > 0 ? step.again : 0);
    }

    /// Whether nothing that comes to this at least is of use any more.
    [[nodiscard]] bool is_useless(const Best& least) const {
        return std::any_of(best_.begin(), best_.end(), [&](const Best& known) {
            if (wanted_ == Wanted::dates) return known.dates <= least.dates;
            if (wanted_ == Wanted::cheapest)
                return std::tie(known.dates, known.cost) <= std::tie(least.dates, least.cost);
            return known.dates <= least.dates && known.cost <= least.cost &&
                   known.hours <= least.hours;
        });
    }

    void keep(const Best& found) {
        if (is_useless(found)) return;
        if (wanted_ != Wanted::front) best_.clear();
        std::erase_if(best_, [&](const Best& known) {
            return found.dates <= known.dates && found.cost <= known.cost &&
                   found.hours <= known.hours;
        });
        best_.push_back(found);
    }

    void live(int day, const Life& life, const Best& so_far) {
        if (day > world_.horizon || ++lived_ > most_days_) return;
        Best least = so_far;
        for (int& date : least.dates) date = std::min(date, day);
        least.cost = cost_of(life, so_far.cost);
        if (is_useless(least)) return;
        end_jobs(day, life, so_far, 0);
    }

    /// Ends or keeps each job that may end.
    void end_jobs(int day, const Life& life, const Best& reached, std::size_t at) {
        for (; at < life.size(); ++at)
            if (is_job(life[at]) && life[at].finish == later &&
                day >= life[at].start + step(life[at]).length)
                break;
        if (at == life.size()) return begin_steps(day, life, reached, 0);
        end_jobs(day, life, reached, at + 1);
        const Step& job = step(life[at]);
        // A job that takes and asks nothing can as well go on.
        if (job.load == 0 && job.musts.empty() && !asks(job, When::throughout) &&
            !asks(job, When::finish) && job.repeat == 1)
            return;
        Life other = life;
        other[at].finish = day;
        end_jobs(day, other, reached, at + 1);
    }

    /// Begins each step at each pace, or not.
    void begin_steps(int day, const Life& life, const Best& reached, std::size_t s) {
        if (s == world_.steps.size()) return close_day(day, life, reached);
        bool gives = true;
        if (useful_[s] && may_begin(life, s, day, gives))
            for (std::size_t v = 0; v < versions_[s].size(); ++v) {
                const Step& step = versions_[s][v].step;
                const auto paces =
                    step.runs == Runs::hours ? step.paces : std::vector<int>{step.load};
                for (const int pace : paces)
                    if (auto run = begun(s, v, pace, day)) {
                        run->gives = gives;
                        Life more = life;
                        more.push_back(*run);
                        Best then = reached;
                        then.cost +=
                            step.later >= 0 && day >= step.later ? step.later_cost : step.cost;
                        then.hours += run->hours;
                        // What takes no time can be done once more on the same day.
                        begin_steps(day, more, then, run->finish == day ? s : s + 1);
                    }
            }
        begin_steps(day, life, reached, s + 1);
    }

    void close_day(int day, Life life, Best reached) {
        if (!settle(life, day) || !keeps_the_day(life, day)) return;
        share_costs(life, day);
        for (std::size_t g = 0; g < reached.dates.size(); ++g)
            if (reached.dates[g] == later && has(life, world_.goals[g], 0, day))
                reached.dates[g] = day;
        if (world_.duty && day <= world_.duty->by && has(life, world_.duty->credential, 0, day))
            reached.has_duty = true;
        if (!reached.has_duty && day >= world_.duty->by) return;
        const bool can_stop =
            reached.has_duty && std::all_of(life.begin(), life.end(), [&](const Run& run) {
                if (!is_job(run) || run.finish != later) return run.finish <= day;
                if (asks(step(run), When::finish)) return false;
                return day + 1 <= world_.horizon && run.start + step(run).length <= day + 1;
            });
        if (can_stop && std::count(reached.dates.begin(), reached.dates.end(), later) == 0) {
            reached.cost = cost_of(life, reached.cost);
            return keep(reached);
        }
        live(day + 1, life, reached);
    }

    Wanted wanted_ = Wanted::dates;
    const World& world_;
    std::uint64_t most_days_, lived_ = 0;
    std::vector<bool> useful_;
    std::vector<std::vector<Version>> versions_;  // by step
    std::vector<Best> best_;
};

}  // namespace wegwijzer::small
