// SPDX-License-Identifier: Apache-2.0
/// Reads pilots and works out what each of their changes makes of a step.
#pragma once

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// Steps must have been read. The fields of a change are named `title`, `text`, `by`, `when`,
/// `in_force`, `counts`, `dated`, `needs/ID`, `documents`, `clock` (duration, effort or open),
/// `pace`, `load`, `extend`, `calendar`, `attempt`, `gives` (outcomes too), `costs/ID`, `income`,
/// `must`, `repeat`, `source`.
/// @errors  P014; P021; P030; P062 a change that hits nothing; P063 a step added by two pilots, or
/// a key that no
///          change can set; those of steps
void read_pilot(Draft& draft, const Entry& entry, model::PilotId id);

/// @errors  P064 two pilots of effect "change" on the same field of a step, for the same people and
/// days
void check_replacements(Draft& draft);

}  // namespace wegwijzer::pack
