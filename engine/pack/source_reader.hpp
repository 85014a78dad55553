// SPDX-License-Identifier: Apache-2.0
/// Reads where figures come from.
#pragma once

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// @errors  P020; P021; P026 not a web address; P059 a source without address, title or date seen,
/// or an estimate
///          without its reasoning
void read_source(Draft& draft, const Entry& entry, model::Source& source);

}  // namespace wegwijzer::pack
