// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "route/grounder.hpp"

namespace wegwijzer::route::detail {

using model::Pilot;
using model::PilotId;
using model::Step;

namespace {

/// Of one step. Reached only where many pilots that change different things are open at once; the
/// sets with the fewest pilots come first.
constexpr std::size_t most_versions = 256;

/// What the pilot sets of the step. A cost that it pays is one of these: two do not pay it both.
std::vector<std::string> fields_of(const model::Catalogue& catalogue, const Pilot& pilot,
                                   model::StepId step) {
    std::vector<std::string> fields;
    for (const auto& change : pilot.changes)
        if (change.step == step)
            fields.insert(fields.end(), change.fields.begin(), change.fields.end());
    for (const auto& paid : pilot.pays)
        if (paid.step == step) fields.push_back("pays/" + catalogue[step].costs[paid.cost].id);
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return fields;
}

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& field) {
        return std::binary_search(b.begin(), b.end(), field);
    });
}

/// A pilot that touches the step and is open to this person on some day.
struct Offer {
    PilotId pilot;
    std::vector<std::string> fields;  // sorted
    DaySet days;
    bool replaces = false;
};

using Set = std::vector<const Offer*>;

/// The days on which nothing that the set leaves as it was is replaced by a pilot outside it.
DaySet unreplaced_days(const std::vector<Offer>& offers, const Set& set) {
    DaySet days = DaySet::all();
    for (const Offer& offer : offers) {
        if (!offer.replaces || std::find(set.begin(), set.end(), &offer) != set.end()) continue;
        const bool all_are_set =
            std::all_of(offer.fields.begin(), offer.fields.end(), [&](const std::string& field) {
                return std::any_of(set.begin(), set.end(), [&](const Offer* other) {
                    return std::binary_search(other->fields.begin(), other->fields.end(), field);
                });
            });
        if (!all_are_set) days = days.intersected(offer.days.complement());
    }
    return days;
}

/// Changes that are sound alone may not be so together: see check_step of the packs.
bool is_sound(const Step& step) {
    if (step.clock == model::Clock::open)
        return step.sessions.is_none() && !step.attempt && step.outcomes.empty() && !step.extend;
    if (step.clock == model::Clock::effort) return !step.paces.empty() && step.load.is_empty();
    if (step.load.is_empty() && step.closures.empty()) return true;
    return std::all_of(step.duration.cases.begin(), step.duration.cases.end(),
                       [](const auto& one) { return !one.value || one.value->is_uniform(); }) &&
           (!step.extend || step.extend->time.is_uniform());
}

}  // namespace

/// The days on which the pilot is open to this person: in its window, group and places.
DaySet Grounder::offered_days(PilotId id) {
    const auto known = offered_.find(id.index);
    if (known != offered_.end()) return known->second;
    const auto& pilot = catalogue_[id];
    DaySet days =
        DaySet::of({pilot.in_force.from, pilot.in_force.until}).intersected(days_met(pilot.when));
    if (!pilot.where.empty()) days = days.intersected(days_living_in(pilot.municipalities));
    return offered_[id.index] = days;
}

/// The days on which this person lives in one of these municipalities.
DaySet Grounder::days_living_in(const std::vector<std::int64_t>& municipalities) {
    const auto attribute = catalogue_.find_attribute("residence.municipality");
    if (attribute.is_none()) return {};
    problem_.asked.push_back(attribute);
    auto changes = person_.changes(attribute, window_);
    changes.insert(changes.begin(), window_.from);
    DaySet there;
    for (std::size_t k = 0; k < changes.size(); ++k) {
        const auto value = person_.value(attribute, changes[k]);
        const Date until = k + 1 < changes.size() ? changes[k + 1] : window_.until;
        if (value.is_known
                ? std::binary_search(municipalities.begin(), municipalities.end(), value.number)
                : is_hoped(attribute))
            there = there.united(DaySet::of({changes[k], until}));
    }
    return there;
}

/// The step with the changes of these pilots, and with what the question waives.
Version Grounder::version_with(model::StepId id, const std::vector<PilotId>& pilots) {
    const Step& base = catalogue_[id];
    std::vector<std::string> waived;
    for (const auto& waiver : question_.waivers)
        if (waiver.step == id) waived.push_back(base.needs[waiver.need].id);
    Version version;
    version.pilots = pilots;
    version.step = &base;
    Step changed = base;
    for (const PilotId pilot : pilots) {
        for (const auto& change : catalogue_[pilot].changes)
            if (change.step == id) lay_change(changed, change);
        if (catalogue_[pilot].leave == Pilot::Leave::back)
            version.over_by = std::min(version.over_by, catalogue_[pilot].in_force.until);
    }
    std::erase_if(changed.needs, [&](const model::Need& need) {
        return std::find(waived.begin(), waived.end(), need.id) != waived.end();
    });
    if (!pilots.empty() || !waived.empty())
        version.step = &problem_.versions.emplace_back(std::move(changed));
    return version;
}

/// All sets of the pilots that this person is offered at the step and whose changes touch different
/// fields: the empty one first, then by size and ids.
std::vector<Version> Grounder::versions_of(model::StepId id) {
    std::vector<Offer> offers;
    for (const PilotId pilot : applied_pilots_) {
        Offer offer{pilot,
                    fields_of(catalogue_, catalogue_[pilot], id),
                    {},
                    catalogue_[pilot].effect == Pilot::Effect::change};
        if (offer.fields.empty()) continue;
        offer.days = offered_days(pilot);
        if (!offer.days.is_empty()) offers.push_back(std::move(offer));
    }
    std::vector<Set> sets{{}};
    std::vector<Version> versions;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const Set set = sets[s];
        DaySet open = DaySet::all();
        std::vector<PilotId> pilots;
        for (const Offer* offer : set) {
            open = open.intersected(offer->days);
            pilots.push_back(offer->pilot);
        }
        if (open.is_empty()) continue;
        for (const Offer& more : offers) {
            if ((!set.empty() && &more <= set.back()) || sets.size() == most_versions) continue;
            if (std::any_of(set.begin(), set.end(),
                            [&](const Offer* one) { return meet(one->fields, more.fields); }))
                continue;
            sets.push_back(set);
            sets.back().push_back(&more);
        }
        if (const auto home = catalogue_[id].only_in; !home.is_none()) {
            open = open.intersected(offered_days(home));
            if (std::find(pilots.begin(), pilots.end(), home) == pilots.end())
                pilots.push_back(home);
            sort_by_id(pilots);
        }
        auto version = version_with(id, pilots);
        version.offered = open.intersected(unreplaced_days(offers, set));
        if (set.size() < 2 || is_sound(*version.step)) versions.push_back(std::move(version));
    }
    return versions;
}

void Grounder::sort_by_id(std::vector<PilotId>& pilots) const {
    std::sort(pilots.begin(), pilots.end(),
              [&](PilotId a, PilotId b) { return catalogue_[a].id < catalogue_[b].id; });
}

}  // namespace wegwijzer::route::detail
