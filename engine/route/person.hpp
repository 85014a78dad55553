// SPDX-License-Identifier: Apache-2.0
/// A person's outside facts by day: what the profile says, what happens by itself (R5), what is
/// taken at its usual value, and what is tried (R23).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "model/profile.hpp"
#include "route/call.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::route {

/// When an event of the catalogue happens; none where it does not.
using EventDays = std::vector<std::optional<Date>>;

/// How long after its base day an event happens.
using EventDelay = std::function<Date(model::EventId, Date base)>;

class Person final : public rule::Facts {
public:
    /// Events happen at their likely dates, none before `on`.
    Person(const model::Catalogue& catalogue, const model::Profile& profile, Date on,
           const Call& call, const std::vector<model::Assumed>& tried = {});

    [[nodiscard]] model::Value value(model::AttributeId attribute, Date on) const override;
    [[nodiscard]] model::Value told(model::AttributeId attribute, Date on) const override;
    [[nodiscard]] model::Truth held(model::CredentialId credential, Date on,
                                    std::optional<Term> younger) const override;
    [[nodiscard]] model::Truth told_held(model::CredentialId credential, Date on) const override;
    [[nodiscard]] std::vector<Date> changes(model::AttributeId attribute,
                                            DayInterval window) const override;
    [[nodiscard]] std::optional<std::vector<Date>> told_held_changes(
        model::CredentialId credential, DayInterval window) const override;
    [[nodiscard]] model::Value call(model::FunctionId function,
                                    std::span<const model::Value> arguments) const override;

    [[nodiscard]] const model::Profile& profile() const { return profile_; }
    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] Date on() const { return on_; }
    [[nodiscard]] const Call& plugins() const { return call_; }
    [[nodiscard]] const EventDays& events() const { return event_days_; }

    /// Whether the profile, an event or a trial gives the attribute a value on `day`.
    [[nodiscard]] bool is_answered(model::AttributeId attribute, Date day) const;

    /// The days on which a held credential counts: from the day it bears (or always, where that is
    /// unknown) to its own end, its life's end, or `younger` after its date. None where that cannot
    /// be told.
    [[nodiscard]] std::optional<DayInterval> holds(const model::HeldCredential& held,
                                                   std::optional<Term> younger) const;

    /// The same person with events at other dates (for a draw). Shares nothing that changes.
    void replay_events(const EventDelay& delay);

private:
    struct Segment {
        Date from;
        model::Value value;
    };
    using Timeline = std::vector<Segment>;  // sorted; unknown before the first

    void lay_answers();
    static void lay(Timeline& timeline, model::Window window, const model::Value& value);
    [[nodiscard]] static const model::Value& at(const Timeline& timeline, Date on);

    const model::Catalogue& catalogue_;
    const model::Profile& profile_;
    Date on_;
    Call call_;
    std::vector<Timeline> told_;       // by attribute; empty: unknown
    std::vector<Timeline> timelines_;  // told, with events and trials laid over
    EventDays event_days_;
};

/// The value that counts on `day` of those in `figure`, or null where none does (see
/// model::Figure).
template <class T>
[[nodiscard]] const model::Case<T>* pick(const model::Figure<T>& figure, const Person& person,
                                         Date day) {
    const model::Case<T>* best = nullptr;
    for (const auto& entry : figure.cases) {
        if (entry.from > day || (best != nullptr && entry.from <= best->from)) continue;
        if (!entry.when.is_empty() &&
            rule::evaluate(entry.when, person, person.catalogue(), day) != model::Truth::yes)
            continue;
        best = &entry;
    }
    return best;
}

}  // namespace wegwijzer::route
