// SPDX-License-Identifier: Apache-2.0
#include "route/unmet_limits.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "route/attempt.hpp"
#include "route/purse.hpp"

namespace wegwijzer::route {

using model::UnmetNeed;

namespace {

constexpr std::size_t most_duties = 12;     // of which every set of up to three is tried
constexpr Money plenty{1'000'000'000'000};  // more than any route costs

/// What there would have to be in the purse for the first route found; none where there is none.
std::optional<Money> needed_by_first_route(const Situation& situation, const Person& person,
                                           const Question& question) {
    const Attempt attempt(ground(person, question, {question.on, situation.past, true, {}}),
                          question.stop);
    if (attempt.first() == nullptr) return std::nullopt;
    return savings_needed(attempt.first()->network);
}

bool opens_route(const Situation& situation, const Person& person, const Question& question) {
    return needed_by_first_route(situation, person, question).has_value();
}

/// The smallest sets of duties that a route would have to miss.
class DutyRelaxer {
public:
    explicit DutyRelaxer(const Situation& situation) : situation_(situation) {
        const auto& catalogue = situation.person->catalogue();
        for (std::uint32_t d = 0; d < catalogue.duties.size(); ++d)
            if (due_day(*situation.person, catalogue.duties[d], situation.question->on))
                duties_.push_back({d});
        if (duties_.size() > most_duties) duties_.resize(most_duties);
    }

    void relax(Obstacles& obstacles) {
        for (std::size_t size = 1; size <= 3; ++size) choose(size, 0, {}, obstacles);
    }

private:
    using Duties = std::vector<model::DutyId>;

    void choose(std::size_t size, std::size_t from, const Duties& chosen, Obstacles& obstacles) {
        const auto is_in = [&](const Duties& set) {
            return std::includes(chosen.begin(), chosen.end(), set.begin(), set.end());
        };
        if (std::any_of(found_.begin(), found_.end(), is_in)) return;
        if (chosen.size() < size) {
            for (std::size_t k = from; k < duties_.size(); ++k) {
                Duties more = chosen;
                more.push_back(duties_[k]);
                choose(size, k + 1, more, obstacles);
            }
            return;
        }
        Question relaxed = *situation_.question;
        relaxed.loose_duties = chosen;
        if (!opens_route(situation_, *situation_.person, relaxed)) return;
        found_.push_back(chosen);
        model::UnmetSet set;
        for (const auto duty : chosen)
            set.push_back(
                {{},
                 UnmetNeed::Part::duty,
                 duty.index,
                 {},
                 due_day(*situation_.person, situation_.person->catalogue()[duty], relaxed.on)});
        obstacles.unmet.push_back(std::move(set));
    }

    const Situation& situation_;
    Duties duties_;
    std::vector<Duties> found_;
};

/// The least savings that open a route: more never close one (R26).
Money least_savings(const Situation& situation, Money too_little, Money enough) {
    while (enough.cents - too_little.cents > 1) {
        Question relaxed = *situation.question;
        relaxed.savings = Money{too_little.cents + (enough.cents - too_little.cents) / 2};
        if (opens_route(situation, *situation.person, relaxed))
            enough = *relaxed.savings;
        else
            too_little = *relaxed.savings;
    }
    return enough;
}

/// Finds the way from a job back to the cost that it would have to pay first.
class PurseCircle {
public:
    PurseCircle(const Problem& problem, const Reach& reach, Money savings)
        : problem_(problem), reach_(reach), savings_(savings) {}

    /// The circle, if no job can be had without a step that costs more than the purse holds.
    [[nodiscard]] std::optional<model::Circle> find() const {
        std::optional<model::Circle> first;
        for (OptionId o = 0; o < problem_.options.size(); ++o) {
            const auto& option = problem_.options[o];
            if (option.step == nullptr || option.step->income.empty() || !reach_.can_run(o))
                continue;
            auto circle = circle_through(o);
            if (!circle) return std::nullopt;
            if (!first || circle->steps.size() < first->steps.size()) first = std::move(circle);
        }
        return first;
    }

private:
    /// For each fact that `id` needs on every way, the option that takes least from the purse.
    [[nodiscard]] std::vector<OptionId> needed_by(OptionId id) const {
        std::vector<OptionId> needed;
        for (const auto& need : problem_.options[id].needs) {
            if (need.role != GroundNeed::Role::need) continue;
            for (const AtomId atom : atoms_in(need.tree))
                if (reach_.landmarks(need.tree).test(atom))
                    if (const auto giver = cheapest_giver(atom)) needed.push_back(*giver);
        }
        return needed;
    }

