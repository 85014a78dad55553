// SPDX-License-Identifier: Apache-2.0
#include "route/reach.hpp"

#include <algorithm>

#include "route/first_met.hpp"

namespace wegwijzer::route {

Bits::Bits(std::size_t size, bool full) : words_((size + 63) / 64, full ? ~std::uint64_t{0} : 0) {
    if (full && size % 64 != 0) words_.back() = (std::uint64_t{1} << (size % 64)) - 1;
}
Bits& Bits::operator|=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
    return *this;
}
Bits& Bits::operator&=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
    return *this;
}
Bits& Bits::remove(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
    return *this;
}

Date next_start(const Problem& problem, const Option& option, Date from) {
    const auto& fixed = problem.tasks[option.task].fixed;
    if (fixed) return from <= fixed->start ? fixed->start : Date::never;
    return problem.clock(option).next_start(from);
}

Reach::Reach(const Problem& problem, Depth depth)
    : problem_(problem),
      starts_(problem.options.size(), Date::never),
      atoms_(problem.atoms.size(), Date::never),
      finishes_(problem.tasks.size(), Date::never) {
    relax_dates();
    if (depth == Depth::dates) return;
    find_landmarks();
    share_costs();
}

Date Reach::first_met(TreeId id, Date from) const {
    return route::first_met(problem_.trees, id, from, [&](TreeId leaf, Date day) {
        const auto& tree = problem_.trees[leaf];
        Date first = atoms_[tree.atom];
        if (first != Date::never) first = std::max(day, first);
        for (const auto& hold : tree.holds)
            if (day < hold.days.until) first = std::min(first, std::max(day, hold.days.from));
        return first;
    });
}

/// The first start at which the option's needs can be met, as things are known now.
Date Reach::start_of(OptionId id) const {
    const auto& option = problem_.options[id];
    const auto& task = problem_.tasks[option.task];
    const auto& clock = problem_.clock(option);
    if (task.fixed) return task.fixed->start;
    Date start = std::max(problem_.on, task.not_before);
    if (task.prior != nothing) {
        const Date before = finishes_[task.prior];
        if (before == Date::never) return before;
        start = std::max(start, add_likely(before, task.lag, problem_.catalogue->holidays));
    }
    for (;;) {
        const Date from = start = clock.next_start(start);
        for (const auto& need : option.needs) {
            if (start == Date::never) return start;
            if (need.role == GroundNeed::Role::must || need.role == GroundNeed::Role::fund)
                continue;
            switch (need.at) {
                case model::At::start:
                case model::At::throughout:
                    start = first_met(need.tree, start);
                    break;
                case model::At::session: {
                    const Date begin = clock.begin(start);
                    const Date met = first_met(need.tree, begin);
                    if (met > begin)
                        start = met == Date::never ? met : clock.first_start_with_begin(met);
                    break;
                }
                case model::At::finish: {
                    if (option.is_open) break;
                    const Date finish = clock.finish(start);
                    const Date met = first_met(need.tree, finish);
                    if (met > finish)
                        start = met == Date::never ? met : clock.first_start_with_finish(met);
                    break;
                }
            }
        }
        if (start == from || start == Date::never) break;
    }
    const Date last = option.is_open ? start : clock.finish(start);
    return last > problem_.horizon ? Date::never : start;
}

Date Reach::award_day(OptionId id) const {
    const auto& option = problem_.options[id];
    if (starts_[id] == Date::never) return Date::never;
    if (option.is_open) return starts_[id];
    const auto& fixed = problem_.tasks[option.task].fixed;
    return fixed ? fixed->finish : problem_.clock(option).finish(starts_[id]);
}

Date Reach::award_day_of_group(std::uint32_t group) const {
    Date first = Date::never;
    for (const OptionId option : problem_.groups[group]) first = std::min(first, award_day(option));
    return first;
}

/// Whether the run costs more than the purse holds before anything is earned. A loan always helps.
bool Reach::is_beyond_purse(const Option& option) const {
    if (option.step == nullptr || !option.step->income.empty() || problem_.tasks[option.task].fixed)
        return false;
    const bool is_lent = std::any_of(option.payers.begin(), option.payers.end(),
                                     [](const Payer& payer) { return payer.lends; });
    return !is_lent && option.least_cost > *problem_.purse;
}

/// What starts before the first job must be paid from what is there: only where a job can be had
/// that way can anything dearer be reached (R18).
void Reach::relax_dates() {
    if (problem_.purse) {
        relax_dates([this](const Option& option) { return !is_beyond_purse(option); });
        const auto earns = [&](OptionId o) {
            const auto* step = problem_.options[o].step;
            return step != nullptr && !step->income.empty() && can_run(o);
        };
        bool is_earned = false;
        for (OptionId o = 0; o < problem_.options.size(); ++o) is_earned = is_earned || earns(o);
        if (!is_earned) return;
    }
    relax_dates([](const Option&) { return true; });
}

