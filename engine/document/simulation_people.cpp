// SPDX-License-Identifier: Apache-2.0
#include <initializer_list>
#include <optional>
#include <string>

#include "document/csv_cell.hpp"
#include "document/plan_words.hpp"
#include "document/simulation.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

template <class Number>
std::string digits(const std::optional<Number>& number) {
    return number ? std::to_string(*number) : std::string();
}

std::string date(Date on, const std::optional<std::int32_t>& days) {
    return days ? to_string(on + Days{*days}) : std::string();
}

/// What a variant means for a person; the same for all who share a signature.
std::string columns_of(const cohort::Outcome& outcome, Date on) {
    const bool has_route = outcome.has_route;
    const auto cents = [&](std::int64_t amount) {
        return has_route ? std::to_string(amount) : std::string();
    };
    std::string text;
    for (const std::string& cell :
         {std::string(name_of(outcome.status)), date(on, outcome.days), date(on, outcome.days_p10),
          date(on, outcome.days_p50), date(on, outcome.days_p90), digits(outcome.days),
          cents(outcome.own), digits(outcome.own_p10), digits(outcome.own_p50),
          digits(outcome.own_p90), cents(outcome.gift), cents(outcome.employer),
          cents(outcome.loan), has_route ? hundredths_as_number(outcome.hours) : std::string(),
          std::to_string(outcome.draws), std::to_string(outcome.reached)})
        text += "," + cell;
    return text + "\r\n";
}

}  // namespace

std::string render_people(Date on, const cohort::Population& population,
                          const std::vector<cohort::Variant>& variants,
                          const std::vector<std::vector<cohort::Outcome>>& outcomes) {
    std::string out =
        "row,variant,status,finish,finish_p10,finish_p50,finish_p90,days,own_cents,own_cents_p10,"
        "own_cents_p50,own_cents_p90,gift_cents,employer_cents,loan_cents,hours,draws,reached\r\n";
    std::uint64_t before = 0;
    for (const auto& [block, rows] : population.rows) {
        for (const auto& [row, share] : rows.shares) {
            const auto signature = population.shares[share].signature;
            for (std::size_t v = 0; v < variants.size(); ++v)
                out += std::to_string(before + row + 1) + "," + csv_cell(variants[v].name) +
                       columns_of(outcomes[v][signature], on);
        }
        before += rows.read;
    }
    return out;
}

}  // namespace wegwijzer::document
