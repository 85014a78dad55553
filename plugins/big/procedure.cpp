// SPDX-License-Identifier: Apache-2.0
#include "big/procedure.hpp"

#include <algorithm>
#include <array>

namespace big_plugin {
namespace {

using plugin_kit::Truth;

/// The same case with nothing unknown but the country, which has been looked at.
struct Answers {
    bool is_dutch, is_european, is_harmonised, is_listed, moves_freely, was_recognised;
};

bool falls_under(std::string_view procedure, const Answers& a) {
    if (a.is_dutch) return procedure == "dutch";
    if (a.is_european && a.is_harmonised && a.is_listed)
        return procedure == "automatic" || (procedure == "competence" && !a.moves_freely);
    // Article 3(3): a third country's diploma counts as European once Europe has recognised it and
    // three years of work have followed.
    const bool is_general = a.is_european ? a.moves_freely : a.was_recognised;
    return procedure == (is_general ? "general" : "competence");
}

/// Only the European part of the kingdom gives Dutch diplomas under the act. ISO 3166-2 writes the
/// Caribbean parts as NL-AW, NL-BQ1 and so on, so that the country alone would mislead.
Truth is_dutch(std::optional<std::string_view> country) {
    if (!country) return std::nullopt;
    constexpr std::array<std::string_view, 6> caribbean{"NL-AW",  "NL-CW",  "NL-SX",
                                                        "NL-BQ1", "NL-BQ2", "NL-BQ3"};
    const bool is_part_of_kingdom = country->substr(0, 2) == "NL";
    return is_part_of_kingdom &&
           std::find(caribbean.begin(), caribbean.end(), *country) == caribbean.end();
}

}  // namespace

Truth falls_under(std::string_view procedure, const Case& diploma) {
    const std::array<Truth, 6> told{is_dutch(diploma.country), diploma.is_european,
                                    diploma.is_harmonised,     diploma.is_listed,
                                    diploma.moves_freely,      diploma.was_recognised};
    // Every way to fill in what is unknown; only if all agree does the answer not depend on it.
    Truth agreed;
    for (unsigned guess = 0; guess < 1U << told.size(); ++guess) {
        std::array<bool, 6> answer{};
        bool is_possible = true;
        for (std::size_t k = 0; k < told.size(); ++k) {
            answer[k] = (guess >> k & 1U) != 0;
            is_possible = is_possible && told[k].value_or(answer[k]) == answer[k];
        }
        if (!is_possible) continue;
        const Answers filled{answer[0], answer[1], answer[2], answer[3], answer[4], answer[5]};
        const bool falls = falls_under(procedure, filled);
        if (agreed && *agreed != falls) return std::nullopt;
        agreed = falls;
    }
    return agreed;
}

}  // namespace big_plugin
