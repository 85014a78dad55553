// SPDX-License-Identifier: Apache-2.0
#include "solve/analysis.hpp"

#include <algorithm>
#include <utility>

namespace wegwijzer::solve {

namespace {
constexpr auto none = Trail::none;
}

void Analysis::add_variable() {
    rise_.resize(rise_.size() + 2, none);
    value_.resize(value_.size() + 2);
}

std::optional<Lesson> Analysis::learn(std::uint32_t assumed) {
    causes_.clear();
    append_conflict(causes_);
    level_ = 0;
    for (const Literal literal : causes_)
        if (const auto rise = trail_.rise_of(literal); rise != none)
            level_ = std::max(level_, trail_[rise].level);
    if (level_ <= assumed) return std::nullopt;
    gather_conflict();
    return lesson(resolve());
}

/// The literals that are true and cannot all be.
void Analysis::append_conflict(std::vector<Literal>& out) const {
    const auto& [literal, reason] = trail_.refusal();
    if (reason.kind == Reason::Kind::clause) {
        for (const Literal one : clauses_[reason.at]) out.push_back(one.negated());
        return;
    }
    if (reason.kind != Reason::Kind::decision) {
        const auto kept = trail_.kept(reason);
        out.insert(out.end(), kept.begin(), kept.end());
    }
    if (literal) out.push_back(literal->negated());
}

void Analysis::gather_conflict() {
    if (trail_.refusal().reason.kind == Reason::Kind::clause)
        clauses_.bump(trail_.refusal().reason.at);
    open_ = 0;
    for (const Literal literal : causes_) gather(literal);
}

/// Adds a true literal to what the conflict rests on.
void Analysis::gather(Literal literal) {
    const std::uint32_t rise = trail_.rise_of(literal);
    if (rise == none || trail_[rise].level == 0) return;
    const auto side = literal.side.index;
    activity_.bump(literal);
    const std::uint32_t held = rise_[side];
    if (held != none && value_[side] >= literal.value) return;
    if (held == none) touched_.push_back(side);
    rise_[side] = rise;
    value_[side] = literal.value;
    if (held == rise || trail_[rise].level != level_) return;
    // an earlier rise of this side stays on the heap, and is passed over there
    if (held == none || trail_[held].level != level_) ++open_;
    heap_.push_back(rise);
    std::push_heap(heap_.begin(), heap_.end());
}

/// What made `rise` true, as far as its side had to be at least `needed`.
void Analysis::append_causes(std::uint32_t rise, std::int32_t needed,
                             std::vector<Literal>& out) const {
    const Literal risen = trail_[rise].literal;
    const Reason& reason = trail_[rise].reason;
    if (reason.kind == Reason::Kind::decision) return;
    if (reason.kind == Reason::Kind::clause) {
        for (const Literal literal : clauses_[reason.at])
            if (literal != risen) out.push_back(literal.negated());
        return;
    }
    const auto kept = trail_.kept(reason);
    const auto first = out.size();
    out.insert(out.end(), kept.begin(), kept.end());
    if (reason.kind == Reason::Kind::shift) out[first].value -= risen.value - needed;
}

/// Replaces literals of the conflict's level by their causes, last first, until one is left.
Literal Analysis::resolve() {
    for (;;) {
        std::pop_heap(heap_.begin(), heap_.end());
        const std::uint32_t rise = heap_.back();
        heap_.pop_back();
        const Side side = trail_[rise].literal.side;
        if (rise_[side.index] != rise) continue;
        const Literal literal{side, value_[side.index]};
        rise_[side.index] = none;
        if (open_ == 1) {
            heap_.clear();
            return literal;
        }
        --open_;
        if (trail_[rise].reason.kind == Reason::Kind::clause) clauses_.bump(trail_[rise].reason.at);
        causes_.clear();
        append_causes(rise, literal.value, causes_);
        for (const Literal cause : causes_) gather(cause);
    }
}

/// Whether the rest of the clause implies that the side of `rise` was at least `needed`.
bool Analysis::is_covered(std::uint32_t rise, std::int32_t needed, int depth) {
    if (trail_[rise].reason.kind == Reason::Kind::decision || depth == 0) return false;
    std::vector<Literal> causes;
    append_causes(rise, needed, causes);
    return std::all_of(causes.begin(), causes.end(),
                       [&](Literal cause) { return is_covered(cause, rise, depth - 1); });
}

/// Only what rose before counts, or two could excuse each other.
bool Analysis::is_covered(Literal cause, std::uint32_t by_then, int depth) {
    const std::uint32_t rise = trail_.rise_of(cause);
    if (rise == none || trail_[rise].level == 0) return true;
    const auto side = cause.side.index;
    if (rise_[side] != none && rise_[side] < by_then && value_[side] >= cause.value) return true;
    Covered& known = covered_[rise];
    if (known == Covered::unknown) {
        const bool is_implied = is_covered(rise, trail_[rise].literal.value, depth);
        covered_[rise] = is_implied ? Covered::yes : Covered::no;
        asked_.push_back(rise);
        return is_implied;
    }
    return known == Covered::yes;
}

Lesson Analysis::lesson(Literal last) {
    constexpr int depth = 12;
    Lesson lesson;
    lesson.clause.push_back(last.negated());
    covered_.resize(trail_.size(), Covered::unknown);
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    std::vector<std::uint32_t> levels;
    for (const auto side : touched_) {
        const std::uint32_t rise = rise_[side];
        if (rise == none || is_covered(rise, value_[side], depth)) continue;
        lesson.clause.push_back(Literal{{side}, value_[side]}.negated());
        levels.push_back(trail_[rise].level);
        if (levels.back() <= lesson.level) continue;
        lesson.level = levels.back();
        std::swap(lesson.clause[1], lesson.clause.back());
    }
    for (const auto side : touched_) rise_[side] = none;
    touched_.clear();
    for (const auto rise : asked_) covered_[rise] = Covered::unknown;
    asked_.clear();
    std::sort(levels.begin(), levels.end());
    lesson.spread =
        static_cast<std::uint32_t>(std::unique(levels.begin(), levels.end()) - levels.begin()) + 1;
    return lesson;
}

std::vector<Literal> Analysis::refused_decisions() const {
    std::vector<Literal> decisions;
    std::vector<bool> is_seen(trail_.size(), false);
    std::vector<std::uint32_t> todo;
    std::vector<Literal> causes;
    append_conflict(causes);
    for (;;) {
        for (const Literal cause : causes) {
            const std::uint32_t rise = trail_.rise_of(cause);
            if (rise == none || trail_[rise].level == 0 || is_seen[rise]) continue;
            is_seen[rise] = true;
            todo.push_back(rise);
        }
        if (todo.empty()) return decisions;
        const std::uint32_t rise = todo.back();
        todo.pop_back();
        causes.clear();
        if (trail_[rise].reason.kind == Reason::Kind::decision)
            decisions.push_back(trail_[rise].literal);
        else
            append_causes(rise, trail_[rise].literal.value, causes);
    }
}

}  // namespace wegwijzer::solve
