// SPDX-License-Identifier: Apache-2.0
/// Random catalogues, expressions and people for the laws of the rule language.
///
/// All choices come from one tape of numbers, so that rapidcheck can shrink what it finds: a
/// shorter tape or smaller numbers make a smaller world.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "unit/rule/sample.hpp"

namespace wegwijzer::world {

using model::Type;
using model::TypeKind;
using model::Value;

class Tape {
public:
    explicit Tape(std::vector<std::uint16_t> numbers) : numbers_(std::move(numbers)) {}
    /// 0 .. n-1; 0 past the end.
    std::uint32_t pick(std::size_t n) {
        return at_ < numbers_.size() ? numbers_[at_++] % static_cast<std::uint32_t>(n) : 0;
    }
    bool flip() { return pick(2) == 1; }

private:
    std::vector<std::uint16_t> numbers_;
    std::size_t at_ = 0;
};

inline constexpr std::array<const char*, 7> countries{"NL", "SY",     "CA", "CA-AB",
                                                      "GB", "GB-ENG", "XK"};

inline Date some_day(Tape& tape) {
    return sample::day("2026-01-01") + Days{static_cast<int>(tape.pick(800)) - 400};
}

inline std::string some_term(Tape& tape) {
    static constexpr std::array units{"day", "week", "month", "year", "working day"};
    const std::uint32_t unit = tape.pick(units.size());
    const std::uint32_t count = tape.pick(unit == 0 ? 500 : unit == 3 ? 3 : 20);
    return std::to_string(count) + " " + units[unit] + (count == 1 ? "" : "s");
}

/// A catalogue with a few attributes of every kind, words that look like something else among the
/// values.
inline model::Catalogue some_catalogue(Tape& tape) {
    static constexpr std::array odd{"slow", "fast", "in",   "not",        "two words",
                                    "it's", "b0",   "2",    "2026-01-01", "6-weeks",
                                    "on",   "EUR",  "true", "é"};
    static constexpr std::array levels{"A0", "A1", "A2", "B1", "B1+", "2", "or"};
    sample::Maker make;
    auto& catalogue = make.catalogue;
    catalogue.scales.resize(2);
    for (auto& scale : catalogue.scales) {
        scale.id = &scale == catalogue.scales.data() ? "cefr" : "other";
        for (const char* level : levels) {
            if (scale.levels.size() < 2 || tape.flip()) scale.levels.emplace_back(level);
        }
    }
    const auto some_words = [&] {
        std::vector<std::string> words;
        for (const char* word : odd) {
            if (words.empty() || tape.flip()) words.emplace_back(word);
        }
        return words;
    };
    for (int i = 0; i < 3; ++i) {
        const std::string n = std::to_string(i);
        make.attribute("b" + n, sample::kind(TypeKind::boolean), {}, i > 0 && tape.flip());
        make.attribute("level." + n, sample::level(tape.pick(2)), {}, i > 0 && tape.flip());
        make.attribute("enum-" + n, sample::kind(TypeKind::enumeration), some_words());
        make.attribute("number_" + n, sample::kind(TypeKind::integer));
        make.attribute("money" + n, sample::kind(TypeKind::money));
        make.attribute("date" + n, sample::kind(TypeKind::date));
        make.attribute("length" + n, sample::kind(TypeKind::duration));
        make.attribute("country" + n, sample::kind(TypeKind::country));
        make.attribute("words" + n, sample::list_of(TypeKind::enumeration), some_words());
        make.attribute("countries" + n, sample::list_of(TypeKind::country));
        make.credential("credential." + n);
    }
    make.attribute("derived", sample::kind(TypeKind::boolean));
    make.attribute("since", sample::kind(TypeKind::duration));
    make.derive("derived", tape.flip() ? "date0 + 6 months <= on" : "b0 or date1 - on > 1 month");
    make.derive("since", "on - date0");
    for (int i = 0; i < 2; ++i) {
        model::Group group;
        group.id = "GROUP_" + std::to_string(i);
        for (const char* country : countries) {
            if (tape.flip()) continue;
            model::Window window;
            if (tape.flip()) window.from = some_day(tape);
            if (tape.flip()) window.until = some_day(tape);
            group.members.push_back({model::Country::from(country), window});
        }
        catalogue.groups.push_back(group);
    }
    model::Table table;
    table.id = "table";
    table.keys = {{"country", sample::kind(TypeKind::country)},
                  {"number", sample::kind(TypeKind::integer)}};
    table.columns = {{"level", sample::level(0)}, {"until", sample::kind(TypeKind::date)}};
    for (const char* country : countries) {
        for (const std::int64_t n : {0, 1, 2}) {
            if (tape.flip()) continue;
            model::Table::Row row;
            row.keys = {sample::country(country), Value::of(n)};
            row.cells = {Value::of(std::int64_t{tape.pick(2)}),
                         tape.flip() ? Value::of(some_day(tape)) : Value::unknown()};
            table.rows.push_back(row);
        }
    }
    table.sort_rows();
    catalogue.tables.push_back(table);
    model::Function function;
    function.name = "big_procedure";
    function.parameters = {sample::kind(TypeKind::country), sample::kind(TypeKind::date),
                           sample::kind(TypeKind::integer)};
    function.result = sample::kind(TypeKind::boolean);
    catalogue.functions.push_back(function);
    return std::move(catalogue);
}

/// Writes expressions that are sound.
class Writer {
public:
    Writer(const model::Catalogue& catalogue, Tape& tape) : catalogue_(catalogue), tape_(tape) {}
    bool may_call = true;  ///< functions and lookups of `on`

