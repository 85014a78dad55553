// SPDX-License-Identifier: Apache-2.0
/// Names of qualifications: what they say besides the name, and which of a country's is meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace diploma_plugin {

/// A name as tables write it, "bachelor-4-6-years", "upper-secondary-theoretical-from-2019", taken
/// apart.
struct Qualification {
    std::string stem;  ///< the name in one spelling, without length and period: "bachelor"
    std::optional<int> years_least, years_most;
    std::optional<int> from_year;   ///< given out from this year on
    std::optional<int> until_year;  ///< given out before this year
};
[[nodiscard]] Qualification read_qualification(std::string_view name);

struct Question {
    std::vector<std::string_view> of_country;  ///< the names that the table has for the country
    std::string_view named;
    std::optional<std::int64_t> years;  ///< school years completed
    std::optional<int> year;            ///< of the diploma
};

/// The one name of the country that is meant: `named` itself where the table has it and its period
/// does not speak against it; else the only one with the same stem (spelled otherwise: "bakalavr",
/// "licence") whose length and period fit. None where none fits, or more than one.
[[nodiscard]] std::optional<std::string_view> entry_for(const Question& question);

}  // namespace diploma_plugin
