// SPDX-License-Identifier: Apache-2.0
// Our dates and plural forms against those of CLDR, as ICU knows them.
#include <doctest/doctest.h>
#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/timezone.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "document/language.hpp"
#include "document/message_catalogue.hpp"
#include "document/speaker.hpp"

using namespace wegwijzer;

namespace {

std::string bytes_of(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

/// CLDR writes no-break spaces and marks of direction that ours leave to the page.
std::string plain(std::string text) {
    for (const auto& [from, to] : std::map<std::string, std::string>{
             {"\u00a0", " "}, {"\u202f", " "}, {"\u200f", ""}, {"\u200e", ""}})
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
            text.replace(at, from.size(), to);
    return text;
}

}  // namespace

TEST_CASE(
    "dates are written as the language writes them, in the Gregorian calendar and Latin digits") {
    for (const document::Language& language : document::languages()) {
        const std::string region = language.code == "en" ? "en-GB" : std::string(language.code);
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale =
            icu::Locale::forLanguageTag(region + "-u-ca-gregory-nu-latn", status);
        REQUIRE(U_SUCCESS(status) != 0);
        const std::unique_ptr<icu::DateFormat> format(
            icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
        REQUIRE(format != nullptr);
        format->adoptTimeZone(icu::TimeZone::createTimeZone("UTC"));
        const document::Speaker speaker(language);
        for (int month = 1; month <= 12; ++month) {
            const Date day = to_date({2027, month, 3});
            icu::UnicodeString text;
            format->format(day.day * 86400000.0, text);
            CHECK_MESSAGE(document::plain_text(speaker.date(day)) == plain(bytes_of(text)),
                          std::string(language.code));
        }
    }
}

TEST_CASE("two numbers share a plural form where CLDR says so") {
    for (const document::Language& language : document::languages()) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::PluralRules> rules(
            icu::PluralRules::forLocale(icu::Locale(std::string(language.code).c_str()), status));
        REQUIRE(U_SUCCESS(status) != 0);
        std::map<std::string, std::size_t> forms;
        for (std::int32_t n = 0; n <= 220; ++n) {
            const std::string category = bytes_of(rules->select(n));
            const std::size_t form = document::plural_form(language.code, n);
            const auto [at, is_new] = forms.try_emplace(category, form);
            CHECK_MESSAGE(at->second == form, std::string(language.code) << " " << n);
        }
    }
}

TEST_CASE("a translation that nobody checked says so") {
    for (const document::Language& language : document::languages())
        CHECK(document::Speaker(language).is_checked() == language.is_for_advisers);
}

TEST_CASE("foreign text becomes harmless, and letters of every script stay") {
    CHECK(document::harmless("a\nb\tc") == "a b c");
    CHECK(document::harmless("\x1b[31mred") == "[31mred");
    CHECK(document::harmless("abc\u202edcba\u2066x\u200fy") == "abcdcbaxy");
    CHECK(document::harmless("\xff\xc3") == "??");
    CHECK(document::harmless("می‌خواهم ትግርኛ Ґ 😀") ==
          "می‌خواهم ትግርኛ Ґ 😀");
    CHECK(document::harmless("a\U000e0041b\ufeff") == "ab");
}

TEST_CASE("a catalogue that is none says nothing") {
    using document::MessageCatalogue;
    CHECK(MessageCatalogue("").is_empty());
    CHECK(MessageCatalogue("short").is_empty());
    CHECK(MessageCatalogue(std::string(100, '\0')).is_empty());
    const std::string_view dutch = document::built_in_catalogue("nl");
    for (std::size_t size = 0; size < dutch.size(); size += 7) {
        const MessageCatalogue cut(dutch.substr(0, size));
        (void)cut.find({}, "Costs");  // must not read beyond the end
    }
    CHECK(MessageCatalogue(dutch).find({}, "Costs") == "Kosten");
}
