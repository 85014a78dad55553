// SPDX-License-Identifier: Apache-2.0
/// Reads what happens by itself and what the law asks: events and duties.
#pragma once

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// @errors  P014 no such attribute or event; P020; P024; P030; P057 an event that sets a given or
/// derived
///          attribute, or begins on what is no date
void read_event(Draft& draft, const Entry& entry, model::Event& event);
/// @errors  P052
void check_event_circles(Draft& draft);
void read_duty(Draft& draft, const Entry& entry, model::Duty& duty);

}  // namespace wegwijzer::pack
