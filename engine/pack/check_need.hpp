// SPDX-License-Identifier: Apache-2.0
/// Whether what a need asks can be answered (rule R8).
#pragma once

#include "model/catalogue.hpp"
#include "pack/draft.hpp"

namespace wegwijzer::pack {

/// `younger` counts from the date that a credential bears; levels and booleans bear none.
/// @errors  P049
void check_younger(Draft& draft, const model::Need& need, SourceSpan span);

}  // namespace wegwijzer::pack
