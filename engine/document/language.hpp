// SPDX-License-Identifier: Apache-2.0
/// The languages that documents speak.
#pragma once

#include <span>
#include <string_view>

namespace wegwijzer::document {

struct Language {
    std::string_view code;        ///< BCP 47
    std::string_view own_name;    ///< as its speakers write it
    std::string_view dutch_name;  ///< for the clerk at the counter
    bool is_right_to_left = false;
    bool is_for_advisers = false;  ///< the adviser's document speaks it too
};

[[nodiscard]] std::span<const Language> languages();
/// Null where no document speaks it.
[[nodiscard]] const Language* find_language(std::string_view code);

}  // namespace wegwijzer::document
