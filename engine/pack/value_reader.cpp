// SPDX-License-Identifier: Apache-2.0
#include "pack/value_reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
}

bool is_language(std::string_view code) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_plain = [&](char c) {
        return is_small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    const std::string_view first = code.substr(0, code.find('-'));
    return (first.size() == 2 || first.size() == 3) && code.size() <= 16 && !code.ends_with('-') &&
           std::all_of(first.begin(), first.end(), is_small) &&
           std::all_of(code.begin(), code.end(), is_plain);
}

std::string range_in_words(const IntegerRange& range) {
    constexpr IntegerRange any;
    if (range.most == any.most) return say("at least {}", range.least);
    if (range.least == any.least) return say("at most {}", range.most);
    return say("from {} to {}", range.least, range.most);
}

std::string range_in_words(const NumberRange& range) {
    constexpr NumberRange any;
    if (range.least == any.least && range.most == any.most) return "a finite number";
    if (range.most == any.most) return say("at least {}", range.least);
    if (range.least == any.least) return say("at most {}", range.most);
    return say("from {} to {}", range.least, range.most);
}

std::string joined(std::initializer_list<std::string_view> words) {
    std::string result;
    for (const std::string_view word : words) {
        if (!result.empty()) result += ", ";
        result += word;
    }
    return result;
}

void told_out_of_range(const Node& node, const Reading& reading, const std::string& range) {
    reading.error(reading.manner.out_of_range, "out of range: expected " + range, node.span);
}

/// The elements of `kind`; the others are told.
std::vector<const Node*> elements(const Node& node, const Reading& reading, Node::Kind kind,
                                  std::string_view expected) {
    std::vector<const Node*> found;
    if (!node.is(Node::Kind::array)) {
        reading.wrong_type(node, expected);
        return found;
    }
    found.reserve(node.children.size());
    std::size_t wrong = 0;
    for (const Node& child : node.children) {
        if (child.is(kind)) {
            found.push_back(&child);
        } else if (++wrong <= limits::told_alike) {
            reading.wrong_type(child, name_of(kind));
        }
    }
    return found;
}

}  // namespace

void Reading::wrong_type(const Node& node, std::string_view expected) const {
    error(manner.wrong_type, say("expected {}, not {}", expected, name_of(node.kind)), node.span);
}

std::optional<std::string_view> as_string(const Node& node, const Reading& reading) {
    if (!node.is(Node::Kind::string)) {
        reading.wrong_type(node, "a string");
        return std::nullopt;
    }
    if (std::any_of(node.string.begin(), node.string.end(), is_control)) {
        reading.error(reading.manner.control_character, "a control character stands in this string",
                      node.span);
        return std::nullopt;
    }
    return node.string;
}

std::optional<std::int64_t> as_integer(const Node& node, const Reading& reading,
                                       IntegerRange range) {
    if (!node.is(Node::Kind::integer)) {
        reading.wrong_type(node, "a whole number");
        return std::nullopt;
    }
    if (node.integer < range.least || node.integer > range.most) {
        told_out_of_range(node, reading, range_in_words(range));
        return std::nullopt;
    }
    return node.integer;
}

