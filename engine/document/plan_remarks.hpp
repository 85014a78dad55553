// SPDX-License-Identifier: Apache-2.0
/// What belongs to the answer as a whole: what was assumed, asked, missing, offered and noted.
#pragma once

#include <string>

#include "document/plan_view.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

/// Which needs stand in the way, and which circles (unreachable plans).
void append_obstacles(const PlanView& view, std::string& out);
/// Values taken for want of an answer, and what answers could gain.
void append_questions(const PlanView& view, std::string& out);
void append_pilots(const PlanView& view, std::string& out);
void append_notes(const PlanView& view, std::string& out);
/// The sources of every step shown, with address and date.
void append_sources(const PlanView& view, std::string& out);
/// One thing that is missing, in words.
[[nodiscard]] std::string unmet_text(const PlanView& view, const model::UnmetNeed& unmet);

}  // namespace wegwijzer::document
