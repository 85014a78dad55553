// SPDX-License-Identifier: Apache-2.0
#include "checker/person.hpp"

#include <algorithm>

namespace wegwijzer::checker {

using model::AttributeId;
using model::Truth;
using model::Value;

namespace {

Value top_of(const std::vector<model::TimedValue>& layers, Date on) {
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
        if (layer->window.covers(on)) return layer->value;
    return Value::unknown();
}

}  // namespace

Person::Person(const model::Catalogue& catalogue, const model::Profile& profile,
               const Question& question, const model::Plan& plan, const Almanac& almanac)
    : catalogue_(catalogue),
      profile_(profile),
      question_(question),
      almanac_(almanac),
      told_(catalogue.attributes.size()),
      hours_(catalogue.find_attribute("hours_per_week")) {
    for (const auto& answer : profile.answers)
        for (const auto& timed : answer.values) told_[answer.attribute.index].push_back(timed);
    for (const auto& assumed : plan.assumed)
        if (!assumed.is_usual) told_[assumed.attribute.index] = {{{}, assumed.value}};
    layers_ = told_;
    let_events_happen();
}

/// R5: the earliest of those that can still happen, until none is left; each once.
void Person::let_events_happen() {
    const auto& events = catalogue_.events;
    std::vector<std::optional<Date>> happened(events.size());
    std::vector<bool> is_over(events.size());
    const auto day_of = [&](const model::Event& event) -> std::optional<Date> {
        std::optional<Date> base;
        if (!event.from_event.is_none()) {
            base = happened[event.from_event.index];
        } else if (const Value told_day = told(event.from_attribute, question_.on);
                   told_day.is_known) {
            base = told_day.as_date();
        }
        if (!base) return std::nullopt;
        return std::max(almanac_.likely_later(*base, event.in), question_.on);
    };
    while (true) {
        std::optional<std::size_t> next;
        for (std::size_t e = 0; e < events.size(); ++e) {
            const auto* answer = profile_.find(events[e].set);
            if (is_over[e] || (answer != nullptr && answer->is_dated) || !day_of(events[e]))
                continue;
            if (!next || *day_of(events[e]) < *day_of(events[*next])) next = e;
        }
        if (!next) return;
        const auto& event = events[*next];
        const Date day = *day_of(event);
        is_over[*next] = true;
        if (!is_true(event.when, day)) continue;
        happened[*next] = day;
        layers_[event.set.index].push_back({{day, Date::never}, event.value});
    }
}

Value Person::usual(AttributeId attribute) const {
    using Kind = model::TypeKind;
    const auto& declared = catalogue_[attribute];
    const Kind kind = declared.type.kind;
    const bool is_number = kind == Kind::integer || kind == Kind::money || kind == Kind::date ||
                           kind == Kind::duration;
    return is_number ? declared.usual : Value::unknown();
}

Value Person::value(AttributeId attribute, Date on) const {
    Value known = top_of(layers_[attribute.index], on);
    return known.is_known ? known : usual(attribute);
}

Value Person::told(AttributeId attribute, Date on) const {
    Value known = top_of(told_[attribute.index], on);
    return known.is_known ? known : usual(attribute);
}

bool Person::is_answered(AttributeId attribute, Date on) const {
    return top_of(layers_[attribute.index], on).is_known;
}

Truth Person::held(model::CredentialId credential, Date on, std::optional<Term> younger) const {
    Truth truth = Truth::no;
    for (const auto& held : profile_.held) {
        if (!serves_for(catalogue_, held.credential, credential)) continue;
        if (held.until && on >= *held.until) continue;
        if (held.on) {
            const bool is_alive =
                *held.on <= on && on < end_of_life(*this, held.credential, *held.on);
            const bool is_young = !younger || on < almanac_.term_later(*held.on, *younger);
            if (is_alive && is_young) return Truth::yes;
            continue;
        }
        // Held since nobody knows when: it serves where its age does not matter.
        const auto* life = entry_of(catalogue_[held.credential].lasts, *this, question_.on);
        if (!younger && (life == nullptr || !life->value)) return Truth::yes;
        truth = Truth::unknown;
    }
    return truth;
}

Truth Person::told_held(model::CredentialId credential, Date on) const {
    return held(credential, on, std::nullopt);
}

Value Person::call(model::FunctionId function, std::span<const Value> arguments) const {
    return question_.call ? question_.call(function, arguments) : Value::unknown();
}

bool Person::is_true(const model::Expression& expression, Date on) const {
    return expression.is_empty() || rule::evaluate(expression, *this, catalogue_, on) == Truth::yes;
}

int Person::free_hours(Date on) const {
    if (hours_.is_none()) return 168 * 100;
    const Value hours = value(hours_, on);
    return hours.is_known ? static_cast<int>(hours.number) * 100 : 0;
}

Date end_of_life(const Person& person, model::CredentialId credential, Date bears) {
    const auto* life = entry_of(person.catalogue()[credential].lasts, person, bears);
    if (life == nullptr || !life->value) return Date::never;
    return person.almanac().term_later(bears, *life->value);
}

bool serves_for(const model::Catalogue& catalogue, model::CredentialId one,
                model::CredentialId other) {
    const auto& implied = catalogue[one].implies;
    return one == other || std::find(implied.begin(), implied.end(), other) != implied.end();
}

}  // namespace wegwijzer::checker
