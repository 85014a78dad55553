// SPDX-License-Identifier: Apache-2.0
/// Two answers of `plan` held against each other.
#pragma once

#include <string>

#include "route/plan_diff.hpp"

namespace wegwijzer::document {

struct DiffView {
    const model::PlanRecord& was;
    const model::PlanRecord& is;
    const route::PlanDiff& diff;  ///< of those two
    std::string program_version;
    std::string lang;  ///< "nl" or "en"
    int width = 80;    ///< text: columns of the terminal
};

/// Schema "wegwijzer/diff/1" (data/schema/diff.schema.json); ends with a newline.
[[nodiscard]] std::string render_diff_json(const DiffView& view);
[[nodiscard]] std::string render_diff_text(const DiffView& view);

}  // namespace wegwijzer::document
