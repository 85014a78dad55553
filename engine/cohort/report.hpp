// SPDX-License-Identifier: Apache-2.0
/// What a cohort's outcomes come to, with small cells left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cohort/gathering.hpp"
#include "cohort/sample.hpp"
#include "cohort/variant.hpp"

namespace wegwijzer::cohort {

/// How some people fare under one variant.
struct Fortune {
    std::uint64_t people = 0, reached = 0;
    std::optional<std::uint64_t> held, perhaps;  ///< there already; a way if answers allow (R23);
                                                 ///< none where that would be a small cell
    std::optional<Interval> reach_interval;
    std::optional<Spread> days, own, hours;  ///< of those who reach; hours in hundredths
    std::int64_t own_total = 0, gift = 0, employer = 0, loan = 0, hours_total = 0;
    bool cost_is_complete = true;
};

/// What a variant changes against the first one. The newly reached are never mixed with those who
/// are reached both ways, as they raise a mean.
struct Effect {
    std::uint64_t newly = 0, lost = 0, both = 0, better = 0;
    std::uint64_t no_better = 0;  ///< neither newly reached nor better off
    std::optional<Mean> days_sooner, own_saved, hours_saved;  ///< of those reached both ways
    std::optional<Spread> days_sooner_spread, own_saved_spread;
};

/// One variant for one group of people. Nothing inside where it is hidden.
struct Cell {
    std::optional<Fortune> fortune;
    std::optional<Effect> effect;  ///< none for the first variant
};

struct GroupCells {
    std::string label;                    ///< empty: not known
    std::optional<std::uint64_t> people;  ///< none where hidden under all variants
    std::vector<Cell> cells;              ///< by variant
};

struct DimensionTable {
    std::string name;
    std::vector<GroupCells> groups;  ///< by label
};

/// How many are not yet there some weeks from the first day.
struct SurvivalPoint {
    std::int32_t days = 0;
    std::vector<std::uint64_t> waiting;  ///< by variant; of one with a hidden total nothing: 0
};

/// How many would use a pilot, told and not rationed.
struct Demand {
    model::PilotId pilot;
    std::optional<std::uint64_t> people;  ///< none where that would be a small cell
    std::optional<int> places;
};

struct VariantReport {
    std::string name;
    Cell total;
    std::vector<Demand> demand;
};

struct Report {
    std::uint64_t read = 0, used = 0, refused = 0;
    std::size_t signatures = 0;
    std::uint64_t least = 0;  ///< the smallest cell that is told
    std::vector<VariantReport> variants;
    std::vector<SurvivalPoint> survival;
    std::vector<DimensionTable> dimensions;
    std::uint64_t limit_struck = 0, timed_out = 0;  ///< plans in which a limit struck
};

/// @param outcomes  by variant, by signature
/// @param least     cells of fewer people are hidden; 0 and 1 hide nothing
[[nodiscard]] Report report_on(const Population& population, const std::vector<Variant>& variants,
                               const std::vector<std::vector<Outcome>>& outcomes,
                               const std::vector<std::string>& dimensions, std::uint64_t least);

/// Whether a person is better off the second way: sooner, or as soon and cheaper. Both must reach.
[[nodiscard]] bool is_better(const Outcome& first, const Outcome& second);

}  // namespace wegwijzer::cohort
