// SPDX-License-Identifier: Apache-2.0
#include "cohort/report.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "cohort/small_cells.hpp"

namespace wegwijzer::cohort {
namespace {

/// People by signature.
using Crowd = std::map<std::uint32_t, std::uint64_t>;

constexpr std::int32_t survival_step = 13 * 7;   // days between points of the curve
constexpr std::int32_t survival_end = 10 * 365;  // days after which the curve is not drawn

class Reporter {
public:
    Reporter(const Population& population, const std::vector<Variant>& variants,
             const std::vector<std::vector<Outcome>>& outcomes, std::uint64_t least)
        : population_(population), variants_(variants), outcomes_(outcomes), least_(least) {}

    Report report(const std::vector<std::string>& dimensions) {
        Report report;
        report.read = population_.read;
        report.used = population_.people;
        report.refused = report.read - report.used;
        report.signatures = population_.signatures.size();
        report.least = least_;
        for (const auto& outcomes : outcomes_)
            for (const auto& outcome : outcomes) {
                report.limit_struck += outcome.limit_struck;
                report.timed_out += outcome.timed_out;
            }
        const Crowd all = crowd_of([](const Share&) { return true; });
        const Hidden hidden = hide_small_cells({fares_of(all)}, variants_.size(), least_);
        for (std::size_t v = 0; v < variants_.size(); ++v) {
            report.variants.push_back({variants_[v].name, {}, {}});
            if (hidden.totals[v]) continue;
            report.variants.back().total = cell_of(all, v, true);
            report.variants.back().demand = demand_for(all, v);
        }
        if (!hidden.totals[0]) report.survival = survival_of(all, hidden.totals);
        for (std::size_t d = 0; d < dimensions.size(); ++d)
            report.dimensions.push_back(table_of(dimensions[d], d));
        return report;
    }

private:
    template <class Want>
    [[nodiscard]] Crowd crowd_of(Want want) const {
        Crowd crowd;
        for (const auto& share : population_.shares)
            if (want(share)) crowd[share.signature] += share.people;
        return crowd;
    }

    [[nodiscard]] const Outcome& outcome(std::size_t variant, std::uint32_t signature) const {
        return outcomes_[variant][signature];
    }

    [[nodiscard]] bool gains(std::uint32_t s, std::size_t v) const {
        const auto& first = outcome(0, s);
        const auto& second = outcome(v, s);
        return first.is_reached() && second.is_reached() && is_better(first, second);
    }

    [[nodiscard]] Fares fares_of(const Crowd& crowd) const {
        std::map<std::pair<std::vector<bool>, std::vector<bool>>, std::uint64_t> alike;
        for (const auto& [s, people] : crowd) {
            std::vector<bool> reaches, gain;
            for (std::size_t v = 0; v < variants_.size(); ++v) {
                reaches.push_back(outcome(v, s).is_reached());
                gain.push_back(gains(s, v));
            }
            alike[{std::move(reaches), std::move(gain)}] += people;
        }
        Fares fares;
        for (const auto& [key, people] : alike) fares.push_back({key.first, key.second, people});
        return fares;
    }

    [[nodiscard]] Cell cell_of(const Crowd& crowd, std::size_t v, bool is_total) const {
        Cell cell;
        cell.fortune = fortune_of(crowd, v, is_total);
        if (v > 0) cell.effect = effect_on(crowd, v);
        return cell;
    }

    [[nodiscard]] std::optional<std::uint64_t> told(std::uint64_t part, std::uint64_t whole) const {
        return is_tellable(part, whole, least_) ? std::optional(part) : std::nullopt;
    }

    /// @param is_total  only there are parts of the reached told apart: in groups they would be
    ///                  cells of their own
    [[nodiscard]] Fortune fortune_of(const Crowd& crowd, std::size_t v, bool is_total) const {
        Fortune fortune;
        Sample days, own, hours;
        std::uint64_t held = 0, perhaps = 0;
        for (const auto& [s, people] : crowd) {
            const auto& out = outcome(v, s);
            fortune.people += people;
            if (out.status == model::Status::unknown && out.has_route) perhaps += people;
            if (!out.is_reached()) continue;
            fortune.reached += people;
            if (out.status == model::Status::held) held += people;
            if (out.days) days.add(*out.days, people);
            own.add(out.own, people);
            hours.add(out.hours, people);
            const auto count = static_cast<std::int64_t>(people);
            fortune.gift += out.gift * count;
            fortune.employer += out.employer * count;
            fortune.loan += out.loan * count;
            fortune.cost_is_complete = fortune.cost_is_complete && out.cost_is_complete;
        }
        if (is_total) {
            fortune.held = told(held, fortune.reached);
            fortune.perhaps = told(perhaps, fortune.people - fortune.reached);
        }
        fortune.reach_interval = share_interval(fortune.reached, fortune.people);
        fortune.days = days.spread();
        fortune.own = own.spread();
        fortune.hours = hours.spread();
        fortune.own_total = own.sum();
        fortune.hours_total = hours.sum();
        return fortune;
    }

