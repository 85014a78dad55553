// SPDX-License-Identifier: Apache-2.0
#include "pack/profile_value.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "rule/types.hpp"

namespace wegwijzer::pack {
namespace {

using model::Type;
using model::TypeKind;
using model::Value;

constexpr std::size_t most_words = 12;  // in a hint

/// A pack's own words, for a hint; the person's are not repeated.
std::string words_in_short(const std::vector<std::string>& words) {
    std::string joined;
    for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i) {
        joined += (i == 0 ? "" : ", ") + shown(words[i]);
    }
    return words.size() > most_words ? joined + ", …" : joined;
}

/// Reads values of one attribute.
class ValueReader {
public:
    ValueReader(model::AttributeId id, const model::Catalogue& catalogue, const Reading& reading)
        : attribute_(catalogue[id]),
          type_(attribute_.type),
          catalogue_(catalogue),
          reading_(reading) {
        // An enum whose words are its own need not name itself.
        if (type_.enumeration.is_none()) type_.enumeration = id;
    }

    std::optional<Value> read(const Node& node) const {
        if (is_unknown(node)) return Value::unknown();
        if (type_.kind == TypeKind::list) return read_list(node);
        auto value = read_single(node, type_.kind);
        return value && is_in_range(*value, node) ? value : std::nullopt;
    }

    /// Whether an array is meant as a time line; a list's own elements are words.
    bool is_time_line(const Node& node) const {
        if (!node.is(Node::Kind::array)) return false;
        if (type_.kind != TypeKind::list) return true;
        return std::any_of(node.children.begin(), node.children.end(),
                           [](const Node& child) { return child.is(Node::Kind::table); });
    }

private:
    bool is_unknown(const Node& node) const {
        if (!node.is(Node::Kind::string) || node.string != "unknown") return false;
        const auto* words = words_of(type_.kind);
        return words == nullptr ||
               std::find(words->begin(), words->end(), "unknown") == words->end();
    }

    const std::vector<std::string>* words_of(TypeKind kind) const {
        if (kind == TypeKind::list) kind = type_.of;
        if (kind == TypeKind::enumeration) return &catalogue_[type_.enumeration].values;
        if (kind == TypeKind::level && !type_.scale.is_none())
            return &catalogue_[type_.scale].levels;
        return nullptr;
    }

    std::optional<Value> wrong(const Node& node, std::string_view expected) const {
        reading_.wrong_type(node, expected);
        return std::nullopt;
    }

    std::optional<Value> read_single(const Node& node, TypeKind kind) const {
        switch (kind) {
            case TypeKind::boolean: {
                const auto truth = as_boolean(node, reading_);
                return truth ? std::optional(Value::of(std::int64_t{*truth})) : std::nullopt;
            }
            case TypeKind::integer: {
                const auto number = as_integer(node, reading_);
                return number ? std::optional(Value::of(*number)) : std::nullopt;
            }
            case TypeKind::date: {
                const auto date = as_date(node, reading_);
                return date ? std::optional(Value::of(*date)) : std::nullopt;
            }
            case TypeKind::money: {
                const auto money = read_profile_money(node, reading_);
                return money ? std::optional(Value::of(*money)) : std::nullopt;
            }
            case TypeKind::duration:
                return read_term(node);
            case TypeKind::country:
                return read_country(node);
            case TypeKind::level:
            case TypeKind::enumeration:
                return read_word(node, kind);
            case TypeKind::list:
                break;
        }
        return wrong(node, "a single value");
    }

    std::optional<Value> read_term(const Node& node) const {
        const auto term = node.is(Node::Kind::string) ? parse_term(node.string) : std::nullopt;
        return term ? std::optional(Value::of(*term))
                    : wrong_form(node, "a length of time such as \"3 years\"");
    }

    /// A string of another form than asked, or no string at all.
    std::optional<Value> wrong_form(const Node& node, std::string_view expected) const {
        if (!node.is(Node::Kind::string)) return wrong(node, expected);
        reading_.error("F002", say("expected {}", expected), node.span);
        return std::nullopt;
    }

    std::optional<Value> read_country(const Node& node) const {
        if (!node.is(Node::Kind::string)) return wrong(node, "a country such as \"SY\"");
        const auto country = model::Country::from(node.string);
        if (country.code != 0 && rule::detail::is_known_country(country)) return Value::of(country);
        unknown_word(node, "no country has this code",
                     "two capitals as in ISO 3166-1 (\"SY\"), or a part of a country (\"CA-AB\")");
        return std::nullopt;
    }

    std::optional<Value> read_word(const Node& node, TypeKind kind) const {
        const bool is_level = kind == TypeKind::level;
        // The levels of a scale may look like numbers (NLQF 1 to 8), and are then written without
        // quotes.
        const bool is_number = is_level && node.is(Node::Kind::integer);
        if (!node.is(Node::Kind::string) && !is_number) {
            return wrong(node, is_level ? "a level, between quotes" : "a word, between quotes");
        }
        const std::string word =
            is_number ? std::to_string(node.integer) : std::string(node.string);
        const auto* words = words_of(kind);
        if (words == nullptr) return std::nullopt;
        const auto at = std::find(words->begin(), words->end(), word);
        if (at != words->end()) return Value::of(std::int64_t{at - words->begin()});
        unknown_word(node,
                     say("{} has no such {}", wegwijzer::quoted(attribute_.id),
                         is_level ? "level" : "value"),
                     hint_of(*words, word));
        return std::nullopt;
    }

