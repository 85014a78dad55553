// SPDX-License-Identifier: Apache-2.0
/// What the text of a simulation says. Apart from document/phrases.hpp, as nothing else says it.
#pragma once

#include <cstddef>
#include <string_view>

namespace wegwijzer::document {

enum class SimulationPhrase {
    cohort_rows,
    cohort_none_refused,
    cohort_alike,
    cohort_small,
    cohort_baseline,
    cohort_together,
    cohort_reach,
    cohort_effect,
    cohort_waiting,
    cohort_by,
    cohort_demand,
    cohort_demand_places,
    cohort_needs,
    cohort_needs_none,
    cohort_needs_left_out,
    cohort_limit,
    cohort_timed_out,
    cohort_about,
    column_need,
    column_weeks_in_all,
    column_variant,
    column_people,
    column_reach,
    column_interval,
    column_perhaps,
    column_weeks,
    column_own_cost,
    column_others_pay,
    column_newly,
    column_lost,
    column_both_ways,
    column_better,
    column_no_better,
    column_weeks_sooner,
    column_own_saved,
    column_week,
    not_known,
    fewer_than,
};
inline constexpr std::size_t simulation_phrase_count =
    static_cast<std::size_t>(SimulationPhrase::fewer_than) + 1;

/// The phrase in Dutch for "nl", else in English; with places {0}, {1}, … still in it.
[[nodiscard]] std::string_view phrase(SimulationPhrase phrase, std::string_view lang);

}  // namespace wegwijzer::document
