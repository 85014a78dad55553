// SPDX-License-Identifier: Apache-2.0
#include "good_route.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/random.hpp"

namespace wegwijzer::bench {

namespace {

constexpr std::int64_t unreached = INT64_MAX / 4;

/// Who serves each need: the state that is changed.
using Givers = std::vector<std::size_t>;

class Choices {
public:
    explicit Choices(const NeutralProblem& problem) : problem_(problem) {
        first_.push_back(0);
        for (const Clause& goal : problem.goals) needs_.push_back(&goal);
        first_.push_back(needs_.size());
        for (const auto& step : problem.steps) {
            for (const Clause& need : step.needs) needs_.push_back(&need);
            first_.push_back(needs_.size());
        }
    }

    /// The givers that are lightest where nothing is shared.
    [[nodiscard]] Givers lightest_alone() const {
        std::vector<std::int64_t> weight(problem_.steps.size(), unreached);
        for (bool has_moved = true; has_moved;) {
            has_moved = false;
            for (std::size_t s = 0; s < weight.size(); ++s) {
                std::int64_t sum = 1 + hours_of(s);
                for (std::size_t n = first_[s + 1]; n < first_[s + 2]; ++n)
                    sum = std::min(unreached, sum + weight[lightest(*needs_[n], weight)]);
                if (sum >= weight[s]) continue;
                weight[s] = sum;
                has_moved = true;
            }
        }
        Givers givers;
        for (const Clause* need : needs_) givers.push_back(lightest(*need, weight));
        return givers;
    }

    /// What is chosen then, needs before those who ask; empty where they go round in a circle.
    [[nodiscard]] std::vector<std::size_t> chosen(const Givers& givers) const {
        enum class Visit : std::uint8_t { none, open, done };
        std::vector<Visit> visits(problem_.steps.size(), Visit::none);
        std::vector<std::size_t> order;
        const auto visit = [&](const auto& self, std::size_t step) -> bool {
            if (visits[step] != Visit::none) return visits[step] == Visit::done;
            visits[step] = Visit::open;
            for (std::size_t n = first_[step + 1]; n < first_[step + 2]; ++n)
                if (!self(self, givers[n])) return false;
            visits[step] = Visit::done;
            order.push_back(step);
            return true;
        };
        for (std::size_t n = 0; n < first_[1]; ++n)
            if (!visit(visit, givers[n])) return {};
        return order;
    }

    /// Needs that have another giver too, of what is chosen.
    [[nodiscard]] std::vector<std::size_t> open_needs(
        const std::vector<std::size_t>& chosen) const {
        std::vector<std::size_t> open;
        const auto add = [&](std::size_t from, std::size_t until) {
            for (std::size_t n = from; n < until; ++n)
                if (needs_[n]->size() > 1) open.push_back(n);
        };
        add(0, first_[1]);
        for (const auto step : chosen) add(first_[step + 1], first_[step + 2]);
        return open;
    }

    [[nodiscard]] std::int64_t hours_of(std::size_t step) const {
        return std::int64_t{problem_.steps[step].hours} * problem_.steps[step].weeks;
    }
    [[nodiscard]] std::int64_t hours_of(const std::vector<std::size_t>& chosen) const {
        return std::accumulate(chosen.begin(), chosen.end(), std::int64_t{0},
                               [&](std::int64_t sum, std::size_t s) { return sum + hours_of(s); });
    }
    [[nodiscard]] const Clause& need(std::size_t number) const { return *needs_[number]; }
    /// The numbers of a step's needs, from and until.
    [[nodiscard]] std::pair<std::size_t, std::size_t> needs_of(std::size_t step) const {
        return {first_[step + 1], first_[step + 2]};
    }

private:
    [[nodiscard]] static std::size_t lightest(const Clause& givers,
                                              const std::vector<std::int64_t>& weight) {
        return *std::min_element(givers.begin(), givers.end(), [&](auto a, auto b) {
            return std::pair(weight[a], a) < std::pair(weight[b], b);
        });
    }

