// SPDX-License-Identifier: Apache-2.0
#include "route/route_facts.hpp"

#include <algorithm>

namespace wegwijzer::route {

using model::Given;

RouteFacts::RouteFacts(const Person& person, std::span<const model::PlannedStep> steps)
    : person_(person) {
    const auto& catalogue = person.catalogue();
    for (const auto& run : steps) {
        if (!run.passes) continue;
        const auto& step = catalogue[run.step];
        const bool is_open = step.clock == model::Clock::open;
        const Date bears = is_open || step.dated == model::Moment::start ? run.start
                           : step.dated == model::Moment::session ? run.session.value_or(run.start)
                                                                  : run.finish;
        const auto gain = [&](const Given& given) {
            DayInterval days{is_open ? run.start : run.finish, is_open ? run.finish : Date::never};
            if (given.kind == Given::Kind::credential)
                if (const auto* life = pick(catalogue[given.credential].lasts, person, bears);
                    life != nullptr && life->value)
                    days.until = std::min(days.until, add(bears, *life->value, catalogue.holidays));
            gained_.push_back({given, days, bears});
        };
        for (const auto& given : step.gives) gain(given);
        if (run.outcome)
            for (const auto& given : step.outcomes[*run.outcome].gives) gain(given);
    }
}

model::Value RouteFacts::value(model::AttributeId attribute, Date on) const {
    auto value = person_.value(attribute, on);
    for (const auto& gained : gained_) {
        if (gained.given.kind == Given::Kind::credential || gained.given.attribute != attribute)
            continue;
        if (on < gained.days.from || gained.days.until <= on) continue;
        const std::int64_t number = gained.given.kind == Given::Kind::level ? gained.given.rank : 1;
        if (!value.is_known || value.number < number) value = model::Value::of(number);
    }
    return value;
}

model::Truth RouteFacts::held(model::CredentialId credential, Date on,
                              std::optional<Term> younger) const {
    const auto& catalogue = person_.catalogue();
    for (const auto& gained : gained_) {
        if (gained.given.kind != Given::Kind::credential || on < gained.days.from ||
            gained.days.until <= on)
            continue;
        const auto& implied = catalogue[gained.given.credential].implies;
        if (gained.given.credential != credential &&
            std::find(implied.begin(), implied.end(), credential) == implied.end())
            continue;
        if (!younger || on < add(gained.bears, *younger, catalogue.holidays))
            return model::Truth::yes;
    }
    return person_.held(credential, on, younger);
}

std::vector<Date> RouteFacts::changes(model::AttributeId attribute, DayInterval window) const {
    return person_.changes(attribute, window);
}

std::vector<Date> RouteFacts::turning_days() const {
    std::vector<Date> days;
    for (const auto& gained : gained_) {
        days.push_back(gained.days.from);
        if (gained.days.until != Date::never) days.push_back(gained.days.until);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace wegwijzer::route
