// SPDX-License-Identifier: Apache-2.0
#include "document/words.hpp"

#include <cmath>
#include <cstddef>
#include <utility>

#include "base/text.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::size_t longest_text = 4000;

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// Digits with a sign in front, `decimals` of them after `point`, zeros at the end left out.
std::string digits(std::int64_t units, int decimals, char point, char group, bool keep_zeros) {
    const std::uint64_t size =
        units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    const auto scale = static_cast<std::uint64_t>(power_of_ten(decimals));
    std::string whole = std::to_string(size / scale);
    if (group != '\0') {
        for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, 1, group);
    }
    std::string fraction = decimals > 0 ? std::to_string(size % scale) : std::string();
    fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
    if (!keep_zeros) {
        while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    }
    std::string text = units < 0 ? "-" : "";
    text += whole;
    if (!fraction.empty()) text += point + fraction;
    return text;
}

}  // namespace

std::int64_t tenths_of_weeks(Days days) {
    const std::int64_t doubled = std::int64_t{days.count} * 20 + 7;
    return doubled >= 0 ? doubled / 14 : -((13 - doubled) / 14);
}

std::string tenths_as_number(std::int64_t tenths) { return digits(tenths, 1, '.', '\0', false); }

std::string hundredths_as_number(std::int64_t hundredths) {
    return digits(hundredths, 2, '.', '\0', false);
}

std::string Words::say(Phrase phrase, std::initializer_list<std::string_view> arguments) const {
    const std::string_view pattern = document::phrase(phrase, lang_);
    std::string said;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool is_place =
            pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        const auto which = is_place ? static_cast<std::size_t>(pattern[at + 1] - '0') : 0;
        if (is_place && which < arguments.size()) {
            said += arguments.begin()[which];
            at += 2;
        } else {
            said += pattern[at];
        }
    }
    return said;
}

std::string Words::count(std::int64_t number, Phrase one, Phrase many) const {
    return say(number == 1 ? one : many, {whole(number)});
}

std::string Words::decimal(std::int64_t units, int decimals, bool keep_zeros) const {
    return is_dutch() ? digits(units, decimals, ',', '.', keep_zeros)
                      : digits(units, decimals, '.', ',', keep_zeros);
}

std::string Words::hours(Hours hours) const { return decimal(hours.hundredths, 2, false); }

std::string Words::rate(WeeklyRate rate) const { return decimal(rate.hundredths, 2, false); }

std::string Words::money(Money money) const {
    return (is_dutch() ? "€ " : "€") + decimal(money.cents, 2, true);
}

std::string Words::weeks(Days days) const { return decimal(tenths_of_weeks(days), 1, true); }

std::string Words::whole(std::int64_t number) const { return decimal(number, 0, false); }

std::string Words::term(Term term) const {
    switch (term.unit) {
        case TermUnit::days:
            return count(term.count, Phrase::term_day, Phrase::term_days);
        case TermUnit::weeks:
            return count(term.count, Phrase::term_week, Phrase::term_weeks);
        case TermUnit::months:
            return count(term.count, Phrase::term_month, Phrase::term_months);
        case TermUnit::years:
            return count(term.count, Phrase::term_year, Phrase::term_years);
        case TermUnit::working_days:
            break;
    }
    return count(term.count, Phrase::term_working_day, Phrase::term_working_days);
}

std::string Words::percent(double share) const {
    // Whole percents; but what is not certain is not called 100 %, nor what is possible 0 %.
    double percent = std::floor(share * 100 + 0.5);
    if (percent >= 100 && share < 1) percent = 99;
    if (percent <= 0 && share > 0) percent = 1;
    return whole(static_cast<std::int64_t>(percent)) + (is_dutch() ? " %" : "%");
}

std::string Words::clean(std::string_view text) { return shown(text, longest_text); }

std::string Words::text(const model::Text& text) const { return clean(text.in(lang_)); }

std::string Words::who(const model::Step& step) const {
    if (!step.by_title.is_empty()) return text(step.by_title);
    if (step.by.empty()) return say(Phrase::by_nobody);
    constexpr std::pair<std::string_view, Phrase> translated[] = {
        {"you", Phrase::by_you},
        {"employer", Phrase::by_employer},
        {"school", Phrase::by_school},
        {"municipality", Phrase::by_municipality},
        {"authority", Phrase::by_authority}};
    for (const auto& [word, phrase] : translated)
        if (step.by == word) return say(phrase);
    return clean(step.by);
}

}  // namespace wegwijzer::document
