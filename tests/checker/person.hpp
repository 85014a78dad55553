// SPDX-License-Identifier: Apache-2.0
/// A person's facts day by day: as the profile tells them, with events at their likely dates.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "checker/almanac.hpp"
#include "checker/check_route.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::checker {

/// Something that serves from a day until another.
struct Award {
    model::Given given;
    Date from = Date::always, until = Date::never;
    Date bears = Date::always;  ///< the date that a credential bears
};

/// Outside facts. Everything given is as the profile tells it.
class Person final : public rule::Facts {
public:
    /// All must outlive it.
    Person(const model::Catalogue& catalogue, const model::Profile& profile,
           const Question& question, const model::Plan& plan, const Almanac& almanac);

    [[nodiscard]] model::Value value(model::AttributeId attribute, Date on) const override;
    [[nodiscard]] model::Value told(model::AttributeId attribute, Date on) const override;
    [[nodiscard]] model::Truth held(model::CredentialId credential, Date on,
                                    std::optional<Term> younger) const override;
    [[nodiscard]] model::Truth told_held(model::CredentialId credential, Date on) const override;
    /// Never asked: the checker looks at each day.
    [[nodiscard]] std::vector<Date> changes(model::AttributeId, DayInterval) const override {
        return {};
    }
    [[nodiscard]] model::Value call(model::FunctionId function,
                                    std::span<const model::Value> arguments) const override;

    /// Whether it is true for sure (R23: what is unknown is not met).
    [[nodiscard]] bool is_true(const model::Expression& expression, Date on) const;
    /// Whether somebody answered, or an event said it: not a usual value.
    [[nodiscard]] bool is_answered(model::AttributeId attribute, Date on) const;
    /// Free hours a week on a day, in hundredths.
    [[nodiscard]] int free_hours(Date on) const;

    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const Almanac& almanac() const { return almanac_; }

private:
    /// The last one that covers a day counts.
    using Layers = std::vector<model::TimedValue>;

    void let_events_happen();
    [[nodiscard]] model::Value usual(model::AttributeId attribute) const;

    const model::Catalogue& catalogue_;
    const model::Profile& profile_;
    const Question& question_;
    const Almanac& almanac_;
    std::vector<Layers> told_, layers_;  // by attribute
    model::AttributeId hours_;
};

/// The entry that counts on a day; null where none does.
template <class T>
[[nodiscard]] const model::Case<T>* entry_of(const model::Figure<T>& figure, const Person& person,
                                             Date on) {
    const model::Case<T>* best = nullptr;
    for (const auto& entry : figure.cases)
        if (entry.from <= on && (best == nullptr || entry.from > best->from) &&
            person.is_true(entry.when, on))
            best = &entry;
    return best;
}

/// When an award of a credential that bears this date no longer serves.
[[nodiscard]] Date end_of_life(const Person& person, model::CredentialId credential, Date bears);
/// Whether a credential is or implies another.
[[nodiscard]] bool serves_for(const model::Catalogue& catalogue, model::CredentialId one,
                              model::CredentialId other);

}  // namespace wegwijzer::checker
