// SPDX-License-Identifier: Apache-2.0
/// A small catalogue and a person made of tables, for the tests of the rule language.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue.hpp"
#include "rule/compile.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::sample {

using model::Type;
using model::TypeKind;
using model::Value;

inline Type kind(TypeKind k) {
    Type type;
    type.kind = k;
    return type;
}

inline Type level(std::uint32_t scale) {
    Type type = kind(TypeKind::level);
    type.scale = {scale};
    return type;
}

inline Type enumeration(std::uint32_t attribute) {
    Type type = kind(TypeKind::enumeration);
    type.enumeration = {attribute};
    return type;
}

inline Type list_of(TypeKind of) {
    Type type = kind(TypeKind::list);
    type.of = of;
    return type;
}

inline Date day(std::string_view text) { return parse_date(text).value(); }
inline Value term(std::string_view text) { return Value::of(parse_term(text).value()); }
inline Value country(std::string_view text) { return Value::of(model::Country::from(text)); }

/// Builds catalogues one line a thing.
struct Maker {
    model::Catalogue catalogue;

    model::AttributeId attribute(std::string id, Type type, std::vector<std::string> values = {},
                                 bool is_given = false) {
        model::Attribute a;
        a.id = std::move(id);
        a.type = type;
        a.values = std::move(values);
        a.is_given = is_given;
        catalogue.attributes.push_back(std::move(a));
        return {static_cast<std::uint32_t>(catalogue.attributes.size() - 1)};
    }

    void credential(std::string id) {
        model::Credential c;
        c.id = std::move(id);
        catalogue.credentials.push_back(std::move(c));
    }

    /// Gives the attribute its `is`. The names must stand by now.
    void derive(std::string_view id, std::string_view is) {
        const rule::Names names(catalogue);
        Diagnostics found;
        model::Attribute& attribute = catalogue.attributes[catalogue.find_attribute(id).index];
        attribute.is = rule::compile(is, {}, names, attribute.type, rule::Use::need, found);
    }
};

inline model::Catalogue catalogue() {
    Maker make;
    make.catalogue.scales.resize(2);
    make.catalogue.scales[0].id = "cefr";
    make.catalogue.scales[0].levels = {"A0", "A1", "A2", "B1", "B2", "C1", "C2"};
    make.catalogue.scales[1].id = "nlqf";
    make.catalogue.scales[1].levels = {"1", "2", "3", "4", "5", "6", "7", "8"};

    make.attribute("dutch", level(0), {}, true);
    make.attribute("english", level(0));
    make.attribute("nlqf", level(1));
    make.attribute("benefit", kind(TypeKind::boolean));
    make.attribute("practice", kind(TypeKind::boolean), {}, true);
    make.attribute("learner", kind(TypeKind::enumeration),
                   {"slow", "usual", "fast", "not-literate"});
    make.attribute("odd", kind(TypeKind::enumeration),
                   {"in", "two words", "it's", "2", "2026-01-01", "benefit", "-x", "true"});
    make.attribute("hours_per_week", kind(TypeKind::integer));
    make.attribute("savings", kind(TypeKind::money));
    make.attribute("birth", kind(TypeKind::date));
    make.attribute("residence.permit", kind(TypeKind::date));
    make.attribute("stay", kind(TypeKind::duration));
    make.attribute("nationality", kind(TypeKind::country));
    make.attribute("languages", list_of(TypeKind::enumeration), {"dutch", "arabic", "farsi"});
    make.attribute("lived-in", list_of(TypeKind::country));
    make.attribute("adult", kind(TypeKind::boolean));
    make.attribute("ready", kind(TypeKind::boolean));
    make.attribute("age", kind(TypeKind::duration));

    for (const char* id : {"vca.basis", "diploma.passport", "big.route-competence"}) {
        make.credential(id);
    }

    model::Group eea;
    eea.id = "EEA";
    eea.members = {{model::Country::from("NL"), {}},
                   {model::Country::from("BE"), {}},
                   {model::Country::from("CA"), {}},
                   {model::Country::from("GB"), {Date::always, day("2021-01-01")}}};
    make.catalogue.groups.push_back(std::move(eea));

    model::Table table;
    table.id = "diploma.usual-level";
    table.keys = {{"country", kind(TypeKind::country)}, {"learner", enumeration(5)}};
    Type languages = list_of(TypeKind::enumeration);
    languages.enumeration = {13};
    table.columns = {{"level", level(1)}, {"languages", languages}, {"from", kind(TypeKind::date)}};
    const auto row = [&](std::string_view c, int learner, int rank,
                         std::vector<std::int64_t> spoken, Value from) {
        model::Table::Row r;
        r.keys = {country(c), Value::of(std::int64_t{learner})};
        r.cells = {Value::of(std::int64_t{rank}), Value{true, TermUnit::days, 0, std::move(spoken)},
                   std::move(from)};
        table.rows.push_back(std::move(r));
    };
    row("SY", 0, 3, {1}, Value::of(day("2020-01-01")));
    row("SY", 2, 5, {1, 2}, Value::unknown());
    row("CA", 0, 6, {}, Value::of(day("2024-02-29")));
    table.sort_rows();
    make.catalogue.tables.push_back(std::move(table));

    model::Function function;
    function.name = "big_procedure";
    function.parameters = {kind(TypeKind::country), kind(TypeKind::date), enumeration(5)};
    function.result = kind(TypeKind::boolean);
    make.catalogue.functions.push_back(function);
    function.name = "ready_made";
    function.parameters = {};
    function.result = kind(TypeKind::integer);
    make.catalogue.functions.push_back(function);

    make.derive("adult", "birth + 18 years <= on");
    make.derive("ready", "dutch >= B1 or vca.basis");
    make.derive("age", "on - birth");
    return std::move(make.catalogue);
}