    const NeutralProblem& problem_;
    std::vector<const Clause*> needs_;  // of the goals, then of step 0, 1 …
    std::vector<std::size_t> first_;    // first need of the goals, of step 0, 1 …
};

/// Weeks on which hours are taken, and where a run still fits.
class Weeks {
public:
    explicit Weeks(std::int32_t capacity) : capacity_(capacity) {}

    /// Takes the first weeks from `week` on that have room. @returns the first of them
    std::int32_t place(std::int32_t week, const NeutralStep& step) {
        if (step.hours > 0)
            for (std::int32_t k = week; k < week + step.weeks; ++k) {
                grow(k);
                if (taken_[static_cast<std::size_t>(k)] + step.hours > capacity_) week = k + 1;
            }
        for (std::int32_t k = week; k < week + step.weeks; ++k) {
            grow(k);
            taken_[static_cast<std::size_t>(k)] += step.hours;
        }
        return week;
    }

private:
    void grow(std::int32_t week) {
        if (taken_.size() <= static_cast<std::size_t>(week))
            taken_.resize(2 * static_cast<std::size_t>(week) + 16);
    }
    std::int32_t capacity_;
    std::vector<std::int32_t> taken_;
};

class Layout {
public:
    Layout(const NeutralProblem& problem, const Choices& choices, const Givers& givers,
           const std::vector<std::size_t>& chosen)
        : problem_(problem),
          chosen_(chosen),
          befores_(problem.steps.size()),
          afters_(problem.steps.size()) {
        for (const auto step : chosen) {
            const auto [from, until] = choices.needs_of(step);
            for (std::size_t n = from; n < until; ++n) {
                befores_[step].push_back(givers[n]);
                afters_[givers[n]].push_back(step);
            }
        }
    }

    /// By longest tail; then from the end backwards, and forwards again.
    [[nodiscard]] Starts schedule() const {
        std::vector<std::int32_t> tail(problem_.steps.size(), 0);
        for (auto step = chosen_.rbegin(); step != chosen_.rend(); ++step) {
            tail[*step] = 0;
            for (const auto after : afters_[*step])
                tail[*step] = std::max(tail[*step], tail[after]);
            tail[*step] += problem_.steps[*step].weeks;
        }
        auto best = pass(tail, befores_, afters_);
        for (int k = 0; k < 2; ++k) {
            const auto backwards = pass(ends(best), afters_, befores_);
            const auto forwards = pass(ends(backwards), befores_, afters_);
            if (finish_of(problem_, forwards) < finish_of(problem_, best)) best = forwards;
        }
        return best;
    }

private:
    using Links = std::vector<std::vector<std::size_t>>;

    /// When each is over: what is over last goes first when time is looked at from the other end.
    [[nodiscard]] std::vector<std::int32_t> ends(const Starts& starts) const {
        std::vector<std::int32_t> ends(problem_.steps.size(), 0);
        for (const auto step : chosen_) ends[step] = *starts[step] + problem_.steps[step].weeks;
        return ends;
    }

    /// Each as early as it fits; of those that may start, the one with the highest rank first.
    [[nodiscard]] Starts pass(const std::vector<std::int32_t>& rank, const Links& befores,
                              const Links& afters) const {
        Starts starts(problem_.steps.size());
        Weeks weeks(problem_.capacity);
        std::vector<std::size_t> waiting_for(problem_.steps.size(), 0);
        std::vector<std::pair<std::int32_t, std::size_t>> ready;  // a heap
        for (const auto step : chosen_) {
            waiting_for[step] = befores[step].size();
            if (waiting_for[step] == 0) ready.emplace_back(rank[step], step);
        }
        std::make_heap(ready.begin(), ready.end());
        while (!ready.empty()) {
            std::pop_heap(ready.begin(), ready.end());
            const std::size_t step = ready.back().second;
            ready.pop_back();
            std::int32_t week = 0;
            for (const auto before : befores[step])
                week = std::max(week, *starts[before] + problem_.steps[before].weeks);
            starts[step] = weeks.place(week, problem_.steps[step]);
            for (const auto after : afters[step])
                if (--waiting_for[after] == 0) {
                    ready.emplace_back(rank[after], after);
                    std::push_heap(ready.begin(), ready.end());
                }
        }
        return starts;
    }

