// SPDX-License-Identifier: Apache-2.0
#include "pack/europass_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/service_number.hpp"
#include "pack/xml_reader.hpp"

namespace wegwijzer::pack {
namespace {

/// Where the two forms keep the same things.
struct Form {
    std::string_view root, person, given_name, family_name, nationality, birth, mother_tongue;
    std::string_view language, language_code, education, end, country, level;
};
constexpr Form today{"Candidate",
                     "CandidatePerson",
                     "PersonName/GivenName",
                     "PersonName/FamilyName",
                     "NationalityCode",
                     "BirthDate",
                     "CandidatePerson/PrimaryLanguageCode",
                     "CandidateProfile/PersonQualifications/PersonCompetency",
                     "CompetencyID",
                     "CandidateProfile/EducationHistory/EducationOrganizationAttendance",
                     "AttendancePeriod/EndDate/FormattedDateTime",
                     "OrganizationContact/Communication/Address/CountryCode",
                     "EducationLevelCode"};
constexpr Form until_2020{
    "SkillsPassport",
    "LearnerInfo/Identification",
    "PersonName/FirstName",
    "PersonName/Surname",
    "Demographics/NationalityList/Nationality/Code",
    "Demographics/Birthdate",
    "LearnerInfo/Skills/Linguistic/MotherTongueList/MotherTongue/Description/Code",
    "LearnerInfo/Skills/Linguistic/ForeignLanguageList/ForeignLanguage",
    "Description/Code",
    "LearnerInfo/EducationList/Education",
    "Period/To",
    "Organisation/ContactInfo/Address/Contact/Country/Code",
    "Level/Code"};

/// Of the file itself, not of the person.
constexpr std::string_view about_the_file[] = {"DocumentID",           "CandidateSupplier",
                                               "RenderingInformation", "DocumentInfo",
                                               "PrintingPreferences",  "Locale"};

/// ISO 639-2 as Europass writes it, and ISO 639-1 as profiles have it.
/// @source https://www.loc.gov/standards/iso639-2/php/code_list.php
constexpr std::pair<std::string_view, std::string_view> languages[] = {
    {"nld", "nl"}, {"dut", "nl"}, {"eng", "en"}, {"deu", "de"}, {"ger", "de"}, {"fra", "fr"},
    {"fre", "fr"}, {"ara", "ar"}, {"tir", "ti"}, {"fas", "fa"}, {"per", "fa"}, {"pus", "ps"},
    {"kur", "ku"}, {"ukr", "uk"}, {"rus", "ru"}, {"tur", "tr"}, {"som", "so"}, {"amh", "am"},
    {"pol", "pl"}, {"ron", "ro"}, {"rum", "ro"}, {"bul", "bg"}, {"hun", "hu"}, {"ces", "cs"},
    {"cze", "cs"}, {"spa", "es"}, {"por", "pt"}, {"ita", "it"}, {"zho", "zh"}, {"chi", "zh"},
    {"vie", "vi"}, {"urd", "ur"}};

std::string in_lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// The code that profiles know, or none.
std::optional<std::string> language_code(const std::string& text) {
    const std::string code = in_lower(text);
    for (const auto& [three, two] : languages)
        if (code == three || code == two) return std::string(two);
    return std::nullopt;
}

std::optional<std::string> country_code(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const bool is_code = text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) {
                             return c >= 'A' && c <= 'Z';
                         });
    if (!is_code) return std::nullopt;
    // The two that the EU writes in its own way.
    if (text == "EL") return "GR";
    if (text == "UK") return "GB";
    return text;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

/// A whole day: the text itself, or the attributes year, month ("--02") and day ("---05").
std::optional<std::string> whole_date(const XmlElement& element) {
    std::string text = element.text();
    if (text.empty()) {
        const auto part = [&](std::string_view name, std::size_t width) {
            std::string digits = digits_of(element.attribute(name));
            if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
            return digits;
        };
        text = part("year", 4) + "-" + part("month", 2) + "-" + part("day", 2);
    }
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    return to_string(*date);
}

class CvReader {
public:
    CvReader(XmlElement root, const Form& form, std::uint32_t text)
        : root_(root), form_(form), text_(text) {}

    Result<model::ImportedProfile> read(Diagnostics& unread) {
        for (const XmlElement& person : root_.at(form_.person)) read_person(person);
        read_languages();
        read_education();
        if (!languages_.empty()) profile_.answers.push_back({"languages", languages_, true});
        for (const model::ImportedAnswer& answer : profile_.answers)
            for (const std::string& value : answer.values)
                if (holds_service_number(value))
                    found_.error("F011",
                                 say("{} looks like a citizen service number (BSN)", answer.key),
                                 {text_, 1, 1, 1});
        if (found_.has_errors()) return Unexpected{std::move(found_)};
        gather_unread(root_, "");
        tell_unread(unread);
        return std::move(profile_);
    }

private:
    void answer(std::string_view key, std::string value) {
        profile_.answers.push_back({std::string(key), {std::move(value)}, false});
    }

    void read_person(const XmlElement& person) {
        std::string name;
        for (const std::string_view path : {form_.given_name, form_.family_name})
            for (const XmlElement& part : person.at(path)) {
                name += (name.empty() ? "" : " ") + part.text();
                part.take();
            }
        if (!name.empty()) answer("name", name);
        take_first(person, form_.nationality, "nationality", &CvReader::country_of);
        take_first(person, form_.birth, "birth", &whole_date);
    }

    static std::optional<std::string> country_of(const XmlElement& element) {
        return country_code(element.text());
    }

