// SPDX-License-Identifier: Apache-2.0
#include "route/unmet.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "route/unmet_limits.hpp"
#include "route/unmet_time.hpp"

namespace wegwijzer::route {

using model::Given;
using model::StepId;
using model::UnmetNeed;
using model::UnmetSet;

namespace {

constexpr std::size_t most_sets = 20;

bool is_same(const UnmetNeed& a, const UnmetNeed& b) {
    return !comes_first(a, b) && !comes_first(b, a);
}

/// Smallest sets of relaxations, any of which does. Empty: nothing helps; one empty set: nothing is
/// needed.
class Family {
public:
    static Family nothing_needed() {
        Family family;
        family.sets_.push_back({});
        return family;
    }
    static Family of(const UnmetNeed& need) {
        Family family;
        family.sets_.push_back({need});
        return family;
    }
    [[nodiscard]] bool is_impossible() const { return sets_.empty(); }
    [[nodiscard]] bool needs_nothing() const { return sets_.size() == 1 && sets_.front().empty(); }
    [[nodiscard]] const std::vector<UnmetSet>& sets() const { return sets_; }

    Family& operator|=(const Family& other) {
        sets_.insert(sets_.end(), other.sets_.begin(), other.sets_.end());
        tidy();
        return *this;
    }
    Family& operator&=(const Family& other) {
        std::vector<UnmetSet> together;
        for (const auto& a : sets_)
            for (const auto& b : other.sets_) {
                UnmetSet set;
                std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(set),
                               comes_first);
                if (set.size() <= most_together) together.push_back(std::move(set));
            }
        sets_ = std::move(together);
        tidy();
        return *this;
    }
    friend bool operator==(const Family& a, const Family& b) {
        return std::equal(a.sets_.begin(), a.sets_.end(), b.sets_.begin(), b.sets_.end(),
                          [](const UnmetSet& x, const UnmetSet& y) {
                              return std::equal(x.begin(), x.end(), y.begin(), y.end(), is_same);
                          });
    }

private:
    static bool set_comes_first(const UnmetSet& a, const UnmetSet& b) {
        if (a.size() != b.size()) return a.size() < b.size();
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), comes_first);
    }
    /// Smallest first, none that holds another, none twice.
    void tidy() {
        std::sort(sets_.begin(), sets_.end(), set_comes_first);
        std::vector<UnmetSet> kept;
        for (auto& set : sets_) {
            const bool holds_other =
                std::any_of(kept.begin(), kept.end(), [&](const UnmetSet& other) {
                    return std::includes(set.begin(), set.end(), other.begin(), other.end(),
                                         comes_first);
                });
            if (!holds_other) kept.push_back(std::move(set));
        }
        sets_ = std::move(kept);
    }
    std::vector<UnmetSet> sets_;
};

using AtomKey = std::tuple<Given::Kind, std::uint32_t, std::int32_t>;

AtomKey key_of(const Given& given) {
    return {given.kind,
            given.kind == Given::Kind::credential ? given.credential.index : given.attribute.index,
            given.rank};
}

/// Finds the relaxations by a least fixed point over facts, as if hours and time were plenty.
class Relaxer {
public:
    explicit Relaxer(const Situation& situation)
        : person_(*situation.person),
          question_(*situation.question),
          catalogue_(person_.catalogue()),
          window_{question_.on,
                  question_.horizon.value_or(add_months(question_.on, 20 * 12)) + Days{1}} {}

    Family goals() {
        for (;;) {
            const auto before = atoms_;
            Family all = Family::nothing_needed();
            for (const auto goal : question_.goals) all &= of(catalogue_[goal].reach);
            std::vector<AtomKey> known;
            for (const auto& [key, family] : atoms_) known.push_back(key);
            for (const auto& key : known) atoms_[key] = givers_of(key);
            if (atoms_ == before) return all;
        }
    }

    /// Circles among what the goals still lack: steps of which each asks for what the next gives
    /// (R25).
    std::vector<model::Circle> circles() {
        std::vector<model::Circle> found;
        std::vector<StepId> path;
        std::set<StepId> left_behind;
        for (const auto goal : question_.goals)
            if (const auto missing = missing_in(catalogue_[goal].reach))
                follow(*missing, path, left_behind, found);
        return found;
    }

private:
    Family of(const model::Expression& expression) {
        return expression.is_empty() ? Family::nothing_needed() : of(expression, expression.root());
    }

