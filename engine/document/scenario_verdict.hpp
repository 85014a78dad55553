// SPDX-License-Identifier: Apache-2.0
/// Whether a plan is what a pack's scenario expects, and what no scenario touches.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/catalogue.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

struct Mismatch {
    std::string_view what;  ///< key of `expect`
    std::string expected, actual;
};

/// Every key of `expect` that `plan` does not fulfil; `catalogue` is that of the plan.
[[nodiscard]] std::vector<Mismatch> compare(const model::Scenario& scenario,
                                            const model::Plan& plan,
                                            const model::Catalogue& catalogue);

/// What plans have touched: ids of steps, "step/need", "step=outcome", ids of pilots and funds.
struct Touched {
    std::set<std::string> steps, needs, outcomes, pilots, funds;
    void add(const model::Plan& plan, const model::Catalogue& catalogue);
};

/// What belongs to the packs `tested` and was never touched.
[[nodiscard]] Touched untouched(const Touched& touched, const model::Catalogue& catalogue,
                                const std::vector<std::string>& tested);

/// Whether two answers show the same way: the same steps in the same versions, with the same
/// outcomes. Answers without a route are the same if the same stands in the way.
[[nodiscard]] bool same_steps(const model::Plan& a, const model::Catalogue& catalogue_of_a,
                              const model::Plan& b, const model::Catalogue& catalogue_of_b);

/// One scenario that was run. Without mismatches it passed; one that could not be run says why.
struct ScenarioResult {
    std::string pack, id;
    std::vector<Mismatch> mismatches;
    bool could_not_run = false;  ///< its profile or question is wrong, told as diagnostics
    std::string twin;            ///< an earlier one of the same goals and steps (T001), or empty
};

/// Failures with expected and actual, untouched parts, with `idle` those that decide nothing, and a
/// last line that counts; no timings.
[[nodiscard]] std::string render_scenarios_text(const std::vector<ScenarioResult>& results,
                                                const Touched& untouched, std::string_view lang,
                                                int width,
                                                const std::optional<Touched>& idle = std::nullopt);

/// The same for programs: `{ "scenarios": […], "untouched": { "steps": […], … }, "idle": … }`.
[[nodiscard]] std::string render_scenarios_json(const std::vector<ScenarioResult>& results,
                                                const Touched& untouched,
                                                const std::optional<Touched>& idle = std::nullopt);

}  // namespace wegwijzer::document