    /// The first that can be made something of; the others stay unread.
    template <class Make>
    bool take_first(const XmlElement& from, std::string_view path, std::string_view key,
                    Make make) {
        for (const XmlElement& one : from.at(path)) {
            auto value = make(one);
            if (!value) continue;
            one.take();
            answer(key, *std::move(value));
            return true;
        }
        return false;
    }

    void reads(const std::string& language) {
        if (std::find(languages_.begin(), languages_.end(), language) == languages_.end())
            languages_.push_back(language);
    }

    void read_languages() {
        for (const XmlElement& one : root_.at(form_.mother_tongue)) {
            const auto code = language_code(one.text());
            if (!code) continue;
            one.take();
            reads(*code);
        }
        for (const XmlElement& one : root_.at(form_.language)) read_language(one);
    }

    void read_language(const XmlElement& language) {
        std::optional<std::string> code;
        for (const XmlElement& one : language.at(form_.language_code)) {
            code = language_code(one.text());
            if (code) one.take();
        }
        if (!code) return;
        std::string lowest, reading;
        for (const auto& [what, level] : levels_of(language)) {
            if (lowest.empty() || level < lowest) lowest = level;
            if (what.find("Reading") != std::string::npos) reading = level;
        }
        const std::string_view key = *code == "nl" ? "dutch" : *code == "en" ? "english" : "";
        if (!key.empty() && !lowest.empty() && !has(key)) answer(key, lowest);
        if (reading >= "B2") reads(*code);
    }

    [[nodiscard]] bool has(std::string_view key) const {
        return std::any_of(profile_.answers.begin(), profile_.answers.end(),
                           [&](const model::ImportedAnswer& one) { return one.key == key; });
    }

    /// What is measured, and its level: letters and digits of the CEFR sort as its levels do.
    static std::vector<std::pair<std::string, std::string>> levels_of(const XmlElement& language) {
        std::vector<std::pair<std::string, std::string>> levels;
        const auto add = [&](const std::string& what, const XmlElement& element) {
            constexpr std::array known = {"A1", "A2", "B1", "B2", "C1", "C2"};
            const std::string level = element.text();
            if (std::find(known.begin(), known.end(), level) == known.end()) return;
            element.take();
            levels.emplace_back(what, level);
        };
        for (const XmlElement& one : language.children("CompetencyDimension")) {
            std::string what;
            for (const XmlElement& type : one.children("CompetencyDimensionTypeCode")) {
                what = type.text();
                type.take();
            }
            for (const XmlElement& score : one.at("Score/ScoreText")) add(what, score);
        }
        for (const XmlElement& one : language.at("ProficiencyLevel"))
            for (const XmlElement& part : one.children()) add(std::string(part.name()), part);
        for (const XmlElement& one : language.children("TaxonomyID")) one.take();
        return levels;
    }

    /// Which education is the one that counts is only clear where one level is above all others.
    void read_education() {
        const std::vector<XmlElement> all = root_.at(form_.education);
        const XmlElement* highest = nullptr;
        std::string top;
        bool is_alone = false;
        for (const XmlElement& one : all) {
            std::string level;
            for (const XmlElement& code : one.at(form_.level)) level = digits_of(code.text());
            if (level.size() != 1) level = "0";
            if (highest != nullptr && level == top) is_alone = false;
            if (highest != nullptr && level <= top) continue;
            highest = &one;
            top = level;
            is_alone = true;
        }
        if (highest == nullptr || !is_alone) return;
        take_first(*highest, form_.country, "diploma.country", &CvReader::country_of);
        take_first(*highest, form_.end, "diploma.date", &whole_date);
        for (const XmlElement& code : highest->at(form_.level)) code.take();
    }

    /// Names of elements with something in them that nobody took, three deep, and how often.
    void gather_unread(const XmlElement& element, const std::string& path) {
        for (const XmlElement& child : element.children()) {
            const bool is_of_file =
                path.empty() && std::find(std::begin(about_the_file), std::end(about_the_file),
                                          child.name()) != std::end(about_the_file);
            if (child.is_taken() || is_of_file) continue;
            constexpr std::ptrdiff_t deepest = 2;
            const bool is_deep = std::count(path.begin(), path.end(), '/') >= deepest;
            const std::string own =
                is_deep ? path : path + (path.empty() ? "" : "/") + std::string(child.name());
            const bool is_leaf = child.children().empty();
            if (!child.text().empty() || (is_leaf && child.has_attributes())) ++unread_[own];
            gather_unread(child, own);
        }
    }

    void tell_unread(Diagnostics& unread) const {
        std::size_t told = 0;
        for (const auto& [path, times] : unread_) {
            if (++told > limits::told_alike) break;
            unread.warning("F042",
                           say("not taken over: {}{}", wegwijzer::quoted(path),
                               times == 1 ? "" : say(" ({} values)", times)),
                           {text_, 1, 1, 1});
        }
        if (told > limits::told_alike)
            unread.warning("F042", "and more that was not taken over", {text_, 1, 1, 1});
    }

    XmlElement root_;
    const Form& form_;
    std::uint32_t text_;
    Diagnostics found_;
    model::ImportedProfile profile_;
    std::vector<std::string> languages_;
    std::map<std::string, std::size_t> unread_;
};

}  // namespace

Result<model::ImportedProfile> read_europass(const SourceMap& sources, std::uint32_t text,
                                             Diagnostics& unread) {
    const auto document = read_xml(sources, text);
    if (!document) return Unexpected{document.error()};
    const XmlElement root = document->root();
    for (const Form* const form : {&today, &until_2020})
        if (root.name() == form->root) return CvReader(root, *form, text).read(unread);
    Diagnostics found;
    found.error("F041", "this is no Europass CV", {text, 1, 1, 1});
    return Unexpected{std::move(found)};
}

}  // namespace wegwijzer::pack