    [[nodiscard]] std::vector<AtomId> atoms_in(TreeId id) const {
        const auto& tree = problem_.trees[id];
        if (tree.kind == Tree::Kind::atom) return {tree.atom};
        std::vector<AtomId> atoms;
        for (const TreeId part : tree.parts) {
            const auto more = atoms_in(part);
            atoms.insert(atoms.end(), more.begin(), more.end());
        }
        return atoms;
    }

    [[nodiscard]] std::optional<OptionId> cheapest_giver(AtomId atom) const {
        std::optional<OptionId> best;
        const auto rank = [&](OptionId id) {
            return std::pair(least_cash(id),
                             std::string_view(problem_.tasks[problem_.options[id].task].key));
        };
        for (const auto& giver : problem_.givers[atom])
            if (reach_.can_run(giver.option) && (!best || rank(giver.option) < rank(*best)))
                best = giver.option;
        return best;
    }

    [[nodiscard]] model::StepId step_of(OptionId id) const {
        return problem_.tasks[problem_.options[id].task].step;
    }

    /// What the option takes from the purse at least, whoever else pays.
    [[nodiscard]] std::int64_t least_cash(OptionId id) const {
        const auto& option = problem_.options[id];
        const bool is_lent = std::any_of(option.payers.begin(), option.payers.end(),
                                         [](const Payer& payer) { return payer.lends; });
        return is_lent ? 0 : option.least_cost.cents;
    }

    /// From the job back, breadth first, to the dearest step that it cannot do without.
    [[nodiscard]] std::optional<model::Circle> circle_through(OptionId job) const {
        std::vector<OptionId> reached{job};
        std::vector<std::size_t> from{0};
        std::int64_t cents = 0;
        std::size_t dearest = 0;
        for (std::size_t k = 0; k < reached.size(); ++k) {
            if (k > 0) cents += least_cash(reached[k]);
            if (k > 0 && least_cash(reached[k]) > (dearest == 0 ? 0 : least_cash(reached[dearest])))
                dearest = k;
            for (const OptionId next : needed_by(reached[k])) {
                const auto same = [&](OptionId o) { return step_of(o) == step_of(next); };
                if (std::any_of(reached.begin(), reached.end(), same)) continue;
                reached.push_back(next);
                from.push_back(k);
            }
        }
        if (dearest == 0 || cents <= savings_.cents) return std::nullopt;
        std::vector<model::StepId> back;
        for (std::size_t k = from[dearest]; k != 0; k = from[k])
            back.push_back(step_of(reached[k]));
        model::Circle circle;
        circle.steps = {step_of(reached[dearest]), {}, step_of(job)};
        circle.steps.insert(circle.steps.end(), back.rbegin(), back.rend());
        return circle;
    }

    const Problem& problem_;
    const Reach& reach_;
    Money savings_;
};

void relax_savings(const Situation& situation, Money savings, Obstacles& obstacles) {
    Question rich = *situation.question;
    rich.savings = plenty;
    const auto enough = needed_by_first_route(situation, *situation.person, rich);
    if (!enough) return;
    const Money least = least_savings(situation, savings, *enough);
    obstacles.unmet.push_back({{{}, UnmetNeed::Part::savings, 0, least.cents, {}}});
    auto problem = ground(*situation.person, *situation.question,
                          {situation.question->on, situation.past, false, {}});
    problem.purse.reset();  // what could be had if money were no matter
    if (auto circle = PurseCircle(problem, Reach(problem), savings).find())
        obstacles.circles.push_back(std::move(*circle));
}

}  // namespace

Obstacles limits_in_the_way(const Situation& situation) {
    Obstacles obstacles;
    const auto& savings = situation.person->profile().savings;
    if (savings) relax_savings(situation, *savings, obstacles);
    if (situation.question->duties_bind) DutyRelaxer(situation).relax(obstacles);
    return obstacles;
}

}  // namespace wegwijzer::route
