// SPDX-License-Identifier: Apache-2.0
/// One person's facts, as the profile gives them. Sensitive personal data: never logged, never
/// sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"
#include "model/ids.hpp"
#include "model/value.hpp"

namespace wegwijzer::model {

/// An attribute's value on the days of `window`. Later entries win on the days they cover.
struct TimedValue {
    Window window;
    Value value;
};

struct Answer {
    AttributeId attribute;
    std::vector<TimedValue> values;  ///< at least one
    bool is_dated = false;           ///< a time line with dates, which replaces events (R5)
    SourceSpan span;
};

struct HeldCredential {
    CredentialId credential;
    std::optional<Date> on;     ///< the date it bears; none: held, its date unknown
    std::optional<Date> until;  ///< a last day of its own, exclusive
    SourceSpan span;
};

/// A step that was begun, or is done, or failed.
struct ProgressEntry {
    enum class State { running, done, failed };
    StepId step;
    State state = State::running;
    std::optional<Date> start, finish;
    std::optional<int> attempt;
    std::string outcome;
    std::vector<PilotId> pilots;  ///< sorted by id
    std::optional<WeeklyRate> pace;
    SourceSpan span;
};

struct FundUse {
    FundId fund;
    Money used;
    SourceSpan span;
};

struct Profile {
    std::string name;
    std::vector<Answer> answers;  ///< sorted by attribute, one entry each
    std::vector<HeldCredential> held;
    std::vector<ProgressEntry> progress;
    std::optional<Money> savings;  ///< `purse`: none where the profile has no purse
    std::vector<FundUse> funds;
    std::optional<Date> keep_until;

    [[nodiscard]] const Answer* find(AttributeId attribute) const;
};

}  // namespace wegwijzer::model
