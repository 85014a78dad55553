// SPDX-License-Identifier: Apache-2.0
#include "route/trial.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "route/attempt.hpp"
#include "route/branch.hpp"

namespace wegwijzer::route {

using model::AttributeId;
using model::TypeKind;
using model::Value;

std::vector<Date> Trial::bound(const Answers& tried, const Attributes& hopes) const {
    const Person person(catalogue_, profile_, question_.on, call_, tried);
    const auto problem =
        ground(person, question_,
               {question_.on, past_of(catalogue_, profile_, question_.on), all_outcomes_, hopes});
    const Reach reach(problem, Reach::Depth::dates);
    std::vector<Date> days;
    for (const TaskId goal : problem.goals) {
        const auto& option = problem.options[problem.tasks[goal].options.front()];
        const Date day = reach.first_met(option.needs.front().tree, problem.on);
        days.push_back(day > problem.horizon ? Date::never : day);
    }
    return days;
}

bool Trial::is_in_reach(const Answers& tried, const Attributes& hopes) const {
    const auto days = bound(tried, hopes);
    return std::find(days.begin(), days.end(), Date::never) == days.end();
}

std::optional<Worth> Trial::best(const Answers& tried, const std::vector<Date>& before) const {
    const Person person(catalogue_, profile_, question_.on, call_, tried);
    const Attempt attempt(
        ground(person, question_,
               {question_.on, past_of(catalogue_, profile_, question_.on), all_outcomes_, {}}),
        question_.stop, before);
    const Solution* const first = attempt.first();
    return first == nullptr ? std::nullopt : std::optional(first->worth);
}

Trial::Attributes Trial::unanswered(const Attributes& asked) const {
    const Person person(catalogue_, profile_, question_.on, call_);
    Attributes open;
    for (const auto attribute : asked) {
        const auto kind = catalogue_[attribute].type.kind;
        const bool can_try = kind == TypeKind::boolean || kind == TypeKind::enumeration ||
                             kind == TypeKind::level || kind == TypeKind::country;
        if (can_try && !catalogue_[attribute].is_derived() &&
            !person.is_answered(attribute, question_.on))
            open.push_back(attribute);
    }
    return open;
}

Trial::Attributes Trial::asked_with_hope() const {
    Attributes all;
    for (std::uint32_t a = 0; a < catalogue_.attributes.size(); ++a) all.push_back({a});
    const Person person(catalogue_, profile_, question_.on, call_);
    return ground(person, question_,
                  {question_.on, past_of(catalogue_, profile_, question_.on), all_outcomes_, all})
        .asked;
}

namespace {

void collect_countries(const model::Expression& expression, std::set<std::int64_t>& named) {
    for (const auto& node : expression.nodes)
        if (node.op == model::Op::constant && node.type.kind == TypeKind::country &&
            node.value.is_known)
            named.insert(node.value.number);
}

/// Countries that some expression names, and of the members of groups one of each pattern of
/// memberships.
std::vector<Value> countries_to_try(const model::Catalogue& catalogue) {
    std::set<std::int64_t> named;
    for (const auto& attribute : catalogue.attributes) collect_countries(attribute.is, named);
    for (const auto& step : catalogue.steps) {
        collect_countries(step.when, named);
        for (const auto& need : step.needs) collect_countries(need.is, named);
    }
    std::map<std::int64_t, std::vector<std::uint32_t>> groups_of;
    for (std::uint32_t g = 0; g < catalogue.groups.size(); ++g)
        for (const auto& member : catalogue.groups[g].members)
            groups_of[static_cast<std::int64_t>(member.country.code)].push_back(g);
    std::set<std::vector<std::uint32_t>> seen;
    for (const auto& [code, groups] : groups_of)
        if (seen.insert(groups).second) named.insert(code);
    std::vector<Value> values;
    for (const auto code : named) values.push_back(Value::of(code));
    return values;
}

}  // namespace

std::vector<Value> values_to_try(const model::Catalogue& catalogue, AttributeId id) {
    const auto& attribute = catalogue[id];
    std::size_t count = 0;
    switch (attribute.type.kind) {
        case TypeKind::boolean:
            count = 2;
            break;
        case TypeKind::enumeration:
            count = attribute.values.size();
            break;
        case TypeKind::level:
            count = catalogue[attribute.type.scale].levels.size();
            break;
        case TypeKind::country:
            return countries_to_try(catalogue);
        default:
            break;
    }
    std::vector<Value> values;
    for (std::size_t k = 0; k < count; ++k)
        values.push_back(Value::of(static_cast<std::int64_t>(k)));
    return values;
}

}  // namespace wegwijzer::route
