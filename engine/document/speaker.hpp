// SPDX-License-Identifier: Apache-2.0
/// Says the program's own sentences in one language, with names, dates and amounts put in.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "document/language.hpp"
#include "document/message_catalogue.hpp"
#include "document/page.hpp"
#include "model/text.hpp"

namespace wegwijzer::document {

/// Foreign text made harmless for every format: line ends and tabs become a blank, control
/// characters and what turns the order of letters around go, bytes that are not UTF-8 become "?".
/// The joiners that Persian writing needs stay.
[[nodiscard]] std::string harmless(std::string_view text);

/// What stands in a sentence for a place such as {goal}.
struct Filling {
    std::string_view place;
    Line line;
};

class Speaker {
public:
    explicit Speaker(const Language& language);

    [[nodiscard]] const Language& language() const { return language_; }
    /// Whether a speaker of the language has read the translation.
    [[nodiscard]] bool is_checked() const { return is_checked_; }

    /// `text` is the English sentence, which is its key; {places} are filled in.
    [[nodiscard]] Line say(std::string_view text,
                           std::initializer_list<Filling> fillings = {}) const;
    /// "{n} week", "{n} weeks": the form that the language has for the number.
    [[nodiscard]] Line count(std::int64_t number, std::string_view one,
                             std::string_view many) const;

    /// "23 november 2026".
    [[nodiscard]] Line date(Date date) const;
    /// Amounts and numbers are written the Dutch way in every language, as on Dutch letters:
    /// "€ 1.700,50".
    [[nodiscard]] static Line money(Money money);
    [[nodiscard]] static Line number(std::int64_t number);
    [[nodiscard]] static Line hours(Hours hours);
    [[nodiscard]] static Line percent(double share);
    /// A name or a code, in no language.
    [[nodiscard]] static Line name(std::string_view text);
    /// A pack's text, in this language or in the one the pack has it in; `id` where it has none.
    [[nodiscard]] Line text(const model::Text& text, std::string_view id = {}) const;

private:
    [[nodiscard]] Line filled(std::string_view pattern,
                              std::initializer_list<Filling> fillings) const;
    [[nodiscard]] std::string_view translated(std::string_view context,
                                              std::string_view text) const;

    const Language& language_;
    MessageCatalogue catalogue_;
    bool is_checked_ = true;
};

/// Lines behind each other.
[[nodiscard]] Line joined(const std::vector<Line>& lines, std::string_view between);
[[nodiscard]] std::string plain_text(const Line& line);
[[nodiscard]] Sentence sentence(Line line);

}  // namespace wegwijzer::document
