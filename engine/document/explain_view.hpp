// SPDX-License-Identifier: Apache-2.0
/// Why a plan is as it is: its steps with who asks for them, and reasons as trees.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/plan_view.hpp"
#include "model/explanation.hpp"
#include "model/plan.hpp"
#include "model/profile.hpp"
#include "route/alternative.hpp"
#include "route/chain.hpp"
#include "route/find.hpp"

namespace wegwijzer::document {

/// Why one need of a step holds or not.
struct NeedReason {
    model::StepId step;
    std::uint32_t need = 0;
    std::string key;  ///< of the planned step; empty: judged today, as the step is in no route
    model::Explanation why;
};

/// A later step that asks for an earlier one.
struct Consumer {
    std::size_t step = 0;    ///< index in Route::steps
    std::uint32_t need = 0;  ///< number of its need
};

/// The steps of `route` that rest on step number `index`, by their place in the route.
[[nodiscard]] std::vector<Consumer> consumers_of(const model::Route& route, std::size_t index);

/// The reasons worth showing: of a chosen step all its needs, in its first route or else today;
/// without one, those of the needs that stand in the way of an unreachable goal.
[[nodiscard]] std::vector<NeedReason> collect_reasons(const model::Catalogue& catalogue,
                                                      const model::Profile& profile,
                                                      const route::Question& question,
                                                      const model::Plan& plan, model::StepId step,
                                                      const route::Call& call = {});

/// What the best route would be otherwise.
struct OtherWays {
    std::vector<route::Alternative> without;   ///< each step forbidden in turn
    std::optional<route::Alternative> by_way;  ///< of a chosen step that the route does not take
};

/// Plans anew without each step of the first route, or without the chosen step; or by way of it,
/// where the route does not take it. Nothing where no route is shown.
[[nodiscard]] OtherWays collect_other_ways(const model::Catalogue& catalogue,
                                           const model::Profile& profile,
                                           const route::Question& question, const model::Plan& plan,
                                           model::StepId step, const route::Call& call = {});

struct ExplainView {
    const PlanView& plan_view;
    model::StepId step;  ///< none: every step
    std::vector<NeedReason> reasons;
    OtherWays others = {};
};

/// Schema "wegwijzer/explain/1" (data/schema/explain.schema.json); ends with a newline.
[[nodiscard]] std::string render_explain_json(const ExplainView& view);
/// Why each step is there, or why there is no route; ends with a newline.
[[nodiscard]] std::string render_explain_text(const ExplainView& view);

}  // namespace wegwijzer::document
