// SPDX-License-Identifier: Apache-2.0
#include "route/play_figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wegwijzer::route {

namespace {

/// p is the ⌈p·n⌉-th smallest (R22).
template <class T>
T percentile(const std::vector<T>& sorted, int percent) {
    const auto rank = (sorted.size() * static_cast<std::size_t>(percent) + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

/// Thousandths: more would be noise.
double rounded(double share) { return std::round(share * 1000) / 1000; }

/// A planned attempt that fails belongs to the run that passes: the next key of its step that does.
const std::string& passing_key(const model::Route& route, const model::PlannedStep& step) {
    if (step.passes) return step.key;
    for (const auto& other : route.steps)
        if (other.step == step.step && other.passes && other.start >= step.finish) return other.key;
    return step.key;
}

void tell_spread(const DrawFigures& figures, const Scene& scene, model::Route& route) {
    const auto days = figures.days();
    for (const auto& step : route.steps) {
        if (!step.passes) continue;
        const auto name = scene.names.find(step.key);
        if (name == nothing) continue;
        const double share = rounded(explained_share(figures.own_draws(name), days));
        if (share <= 0 || (route.spread_by && share <= route.spread_share)) continue;
        route.spread_by = step.key;
        route.spread_share = share;
    }
}

}  // namespace

void Tally::add(const Fate& fate) {
    if (!fate.has_reached) return;
    ++reached_;
    for (std::size_t name = 0; name < critical_.size(); ++name)
        critical_[name] += fate.runs[name].is_critical;
}

Tally& Tally::operator+=(const Tally& other) {
    reached_ += other.reached_;
    for (std::size_t name = 0; name < critical_.size(); ++name)
        critical_[name] += other.critical_[name];
    return *this;
}

DrawFigures::DrawFigures(std::uint32_t draws, std::size_t goals, std::size_t names)
    : goals_(goals),
      names_(names),
      has_reached_(draws, 0),
      dates_(draws * goals),
      cents_(draws),
      own_draws_(std::min(draws, told_in_full) * names) {}

void DrawFigures::put(std::uint32_t draw, const Fate& fate) {
    has_reached_[draw] = fate.has_reached ? 1 : 0;
    if (!fate.has_reached) return;
    for (std::size_t g = 0; g < goals_; ++g) dates_[draw * goals_ + g] = fate.dates[g];
    cents_[draw] = fate.own_cents;
    if (draw >= told_in_full) return;
    for (std::size_t name = 0; name < names_; ++name)
        own_draws_[draw * names_ + name] = fate.runs[name].own_draw;
}

std::vector<Date> DrawFigures::dates(std::size_t goal) const {
    std::vector<Date> dates;
    for (std::size_t draw = 0; draw < has_reached_.size(); ++draw)
        if (has_reached_[draw] != 0) dates.push_back(dates_[draw * goals_ + goal]);
    return dates;
}

std::vector<std::int64_t> DrawFigures::cents() const {
    std::vector<std::int64_t> cents;
    for (std::size_t draw = 0; draw < has_reached_.size(); ++draw)
        if (has_reached_[draw] != 0) cents.push_back(cents_[draw]);
    return cents;
}

std::vector<std::int64_t> DrawFigures::own_draws(std::size_t name) const {
    std::vector<std::int64_t> drawn;
    for (std::size_t draw = 0; draw * names_ < own_draws_.size(); ++draw)
        if (has_reached_[draw] != 0) drawn.push_back(own_draws_[draw * names_ + name]);
    return drawn;
}

std::vector<std::int64_t> DrawFigures::days() const {
    std::vector<std::int64_t> days;
    for (std::size_t draw = 0; draw * names_ < own_draws_.size(); ++draw)
        if (has_reached_[draw] != 0) days.push_back(dates_[draw * goals_ + goals_ - 1].day);
    return days;
}

double explained_share(const std::vector<std::int64_t>& by,
                       const std::vector<std::int64_t>& values) {
    constexpr std::size_t most_classes = 30;
    const std::size_t n = values.size();
    if (n < 2) return 0;
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return by[a] < by[b]; });
    const std::int64_t least = *std::min_element(values.begin(), values.end());
    // sums of whole numbers, taken from the least value on so that none is large
    double sum = 0;
    double squares = 0;
    for (const auto value : values) {
        const auto x = static_cast<double>(value - least);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / static_cast<double>(n);
    const double all = squares - sum * mean;
    if (!(all > 0)) return 0;
    double between = 0;
    std::size_t classes = 0;
    const std::size_t size = std::max<std::size_t>(1, n / most_classes);
    for (std::size_t from = 0; from < n;) {
        std::size_t until = std::min(n, from + size);
        while (until < n && by[order[until]] == by[order[until - 1]]) ++until;  // equals together
        double part = 0;
        for (std::size_t k = from; k < until; ++k)
            part += static_cast<double>(values[order[k]] - least);
        const auto count = static_cast<double>(until - from);
        const double off = part / count - mean;
        between += count * off * off;
        ++classes;
        from = until;
    }
    if (classes < 2 || classes >= n) return 0;
    const double ratio = between / all;
    const double left = static_cast<double>(n - 1) / static_cast<double>(n - classes);
    return std::clamp(1 - left * (1 - ratio), 0.0, 1.0);
}

void tell_figures(const DrawFigures& figures, const Tally& tally, const Scene& scene,
                  model::Route& route) {
    constexpr std::size_t fewest_for_percentiles = 100;
    route.reached = tally.reached();
    route.chance = static_cast<double>(route.reached) / static_cast<double>(route.draws);
    if (route.reached < fewest_for_percentiles) return;
    for (std::size_t g = 0; g < route.goals.size(); ++g) {
        auto dates = figures.dates(g);
        std::sort(dates.begin(), dates.end());
        auto& finish = route.goals[g].finish;
        finish.p10 = percentile(dates, 10);
        finish.p50 = percentile(dates, 50);
        finish.p90 = percentile(dates, 90);
    }
    auto cents = figures.cents();
    std::sort(cents.begin(), cents.end());
    route.cost.own_p10 = Money{percentile(cents, 10)};
    route.cost.own_p50 = Money{percentile(cents, 50)};
    route.cost.own_p90 = Money{percentile(cents, 90)};
    for (auto& step : route.steps) {
        const auto name = scene.names.find(passing_key(route, step));
        if (name != nothing)
            step.criticality = rounded(static_cast<double>(tally.critical(name)) /
                                       static_cast<double>(route.reached));
    }
    tell_spread(figures, scene, route);
}

}  // namespace wegwijzer::route
