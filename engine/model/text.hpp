// SPDX-License-Identifier: Apache-2.0
/// Text for people, in several languages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wegwijzer::model {

/// One text in the languages a pack gives it in, by code ("nl", "en", "ar", …), in the pack's
/// order.
struct Text {
    std::vector<std::pair<std::string, std::string>> by_language;

    [[nodiscard]] bool is_empty() const { return by_language.empty(); }
    /// The text in `language`, else in Dutch, else in English, else the first; empty where there is
    /// none.
    [[nodiscard]] std::string_view in(std::string_view language) const;
    [[nodiscard]] bool has(std::string_view language) const;
};

}  // namespace wegwijzer::model
