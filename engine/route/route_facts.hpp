// SPDX-License-Identifier: Apache-2.0
/// A person's facts with what a route's runs give, by day: for duties and explanations.
#pragma once

#include <span>
#include <vector>

#include "model/plan.hpp"
#include "route/person.hpp"

namespace wegwijzer::route {

class RouteFacts final : public rule::Facts {
public:
    /// `person` must outlive it.
    RouteFacts(const Person& person, std::span<const model::PlannedStep> steps);

    [[nodiscard]] model::Value value(model::AttributeId attribute, Date on) const override;
    [[nodiscard]] model::Value told(model::AttributeId attribute, Date on) const override {
        return person_.told(attribute, on);
    }
    [[nodiscard]] model::Truth held(model::CredentialId credential, Date on,
                                    std::optional<Term> younger) const override;
    [[nodiscard]] model::Truth told_held(model::CredentialId credential, Date on) const override {
        return person_.told_held(credential, on);
    }
    [[nodiscard]] std::vector<Date> changes(model::AttributeId attribute,
                                            DayInterval window) const override;
    [[nodiscard]] model::Value call(model::FunctionId function,
                                    std::span<const model::Value> arguments) const override {
        return person_.call(function, arguments);
    }

    /// Days on which the route gives something or something it gave lapses, sorted.
    [[nodiscard]] std::vector<Date> turning_days() const;

private:
    struct Gained {
        model::Given given;
        DayInterval days;
        Date bears;
    };
    const Person& person_;
    std::vector<Gained> gained_;
};

}  // namespace wegwijzer::route
