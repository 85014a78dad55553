// SPDX-License-Identifier: Apache-2.0
#include "diploma/qualification.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace diploma_plugin {
namespace {

/// Spellings of one and the same degree in the names of several countries' tables. Degrees that
/// differ in kind (a bachelor of engineering and one of arts) are not brought together.
constexpr std::pair<std::string_view, std::string_view> spellings[] = {
    {"bakalavr", "bachelor"},
    {"bachelors-degree", "bachelor"},
    {"lisans-diplomasi", "bachelor"},
    {"karshenasi-bachelor", "bachelor"},
    {"bachelor-university", "bachelor"},
    {"laurea", "bachelor"},
    {"dyplom-licencjat", "bachelor"},
    {"magister", "master"},
    {"masters-degree", "master"},
    {"karshenasi-arshad-master", "master"},
    {"dyplom-magister", "master"},
    {"laurea-magistrale", "master"},
    {"doctor-medicine", "medical-doctor"},
    {"general-secondary-education-certificate", "secondary-general"},
    {"secondary-school-certificate-general", "secondary-general"},
    {"lise-diplomasi", "secondary-general"},
    {"12-grade-graduation-certificate", "secondary-general"},
    {"atestat-complete-general-secondary-education", "secondary-general"},
    {"certificate-complete-general-secondary-education", "secondary-general"},
    {"eritrean-secondary-education-certificate-examination-esece", "secondary-general"},
    {"upper-secondary-theoretical", "secondary-theoretical"},
    {"upper-secondary-technical-vocational", "secondary-technical-vocational"},
};

std::string_view one_spelling(std::string_view stem) {
    for (const auto& [spelling, common] : spellings)
        if (spelling == stem) return common;
    return stem;
}

std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words;
    while (!name.empty()) {
        const std::size_t hyphen = name.find('-');
        words.push_back(name.substr(0, hyphen));
        name = hyphen == std::string_view::npos ? std::string_view{} : name.substr(hyphen + 1);
    }
    return words;
}

std::optional<int> number_of(std::string_view word) {
    int number = 0;
    const char* const end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, number);
    const bool is_number = read.ec == std::errc{} && read.ptr == end;
    return is_number ? std::optional(number) : std::nullopt;
}

/// "4 years" or "4 6 years" at `at`, as many words as it took; 0 where there is no length.
std::size_t read_length(const std::vector<std::string_view>& words, std::size_t at,
                        Qualification& into) {
    const auto is_unit = [&](std::size_t k) {
        return k < words.size() && (words[k] == "years" || words[k] == "year");
    };
    const auto first = number_of(words[at]);
    if (!first) return 0;
    if (is_unit(at + 1)) {
        into.years_least = into.years_most = first;
        return 2;
    }
    const auto second = at + 1 < words.size() ? number_of(words[at + 1]) : std::nullopt;
    if (!second || !is_unit(at + 2)) return 0;
    into.years_least = first;
    into.years_most = second;
    return 3;
}

/// "from 2019", "since 2005", "before 2021", "to 2018" at `at`; 0 where there is no period.
std::size_t read_period(const std::vector<std::string_view>& words, std::size_t at,
                        Qualification& into) {
    const auto year = at + 1 < words.size() ? number_of(words[at + 1]) : std::nullopt;
    if (!year) return 0;
    if (words[at] == "from" || words[at] == "since")
        into.from_year = year;
    else if (words[at] == "before")
        into.until_year = year;
    else if (words[at] == "to")
        into.until_year = *year + 1;
    else
        return 0;
    return 2;
}

bool fits_years(const Qualification& entry, std::optional<std::int64_t> years) {
    if (!entry.years_least) return true;
    return years && *entry.years_least <= *years && *years <= *entry.years_most;
}

/// Whether the year speaks against it: an unknown one does not.
bool is_out_of_period(const Qualification& entry, std::optional<int> year) {
    if (!year) return false;
    return (entry.from_year && *year < *entry.from_year) ||
           (entry.until_year && *entry.until_year <= *year);
}

bool fits_period(const Qualification& entry, std::optional<int> year) {
    const bool has_period = entry.from_year || entry.until_year;
    return !has_period || (year && !is_out_of_period(entry, year));
}

}  // namespace

Qualification read_qualification(std::string_view name) {
    Qualification read;
    const std::vector<std::string_view> words = words_of(name);
    for (std::size_t at = 0; at < words.size();) {
        std::size_t taken = read_length(words, at, read);
        if (taken == 0) taken = read_period(words, at, read);
        if (taken > 0) {
            at += taken;
            continue;
        }
        if (!read.stem.empty()) read.stem += '-';
        read.stem += words[at++];
    }
    read.stem = one_spelling(read.stem);
    return read;
}

std::optional<std::string_view> entry_for(const Question& question) {
    const Qualification named = read_qualification(question.named);
    const bool is_there = std::find(question.of_country.begin(), question.of_country.end(),
                                    question.named) != question.of_country.end();
    if (is_there && !is_out_of_period(named, question.year)) return question.named;
    std::optional<std::string_view> meant;
    for (const std::string_view name : question.of_country) {
        const Qualification entry = read_qualification(name);
        const bool fits = entry.stem == named.stem && fits_years(entry, question.years) &&
                          fits_period(entry, question.year);
        if (!fits) continue;
        if (meant) return std::nullopt;
        meant = name;
    }
    return meant;
}

}  // namespace diploma_plugin
