// SPDX-License-Identifier: Apache-2.0
/// One person's question with and without, side by side.
#pragma once

#include <string>
#include <vector>

#include "document/plan_view.hpp"
#include "route/compare.hpp"

namespace wegwijzer::document {

struct VariantView {
    enum class Kind { baseline, pilot, waiver, outcome, all };
    Kind kind = Kind::baseline;
    std::string name;  ///< as it was asked: a pilot, "STEP/NEED", "STEP=OUTCOME"
    const route::Compared& compared;
};

struct CompareView {
    const PlanView& plan_view;          ///< of the baseline
    std::vector<VariantView> variants;  ///< the baseline first
};

/// Schema "wegwijzer/compare/1" (data/schema/compare.schema.json); ends with a newline.
[[nodiscard]] std::string render_compare_json(const CompareView& view);
[[nodiscard]] std::string render_compare_text(const CompareView& view);

}  // namespace wegwijzer::document
