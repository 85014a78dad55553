// SPDX-License-Identifier: Apache-2.0
/// What a person has in hand on one day: the profile's facts, and what runs have given.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "checker/run.hpp"

namespace wegwijzer::checker {

/// What steps that `progress` tells as done have given.
[[nodiscard]] std::vector<Award> past_awards(const Person& person, const model::Profile& profile,
                                             Date on);

/// Whether a need of a run is judged on a day (R7). A run under way is not judged at its start, and
/// nothing before `on` is.
[[nodiscard]] bool is_judged(const model::Need& need, const Run& run, Date day, Date on);
/// The first day on which it is judged, and the day after the last.
[[nodiscard]] model::Window judged_days(const model::Need& need, const Run& run);

class Hand final : public rule::Facts {
public:
    /// All must outlive it.
    Hand(const Person& person, const std::vector<Award>& past, const std::vector<Run>& runs,
         Date on)
        : person_(person), past_(past), runs_(runs), on_(on) {}

    /// R1: what comes into hand on this day counts only when all that it asks on this day is met
    /// without it; so nothing holds itself up.
    void settle(Date day);
    /// Everything that the runs give, by whatever support.
    void take_all(Date day);
    /// Only what these runs give.
    void take_from(Date day, const std::vector<std::string>& keys);

    /// On the day last settled or taken.
    [[nodiscard]] bool is_met(const model::Need& need) const;
    [[nodiscard]] bool is_true(const model::Expression& expression) const;

    [[nodiscard]] model::Value value(model::AttributeId attribute, Date on) const override;
    [[nodiscard]] model::Value told(model::AttributeId attribute, Date on) const override {
        return person_.told(attribute, on);
    }
    [[nodiscard]] model::Truth held(model::CredentialId credential, Date on,
                                    std::optional<Term> younger) const override;
    [[nodiscard]] model::Truth told_held(model::CredentialId credential, Date on) const override {
        return person_.told_held(credential, on);
    }
    [[nodiscard]] std::vector<Date> changes(model::AttributeId, DayInterval) const override {
        return {};
    }
    [[nodiscard]] model::Value call(model::FunctionId function,
                                    std::span<const model::Value> arguments) const override {
        return person_.call(function, arguments);
    }

private:
    void take_past(Date day);
    void take(const Run& run);

    const Person& person_;
    const std::vector<Award>& past_;
    const std::vector<Run>& runs_;
    Date on_, day_;
    std::vector<const Award*> awards_;  // in force on `day_`
    std::vector<const Run*> waiting_;
};

}  // namespace wegwijzer::checker
