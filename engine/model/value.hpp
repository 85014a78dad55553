// SPDX-License-Identifier: Apache-2.0
/// Types and values of facts about a person.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/duration.hpp"
#include "base/money.hpp"
#include "model/ids.hpp"

namespace wegwijzer::model {

enum class TypeKind { boolean, level, enumeration, integer, money, duration, date, country, list };

/// The type of an attribute, an expression or a table's column. `scale` belongs to a level;
/// `enumeration` names the attribute whose `values` are meant (an enum's values belong to its
/// attribute); a list says what it is a list of.
struct Type {
    TypeKind kind = TypeKind::boolean;
    ScaleId scale;
    AttributeId enumeration;
    TypeKind of = TypeKind::enumeration;  ///< element kind of a list: enumeration or country
    friend bool operator==(const Type&, const Type&) = default;
};

/// A country (ISO 3166-1 alpha-2) or a part of one (ISO 3166-2: "CA-AB"), packed into a number.
struct Country {
    std::uint64_t code = 0;
    /// 2 capitals, or 2 capitals, a hyphen and 1 to 3 capitals or digits; anything else gives code
    /// 0.
    [[nodiscard]] static Country from(std::string_view text);
    [[nodiscard]] std::string to_string() const;
    /// "CA" for "CA-AB"; itself for a country.
    [[nodiscard]] Country whole() const;
    friend auto operator<=>(Country, Country) = default;
};

/// A value of any type, or unknown. Small, so that it can be copied freely; a list keeps its
/// elements.
///
/// `number` holds: boolean 0/1; level its rank in the scale from 0; enumeration the index in
/// `values`; integer itself; money cents; date days since 1970-01-01; country its code; duration
/// the count of `unit`.
struct Value {
    bool is_known = false;
    TermUnit unit = TermUnit::days;  ///< of a duration
    std::int64_t number = 0;
    std::vector<std::int64_t> elements;  ///< of a list, sorted, without repetition

    [[nodiscard]] static Value unknown() { return {}; }
    [[nodiscard]] static Value of(std::int64_t number) {
        return {true, TermUnit::days, number, {}};
    }
    [[nodiscard]] static Value of(Date date) { return of(static_cast<std::int64_t>(date.day)); }
    [[nodiscard]] static Value of(Money money) { return of(money.cents); }
    [[nodiscard]] static Value of(Country country) {
        return of(static_cast<std::int64_t>(country.code));
    }
    [[nodiscard]] static Value of(Term term) { return {true, term.unit, term.count, {}}; }
    [[nodiscard]] Date as_date() const { return {static_cast<std::int32_t>(number)}; }
    [[nodiscard]] Money as_money() const { return {number}; }
    [[nodiscard]] Country as_country() const { return {static_cast<std::uint64_t>(number)}; }
    [[nodiscard]] Term as_term() const { return {static_cast<std::int32_t>(number), unit}; }
    friend bool operator==(const Value&, const Value&) = default;
};

/// Kleene's three values (rule R23).
enum class Truth : std::uint8_t { no, unknown, yes };

[[nodiscard]] constexpr Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }
[[nodiscard]] constexpr Truth negated(Truth t) {
    return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown;
}
[[nodiscard]] constexpr Truth both(Truth a, Truth b) { return a < b ? a : b; }
[[nodiscard]] constexpr Truth either(Truth a, Truth b) { return a < b ? b : a; }

}  // namespace wegwijzer::model
