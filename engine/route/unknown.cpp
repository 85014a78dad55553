// SPDX-License-Identifier: Apache-2.0
#include "route/unknown.hpp"

#include <algorithm>
#include <tuple>

namespace wegwijzer::route {

using Answers = Trial::Answers;
using Attributes = Trial::Attributes;

namespace {

constexpr std::size_t most_answers = 12;  // beyond so many guesses an answer helps nobody
constexpr std::size_t most_looks = 4000;  // relaxed problems looked at

Attributes without(const Attributes& all, model::AttributeId one) {
    Attributes rest;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
                 [&](auto a) { return a != one; });
    return rest;
}

/// Depth first over answers. What no route can do without is answered first; what is out of reach
/// even when all that is open counts as met is given up at once.
class Opener {
public:
    explicit Opener(const Trial& trial) : trial_(trial) {}

    Opening open() {
        const auto hopes = trial_.unanswered(trial_.asked_with_hope());
        Opening opening;
        if (!look({}, hopes)) return opening;
        for (std::size_t size = 1; size <= std::min(most_answers, hopes.size()); ++size) {
            Answers tried;
            has_more_ = false;
            choose(size, tried, hopes);
            if (!openings_.empty() || looks_ > most_looks || !has_more_) break;
        }
        opening.is_complete = looks_ <= most_looks;
        opening.answers = best_opening();
        return opening;
    }

private:
    bool look(const Answers& tried, const Attributes& hopes) {
        ++looks_;
        return trial_.is_in_reach(tried, hopes);
    }

    /// Whether no route is left when what is unknown for want of this one counts as not met.
    bool is_necessary(const Answers& tried, const Attributes& hopes, model::AttributeId attribute) {
        return !look(tried, without(hopes, attribute));
    }

    void choose(std::size_t size, Answers& tried, const Attributes& hopes) {
        if (looks_ > most_looks) return;
        if (look(tried, {})) {
            openings_.push_back(tried);
            return;
        }
        if (tried.size() == size) {
            has_more_ = true;
            return;
        }
        Attributes candidates;
        for (const auto attribute : hopes)
            if (is_necessary(tried, hopes, attribute)) candidates.push_back(attribute);
        if (candidates.size() + tried.size() > size) {
            has_more_ = true;
            return;
        }
        const bool is_forced = !candidates.empty();
        if (!is_forced) candidates = hopes;
        Attributes left = hopes;
        for (const auto attribute : candidates) {
            left = without(left, attribute);
            for (const auto& value : values_to_try(trial_.catalogue(), attribute)) {
                tried.push_back({attribute, value, false});
                if (look(tried, left)) choose(size, tried, left);
                tried.pop_back();
            }
            // a necessary one is in every answer; of the others each set is tried once
            if (is_forced) return;
        }
    }

    /// The first in R16's order; those whose bound is too late already are not planned.
    std::optional<Answers> best_opening() {
        std::vector<std::pair<std::vector<Date>, const Answers*>> by_bound;
        for (const auto& answers : openings_)
            by_bound.emplace_back(trial_.bound(answers), &answers);
        std::stable_sort(by_bound.begin(), by_bound.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::optional<Worth> best;
        const Answers* chosen = nullptr;
        for (const auto& [bound, answers] : by_bound) {
            if (best && bound > best->dates) break;
            const auto worth = trial_.best(*answers);
            if (!worth) continue;
            const auto rank = [](const Worth& w) { return std::tie(w.dates, w.cost, w.energy); };
            if (best && rank(*worth) >= rank(*best)) continue;
            best = worth;
            chosen = answers;
        }
        return chosen == nullptr ? std::nullopt : std::optional(*chosen);
    }

    const Trial& trial_;
    std::size_t looks_ = 0;
    bool has_more_ = false;
    std::vector<Answers> openings_;
};

}  // namespace

Opening opening_answers(const Trial& trial) { return Opener(trial).open(); }

std::vector<model::Question> telling_questions(const Trial& trial, const Attributes& asked,
                                               const std::vector<Date>& planned) {
    std::vector<model::Question> questions;
    for (const auto attribute : trial.unanswered(asked)) {
        // no value can do better than all of them at once
        if (trial.bound({}, {attribute}) >= planned) continue;
        model::Question best{attribute, 0, {}};
        auto to_beat = planned;
        for (const auto& value : values_to_try(trial.catalogue(), attribute)) {
            const Answers tried{{attribute, value, false}};
            if (trial.bound(tried) >= to_beat) continue;
            const auto worth = trial.best(tried, to_beat);
            if (!worth) continue;
            to_beat = worth->dates;
            best = {attribute, (planned.back() - worth->dates.back()).count, value};
        }
        if (*best.gain_days > 0) questions.push_back(std::move(best));
    }
    std::stable_sort(questions.begin(), questions.end(),
                     [](const auto& a, const auto& b) { return a.gain_days > b.gain_days; });
    return questions;
}

}  // namespace wegwijzer::route