    [[nodiscard]] Effect effect_on(const Crowd& crowd, std::size_t v) const {
        Effect effect;
        Sample days, own, hours;
        for (const auto& [s, people] : crowd) {
            const auto& before = outcome(0, s);
            const auto& after = outcome(v, s);
            const bool is_newly = !before.is_reached() && after.is_reached();
            const bool is_better_off = gains(s, v);
            if (is_newly) effect.newly += people;
            if (!is_newly && !is_better_off) effect.no_better += people;
            if (before.is_reached() && !after.is_reached()) effect.lost += people;
            if (!before.is_reached() || !after.is_reached()) continue;
            effect.both += people;
            if (is_better_off) effect.better += people;
            if (before.days && after.days) days.add(*before.days - *after.days, people);
            own.add(before.own - after.own, people);
            hours.add(before.hours - after.hours, people);
        }
        effect.days_sooner = days.mean();
        effect.own_saved = own.mean();
        effect.hours_saved = hours.mean();
        effect.days_sooner_spread = days.spread();
        effect.own_saved_spread = own.spread();
        return effect;
    }

    [[nodiscard]] std::vector<Demand> demand_for(const Crowd& crowd, std::size_t v) const {
        std::vector<Demand> demand;
        std::uint64_t whole = 0;
        for (const auto& [s, people] : crowd) whole += people;
        for (const auto pilot : variants_[v].question.pilots) {
            std::uint64_t using_it = 0;
            for (const auto& [s, people] : crowd) {
                const auto& pilots = outcome(v, s).pilots;
                if (outcome(v, s).is_reached() &&
                    std::binary_search(pilots.begin(), pilots.end(), pilot))
                    using_it += people;
            }
            demand.push_back(
                {pilot, told(using_it, whole), variants_[v].catalogue->pilots[pilot.index].places});
        }
        return demand;
    }

    /// A point is told where neither those who came since the last one told, nor those whom a
    /// variant sets apart by that day, are a small cell.
    [[nodiscard]] std::vector<SurvivalPoint> survival_of(const Crowd& crowd,
                                                         const std::vector<bool>& is_hidden) const {
        std::vector<SurvivalPoint> points;
        std::int32_t last = -1;
        for (std::int32_t day = 0; day <= survival_end; day += survival_step) {
            if (!is_tellable_point(crowd, is_hidden, last, day)) continue;
            SurvivalPoint point{day, std::vector<std::uint64_t>(variants_.size(), 0)};
            for (std::size_t v = 0; v < variants_.size(); ++v)
                for (const auto& [s, people] : crowd)
                    if (!is_hidden[v] && !is_there(v, s, day)) point.waiting[v] += people;
            if (!points.empty() && points.back().waiting == point.waiting) continue;
            points.push_back(std::move(point));
            last = day;
        }
        return points;
    }

    [[nodiscard]] bool is_there(std::size_t v, std::uint32_t s, std::int32_t day) const {
        const auto& out = outcome(v, s);
        return out.is_reached() && out.days && *out.days <= day;
    }

    [[nodiscard]] bool is_tellable_point(const Crowd& crowd, const std::vector<bool>& is_hidden,
                                         std::int32_t last, std::int32_t day) const {
        const auto is_safe = [&](auto key) {
            std::map<int, std::uint64_t> cells;
            for (const auto& [s, people] : crowd) cells[key(s)] += people;
            return std::none_of(cells.begin(), cells.end(),
                                [&](const auto& c) { return c.second < least_; });
        };
        for (std::size_t a = 0; a < variants_.size(); ++a) {
            if (is_hidden[a]) continue;
            if (!is_safe([&](std::uint32_t s) {
                    return is_there(a, s, last) ? 2 : is_there(a, s, day) ? 1 : 0;
                }))
                return false;
            for (std::size_t b = 0; b < a; ++b)
                if (!is_hidden[b] && !is_safe([&](std::uint32_t s) {
                        return (is_there(a, s, day) ? 2 : 0) + (is_there(b, s, day) ? 1 : 0);
                    }))
                    return false;
        }
        return true;
    }

    [[nodiscard]] DimensionTable table_of(const std::string& name, std::size_t dimension) const {
        std::map<std::string, Crowd> crowds;
        for (const auto& share : population_.shares)
            crowds[population_.groups[share.group][dimension]][share.signature] += share.people;
        std::vector<Fares> fares;
        for (const auto& [label, crowd] : crowds) fares.push_back(fares_of(crowd));
        const Hidden hidden = hide_small_cells(fares, variants_.size(), least_);
        DimensionTable table{name, {}};
        std::size_t g = 0;
        for (const auto& [label, crowd] : crowds) {
            GroupCells group{label, std::nullopt, {}};
            for (std::size_t v = 0; v < variants_.size(); ++v) {
                group.cells.emplace_back();
                if (hidden.groups[v][g]) continue;
                group.cells.back() = cell_of(crowd, v, false);
                group.people = group.cells.back().fortune->people;
            }
            table.groups.push_back(std::move(group));
            ++g;
        }
        return table;
    }

    const Population& population_;
    const std::vector<Variant>& variants_;
    const std::vector<std::vector<Outcome>>& outcomes_;
    std::uint64_t least_;
};

}  // namespace

bool is_better(const Outcome& first, const Outcome& second) {
    if (!first.days || !second.days) return false;
    return std::pair(*second.days, second.own) < std::pair(*first.days, first.own);
}

Report report_on(const Population& population, const std::vector<Variant>& variants,
                 const std::vector<std::vector<Outcome>>& outcomes,
                 const std::vector<std::string>& dimensions, std::uint64_t least) {
    return Reporter(population, variants, outcomes, least).report(dimensions);
}

}  // namespace wegwijzer::cohort
