// SPDX-License-Identifier: Apache-2.0
/// What the parts of a text have in common.
#pragma once

#include <string>
#include <string_view>

#include "document/layout.hpp"
#include "document/plan_view.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {

/// A text under way: where it goes, in which language, how wide.
class TextPart {
public:
    TextPart(const PlanView& view, std::string& out)
        : view_(view), catalogue_(view.catalogue), words_(view.lang), out_(out) {}

protected:
    [[nodiscard]] std::size_t width() const {
        constexpr int narrowest = 40;
        constexpr int widest = 120;
        const int width = view_.width < narrowest ? narrowest
                          : view_.width > widest  ? widest
                                                  : view_.width;
        return static_cast<std::size_t>(width);
    }
    void line(std::string_view text) {
        out_ += text;
        out_ += '\n';
    }
    void gap() { out_ += '\n'; }
    void heading(std::string_view text) {
        gap();
        line(painted("\x1b[1m", text));
    }
    void paragraph(std::string_view first, std::string_view text) {
        out_ += document::paragraph(first, text, width());
    }
    void item(std::string_view text) { paragraph("  - ", text); }
    [[nodiscard]] std::string painted(std::string_view colour, std::string_view text) const {
        if (!view_.colour) return std::string(text);
        return std::string(colour) + std::string(text) + "\x1b[0m";
    }
    [[nodiscard]] std::string say(Phrase phrase,
                                  std::initializer_list<std::string_view> arguments = {}) const {
        return words_.say(phrase, arguments);
    }
    /// "BI-toets (big.bi-test)".
    template <class Thing>
    [[nodiscard]] std::string named(const Thing& thing) const {
        return words_.title(thing) + " (" + Words::clean(thing.id) + ")";
    }

    const PlanView& view_;
    const model::Catalogue& catalogue_;
    Words words_;
    std::string& out_;
};

}  // namespace wegwijzer::document
