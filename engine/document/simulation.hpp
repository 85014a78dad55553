// SPDX-License-Identifier: Apache-2.0
/// What a cohort's results look like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "cohort/ranking.hpp"
#include "cohort/report.hpp"
#include "model/catalogue.hpp"
#include "route/find.hpp"

namespace wegwijzer::document {

struct SimulationView {
    const model::Catalogue& catalogue;
    const route::Question& question;  ///< of the first variant
    Date horizon;
    const cohort::Report& report;
    const cohort::NeedRanking* ranking = nullptr;  ///< null: not asked for
    std::string program_version;
    std::string lang;                              ///< "nl" or "en"
    int width = 80;                                ///< text: columns of the terminal
    std::vector<std::string> plugins_missed = {};  ///< needed, and missing or at fault
};

/// @param format  "txt"; "json", schema "wegwijzer/simulate/1" (data/schema/simulate.schema.json);
///                "csv" and "ndjson", a row for each variant, of all people and of each group
[[nodiscard]] std::string render_simulation(const SimulationView& view, std::string_view format);
[[nodiscard]] std::string render_simulation_text(const SimulationView& view);
[[nodiscard]] std::string render_simulation_json(const SimulationView& view);
[[nodiscard]] std::string render_simulation_csv(const SimulationView& view);
[[nodiscard]] std::string render_simulation_ndjson(const SimulationView& view);

/// CSV with a row for each person and variant: personal. Needs the rows of the population.
[[nodiscard]] std::string render_people(Date on, const cohort::Population& population,
                                        const std::vector<cohort::Variant>& variants,
                                        const std::vector<std::vector<cohort::Outcome>>& outcomes);

}  // namespace wegwijzer::document
