// SPDX-License-Identifier: Apache-2.0
/// One cell of a table of people. No message repeats what stands in it.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/cohort.hpp"
#include "pack/cohort_layout.hpp"

namespace wegwijzer::pack {

/// What the text of a cell tells, without the spaces around it; an empty one, and "unknown", tell
/// nothing. Booleans are true and
/// false, elements of a list stand between "|", a credential's cell is true, false, "unknown"
/// (held, its date unknown) or the date it bears, and `held` has ids between "|", each perhaps with
/// "@" and that date.
/// @errors  F002 wrong type; F003 unknown level, word or country; F004 impossible date; F005 out of
///          range; F009 unknown credential; F011 looks like a citizen service number; G010 not
///          UTF-8; P005 a control character
[[nodiscard]] Result<model::CohortCell> read_cohort_cell(std::string_view text,
                                                         const model::CohortColumn& column,
                                                         const CohortMapping& mapping,
                                                         const model::Catalogue& catalogue);

}  // namespace wegwijzer::pack
