// SPDX-License-Identifier: Apache-2.0
#include "route/person.hpp"

#include <algorithm>

namespace wegwijzer::route {

using model::AttributeId;
using model::TypeKind;
using model::Value;

namespace {

/// R23: only a number, a date or a duration is taken at its usual value.
bool may_be_usual(TypeKind kind) {
    return kind == TypeKind::integer || kind == TypeKind::money || kind == TypeKind::date ||
           kind == TypeKind::duration;
}

Value usual_or_unknown(const model::Attribute& attribute) {
    return may_be_usual(attribute.type.kind) ? attribute.usual : Value::unknown();
}

}  // namespace

Person::Person(const model::Catalogue& catalogue, const model::Profile& profile, Date on,
               const Call& call, const std::vector<model::Assumed>& tried)
    : catalogue_(catalogue), profile_(profile), on_(on), call_(call) {
    lay_answers();
    for (const auto& trial : tried) told_[trial.attribute.index] = {{Date::always, trial.value}};
    replay_events([&](model::EventId event, Date base) {
        return add_likely(base, catalogue_[event].in, catalogue_.holidays);
    });
}

void Person::lay_answers() {
    told_.assign(catalogue_.attributes.size(), {});
    for (const auto& answer : profile_.answers)
        for (const auto& timed : answer.values)
            lay(told_[answer.attribute.index], timed.window, timed.value);
}

/// Within `window` the value is `value`; outside it nothing changes.
void Person::lay(Timeline& timeline, model::Window window, const Value& value) {
    if (window.from >= window.until) return;
    const Value after = at(timeline, window.until);
    Timeline laid;
    for (auto& segment : timeline)
        if (segment.from < window.from) laid.push_back(std::move(segment));
    laid.push_back({window.from, value});
    if (window.until != Date::never) laid.push_back({window.until, after});
    for (auto& segment : timeline)
        if (segment.from > window.until) laid.push_back(std::move(segment));
    timeline = std::move(laid);
}

void Person::replay_events(const EventDelay& delay) {
    timelines_ = told_;
    event_days_.assign(catalogue_.events.size(), std::nullopt);
    std::vector<std::pair<Date, std::uint32_t>> waiting;
    const auto replaces_event = [&](const model::Event& event) {
        const auto* answer = profile_.find(event.set);
        return answer != nullptr && answer->is_dated;
    };
    const auto due = [&](std::uint32_t index, Date base) {
        waiting.emplace_back(std::max(delay({index}, base), on_), index);
    };
    for (std::uint32_t index = 0; index < catalogue_.events.size(); ++index) {
        const auto& event = catalogue_.events[index];
        if (event.from_attribute.is_none() || replaces_event(event)) continue;
        const Value base = told(event.from_attribute, on_);
        if (base.is_known) due(index, base.as_date());
    }
    while (!waiting.empty()) {
        const auto next = std::min_element(waiting.begin(), waiting.end());
        const auto [day, index] = *next;
        waiting.erase(next);
        const auto& event = catalogue_.events[index];
        if (rule::evaluate(event.when, *this, catalogue_, day) != model::Truth::yes) continue;
        event_days_[index] = day;
        lay(timelines_[event.set.index], {day, Date::never}, event.value);
        for (std::uint32_t later = 0; later < catalogue_.events.size(); ++later)
            if (catalogue_.events[later].from_event.index == index && !event_days_[later] &&
                !replaces_event(catalogue_.events[later]))
                due(later, day);
    }
}

const Value& Person::at(const Timeline& timeline, Date on) {
    static const Value unknown;
    const auto after = std::upper_bound(timeline.begin(), timeline.end(), on,
                                        [](Date day, const Segment& s) { return day < s.from; });
    return after == timeline.begin() ? unknown : std::prev(after)->value;
}

Value Person::value(AttributeId attribute, Date on) const {
    const Value& known = at(timelines_[attribute.index], on);
    return known.is_known ? known : usual_or_unknown(catalogue_[attribute]);
}

Value Person::told(AttributeId attribute, Date on) const {
    const Value& known = at(told_[attribute.index], on);
    return known.is_known ? known : usual_or_unknown(catalogue_[attribute]);
}

bool Person::is_answered(AttributeId attribute, Date day) const {
    return at(timelines_[attribute.index], day).is_known;
}

std::optional<DayInterval> Person::holds(const model::HeldCredential& held,
                                         std::optional<Term> younger) const {
    DayInterval days{held.on.value_or(Date::always), held.until.value_or(Date::never)};
    const auto& lasts = catalogue_[held.credential].lasts;
    const auto* life = lasts.is_empty() ? nullptr : pick(lasts, *this, held.on.value_or(on_));
    const bool ages = (life != nullptr && life->value) || younger;
    if (ages && !held.on) return std::nullopt;
    if (life != nullptr && life->value)
        days.until = std::min(days.until, add(*held.on, *life->value, catalogue_.holidays));
    if (younger) days.until = std::min(days.until, add(*held.on, *younger, catalogue_.holidays));
    return days;
}

model::Truth Person::held(model::CredentialId credential, Date on,
                          std::optional<Term> younger) const {
    auto truth = model::Truth::no;
    for (const auto& held : profile_.held) {
        const auto& implied = catalogue_[held.credential].implies;
        if (held.credential != credential &&
            std::find(implied.begin(), implied.end(), credential) == implied.end())
            continue;
        const auto days = holds(held, younger);
        if (!days)
            truth = either(truth, model::Truth::unknown);
        else if (days->from <= on && on < days->until)
            return model::Truth::yes;
    }
    return truth;
}

model::Truth Person::told_held(model::CredentialId credential, Date on) const {
    return held(credential, on, std::nullopt);
}

std::vector<Date> Person::changes(AttributeId attribute, DayInterval window) const {
    std::vector<Date> days;
    for (const auto* timeline : {&told_[attribute.index], &timelines_[attribute.index]})
        for (const auto& segment : *timeline)
            if (window.from < segment.from && segment.from < window.until)
                days.push_back(segment.from);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::optional<std::vector<Date>> Person::told_held_changes(model::CredentialId credential,
                                                           DayInterval window) const {
    std::vector<Date> days;
    const auto add_day = [&](Date day) {
        if (window.from < day && day < window.until) days.push_back(day);
    };
    for (const auto& held : profile_.held) {
        const auto& implied = catalogue_[held.credential].implies;
        if (held.credential != credential &&
            std::find(implied.begin(), implied.end(), credential) == implied.end())
            continue;
        if (const auto days_held = holds(held, std::nullopt)) {
            add_day(days_held->from);
            add_day(days_held->until);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

Value Person::call(model::FunctionId function, std::span<const Value> arguments) const {
    return call_ ? call_(function, arguments) : Value::unknown();
}

}  // namespace wegwijzer::route
