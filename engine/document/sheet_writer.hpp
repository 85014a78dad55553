// SPDX-License-Identifier: Apache-2.0
/// How sheets are filled, for the files that fill them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/sheet.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {

/// One sheet under way; what is empty is left out.
class SheetWriter {
public:
    SheetWriter(const model::Catalogue& catalogue, const Words& words, std::string id,
                std::string title, model::PackId pack)
        : catalogue_(catalogue), words_(words) {
        sheet_.id = std::move(id);
        sheet_.title = std::move(title);
        if (!pack.is_none()) sheet_.pack = catalogue[pack].id;
    }

    void put(std::string_view key, Phrase label, std::string value) {
        if (!value.empty()) sheet_.fields.push_back({key, label, {std::move(value)}, false});
    }
    void put_list(std::string_view key, Phrase label, std::vector<std::string> values) {
        if (!values.empty()) sheet_.fields.push_back({key, label, std::move(values), true});
    }
    template <class Id>
    void put_ids(std::string_view key, Phrase label, const std::vector<Id>& ids) {
        std::vector<std::string> values;
        for (const Id id : ids) values.push_back(catalogue_[id].id);
        put_list(key, label, std::move(values));
    }
    void put_source(model::SourceId id) {
        if (!id.is_none()) put("source", Phrase::label_source, catalogue_[id].id);
    }
    void put_when(const model::Expression& when) { put("when", Phrase::label_when, when.text); }
    void put_window(const model::Window& window);

    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const Words& words() const { return words_; }
    [[nodiscard]] Sheet take() { return std::move(sheet_); }

private:
    const model::Catalogue& catalogue_;
    const Words& words_;
    Sheet sheet_;
};

/// "3 weeks", "84..98..140 days", "about 91 days".
[[nodiscard]] std::string duration_text(const Duration& duration);
/// The cases of a figure, one line each, with what picks them: "2024-01-01: EUR 85 (when …)".
template <class T, class ToText>
[[nodiscard]] std::vector<std::string> figure_lines(const model::Figure<T>& figure,
                                                    ToText to_text) {
    std::vector<std::string> lines;
    for (const model::Case<T>& one : figure.cases) {
        std::string line = one.is_unknown ? "unknown" : one.value ? to_text(*one.value) : "none";
        if (one.from != Date::always) line = to_string(one.from) + ": " + line;
        if (!one.when.is_empty()) line += " when " + one.when.text;
        if (one.is_expected) line += " (expected)";
        lines.push_back(std::move(line));
    }
    return lines;
}
[[nodiscard]] std::string amount_text(const Amount& amount);

[[nodiscard]] Sheet step_sheet(const model::Catalogue& catalogue, const Words& words,
                               const model::Step& step);
[[nodiscard]] Sheet pilot_sheet(const model::Catalogue& catalogue, const Words& words,
                                const model::Pilot& pilot);
[[nodiscard]] Sheet fund_sheet(const model::Catalogue& catalogue, const Words& words,
                               const model::Fund& fund);

}  // namespace wegwijzer::document