    /// Outside facts only.
    std::string outside(int depth) {
        switch (depth <= 0 ? 4 + tape_.pick(6) : tape_.pick(11)) {
            case 0:
                return outside(depth - 1) + " and " + bracketed(depth);
            case 1:
                return bracketed(depth) + " or " + outside(depth - 1) + " or " + bracketed(depth);
            case 2:
                return "not " + bracketed(depth);
            case 3:
                return std::to_string(1 + tape_.pick(3)) + " of (" + outside(depth - 1) + ", " +
                       outside(depth - 1) + ", " + outside(depth - 1) + ")";
            case 4:
                return boolean();
            case 5:
                return word_comparison();
            case 6:
                return date(2) + order() + date(1);
            case 7:
                return length(1) + order() + length(1);
            case 8:
                return number() + order() + number();
            case 9:
                return membership();
            default:
                return bracketed(depth) + (tape_.flip() ? " = " : " != ") + bracketed(depth);
        }
    }

    /// What may stand in a need.
    std::string need(int depth) {
        switch (depth <= 0 ? 3 + tape_.pick(4) : tape_.pick(7)) {
            case 0:
                return "(" + need(depth - 1) + ") and " + need(depth - 1);
            case 1:
                return need(depth - 1) + " or (" + need(depth - 1) + ")";
            case 2:
                return std::to_string(1 + tape_.pick(2)) + " of (" + need(depth - 1) + ", " +
                       need(depth - 1) + ")";
            case 3:
                return "b" + std::to_string(tape_.pick(3));
            case 4: {
                const std::uint32_t i = 1 + 10 * tape_.pick(3);
                return catalogue_.attributes[i].id + " >= " + word_of(i);
            }
            case 5:
                return "credential." + std::to_string(tape_.pick(3));
            default:
                return outside(depth - 1);
        }
    }

    std::string date(int depth) {
        const auto choice = tape_.pick(depth > 0 ? 6 : 4);
        if (choice < 2) return "on";
        if (choice == 2) return attribute(TypeKind::date);
        if (choice == 3 && may_call && tape_.flip()) {
            return "lookup(table, " + country() + ", " + std::to_string(tape_.pick(3)) + ", until)";
        }
        if (choice == 3) return to_string(some_day(tape_));
        return date(depth - 1) + sign() + length(depth - 1, true);
    }

    std::string length(int depth, bool is_operand = false) {
        const auto choice = tape_.pick(depth > 0 ? 5 : 3);
        if (choice == 0) return some_term(tape_);
        if (choice == 1) return attribute(TypeKind::duration);
        if (choice == 2) return "since";
        const std::string text = choice == 3 ? date(depth - 1) + " - " + operand_date(depth - 1)
                                             : length(depth - 1) + sign() + length(0);
        return is_operand ? "(" + text + ")" : text;
    }

private:
    std::string bracketed(int depth) { return "(" + outside(depth - 1) + ")"; }

    std::string operand_date(int depth) {
        const std::string text = date(depth);
        return text.find(' ') == std::string::npos ? text : "(" + text + ")";
    }

    std::string sign() { return tape_.flip() ? " + " : " - "; }

    std::string order() {
        static constexpr std::array orders{" = ", " != ", " < ", " <= ", " > ", " >= "};
        return orders[tape_.pick(orders.size())];
    }

    /// An attribute of a kind; told where a step can give it.
    std::string attribute(TypeKind kind) {
        std::vector<const model::Attribute*> fitting;
        for (const auto& a : catalogue_.attributes) {
            if (a.type.kind == kind) fitting.push_back(&a);
        }
        const model::Attribute& a = *fitting[tape_.pick(fitting.size())];
        return a.is_given || tape_.pick(4) == 3 ? "told(" + a.id + ")" : a.id;
    }

    std::string boolean() {
        if (may_call && tape_.pick(6) == 5) {
            return "big_procedure(" + country() + ", " + date(1) + ", " + number() + ")";
        }
        if (tape_.pick(5) == 4) return "told(credential." + std::to_string(tape_.pick(3)) + ")";
        return tape_.pick(8) == 7 ? "true" : attribute(TypeKind::boolean);
    }

    std::string number() {
        const auto choice = tape_.pick(3);
        if (choice == 0) return std::to_string(tape_.pick(50));
        if (choice == 1) return attribute(TypeKind::integer);
        return attribute(TypeKind::integer) + sign() + std::to_string(tape_.pick(20));
    }

