// SPDX-License-Identifier: Apache-2.0
#include "document/language.hpp"

#include <algorithm>
#include <array>

namespace wegwijzer::document {
namespace {

constexpr std::array<Language, 7> all{{{"nl", "Nederlands", "Nederlands", false, true},
                                       {"en", "English", "Engels", false, true},
                                       {"ar", "العربية", "Arabisch", true, false},
                                       {"ti", "ትግርኛ", "Tigrinya", false, false},
                                       {"tr", "Türkçe", "Turks", false, false},
                                       {"fa", "فارسی", "Farsi", true, false},
                                       {"uk", "Українська", "Oekraïens", false, false}}};

}  // namespace

std::span<const Language> languages() { return all; }

const Language* find_language(std::string_view code) {
    const auto* const at = std::find_if(
        all.begin(), all.end(), [&](const Language& language) { return language.code == code; });
    return at == all.end() ? nullptr : &*at;
}

}  // namespace wegwijzer::document
