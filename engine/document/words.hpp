// SPDX-License-Identifier: Apache-2.0
/// How things are said and numbers are written in one language.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "document/phrases.hpp"
#include "model/catalogue.hpp"
#include "model/text.hpp"

namespace wegwijzer::document {

/// Whole and tenth weeks of a number of days, a half rounded up: 830 days are 1186.
[[nodiscard]] std::int64_t tenths_of_weeks(Days days);
/// "118.6", "118", "-0.3": tenths as a JSON number.
[[nodiscard]] std::string tenths_as_number(std::int64_t tenths);
/// "1630", "12.5", "12.25": hundredths as a JSON number.
[[nodiscard]] std::string hundredths_as_number(std::int64_t hundredths);

class Words {
public:
    explicit Words(std::string_view lang) : lang_(lang) {}

    [[nodiscard]] const std::string& lang() const { return lang_; }
    /// The phrase with {0}, {1}, … replaced.
    [[nodiscard]] std::string say(Phrase phrase,
                                  std::initializer_list<std::string_view> arguments = {}) const;
    /// `one` with the number 1, else `many`; {0} is the number.
    [[nodiscard]] std::string count(std::int64_t number, Phrase one, Phrase many) const;

    /// "1.700,5" in Dutch, "1,700.5" in English.
    [[nodiscard]] std::string hours(Hours hours) const;
    [[nodiscard]] std::string rate(WeeklyRate rate) const;
    /// "€ 1.700,50" in Dutch, "€1,700.50" in English.
    [[nodiscard]] std::string money(Money money) const;
    /// "118,6" in Dutch, always with one decimal.
    [[nodiscard]] std::string weeks(Days days) const;
    [[nodiscard]] std::string whole(std::int64_t number) const;
    /// "2 jaar" in Dutch, "2 years" in English.
    [[nodiscard]] std::string term(Term term) const;
    /// "81 %" in Dutch, "81%" in English; of a share in [0, 1].
    [[nodiscard]] std::string percent(double share) const;

    /// A pack's text, safe to print.
    [[nodiscard]] std::string text(const model::Text& text) const;
    /// The title, or the id where the pack gives none.
    template <class Thing>
    [[nodiscard]] std::string title(const Thing& thing) const {
        return thing.title.is_empty() ? clean(thing.id) : text(thing.title);
    }
    /// Who carries a step out.
    [[nodiscard]] std::string who(const model::Step& step) const;
    /// Foreign text, safe to print and of any sensible length.
    [[nodiscard]] static std::string clean(std::string_view text);

private:
    [[nodiscard]] bool is_dutch() const { return lang_ == "nl"; }
    [[nodiscard]] std::string decimal(std::int64_t units, int decimals, bool keep_zeros) const;

    std::string lang_;
};

}  // namespace wegwijzer::document
