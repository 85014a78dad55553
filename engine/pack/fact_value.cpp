// SPDX-License-Identifier: Apache-2.0
#include "pack/fact_value.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

using model::Type;
using model::TypeKind;
using model::Value;

std::optional<std::int64_t> index_in(const std::vector<std::string>& words, std::string_view word) {
    const auto at = std::find(words.begin(), words.end(), word);
    if (at == words.end()) return std::nullopt;
    return at - words.begin();
}

std::optional<Value> known(std::optional<std::int64_t> number) {
    return number ? std::optional(Value::of(*number)) : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Value> parse_country(std::string_view text) {
    const auto country = model::Country::from(text);
    return country.code != 0 ? std::optional(Value::of(country)) : std::nullopt;
}

Type element_type(const Type& list) {
    Type type;
    type.kind = list.of;
    type.enumeration = list.enumeration;
    return type;
}

Value list_of(std::vector<std::int64_t> elements) {
    std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    Value value;
    value.is_known = true;
    value.elements = std::move(elements);
    return value;
}

std::optional<Value> parse_list(std::string_view text, const Type& type,
                                const model::Catalogue& catalogue) {
    std::vector<std::int64_t> elements;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        const auto element = parse_fact(text.substr(0, end), element_type(type), catalogue);
        if (!element) return std::nullopt;
        elements.push_back(element->number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return list_of(std::move(elements));
}

std::optional<Value> take_fact(const Node& node, const Type& type,
                               const model::Catalogue& catalogue) {
    switch (node.kind) {
        case Node::Kind::string:
            if (type.kind == TypeKind::boolean || type.kind == TypeKind::integer ||
                type.kind == TypeKind::date || type.kind == TypeKind::list)
                return std::nullopt;  // TOML has its own
            return parse_fact(node.string, type, catalogue);
        case Node::Kind::boolean:
            if (type.kind != TypeKind::boolean) return std::nullopt;
            return Value::of(node.integer);
        case Node::Kind::integer:
            if (type.kind == TypeKind::level)  // a scale may have numbers for levels
                return parse_fact(std::to_string(node.integer), type, catalogue);
            if (type.kind != TypeKind::integer) return std::nullopt;
            return Value::of(node.integer);
        case Node::Kind::date:
            if (type.kind != TypeKind::date || node.date < Date::first || Date::last < node.date)
                return std::nullopt;
            return Value::of(node.date);
        case Node::Kind::array: {
            if (type.kind != TypeKind::list) return std::nullopt;
            std::vector<std::int64_t> elements;
            for (const Node& child : node.children) {
                const auto element = take_fact(child, element_type(type), catalogue);
                if (!element) return std::nullopt;
                elements.push_back(element->number);
            }
            return list_of(std::move(elements));
        }
        default:
            return std::nullopt;
    }
}

std::string words_of(const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : ", ") + shown(word);
    return joined;
}

std::string expected_words(const Type& type, const model::Catalogue& catalogue) {
    switch (type.kind) {
        case TypeKind::boolean:
            return "true or false";
        case TypeKind::level:
            return "a level: " + words_of(catalogue[type.scale].levels);
        case TypeKind::enumeration:
            return "one of its `values`";
        case TypeKind::integer:
            return "a whole number";
        case TypeKind::money:
            return "money such as \"EUR 85\"";
        case TypeKind::duration:
            return "a term such as \"3 months\"";
        case TypeKind::date:
            return "a date such as 2026-11-23";
        case TypeKind::country:
            return "a country such as \"SY\"";
        case TypeKind::list:
            return "a list of its `values`";
    }
    return {};
}

}  // namespace

std::optional<std::int32_t> rank_of(std::string_view level, const model::Scale& scale) {
    const auto index = index_in(scale.levels, level);
    return index ? std::optional(static_cast<std::int32_t>(*index)) : std::nullopt;
}

std::optional<Value> parse_fact(std::string_view text, const Type& type,
                                const model::Catalogue& catalogue) {
    switch (type.kind) {
        case TypeKind::boolean:
            if (text == "true") return Value::of(std::int64_t{1});
            if (text == "false") return Value::of(std::int64_t{0});
            return std::nullopt;
        case TypeKind::level:
            if (type.scale.is_none()) return std::nullopt;
            return known(index_in(catalogue[type.scale].levels, text));
        case TypeKind::enumeration:
            if (type.enumeration.is_none()) return std::nullopt;
            return known(index_in(catalogue[type.enumeration].values, text));
        case TypeKind::integer:
            return known(parse_integer(text));
        case TypeKind::money: {
            const auto money = parse_money(text);
            return money ? std::optional(Value::of(*money)) : std::nullopt;
        }
        case TypeKind::duration: {
            const auto term = parse_term(text);
            return term ? std::optional(Value::of(*term)) : std::nullopt;
        }
        case TypeKind::date: {
            const auto date = parse_date(text);
            return date ? std::optional(Value::of(*date)) : std::nullopt;
        }
        case TypeKind::country:
            return parse_country(text);
        case TypeKind::list:
            return parse_list(text, type, catalogue);
    }
    return std::nullopt;
}

std::optional<Value> read_fact(Draft& draft, const Node& node, const Type& type) {
    std::optional<Value> value = take_fact(node, type, draft.catalogue);
    if (!value) {
        const std::string what = node.is(Node::Kind::string)
                                     ? quoted(node.string) + " is no value"
                                     : std::string(name_of(node.kind)) + " is no value";
        Diagnostic& diagnostic = draft.error("P024", say("{} here", what), node.span);
        diagnostic.hints.push_back("expected " + expected_words(type, draft.catalogue));
    }
    return value;
}

}  // namespace wegwijzer::pack
