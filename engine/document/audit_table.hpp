// SPDX-License-Identifier: Apache-2.0
/// The table of an audit that counts, for the files that print it.
#pragma once

#include <string>
#include <vector>

#include "document/audit.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {

/// Headings, a row for each pack, and one of sums where there are several.
[[nodiscard]] std::vector<std::vector<std::string>> count_table(const AuditView& view,
                                                                const Words& words);

/// "official" in the reader's language.
[[nodiscard]] std::string footing_text(const Words& words, model::Footing footing);

}  // namespace wegwijzer::document
