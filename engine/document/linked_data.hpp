// SPDX-License-Identifier: Apache-2.0
/// What the exports of packs to other systems have in common: which steps, and how texts, terms and
/// amounts are written in JSON-LD.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/duration.hpp"
#include "base/money.hpp"
#include "document/json_writer.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::document {

/// One thing to be exported: a goal and all that can lead to it.
struct Exported {
    const model::Catalogue& catalogue;
    model::GoalId goal;
    Date on;  ///< the day whose figures are told
    /// Steps that give what the goal, or such a step, asks for; those of pilots alone are left out.
    std::vector<model::StepId> steps = {};
    std::vector<model::CredentialId> credentials = {};  ///< that those steps can give
};
[[nodiscard]] Exported make_exported(const model::Catalogue& catalogue, model::GoalId goal,
                                     Date on);

/// What kind of thing a step is to others.
enum class StepSort { course, exam, job, service, other };
/// Course: it takes hours. Exam: it has fixed days or attempts. Job: open. Service: carried out by
/// an authority, a municipality or a body with a name. Other: done by oneself, an employer, a
/// school.
[[nodiscard]] StepSort sort_of(const model::Step& step);

/// Everything a step can give, by whatever outcome; each once.
[[nodiscard]] std::vector<model::Given> gives_of(const model::Step& step);

/// The entries of a figure that can count on `on`, for one person or another, the one that is asked
/// first in front.
template <class T>
[[nodiscard]] std::vector<const model::Case<T>*> cases_on(const model::Figure<T>& figure, Date on) {
    std::vector<const model::Case<T>*> found;
    for (const model::Case<T>& one : figure.cases)
        if (one.from <= on) found.push_back(&one);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->from > b->from; });
    for (std::size_t k = 0; k < found.size(); ++k)
        if (found[k]->when.is_empty()) found.resize(k + 1);  // nothing behind it is ever asked
    return found;
}

/// As XML Schema has it, "P42D", at the likely value; none for working days, which it cannot say.
[[nodiscard]] std::optional<std::string> xsd_duration(const Duration& duration);
/// How long a step takes, where that is the same for everybody.
[[nodiscard]] std::optional<std::string> xsd_duration(const model::Step& step, Date on);

/// What a cost may be on a day: for whom, and how much.
struct ExportedPrice {
    std::string id;  ///< "step/cost", with a number where there are several
    model::Text title;
    std::string when;  ///< an expression; empty: for everybody
    Money likely;
    Per per = Per::once;
};
/// Prices that somebody published; unknown ones are left out.
[[nodiscard]] std::vector<ExportedPrice> prices_of(const model::Step& step, Date on);
/// "1700.50".
[[nodiscard]] std::string euros(Money money);
/// "per hour" and the like in Dutch and English, after the title.
[[nodiscard]] model::Text price_text(const ExportedPrice& price);

/// An entry of the EU's authority tables, as in "language/NLD".
[[nodiscard]] std::string eu_entry(std::string_view entry);
/// "urn:wegwijzer:step:big.apply".
[[nodiscard]] std::string urn(std::string_view kind, std::string_view id);
/// The title of what is given, in the languages that there are.
[[nodiscard]] model::Text given_title(const model::Catalogue& catalogue, const model::Given& given);
/// The title of a need, else its expression.
[[nodiscard]] model::Text need_title(const model::Need& need);
/// Who carries a step out, in words.
[[nodiscard]] model::Text who_text(const model::Step& step);
/// `text`, or else the id in no particular language.
[[nodiscard]] model::Text or_id(const model::Text& text, std::string_view id);
/// The first page that stands behind a step: http or https; empty where there is none.
[[nodiscard]] std::string page_of(const model::Catalogue& catalogue, const model::Step& step);
/// The address of a source that is one; else empty.
[[nodiscard]] std::string page_of(const model::Catalogue& catalogue, model::SourceId source);

/// Writes JSON-LD. A key may be left out for values in an array.
class LinkedData {
public:
    void begin(std::string_view type, std::string_view id = {});
    void end() { json_.end_object(); }
    /// An array under `key`, filled by `fill`; nothing at all where `things` is empty.
    template <class Things, class Fill>
    void list(std::string_view key, const Things& things, Fill fill) {
        if (things.empty()) return;
        json_.key(key);
        json_.begin_array();
        for (const auto& thing : things) fill(thing);
        json_.end_array();
    }
    /// [{"@language": "nl", "@value": "…"}, …]
    void texts(std::string_view key, const model::Text& text);
    /// {"nl": "…", "en": "…"}
    void language_map(std::string_view key, const model::Text& text);
    void value(std::string_view key, std::string_view value);
    /// {"@type": type, "@value": value}
    void typed(std::string_view key, std::string_view type, std::string_view value);
    /// {"@id": id}
    void reference(std::string_view key, std::string_view id);
    void reference(std::string_view id);
    void key(std::string_view key) { json_.key(key); }
    [[nodiscard]] JsonWriter& json() { return json_; }

private:
    JsonWriter json_;
};

}  // namespace wegwijzer::document
