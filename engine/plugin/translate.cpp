// SPDX-License-Identifier: Apache-2.0
#include "plugin/translate.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "plugin/edge.hpp"
#include "rule/types.hpp"

namespace wegwijzer::plugin {
namespace {

using model::Type;
using model::TypeKind;
using model::Value;
using rule::detail::element_of;

constexpr std::int64_t most_cents = 1'000'000'000;  // as much as packs may write
constexpr std::int64_t longest_term = 10000;
constexpr std::size_t most_items = 10000;

// Position in the list is the number in plugin.h, less one.
constexpr TypeKind kinds[] = {TypeKind::boolean, TypeKind::level,   TypeKind::enumeration,
                              TypeKind::integer, TypeKind::money,   TypeKind::duration,
                              TypeKind::date,    TypeKind::country, TypeKind::list};

std::uint32_t number_of(TypeKind kind) {
    const auto* const at = std::find(std::begin(kinds), std::end(kinds), kind);
    return static_cast<std::uint32_t>(at - std::begin(kinds)) + 1;
}

Unexpected<std::string> wrong(std::string why) { return Unexpected{std::move(why)}; }

/// A number between bounds.
Result<Value, std::string> number_in(std::int64_t number, std::int64_t least, std::int64_t most,
                                     std::string_view what) {
    if (number < least || most < number)
        return wrong("it gave " + std::to_string(number) + ", which is no " + std::string(what));
    return Value::of(number);
}

Result<Value, std::string> duration_of(const wegwijzer_value& given) {
    if (given.unit > WEGWIJZER_WORKING_DAYS) return wrong("it gave a duration without a unit");
    auto value = number_in(given.number, 0, longest_term, "length of time");
    if (value) value->unit = static_cast<TermUnit>(given.unit);
    return value;
}

Result<Value, std::string> word_of(wegwijzer_str given, const Type& type,
                                   const model::Catalogue& catalogue) {
    const auto word = from_c(given);
    if (!word) return wrong("it gave a text that is no sound UTF-8");
    if (auto value = rule::detail::value_of(*word, type, catalogue)) return *value;
    return wrong("it gave " + wegwijzer::quoted(*word) + ", which is no " +
                 (type.kind == TypeKind::country ? "country"
                  : type.kind == TypeKind::level ? "level of its scale"
                                                 : "value of its attribute"));
}

Result<Value, std::string> list_of(const wegwijzer_value& given, const Type& type,
                                   const model::Catalogue& catalogue) {
    if (given.item_count > most_items || (given.item_count > 0 && given.items == nullptr))
        return wrong("it gave a list that cannot be");
    Value list;
    list.is_known = true;
    const Type element = element_of(type);
    for (std::size_t k = 0; k < given.item_count; ++k) {
        const auto item = word_of(given.items[k], element, catalogue);
        if (!item) return wrong(item.error());
        list.elements.push_back(item->number);
    }
    std::sort(list.elements.begin(), list.elements.end());
    list.elements.erase(std::unique(list.elements.begin(), list.elements.end()),
                        list.elements.end());
    return list;
}

}  // namespace

Arguments::Arguments(std::span<const Value> values, std::span<const Type> types,
                     const model::Catalogue& catalogue)
    : catalogue_(catalogue) {
    values_.reserve(values.size());
    for (std::size_t k = 0; k < values.size() && k < types.size(); ++k)
        values_.push_back(to_c(values[k], types[k]));
}

wegwijzer_value Arguments::to_c(const Value& value, const Type& type) {
    wegwijzer_value made = unknown_of(type);
    if (!value.is_known) return made;
    made.is_known = 1;
    switch (type.kind) {
        case TypeKind::level:
        case TypeKind::enumeration:
        case TypeKind::country:
            made.word = word(value.number, type);
            break;
        case TypeKind::list: {
            auto& items = lists_.emplace_back();
            for (const std::int64_t element : value.elements)
                items.push_back(word(element, element_of(type)));
            made.items = items.data();
            made.item_count = items.size();
            break;
        }
        case TypeKind::duration:
            made.unit = static_cast<std::uint8_t>(value.unit);
            [[fallthrough]];
        default:
            made.number = value.number;
    }
    return made;
}

wegwijzer_str Arguments::word(std::int64_t number, const Type& type) {
    if (type.kind == TypeKind::country) {
        const model::Country country{static_cast<std::uint64_t>(number)};
        return plugin::to_c(texts_.emplace_back(country.to_string()));
    }
    const std::vector<std::string>& words = type.kind == TypeKind::level
                                                ? catalogue_[type.scale].levels
                                                : catalogue_[type.enumeration].values;
    const auto index = static_cast<std::size_t>(number);
    return index < words.size() ? plugin::to_c(words[index]) : wegwijzer_str{nullptr, 0};
}

wegwijzer_value unknown_of(const Type& type) {
    wegwijzer_value value{};
    value.type = number_of(type.kind);
    return value;
}

Result<Value, std::string> from_c(const wegwijzer_value& given, const Type& type,
                                  const model::Catalogue& catalogue) {
    if (given.type != number_of(type.kind)) return wrong("it gave a value of another type");
    if (given.is_known > 1) return wrong("it gave a value that is neither known nor unknown");
    if (given.is_known == 0) return Value::unknown();
    switch (type.kind) {
        case TypeKind::boolean:
            return number_in(given.number, 0, 1, "truth value");
        case TypeKind::integer:
            return Value::of(given.number);
        case TypeKind::money:
            return number_in(given.number, -most_cents, most_cents, "amount of money");
        case TypeKind::date:
            return number_in(given.number, Date::first.day, Date::last.day, "possible date");
        case TypeKind::duration:
            return duration_of(given);
        case TypeKind::level:
        case TypeKind::enumeration:
        case TypeKind::country:
            return word_of(given.word, type, catalogue);
        case TypeKind::list:
            break;
    }
    return list_of(given, type, catalogue);
}

}  // namespace wegwijzer::plugin
