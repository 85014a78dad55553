// SPDX-License-Identifier: Apache-2.0
/// What the packs could ask of anybody on the way to some goals: everything else about a person
/// changes nothing in the answer.
#pragma once

#include <cstdint>
#include <vector>

#include "model/catalogue.hpp"
#include "model/expression.hpp"
#include "model/ids.hpp"

namespace wegwijzer::cohort {

/// A smallest part of an expression that is true or false and looks at a date of the person.
struct DatedTest {
    const model::Expression* expression = nullptr;
    std::uint32_t node = 0;
    std::vector<model::AttributeId> attributes;  ///< that it looks at, sorted, each once
    bool is_plain = true;                        ///< false: it looks at credentials too
};

struct Asked {
    std::vector<model::AttributeId> attributes;    ///< sorted; derived ones are taken apart
    std::vector<model::CredentialId> credentials;  ///< sorted: held ones that can count
    std::vector<bool> ages;      ///< by credential: whether the day that one bears can matter
    std::vector<bool> is_exact;  ///< by attribute: its very value matters, a date's too
    std::vector<bool> is_moved;  ///< by attribute: events can set it
    std::vector<DatedTest> tests;
    std::vector<model::StepId> steps;    ///< that could be on the way, sorted
    std::vector<model::EventId> events;  ///< that may set an attribute above and begin at a date
};

struct AskedFor {
    std::vector<model::GoalId> goals;
    std::vector<model::PilotId> pilots;  ///< applied in any variant
    bool duties_bind = false;
    bool with_purse = false;  ///< somebody has one, so steps that pay may join (R18)
};

/// The catalogue must outlive the result. Errs on the side of too much: two people who differ in
/// nothing of this have the same plans.
[[nodiscard]] Asked asked_for(const model::Catalogue& catalogue, const AskedFor& what);

}  // namespace wegwijzer::cohort
