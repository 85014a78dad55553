// SPDX-License-Identifier: Apache-2.0
/// What a single word stands for.
#include <algorithm>
#include <array>
#include <utility>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "rule/checker.hpp"
#include "rule/lexer.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule::detail {
namespace {

using model::Op;
using model::TypeKind;

constexpr std::int64_t most_integer = 1'000'000'000'000;

bool has_shape_of_date(std::string_view word) {
    constexpr std::string_view shape = "dddd-dd-dd";
    return std::equal(word.begin(), word.end(), shape.begin(), shape.end(),
                      [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
}

std::vector<std::string_view> views_of(const std::vector<std::string>& words) {
    return {words.begin(), words.end()};
}

/// "one of A0, A1, A2", cut where there are many.
std::string listed(const std::vector<std::string>& words) {
    constexpr std::size_t most = 12;
    std::string text = "one of ";
    for (std::size_t i = 0; i < words.size() && i < most; ++i) {
        text += (i == 0 ? "" : ", ") + shown(words[i]);
    }
    return words.size() > most ? text + ", …" : text;
}

/// What the quotes hold; a doubled quote stands for one.
std::string unquoted(std::string_view token) {
    std::string text;
    for (std::size_t i = 1; i + 1 < token.size(); ++i) {
        text += token[i];
        if (token[i] == '\'') ++i;
    }
    return text;
}

}  // namespace

Checker::Checked Checker::check_word(Index i, const model::Type* hint) {
    const std::string_view word = tree_[i].text;
    if (word == "on") return add(i, Op::on, type_of(TypeKind::date));
    if (word == "true" || word == "false") {
        return add_constant(i, boolean_type(), model::Value::of(word == "true" ? 1 : 0));
    }
    const bool is_value_wanted = hint != nullptr && has_words(*hint);
    if (is_value_wanted) {
        if (auto value = value_of(word, *hint, catalogue_)) {
            return add_constant(i, *hint, std::move(*value));
        }
    }
    if (const Named* name = names_.find(word)) return check_name(i, *name);
    if (is_value_wanted) {
        report_unknown_word(i, word, *hint);
        return std::nullopt;
    }
    if (is_number_like(word)) return check_number_like(i);
    report_unknown_name(i, hint == nullptr ? "name" : "attribute");
    return std::nullopt;
}

Checker::Checked Checker::check_quoted(Index i, const model::Type* hint) {
    if (hint == nullptr || !has_words(*hint)) {
        error("R005", i, "nothing tells what " + shown(tree_[i].text) + " is a value of",
              {"a quoted word stands opposite an enum, a level or a country"});
        return std::nullopt;
    }
    return add_word_value(i, unquoted(tree_[i].text), *hint);
}

Checker::Checked Checker::add_word_value(Index i, std::string_view word, const model::Type& type) {
    if (auto value = value_of(word, type, catalogue_)) {
        return add_constant(i, type, std::move(*value));
    }
    report_unknown_word(i, word, type);
    return std::nullopt;
}

Checker::Checked Checker::check_name(Index i, const Named& name) {
    if (const auto* attribute = std::get_if<model::AttributeId>(&name)) {
        return add(i, Op::attribute, type_of(*attribute, catalogue_), {}, attribute->index);
    }
    if (const auto* credential = std::get_if<model::CredentialId>(&name)) {
        return add(i, Op::credential, boolean_type(), {}, credential->index);
    }
    const std::string word = source_of(i);
    if (std::holds_alternative<model::GroupId>(name)) {
        error("R005", i, word + " is a group of countries",
              {"write 'x in " + std::string(tree_[i].text) + "'"});
    } else if (std::holds_alternative<model::TableId>(name)) {
        error("R005", i, word + " is a table",
              {"write 'lookup(" + std::string(tree_[i].text) + ", key, column)'"});
    } else {
        error("R005", i, word + " is a function", {"write its arguments in brackets after it"});
    }
    return std::nullopt;
}

Checker::Checked Checker::check_number_like(Index i) {
    const std::string_view word = tree_[i].text;
    if (const auto date = parse_date(word)) {
        return add_constant(i, type_of(TypeKind::date), model::Value::of(*date));
    }
    if (has_shape_of_date(word)) {
        error("R011", i, quoted(word) + " is not a day of the calendar",
              {"days run from 1800-01-01 to 2299-12-31"});
        return std::nullopt;
    }
    std::string_view rest = word;
    const auto number = wegwijzer::detail::take_whole(rest, most_integer);
    if (number && rest.empty()) {
        return add_constant(i, type_of(TypeKind::integer), model::Value::of(*number));
    }
    if (word.find("..") != std::string_view::npos) {
        error("R011", i, "an estimate cannot stand in an expression",
              {"write a term such as '3 months'"});
    } else if (std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        error("R011", i, quoted(word) + " is not a number here",
              {"whole numbers up to 1000000000000, without a leading zero"});
    } else {
        report_unknown_name(i, "name");
    }
    return std::nullopt;
}

bool Checker::is_open(Index i) const {
    const Syntax& syntax = tree_[i];
    if (syntax.kind == SyntaxKind::quoted) return true;
    return syntax.kind == SyntaxKind::word && !is_keyword(syntax.text) &&
           names_.find(syntax.text) == nullptr;
}

bool Checker::is_unknown_word(Index i) const {
    return is_open(i) && tree_[i].kind == SyntaxKind::word && !is_number_like(tree_[i].text);
}

void Checker::report_unknown_name(Index i, std::string_view kind) {
    const std::string_view word = tree_[i].text;
    std::vector<std::string> hints = did_you_mean(word, names_.all());
    if (hints.empty() && (word == "AND" || word == "OR" || word == "NOT")) {
        hints.emplace_back("the language's own words are written small");
    }
    error("R004", i, "unknown " + std::string(kind) + " " + quoted(word), std::move(hints));
}

void Checker::report_unknown_word(Index i, std::string_view word, const model::Type& type) {
    const auto* words = words_of(type, catalogue_);
    if (words == nullptr) {
        const bool is_british = word == "UK" && type.kind == TypeKind::country;
        error("R006", i, quoted(word) + " is not " + described(type),
              {is_british ? "did you mean 'GB'?"
                          : "a country is two capitals (ISO 3166-1), a part of one as in 'CA-AB'"});
        return;
    }
    std::vector<std::string> hints = did_you_mean(word, views_of(*words));
    hints.push_back(listed(*words));
    error("R006", i, quoted(word) + " is not " + described(type), std::move(hints));
}

}  // namespace wegwijzer::rule::detail