    Family of(const model::Expression& expression, const model::Node& node) {
        if (!node.is_given) {
            const auto days = rule::truth_days(expression, node, person_, catalogue_, window_);
            return days.yes.is_empty() ? Family() : Family::nothing_needed();
        }
        switch (node.op) {
            case model::Op::conjunction: {
                Family all = Family::nothing_needed();
                for (std::uint32_t k = 0; k < node.child_count; ++k)
                    all &= of(expression, expression.child(node, k));
                return all;
            }
            case model::Op::disjunction:
                return at_least(expression, node, 0, 1);
            case model::Op::at_least:
                return at_least(expression, node, 0, node.n);
            case model::Op::attribute:
                if (catalogue_.attributes[node.id].is_derived())
                    return of(catalogue_.attributes[node.id].is);
                return of_atom({Given::Kind::truth, {}, {node.id}, 0, {}});
            case model::Op::credential:
                return of_atom({Given::Kind::credential, {node.id}, {}, 0, {}});
            case model::Op::greater_equal:
                return of_atom({Given::Kind::level,
                                {},
                                {expression.child(node, 0).id},
                                static_cast<std::int32_t>(expression.child(node, 1).value.number),
                                {}});
            default:
                return {};
        }
    }

    Family at_least(const model::Expression& expression, const model::Node& node,
                    std::uint32_t from, std::uint32_t n) {
        if (n == 0) return Family::nothing_needed();
        Family any;
        for (std::uint32_t k = from; k + n <= node.child_count; ++k) {
            Family with = of(expression, expression.child(node, k));
            if (n > 1) with &= at_least(expression, node, k + 1, n - 1);
            any |= with;
        }
        return any;
    }

    Family of_atom(const Given& asked) {
        if (is_held(asked)) return Family::nothing_needed();
        return atoms_[key_of(asked)];
    }

    [[nodiscard]] bool is_held(const Given& asked) const {
        if (asked.kind == Given::Kind::credential)
            return person_.held(asked.credential, question_.on, std::nullopt) == model::Truth::yes;
        const auto value = person_.value(asked.attribute, question_.on);
        return value.is_known &&
               value.number >= (asked.kind == Given::Kind::level ? asked.rank : 1);
    }

    [[nodiscard]] bool gives(const model::Step& step, const AtomKey& key) const {
        const auto [kind, id, level] = key;
        const auto serves = [&, kind = kind, id = id, level = level](const Given& given) {
            if (given.kind != kind) return false;
            if (kind != Given::Kind::credential)
                return given.attribute.index == id &&
                       (kind == Given::Kind::truth || given.rank >= level);
            const auto& implied = catalogue_[given.credential].implies;
            return given.credential.index == id ||
                   std::any_of(implied.begin(), implied.end(),
                               [&](auto c) { return c.index == id; });
        };
        return std::any_of(step.gives.begin(), step.gives.end(), serves) ||
               std::any_of(
                   step.outcomes.begin(), step.outcomes.end(), [&](const model::Outcome& outcome) {
                       return std::any_of(outcome.gives.begin(), outcome.gives.end(), serves);
                   });
    }

    [[nodiscard]] bool is_for_person(const model::Step& step) const {
        return (step.when.is_empty() ||
                !rule::truth_days(step.when, person_, catalogue_, window_).yes.is_empty()) &&
               is_in_force(step) && step.only_in.is_none();
    }
    [[nodiscard]] bool is_in_force(const model::Step& step) const {
        return step.in_force.from < window_.until && step.in_force.until > window_.from;
    }