/// A person by tables: a value from a day on, until the next.
class FakeFacts : public rule::Facts {
public:
    using Line = std::vector<std::pair<Date, Value>>;  // sorted
    explicit FakeFacts(const model::Catalogue& catalogue) : catalogue_(&catalogue) {}

    std::map<std::uint32_t, Line> values, profile;
    std::map<std::uint32_t, DaySet> credentials, told_credentials;
    bool knows_told_changes = false;
    mutable int asked = 0;

    void set(std::string_view id, Value value) { set(id, Date::always, std::move(value)); }
    void set(std::string_view id, Date from, Value value) {
        const auto index = catalogue_->find_attribute(id).index;
        values[index].emplace_back(from, value);
        profile[index].emplace_back(from, std::move(value));
    }
    void tell(std::string_view id, Value value) {
        profile[catalogue_->find_attribute(id).index] = {{Date::always, std::move(value)}};
    }
    void hold(std::string_view id, DayInterval days) {
        credentials[catalogue_->find_credential(id).index] = DaySet::of(days);
    }

    Value value(model::AttributeId id, Date on) const override { return at(values, id, on); }
    Value told(model::AttributeId id, Date on) const override { return at(profile, id, on); }
    model::Truth held(model::CredentialId id, Date on, std::optional<Term> younger) const override {
        const auto found = credentials.find(id.index);
        if (found == credentials.end() || !found->second.contains(on)) return model::Truth::no;
        if (!younger) return model::Truth::yes;
        const Date since = found->second.intervals().front().from;
        return model::truth_of(on < add(since, *younger, catalogue_->holidays));
    }
    model::Truth told_held(model::CredentialId id, Date on) const override {
        const auto found = told_credentials.find(id.index);
        return model::truth_of(found != told_credentials.end() && found->second.contains(on));
    }
    std::vector<Date> changes(model::AttributeId id, DayInterval window) const override {
        std::vector<Date> days;
        for (const auto* table : {&values, &profile}) {
            const auto found = table->find(id.index);
            if (found == table->end()) continue;
            for (const auto& [from, value] : found->second) {
                if (window.from < from && from < window.until) days.push_back(from);
            }
        }
        std::sort(days.begin(), days.end());
        return days;
    }
    std::optional<std::vector<Date>> told_held_changes(model::CredentialId id,
                                                       DayInterval) const override {
        if (!knows_told_changes) return std::nullopt;
        std::vector<Date> days;
        const auto found = told_credentials.find(id.index);
        if (found == told_credentials.end()) return days;
        for (const DayInterval& held : found->second.intervals()) {
            days.push_back(held.from);
            days.push_back(held.until);
        }
        return days;
    }
    /// Whether the diploma is of an even day; unknown for an unknown country.
    Value call(model::FunctionId id, std::span<const Value> arguments) const override {
        if (id.index == 1) return Value::of(std::int64_t{7});
        if (!arguments[0].is_known) return Value::unknown();
        return Value::of(std::int64_t{arguments[1].is_known && arguments[1].number % 2 == 0});
    }

private:
    Value at(const std::map<std::uint32_t, Line>& table, model::AttributeId id, Date on) const {
        ++asked;
        Value found;
        const auto line = table.find(id.index);
        if (line == table.end()) return found;
        for (const auto& [from, value] : line->second) {
            if (from <= on) found = value;
        }
        return found;
    }

    const model::Catalogue* catalogue_;
};

}  // namespace wegwijzer::sample
