// SPDX-License-Identifier: Apache-2.0
#include "solve/solver.hpp"

#include <algorithm>
#include <utility>

namespace wegwijzer::solve {

Side Solver::add_integer(std::int32_t lower, std::int32_t upper) {
    back_to(0);
    const Side side = trail_.add(lower, upper);
    clauses_.add_variable();
    differences_.add_variable();
    analysis_.add_variable();
    activity_.add_variable(lower == 0 && upper == 1);
    listeners_.resize(trail_.sides());
    remembered_.push_back(lower);
    if (lower > upper) is_contradictory_ = true;
    return side;
}

Literal Solver::add_truth() { return at_least(add_integer(0, 1), 1); }

bool Solver::settle(Literal literal) {
    back_to(0);
    if (is_contradictory_ || !trail_.raise(literal, {})) is_contradictory_ = true;
    return !is_contradictory_;
}

void Solver::add_clause(std::span<const Literal> literals) {
    back_to(0);
    std::vector<Literal> kept;
    for (const Literal literal : literals) {
        if (is_true(literal)) return;
        if (!is_false(literal)) kept.push_back(literal);
    }
    if (kept.empty()) {
        is_contradictory_ = true;
    } else if (kept.size() == 1) {
        settle(kept.front());
    } else {
        clauses_.store(kept, 0);
    }
}

void Solver::add_difference(Side from, std::int32_t weight, Side to, std::optional<Literal> when) {
    back_to(0);
    if (!differences_.add(trail_, from, weight, to, when)) is_contradictory_ = true;
}

void Solver::add(std::unique_ptr<Propagator> propagator, std::span<const Side> sides, Pace pace) {
    back_to(0);
    const auto id = static_cast<std::uint32_t>(propagators_.size());
    propagators_.push_back(std::move(propagator));
    paces_.push_back(pace);
    is_waiting_.push_back(false);
    for (const Side side : sides) listeners_[side.index].push_back(id);
    wake(id);
}

bool Solver::imply(Literal literal, std::span<const Literal> reason) {
    return is_true(literal) || trail_.raise(literal, trail_.keep(reason, Reason::Kind::literals));
}

// --- propagation -----------------------------------------------------------------------------

void Solver::decide(Literal literal) {
    trail_.open_level();
    activity_.open_level();
    static_cast<void>(trail_.raise(literal, {}));
}

void Solver::back_to(std::uint32_t level) {
    if (trail_.level() <= level) return;
    trail_.back_to(level);
    activity_.back_to(level);
    done_ = std::min(done_, trail_.size());
    while (next_waiting()) {
    }
}

bool Solver::propagate() {
    for (;;) {
        while (done_ < trail_.size()) {
            const auto [risen, previous] = std::pair(trail_[done_].literal, trail_[done_].previous);
            ++done_;
            for (const auto id : listeners_[risen.side.index]) wake(id);
            if (!differences_.visit(trail_, risen, previous) ||
                !clauses_.visit(trail_, risen, previous))
                return false;
        }
        const auto next = next_waiting();
        if (!next) return true;
        if (!propagators_[*next]->propagate(*this)) return false;
    }
}

void Solver::wake(std::uint32_t propagator) {
    if (is_waiting_[propagator]) return;
    is_waiting_[propagator] = true;
    waiting_[static_cast<std::size_t>(paces_[propagator])].ids.push_back(propagator);
}

std::optional<std::uint32_t> Solver::next_waiting() {
    for (auto& [ids, head] : waiting_) {
        if (head < ids.size()) {
            const auto id = ids[head++];
            is_waiting_[id] = false;
            return id;
        }
        ids.clear();
        head = 0;
    }
    return std::nullopt;
}

// --- search ----------------------------------------------------------------------------------

namespace {

/// 1 1 2 1 1 2 4 …
/// @source Luby, Sinclair & Zuckerman (1993)
std::uint64_t luby(std::uint64_t k) {
    std::uint64_t size = 1;
    while (size < k + 1) size = 2 * size + 1;
    while (size - 1 != k) {
        size = (size - 1) / 2;
        k %= size;
    }
    return (size + 1) / 2;
}

}  // namespace

Answer Solver::search(std::span<const Literal> assumptions, const Brancher& brancher,
                      std::uint64_t conflicts, StopToken stop) {
    constexpr std::uint64_t round = 100;
    constexpr std::uint64_t between_looks = 64;
    back_to(0);
    core_.clear();
    const std::uint32_t assumed = assumptions.empty() ? 0 : 1;
    const std::uint64_t last = conflicts_ + std::min(conflicts, ~std::uint64_t{0} - conflicts_);
    std::uint64_t restarts = 0;
    std::uint64_t until_restart = conflicts_ + round;
    for (std::uint64_t looks = 0;; ++looks) {
        if (is_contradictory_) return Answer::unsatisfied;
        if (!propagate()) {
            if (!learn(assumed)) return Answer::unsatisfied;
        } else if (conflicts_ >= last || (looks % between_looks == 0 && stop.stop_requested())) {
            return Answer::limit;
        } else if (conflicts_ >= until_restart) {
            until_restart = conflicts_ + round * luby(++restarts);
            back_to(assumed);
            forget_some();
        } else if (trail_.level() < assumed) {
            if (!assume(assumptions)) return Answer::unsatisfied;
        } else if (const auto next = brancher(*this)) {
            decide(*next);
        } else {
            return Answer::satisfied;
        }
    }
}

/// All on one level, so that nothing is undone between conflicts that do not touch them.
bool Solver::assume(std::span<const Literal> assumptions) {
    trail_.open_level();
    activity_.open_level();
    for (const Literal literal : assumptions) {
        if (trail_.raise(literal, {})) continue;
        core_ = analysis_.refused_decisions();
        core_.push_back(literal);
        return false;
    }
    return true;
}

/// @returns false where nothing but assumptions can be taken back
bool Solver::learn(std::uint32_t assumed) {
    ++conflicts_;
    const auto lesson = analysis_.learn(std::min(assumed, trail_.level()));
    if (!lesson) {
        core_ = analysis_.refused_decisions();
        is_contradictory_ = core_.empty();
        return false;
    }
    back_to(lesson->level);
    Reason reason;
    if (lesson->clause.size() > 1)
        reason = {Reason::Kind::clause, clauses_.store(lesson->clause, lesson->spread), 0};
    if (!trail_.raise(lesson->clause.front(), reason)) is_contradictory_ = true;
    activity_.decay();
    clauses_.decay();
    return true;
}

void Solver::forget_some() {
    if (clauses_.learnt() <= most_learnt_) return;
    back_to(0);
    clauses_.forget(trail_);
    most_learnt_ += 1000;
}

std::optional<Literal> Solver::most_active() {
    const auto literal = activity_.top(trail_);
    if (!literal) return std::nullopt;
    return is_remembered(*literal) ? *literal : literal->negated();
}

std::optional<Literal> Solver::first_open() const {
    for (std::uint32_t v = 0; v < remembered_.size(); ++v) {
        const Side side{2 * v};
        if (is_fixed(side)) continue;
        const auto wanted = std::max(remembered_[v], lower(side));
        return wanted < upper(side) ? at_most(side, wanted) : at_least(side, upper(side));
    }
    return std::nullopt;
}

void Solver::remember_values() {
    for (std::uint32_t v = 0; v < remembered_.size(); ++v) remembered_[v] = lower({2 * v});
}

bool Solver::is_remembered(Literal literal) const {
    const std::int32_t value = remembered_[literal.side.variable()];
    return ((literal.side.index & 1U) == 0 ? value : -value) >= literal.value;
}

}  // namespace wegwijzer::solve
