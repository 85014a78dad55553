// SPDX-License-Identifier: Apache-2.0
/// Parts that the answers in JSON have in common.
#pragma once

#include <string_view>
#include <vector>

#include "document/json_writer.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

/// "packs": the version and hash of each.
void write_packs(JsonWriter& json, const model::Catalogue& catalogue);
/// "finish" and "weeks": the dates of a goal, and how long after `on` they are.
void write_finish(JsonWriter& json, const model::Finish& finish, Date on);
/// The ids of the steps under `name`; where there is no step the purse stands (R25).
void write_steps(JsonWriter& json, std::string_view name, const std::vector<model::StepId>& steps,
                 const model::Catalogue& catalogue);
/// "circles" (R25).
void write_circles(JsonWriter& json, const model::Plan& plan, const model::Catalogue& catalogue);
/// "would_help": pilots that are not applied.
void write_would_help(JsonWriter& json, const model::Plan& plan, const model::Catalogue& catalogue);

}  // namespace wegwijzer::document