    /// Of words too many to be listed the near one.
    static std::string hint_of(const std::vector<std::string>& words, const std::string& word) {
        const std::vector<std::string_view> all(words.begin(), words.end());
        if (words.size() > most_words)
            if (const auto near = nearest(word, all))
                return say("did you mean {}?", wegwijzer::quoted(*near));
        return "one of: " + words_in_short(words);
    }

    void unknown_word(const Node& node, std::string message, std::string hint) const {
        reading_.error("F003", std::move(message), node.span).hints.push_back(std::move(hint));
    }

    std::optional<Value> read_list(const Node& node) const {
        if (!node.is(Node::Kind::array)) return wrong(node, "a list");
        Value list;
        list.is_known = true;
        bool is_sound = true;
        for (const Node& child : node.children) {
            const auto element = read_single(child, type_.of);
            is_sound = is_sound && element;
            if (reading_.found->size() > limits::told_in_profile) return std::nullopt;
            if (element) list.elements.push_back(element->number);
        }
        std::sort(list.elements.begin(), list.elements.end());
        list.elements.erase(std::unique(list.elements.begin(), list.elements.end()),
                            list.elements.end());
        return is_sound ? std::optional(std::move(list)) : std::nullopt;
    }

    bool is_in_range(const Value& value, const Node& node) const {
        if (type_.kind != TypeKind::integer && type_.kind != TypeKind::money) return true;
        const bool is_low = attribute_.least && value.number < *attribute_.least;
        const bool is_high = attribute_.most && value.number > *attribute_.most;
        if (!is_low && !is_high) return true;
        reading_.error("F005",
                       wegwijzer::quoted(attribute_.id) + " is out of range: " + range_in_words(),
                       node.span);
        return false;
    }

    std::string range_in_words() const {
        const auto written = [this](std::int64_t number) {
            return type_.kind == TypeKind::money ? to_string(Money{number})
                                                 : std::to_string(number);
        };
        if (!attribute_.most) return "at least " + written(*attribute_.least);
        if (!attribute_.least) return "at most " + written(*attribute_.most);
        return written(*attribute_.least) + " to " + written(*attribute_.most);
    }

    const model::Attribute& attribute_;
    Type type_;
    const model::Catalogue& catalogue_;
    const Reading& reading_;
};

/// One entry of a time line.
std::optional<model::TimedValue> read_entry(const Node& node, const ValueReader& values,
                                            const Reading& reading) {
    if (!node.is(Node::Kind::table)) {
        reading.error("F008",
                      "an entry of a time line is a table such as { from = 2027-07-10, value = … }",
                      node.span);
        return std::nullopt;
    }
    // A misspelt `until` would change the answer, so here an unknown key is no mere warning.
    Reading strict = reading;
    strict.manner.unknown_key = "F008";
    strict.manner.missing_key = "F008";
    strict.manner.unknown_severity = Severity::error;
    TableView view(node, "an entry of a time line", strict);
    const std::size_t mistakes = reading.found->size();
    model::TimedValue timed;
    timed.window.from = view.date("from").value_or(Date::always);
    timed.window.until = view.date("until").value_or(Date::never);
    const Node* value = view.find("value", Presence::required);
    view.finish();
    if (timed.window.from >= timed.window.until) {
        reading.error("F008", "this entry ends before it begins", node.span)
            .hints.emplace_back("`until` is the first day on which the value no longer holds");
    }
    auto read = value != nullptr ? values.read(*value) : std::nullopt;
    if (!read || reading.found->size() > mistakes) return std::nullopt;
    timed.value = std::move(*read);
    return timed;
}

void read_time_line(const Node& node, const ValueReader& values, const Reading& reading,
                    model::Answer& answer) {
    if (node.children.empty()) {
        reading.error("F008", "a time line needs at least one entry", node.span);
        return;
    }
    bool is_sound = true;
    for (const Node& entry : node.children) {
        auto timed = read_entry(entry, values, reading);
        is_sound = is_sound && timed;
        if (reading.found->size() > limits::told_in_profile) break;
        if (!timed) continue;
        answer.is_dated |= timed->window != model::Window{};
        answer.values.push_back(std::move(*timed));
    }
    if (!is_sound) answer.values.clear();
}

}  // namespace

std::optional<Money> read_profile_money(const Node& node, const Reading& reading) {
    const auto money = node.is(Node::Kind::string) ? parse_money(node.string) : std::nullopt;
    if (money) return money;
    if (node.is(Node::Kind::string)) {
        reading.error("F002", "expected an amount such as \"EUR 800\", without separators",
                      node.span);
    } else {
        reading.wrong_type(node, "an amount such as \"EUR 800\"");
    }
    return std::nullopt;
}

std::optional<model::Value> read_profile_value(const Node& node, model::AttributeId attribute,
                                               const model::Catalogue& catalogue,
                                               const Reading& reading) {
    return ValueReader(attribute, catalogue, reading).read(node);
}

model::Answer read_answer(const Node& node, model::AttributeId attribute,
                          const model::Catalogue& catalogue, const Reading& reading) {
    model::Answer answer;
    answer.attribute = attribute;
    answer.span = node.name_span;
    const ValueReader values(attribute, catalogue, reading);
    if (values.is_time_line(node)) {
        read_time_line(node, values, reading, answer);
        return answer;
    }
    auto value = values.read(node);
    if (value && value->is_known) answer.values.push_back({{}, std::move(*value)});
    return answer;
}

}  // namespace wegwijzer::pack
