// SPDX-License-Identifier: Apache-2.0
/// Numbers that stand for the things of a catalogue; each kind its own type.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace wegwijzer::model {

/// Index into the vector of its kind in `Catalogue`; `none` where nothing is meant.
template <class Kind>
struct Id {
    static constexpr std::uint32_t no_index = 0xffffffffU;
    std::uint32_t index = no_index;

    [[nodiscard]] constexpr bool is_none() const { return index == no_index; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using PackId = Id<struct Pack>;
using AttributeId = Id<struct Attribute>;
using ScaleId = Id<struct Scale>;
using GroupId = Id<struct Group>;
using TableId = Id<struct Table>;
using CredentialId = Id<struct Credential>;
using DocumentId = Id<struct Document>;
using GoalId = Id<struct Goal>;
using CalendarId = Id<struct Calendar>;
using StepId = Id<struct Step>;
using EventId = Id<struct Event>;
using DutyId = Id<struct Duty>;
using FundId = Id<struct Fund>;
using PilotId = Id<struct Pilot>;
using SourceId = Id<struct Source>;
using FunctionId = Id<struct Function>;

}  // namespace wegwijzer::model