template <class IsOpen>
void Reach::relax_dates(IsOpen is_open) {
    for (bool changed = true; changed;) {
        changed = false;
        for (OptionId o = 0; o < problem_.options.size(); ++o) {
            if (!is_open(problem_.options[o])) continue;
            const Date start = start_of(o);
            if (start >= starts_[o]) continue;
            starts_[o] = start;
            changed = true;
            auto& finish = finishes_[problem_.options[o].task];
            finish = std::min(finish, award_day(o));
        }
        for (AtomId atom = 0; atom < problem_.atoms.size(); ++atom)
            for (const auto& giver : problem_.givers[atom])
                if (const Date day = award_day(giver.option); day < atoms_[atom]) {
                    atoms_[atom] = day;
                    changed = true;
                }
    }
}

Bits Reach::tree_landmarks_now(TreeId id) const {
    const auto& tree = problem_.trees[id];
    Bits bits(problem_.atoms.size());
    switch (tree.kind) {
        case Tree::Kind::atom:
            if (tree.holds.empty()) bits = atom_landmarks_[tree.atom];
            break;
        case Tree::Kind::all:
            for (const TreeId part : tree.parts) bits |= tree_landmarks_now(part);
            break;
        case Tree::Kind::any:
        case Tree::Kind::at_least:
            bits = Bits(problem_.atoms.size(), true);
            for (const TreeId part : tree.parts) bits &= tree_landmarks_now(part);
            break;
        default:
            break;
    }
    return bits;
}

Bits Reach::landmarks_of(const Option& option) const {
    Bits bits(problem_.atoms.size());
    if (problem_.tasks[option.task].fixed) return bits;
    for (const auto& need : option.needs)
        if (need.role != GroundNeed::Role::must && need.role != GroundNeed::Role::fund)
            bits |= tree_landmarks_now(need.tree);
    return bits;
}

/// Greatest fixed point: an atom needs itself, and what all its givers need.
void Reach::find_landmarks() {
    const auto size = problem_.atoms.size();
    atom_landmarks_.assign(size, Bits(size, true));
    for (bool changed = true; changed;) {
        changed = false;
        for (AtomId atom = 0; atom < size; ++atom) {
            Bits bits(size, true);
            for (const auto& giver : problem_.givers[atom])
                if (can_run(giver.option)) bits &= landmarks_of(problem_.options[giver.option]);
            bits.set(atom);
            if (bits == atom_landmarks_[atom]) continue;
            atom_landmarks_[atom] = std::move(bits);
            changed = true;
        }
    }
    for (const auto& option : problem_.options) needed_.push_back(landmarks_of(option));
    for (TreeId tree = 0; tree < problem_.trees.size(); ++tree)
        tree_landmarks_.push_back(tree_landmarks_now(tree));
}

/// Each option's cost is shared out over the atoms it gives, so that no cost counts twice.
void Reach::share_costs() {
    given_.assign(problem_.options.size(), Bits(problem_.atoms.size()));
    std::vector<std::int64_t> count(problem_.options.size(), 0);
    for (AtomId atom = 0; atom < problem_.atoms.size(); ++atom)
        for (const auto& giver : problem_.givers[atom])
            if (can_give_first(giver.option, atom) && !given_[giver.option].test(atom)) {
                given_[giver.option].set(atom);
                ++count[giver.option];
            }
    for (AtomId atom = 0; atom < problem_.atoms.size(); ++atom) {
        Least least{INT64_MAX, INT64_MAX, shares_of_a_step};
        for (const auto& giver : problem_.givers[atom]) {
            if (!can_run(giver.option) || !can_give_first(giver.option, atom)) continue;
            const auto& option = problem_.options[giver.option];
            if (problem_.tasks[option.task].fixed) least = {0, 0, 0};
            least.cents = std::min(least.cents, option.least_cost.cents / count[giver.option]);
            least.energy = std::min(least.energy, option.energy / count[giver.option]);
            least.step_shares = std::min(least.step_shares, shares_of_a_step / count[giver.option]);
        }
        least_of_atom_.push_back(least.cents == INT64_MAX ? Least{} : least);
    }
}

Reach::Least Reach::least(const Bits& landmarks) const {
    Least sum;
    landmarks.for_each([&](std::size_t atom) {
        sum.cents += least_of_atom_[atom].cents;
        sum.energy += least_of_atom_[atom].energy;
        sum.step_shares += least_of_atom_[atom].step_shares;
    });
    return sum;
}

}  // namespace wegwijzer::route
