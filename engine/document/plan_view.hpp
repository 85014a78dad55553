// SPDX-License-Identifier: Apache-2.0
/// What the renderers of a plan need besides the plan itself.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/catalogue.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

struct PlanView {
    const model::Catalogue& catalogue;
    const model::Plan& plan;
    std::string program_version;
    std::string lang;  ///< "nl", "en", …
    Date made;
    bool with_sources = false;  ///< text: list the sources
    int width = 80;             ///< text: columns of the terminal
    bool colour = false;
    bool plain = false;                    ///< text: lists, no boxes, no timeline
    bool every_route = false;              ///< text: every route in full, not the first alone
    std::vector<std::string> waived = {};  ///< "step/need", relaxed for this question only
    std::vector<std::string> plugins_missed = {};  ///< needed, and missing or at fault
};

/// The receipt, schema "wegwijzer/plan/1" (data/schema/plan.schema.json); ends with a newline.
[[nodiscard]] std::string render_plan_json(const PlanView& view);
/// What an adviser can read out; ends with a newline.
[[nodiscard]] std::string render_plan_text(const PlanView& view);

}  // namespace wegwijzer::document
