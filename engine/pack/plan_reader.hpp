// SPDX-License-Identifier: Apache-2.0
/// Answers of `plan --format json`, read again.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "base/source.hpp"
#include "model/plan_record.hpp"

namespace wegwijzer::pack {

/// Reads the admitted text number `text` (Kind::plan_json). What a later program added is passed
/// over.
/// @errors  F… of the JSON; A001 not an answer of `plan`; A002 something missing or of another kind
[[nodiscard]] Result<model::PlanRecord> read_plan(const SourceMap& sources, std::uint32_t text);

}  // namespace wegwijzer::pack