std::optional<double> as_number(const Node& node, const Reading& reading, NumberRange range) {
    if (!node.is(Node::Kind::integer) && !node.is(Node::Kind::floating)) {
        reading.wrong_type(node, "a number");
        return std::nullopt;
    }
    const double number =
        node.is(Node::Kind::integer) ? static_cast<double>(node.integer) : node.floating;
    if (!std::isfinite(number) || number < range.least || number > range.most) {
        told_out_of_range(node, reading, range_in_words(range));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> as_boolean(const Node& node, const Reading& reading) {
    if (node.is(Node::Kind::boolean)) return node.boolean();
    reading.wrong_type(node, "true or false");
    return std::nullopt;
}

std::optional<Date> as_date(const Node& node, const Reading& reading) {
    const bool is_text = node.is(Node::Kind::string) && reading.manner.dates_as_strings;
    if (!node.is(Node::Kind::date) && !is_text) {
        reading.wrong_type(node, "a date such as 2026-11-23");
        return std::nullopt;
    }
    const std::optional<Date> date = is_text ? parse_date(node.string) : node.date;
    if (!date || *date < Date::first || Date::last < *date) {
        auto& told = reading.error(reading.manner.impossible_date, "no possible date", node.span);
        told.hints.emplace_back("dates are written 2026-11-23 and lie between 1800 and 2299");
        return std::nullopt;
    }
    return date;
}

model::Text as_text(const Node& node, const Reading& reading) {
    model::Text text;
    if (!node.is(Node::Kind::table)) {
        reading.wrong_type(node, "texts by language, such as { nl = \"…\", en = \"…\" }");
        return text;
    }
    text.by_language.reserve(node.children.size());
    for (const Node& child : node.children) {
        if (!is_language(child.name)) {
            auto& told = reading.error(reading.manner.unknown_key,
                                       wegwijzer::quoted(child.name) + " is no language code",
                                       child.name_span);
            told.hints.emplace_back("language codes are written nl, en, ar, uk, pt-BR");
            continue;
        }
        const auto words = as_string(child, reading);
        if (words) text.by_language.emplace_back(child.name, *words);
    }
    return text;
}

std::vector<const Node*> as_strings(const Node& node, const Reading& reading) {
    auto strings = elements(node, reading, Node::Kind::string, "a list of strings");
    std::erase_if(strings, [&](const Node* child) { return !as_string(*child, reading); });
    return strings;
}

std::vector<const Node*> as_tables(const Node& node, const Reading& reading) {
    return elements(node, reading, Node::Kind::table, "a list of tables");
}

std::optional<std::size_t> as_word(const Node& node, const Reading& reading,
                                   std::initializer_list<std::string_view> words,
                                   std::string_view code) {
    const auto word = as_string(node, reading);
    if (!word) return std::nullopt;
    const auto* const at = std::find(words.begin(), words.end(), *word);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    auto& told = reading.error(code, "expected one of: " + joined(words), node.span);
    if (const auto near = nearest(*word, words)) {
        told.hints.push_back(say("did you mean '{}'?", *near));
    }
    return std::nullopt;
}

TableView::TableView(const Node& table, std::string_view what, const Reading& reading)
    : table_(&table), what_(what), reading_(reading), is_table_(table.is(Node::Kind::table)) {
    if (!is_table_) reading_.wrong_type(table, say("{} (a table)", what));
}

const Node* TableView::find(std::string_view key, Presence presence) {
    asked_.push_back(key);
    const Node* node = table_->find(key);
    if (node == nullptr && presence == Presence::required && is_table_) {
        reading_.error(reading_.manner.missing_key, say("{} needs the key '{}'", what_, key),
                       table_->span);
    }
    return node;
}

std::optional<std::string_view> TableView::string(std::string_view key, Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_string(*node, reading_) : std::nullopt;
}

std::optional<std::int64_t> TableView::integer(std::string_view key, IntegerRange range,
                                               Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_integer(*node, reading_, range) : std::nullopt;
}

std::optional<double> TableView::number(std::string_view key, NumberRange range,
                                        Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_number(*node, reading_, range) : std::nullopt;
}

std::optional<bool> TableView::boolean(std::string_view key, Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_boolean(*node, reading_) : std::nullopt;
}

std::optional<Date> TableView::date(std::string_view key, Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_date(*node, reading_) : std::nullopt;
}

model::Text TableView::text(std::string_view key, Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_text(*node, reading_) : model::Text{};
}

std::vector<const Node*> TableView::strings(std::string_view key, Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_strings(*node, reading_) : std::vector<const Node*>{};
}

std::vector<const Node*> TableView::tables(std::string_view key, Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_tables(*node, reading_) : std::vector<const Node*>{};
}

std::optional<std::size_t> TableView::word(std::string_view key,
                                           std::initializer_list<std::string_view> words,
                                           std::string_view code, Presence presence) {
    const Node* node = find(key, presence);
    return node != nullptr ? as_word(*node, reading_, words, code) : std::nullopt;
}

void TableView::finish() {
    if (!is_table_) return;
    std::vector<const Node*> unknown;
    for (const Node& child : table_->children) {
        if (std::find(asked_.begin(), asked_.end(), child.name) == asked_.end()) {
            unknown.push_back(&child);
        }
    }
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        const Node& child = *unknown[i];
        Diagnostic told{reading_.manner.unknown_severity,
                        reading_.manner.unknown_key,
                        say("{} has no key {}", what_, wegwijzer::quoted(child.name)),
                        child.name_span,
                        {},
                        {}};
        if (i == limits::told_alike) {
            told.message = say("{} has {} more unknown keys", what_, unknown.size() - i);
            reading_.found->add(std::move(told));
            return;
        }
        if (const auto near = nearest(child.name, asked_)) {
            told.hints.push_back(say("did you mean '{}'?", *near));
        }
        reading_.found->add(std::move(told));
    }
}

}  // namespace wegwijzer::pack