    const NeutralProblem& problem_;
    const std::vector<std::size_t>& chosen_;
    Links befores_, afters_;
};

/// Changes one giver at a time, and keeps what is no worse.
class Tries {
public:
    Tries(const NeutralProblem& problem, StopToken stop)
        : problem_(problem),
          choices_(problem),
          stop_(stop),
          givers_(choices_.lightest_alone()),
          chosen_(choices_.chosen(givers_)),
          hours_(choices_.hours_of(chosen_)) {}

    std::optional<Starts> run(std::uint64_t changes) {
        if (chosen_.empty()) return std::nullopt;
        lighten(changes);
        starts_ = Layout(problem_, choices_, givers_, chosen_).schedule();
        finish_ = finish_of(problem_, starts_);
        for (std::uint64_t k = 0; k < changes / 8 && !stop_.stop_requested(); ++k) change(true);
        return starts_;
    }

private:
    std::size_t draw(std::size_t n) {
        key_ = key_.with(1);
        return static_cast<std::size_t>(key_.bits() % n);
    }

    /// Accepts what is heavier by ever less, so as not to stay in the first hollow.
    /// @source simulated annealing with a threshold: Dueck & Scheuer (1990)
    void lighten(std::uint64_t changes) {
        constexpr std::uint64_t first_slack = 100;  // hours
        auto best = std::tuple(hours_, givers_, chosen_);
        for (std::uint64_t k = 0; k < changes && !stop_.stop_requested(); ++k) {
            slack_ = static_cast<std::size_t>(first_slack * (changes - k) / changes);
            change(false);
            if (hours_ < std::get<0>(best)) best = std::tuple(hours_, givers_, chosen_);
        }
        std::tie(hours_, givers_, chosen_) = std::move(best);
    }

    /// One need, now and then several, gets another giver.
    void change(bool by_finish) {
        constexpr std::size_t one_in = 4;
        const auto open = choices_.open_needs(chosen_);
        if (open.empty()) return;
        Givers givers = givers_;
        do {
            const auto number = open[draw(open.size())];
            givers[number] = choices_.need(number)[draw(choices_.need(number).size())];
        } while (draw(one_in) == 0);
        if (givers == givers_) return;
        auto chosen = choices_.chosen(givers);
        if (chosen.empty()) return;
        const auto hours = choices_.hours_of(chosen);
        if (by_finish ? !finishes(givers, chosen, hours)
                      : hours > hours_ + static_cast<std::int64_t>(draw(slack_ + 1)))
            return;
        givers_ = std::move(givers);
        chosen_ = std::move(chosen);
        hours_ = hours;
    }

    bool finishes(const Givers& givers, const std::vector<std::size_t>& chosen,
                  std::int64_t hours) {
        if (hours > std::int64_t{problem_.capacity} * finish_) return false;
        auto starts = Layout(problem_, choices_, givers, chosen).schedule();
        const auto finish = finish_of(problem_, starts);
        if (std::pair(finish, hours) > std::pair(finish_, hours_)) return false;
        starts_ = std::move(starts);
        finish_ = finish;
        return true;
    }

    const NeutralProblem& problem_;
    Choices choices_;
    StopToken stop_;
    RandomKey key_{1};
    Givers givers_;
    std::vector<std::size_t> chosen_;
    std::int64_t hours_;
    Starts starts_;
    std::int32_t finish_ = 0;
    std::size_t slack_ = 0;  // hours by which a change may be heavier
};

}  // namespace

std::int32_t finish_of(const NeutralProblem& problem, const Starts& starts) {
    std::int32_t finish = 0;
    for (std::size_t s = 0; s < starts.size(); ++s)
        if (starts[s]) finish = std::max(finish, *starts[s] + problem.steps[s].weeks);
    return finish;
}

std::optional<Starts> good_route(const NeutralProblem& problem, std::uint64_t changes,
                                 StopToken stop) {
    const bool is_too_much = std::any_of(
        problem.steps.begin(), problem.steps.end(),
        [&](const NeutralStep& step) { return step.hours > problem.capacity && step.weeks > 0; });
    if (is_too_much) return std::nullopt;  // left to the search
    return Tries(problem, stop).run(changes);
}

}  // namespace wegwijzer::bench