    std::string country() {
        return tape_.flip() ? countries[tape_.pick(countries.size())]
                            : attribute(TypeKind::country);
    }

    /// A word of an attribute's type, quoted.
    std::string word_of(std::uint32_t index) {
        const model::Attribute& a = catalogue_.attributes[index];
        const auto& words =
            a.type.kind == TypeKind::level ? catalogue_[a.type.scale].levels : a.values;
        std::string text = "'";
        for (const char c : words[tape_.pick(words.size())]) {
            text += c;
            if (c == '\'') text += c;
        }
        return text + "'";
    }

    std::string name_of(std::uint32_t index) {
        const model::Attribute& a = catalogue_.attributes[index];
        return a.is_given ? "told(" + a.id + ")" : a.id;
    }

    std::string word_comparison() {
        const std::uint32_t of = 10 * tape_.pick(3);
        switch (tape_.pick(5)) {
            case 0:
                return name_of(of + 1) + order() + word_of(of + 1);
            case 1:
                return word_of(of + 1) + order() + name_of(of + 1);
            case 2:
                return name_of(of + 2) + (tape_.flip() ? " = " : " != ") + word_of(of + 2);
            case 3:
                return name_of(of + 7) + (tape_.flip() ? " = " : " != ") + country();
            default:
                return "lookup(table, " + country() + ", " + name_of(of + 3) + ", level) >= A1";
        }
    }

    std::string membership() {
        const std::uint32_t of = 10 * tape_.pick(3);
        switch (tape_.pick(6)) {
            case 0:
                return name_of(of + 2) + " in [" + word_of(of + 2) + ", " + word_of(of + 2) + "]";
            case 1:
                return name_of(of + 7) + " in GROUP_" + std::to_string(tape_.pick(2));
            case 2:
                return name_of(of + 7) + " in [NL, CA, GB-ENG]";
            case 3:
                return word_of(of + 8) + " in " + name_of(of + 8);
            case 4:
                return country() + " in " + name_of(of + 9);
            default:
                return date(1) + " in [" + to_string(some_day(tape_)) + ", " +
                       to_string(some_day(tape_)) + "]";
        }
    }

    const model::Catalogue& catalogue_;
    Tape& tape_;
};

inline Value some_value(const model::Catalogue& catalogue, std::uint32_t index, Tape& tape) {
    const model::Attribute& a = catalogue.attributes[index];
    switch (a.type.kind) {
        case TypeKind::level:
            return Value::of(std::int64_t{tape.pick(catalogue[a.type.scale].levels.size())});
        case TypeKind::enumeration:
            return Value::of(std::int64_t{tape.pick(a.values.size())});
        case TypeKind::money:
        case TypeKind::integer:
            return Value::of(std::int64_t{tape.pick(50)});
        case TypeKind::date:
            return Value::of(some_day(tape));
        case TypeKind::duration:
            return sample::term(some_term(tape));
        case TypeKind::country:
            return sample::country(countries[tape.pick(countries.size())]);
        case TypeKind::list: {
            Value list{true, TermUnit::days, 0, {}};
            for (std::size_t i = 0; i < 7; ++i) {
                const bool is_country = a.type.of == TypeKind::country;
                if (!tape.flip() || (!is_country && i >= a.values.size())) continue;
                list.elements.push_back(is_country ? sample::country(countries[i]).number
                                                   : static_cast<std::int64_t>(i));
            }
            std::sort(list.elements.begin(), list.elements.end());
            return list;
        }
        case TypeKind::boolean:
            break;
    }
    return Value::of(std::int64_t{tape.flip()});
}

/// About a third unknown, some changing with time; told the same but for what is given.
inline sample::FakeFacts some_facts(const model::Catalogue& catalogue, Tape& tape) {
    sample::FakeFacts facts(catalogue);
    facts.knows_told_changes = tape.flip();
    for (std::uint32_t i = 0; i < catalogue.attributes.size(); ++i) {
        const std::string& id = catalogue.attributes[i].id;
        if (catalogue.attributes[i].is_derived()) continue;
        Date from = Date::always;
        for (std::uint32_t n = tape.pick(4); n > 0; --n) {
            facts.set(id, from,
                      tape.pick(4) == 0 ? Value::unknown() : some_value(catalogue, i, tape));
            from = std::max(from, some_day(tape)) + Days{1};
        }
        if (catalogue.attributes[i].is_given && tape.flip()) {
            facts.tell(id, some_value(catalogue, i, tape));
        }
    }
    for (std::uint32_t i = 0; i < catalogue.credentials.size(); ++i) {
        const Date from = some_day(tape);
        if (tape.flip()) facts.credentials[i] = DaySet::of({from, some_day(tape)});
        if (tape.flip()) facts.told_credentials[i] = DaySet::of({some_day(tape), some_day(tape)});
    }
    return facts;
}

}  // namespace wegwijzer::world
