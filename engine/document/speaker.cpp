// SPDX-License-Identifier: Apache-2.0
#include "document/speaker.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

// Dates in packs and profiles lie in 1800–2299; month names are messages of their own, as Ukrainian
// and others bend them inside a date.
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

const Words& dutch() {
    static const Words words("nl");
    return words;
}

std::size_t sequence_length(unsigned char first) {
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/// U+0080–U+009F, U+061C, U+200E, U+200F, U+2028–U+202E, U+2066–U+2069, U+FEFF and the tags of
/// U+E0000–U+E007F, which nobody sees.
bool is_hidden(std::string_view point) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(point[k]); };
    if (point.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7f;
    if (point.size() == 2)
        return (byte(0) == 0xc2 && byte(1) < 0xa0) || (byte(0) == 0xd8 && byte(1) == 0x9c);
    if (point.size() == 4)
        return byte(0) == 0xf3 && byte(1) == 0xa0 && (byte(2) == 0x80 || byte(2) == 0x81);
    if (byte(0) == 0xef) return byte(1) == 0xbb && byte(2) == 0xbf;
    if (byte(0) != 0xe2) return false;
    if (byte(1) == 0x80)
        return byte(2) == 0x8e || byte(2) == 0x8f || (byte(2) >= 0xa8 && byte(2) <= 0xae);
    return byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9;
}

}  // namespace

std::string harmless(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::size_t bad = find_bad_utf8(text).value_or(text.size());
        for (std::size_t at = 0; at < bad;) {
            const std::size_t length = sequence_length(static_cast<unsigned char>(text[at]));
            const std::string_view point = text.substr(at, length);
            if (point == "\n" || point == "\t")
                kept += ' ';
            else if (!is_hidden(point))
                kept += point;
            at += length;
        }
        text.remove_prefix(bad);
        if (text.empty()) break;
        kept += '?';
        text.remove_prefix(1);
    }
    return kept;
}

Speaker::Speaker(const Language& language)
    : language_(language), catalogue_(built_in_catalogue(language.code)) {
    is_checked_ = catalogue_.header("X-Checked-By-Speaker") != "no";
}

std::string_view Speaker::translated(std::string_view context, std::string_view text) const {
    return catalogue_.find(context, text).value_or(text);
}

Line Speaker::filled(std::string_view pattern, std::initializer_list<Filling> fillings) const {
    Line line;
    const std::string lang(language_.code);
    const auto add = [&](std::string_view text) {
        if (text.empty()) return;
        // Neighbours of one language become one run, so that no format cuts a sentence up.
        if (!line.empty() && line.back().lang == lang && line.back().url.empty())
            line.back().text += text;
        else
            line.push_back({std::string(text), lang, {}});
    };
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        add(pattern.substr(0, open));
        const std::string_view place = pattern.substr(open + 1, close - open - 1);
        for (const Filling& filling : fillings) {
            if (filling.place != place) continue;
            for (const Run& run : filling.line) {
                if (run.lang == lang && run.url.empty())
                    add(run.text);
                else
                    line.push_back(run);
            }
        }
        pattern.remove_prefix(close + 1);
    }
    add(pattern);
    return line;
}

Line Speaker::say(std::string_view text, std::initializer_list<Filling> fillings) const {
    return filled(translated({}, text), fillings);
}

Line Speaker::count(std::int64_t number, std::string_view one, std::string_view many) const {
    const auto form = catalogue_.find_plural(one, plural_form(language_.code, number));
    return filled(form.value_or(number == 1 ? one : many), {{"n", Speaker::number(number)}});
}

Line Speaker::date(Date date) const {
    const CivilDate civil = to_civil(date);
    const std::string_view month =
        translated("month", months[static_cast<std::size_t>(civil.month - 1)]);
    std::string text;
    std::string_view pattern = translated("date", "{day} {month} {year}");
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{'), close = pattern.find('}');
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        text += pattern.substr(0, open);
        const std::string_view place = pattern.substr(open + 1, close - open - 1);
        if (place == "day") text += std::to_string(civil.day);
        if (place == "month") text += month;
        if (place == "year") text += std::to_string(civil.year);
        pattern.remove_prefix(close + 1);
    }
    text += pattern;
    return {{text, std::string(language_.code), {}}};
}

Line Speaker::money(Money money) { return name(dutch().money(money)); }
Line Speaker::number(std::int64_t number) { return name(dutch().whole(number)); }
Line Speaker::hours(Hours hours) { return name(dutch().hours(hours)); }
Line Speaker::percent(double share) { return name(dutch().percent(share)); }

Line Speaker::name(std::string_view text) { return {{harmless(text), {}, {}}}; }

Line Speaker::text(const model::Text& text, std::string_view id) const {
    if (text.is_empty()) return name(id);
    for (const std::string_view lang :
         {language_.code, std::string_view("nl"), std::string_view("en")})
        if (text.has(lang)) return {{harmless(text.in(lang)), std::string(lang), {}}};
    const auto& [lang, first] = text.by_language.front();
    return {{harmless(first), lang, {}}};
}

Line joined(const std::vector<Line>& lines, std::string_view between) {
    Line whole;
    for (const Line& line : lines) {
        if (!whole.empty()) whole.push_back({std::string(between), {}, {}});
        whole.insert(whole.end(), line.begin(), line.end());
    }
    return whole;
}

std::string plain_text(const Line& line) {
    std::string text;
    for (const Run& run : line) text += run.text;
    return text;
}

Sentence sentence(Line line) {
    Sentence made;
    made.in.push_back(std::move(line));
    return made;
}

}  // namespace wegwijzer::document
