// SPDX-License-Identifier: Apache-2.0
/// Values of facts, in the words of the packs.
#pragma once

#include <string>

#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "model/value.hpp"

namespace wegwijzer::document {

/// "B2", "arts", "true", "2026-11-23", "EUR 85", "SY"; "unknown" where it is.
[[nodiscard]] std::string value_text(const model::Catalogue& catalogue, model::AttributeId id,
                                     const model::Value& value);

/// The same for a value that belongs to no attribute, such as a table's cell.
[[nodiscard]] std::string value_text(const model::Catalogue& catalogue, const model::Type& type,
                                     const model::Value& value);

/// A fact that a step gives: "big.bi-passed", "dutch >= B2".
[[nodiscard]] std::string given_text(const model::Catalogue& catalogue, const model::Given& given);

/// The need that a planned step met, in the version that was planned; null where the packs have
/// none of that number.
[[nodiscard]] const model::Need* planned_need(const model::Catalogue& catalogue,
                                              const model::PlannedStep& step, std::uint32_t need);

}  // namespace wegwijzer::document
