// SPDX-License-Identifier: Apache-2.0
/// Reads calendars: days on which something begins, or stretches in which it stands still.
#pragma once

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// @errors  P020; P025; P047 a calendar without a day, or with sessions and closures; P048 a day
/// that is none, twice,
///          or with a last day to sign up after the session
void read_calendar(Draft& draft, const Entry& entry, model::Calendar& calendar);

}  // namespace wegwijzer::pack