    /// Depth first from a missing fact to its givers and what these lack in turn; a step met again
    /// on the path closes a circle.
    void follow(const AtomKey& missing, std::vector<StepId>& path, std::set<StepId>& left_behind,
                std::vector<model::Circle>& found) const {
        constexpr std::size_t most_circles = 5;
        for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s) {
            const StepId id{s};
            const auto& step = catalogue_.steps[s];
            if (found.size() == most_circles || !gives(step, missing) || !is_for_person(step))
                continue;
            const auto again = std::find(path.begin(), path.end(), id);
            if (again != path.end()) {
                found.push_back({{again, path.end()}});
                continue;
            }
            if (left_behind.count(id) > 0) continue;
            path.push_back(id);
            for (std::uint32_t k = 0; k < step.needs.size(); ++k)
                if (!is_waived(id, k))
                    if (const auto next = missing_in(step.needs[k].is))
                        follow(*next, path, left_behind, found);
            path.pop_back();
            left_behind.insert(id);
        }
    }

    [[nodiscard]] std::optional<StepId> first_giver(const AtomKey& key) const {
        for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s)
            if (is_for_person(catalogue_.steps[s]) && gives(catalogue_.steps[s], key))
                return StepId{s};
        return std::nullopt;
    }

    Family givers_of(const AtomKey& key) {
        Family any;
        const bool has_step = first_giver(key).has_value();
        for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s) {
            const auto& step = catalogue_.steps[s];
            // a step that is not for this person is a way out only where there is no other
            if (!gives(step, key) || !step.only_in.is_none() || (has_step && !is_for_person(step)))
                continue;
            any |= of_step({s});
        }
        return any;
    }

    Family of_step(StepId id) {
        const auto& step = catalogue_[id];
        Family all = Family::nothing_needed();
        if (!is_in_force(step)) all &= Family::of({id, UnmetNeed::Part::in_force, 0, {}, {}});
        if (!step.when.is_empty() &&
            rule::truth_days(step.when, person_, catalogue_, window_).yes.is_empty())
            all &= Family::of({id, UnmetNeed::Part::when, 0, {}, {}});
        for (std::uint32_t k = 0; k < step.needs.size(); ++k) {
            if (is_waived(id, k)) continue;
            Family need = of(step.needs[k].is);
            if (!need.needs_nothing() && has_no_step(step.needs[k].is))
                need |= Family::of({id, UnmetNeed::Part::need, k, {}, {}});
            all &= need;
        }
        return all;
    }

    [[nodiscard]] bool is_waived(StepId step, std::uint32_t need) const {
        return std::any_of(question_.waivers.begin(), question_.waivers.end(),
                           [&](const Waiver& w) { return w.step == step && w.need == need; });
    }

    /// Whether this person has no step for what the need still lacks, or only one that leads back
    /// to it.
    [[nodiscard]] bool has_no_step(const model::Expression& expression) const {
        const auto missing = missing_in(expression);
        return !missing || !first_giver(*missing) || leads_back(*missing);
    }

    [[nodiscard]] bool leads_back(const AtomKey& start) const {
        std::set<AtomKey> seen;
        std::vector<AtomKey> todo{start};
        while (!todo.empty()) {
            const auto key = todo.back();
            todo.pop_back();
            for (const auto& step : catalogue_.steps) {
                if (!gives(step, key) || !is_for_person(step)) continue;
                for (const auto& need : step.needs)
                    if (const auto missing = missing_in(need.is)) {
                        if (*missing == start) return true;
                        if (seen.insert(*missing).second) todo.push_back(*missing);
                    }
            }
        }
        return false;
    }

    /// The first given fact in the expression that the person lacks; none where only outside facts
    /// are asked.
    [[nodiscard]] std::optional<AtomKey> missing_in(const model::Expression& expression) const {
        for (const auto& node : expression.nodes) {
            if (!node.is_given) continue;
            Given asked;
            if (node.op == model::Op::credential) {
                asked = {Given::Kind::credential, {node.id}, {}, 0, {}};
            } else if (node.op == model::Op::greater_equal) {
                asked = {Given::Kind::level,
                         {},
                         {expression.child(node, 0).id},
                         static_cast<std::int32_t>(expression.child(node, 1).value.number),
                         {}};
            } else if (node.op == model::Op::attribute &&
                       catalogue_.attributes[node.id].is_derived()) {
                if (auto inner = missing_in(catalogue_.attributes[node.id].is)) return inner;
                continue;
            } else {
                continue;
            }
            const auto family = atoms_.find(key_of(asked));
            if (is_held(asked) || (family != atoms_.end() && family->second.needs_nothing()))
                continue;
            return key_of(asked);
        }
        return std::nullopt;
    }

    const Person& person_;
    const Question& question_;
    const model::Catalogue& catalogue_;
    DayInterval window_;
    std::map<AtomKey, Family> atoms_;
};

}  // namespace

Obstacles obstacles_of(const Situation& situation) {
    Obstacles obstacles;
    Relaxer relaxer(situation);
    TimeRelaxer time(situation);
    const Family goals = relaxer.goals();
    if (goals.needs_nothing()) {
        obstacles = limits_in_the_way(situation);
        time.add_sets(obstacles);
        std::stable_sort(obstacles.unmet.begin(), obstacles.unmet.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    } else {
        // the fixed point asks whether, not when: what time forbids all the same is no way out
        for (const auto& set : goals.sets()) {
            if (obstacles.unmet.size() > most_sets) break;
            if (time.can_open(set)) obstacles.unmet.push_back(set);
        }
        if (goals.sets().empty() || obstacles.unmet.empty()) obstacles.is_complete = false;
        obstacles.circles = relaxer.circles();
    }
    if (obstacles.unmet.size() > most_sets) {
        obstacles.unmet.resize(most_sets);
        obstacles.is_complete = false;
    }
    return obstacles;
}

}  // namespace wegwijzer::route
