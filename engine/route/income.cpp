// SPDX-License-Identifier: Apache-2.0
#include "route/income.hpp"

#include <utility>

namespace wegwijzer::route {

namespace {

/// The entry that counts for the month that begins on `begins`.
const model::Income* income_on(const Person& person, const model::Step& step, Date start,
                               Date begins) {
    const auto& catalogue = person.catalogue();
    const model::Income* best = nullptr;
    std::pair<Date, Date> best_rank{Date::always, Date::always};
    for (const auto& income : step.income) {
        const Date since = add(start, income.after, catalogue.holidays);
        if (since > begins || income.from > begins) continue;
        if (rule::evaluate(income.when, person, catalogue, begins) != model::Truth::yes) continue;
        if (best != nullptr && std::pair(since, income.from) <= best_rank) continue;
        best = &income;
        best_rank = {since, income.from};
    }
    return best;
}

}  // namespace

std::vector<Pay> incomes_of(const Person& person, const model::Step& step, Date start,
                            Date finish) {
    std::vector<Pay> all;
    if (step.income.empty()) return all;
    for (int month = 1; add_months(start, month) <= finish; ++month) {
        const auto* income = income_on(person, step, start, add_months(start, month - 1));
        if (income == nullptr) continue;
        Pay pay{add_months(start, month), std::nullopt, income->source};
        if (income->monthly) pay.amount = income->monthly->likely;
        all.push_back(pay);
    }
    return all;
}

std::optional<Date> next_pay_day(const Person& person, const model::Step& step, Date start,
                                 Date after, Date last) {
    if (step.income.empty()) return std::nullopt;
    for (int month = 1; add_months(start, month) <= last; ++month) {
        if (add_months(start, month) <= after) continue;
        const auto* income = income_on(person, step, start, add_months(start, month - 1));
        if (income != nullptr && income->monthly && income->monthly->likely.cents > 0)
            return add_months(start, month);
    }
    return std::nullopt;
}

}  // namespace wegwijzer::route
