// SPDX-License-Identifier: Apache-2.0
#include "solve/clauses.hpp"

#include <algorithm>
#include <utility>

namespace wegwijzer::solve {

std::uint32_t Clauses::store(std::span<const Literal> literals, std::uint32_t spread) {
    const auto id = static_cast<std::uint32_t>(clauses_.size());
    clauses_.push_back({static_cast<std::uint32_t>(literals_.size()),
                        static_cast<std::uint32_t>(literals.size()), spread, bump_});
    literals_.insert(literals_.end(), literals.begin(), literals.end());
    watch(id, 0);
    watch(id, 1);
    if (spread > 0) ++learnt_;
    return id;
}

void Clauses::watch(std::uint32_t clause, std::uint32_t position) {
    const Literal* const literals = literals_.data() + clauses_[clause].at;
    const Literal negated = literals[position].negated();
    auto& bounds = watches_[negated.side.index];
    auto place = std::lower_bound(bounds.begin(), bounds.end(), negated.value,
                                  [](const Bound& b, std::int32_t v) { return b.value < v; });
    if (place == bounds.end() || place->value != negated.value)
        place = bounds.insert(place, {negated.value, {}});
    place->watches.push_back({clause, literals[1 - position]});
}

bool Clauses::visit(Trail& trail, Literal risen, std::int32_t previous) {
    const auto& bounds = watches_[risen.side.index];
    const auto first = std::upper_bound(bounds.begin(), bounds.end(), previous,
                                        [](std::int32_t v, const Bound& b) { return v < b.value; });
    // clauses that move to another watch of this side move further on, past what is visited
    for (auto k = static_cast<std::size_t>(first - bounds.begin());
         k < bounds.size() && bounds[k].value <= risen.value; ++k)
        if (!visit(trail, risen.side, k)) return false;
    return true;
}

bool Clauses::visit(Trail& trail, Side side, std::size_t bound) {
    auto& bounds = watches_[side.index];
    const Literal failed = Literal{side, bounds[bound].value}.negated();
    auto list = std::move(bounds[bound].watches);
    std::size_t kept = 0;
    std::size_t k = 0;
    bool is_well = true;
    for (; k < list.size() && is_well; ++k) {
        Watch watched = list[k];
        if (!trail.is_true(watched.blocker)) {
            if (is_moved(trail, watched.clause, failed)) continue;
            const Literal left = literals_[clauses_[watched.clause].at];
            watched.blocker = left;
            is_well = trail.raise(left, {Reason::Kind::clause, watched.clause, 0});
        }
        list[kept++] = watched;
    }
    list.erase(std::move(list.begin() + static_cast<std::ptrdiff_t>(k), list.end(),
                         list.begin() + static_cast<std::ptrdiff_t>(kept)),
               list.end());
    bounds[bound].watches = std::move(list);
    return is_well;
}

/// Puts `failed` second, and watches another literal in its place if there is one.
bool Clauses::is_moved(Trail& trail, std::uint32_t clause, Literal failed) {
    const std::uint32_t size = clauses_[clause].size;
    Literal* const literals = literals_.data() + clauses_[clause].at;
    if (literals[0] == failed) std::swap(literals[0], literals[1]);
    if (trail.is_true(literals[0])) return false;
    for (std::uint32_t other = 2; other < size; ++other)
        if (!trail.is_false(literals[other])) {
            std::swap(literals[1], literals[other]);
            watch(clause, 1);
            return true;
        }
    return false;
}

void Clauses::bump(std::uint32_t clause) {
    if (clauses_[clause].spread > 0) clauses_[clause].activity += bump_;
}

void Clauses::decay() {
    constexpr float much = 1e20F;
    bump_ /= 0.999F;
    if (bump_ < much) return;
    for (Clause& clause : clauses_) clause.activity /= much;
    bump_ /= much;
}

std::vector<bool> Clauses::served_least() const {
    constexpr std::uint32_t always_kept = 2;  // levels: such clauses decide much
    std::vector<std::uint32_t> learnt;
    for (std::uint32_t id = 0; id < clauses_.size(); ++id)
        if (clauses_[id].spread > always_kept) learnt.push_back(id);
    std::sort(learnt.begin(), learnt.end(), [&](auto a, auto b) {
        return std::pair(clauses_[a].activity, a) < std::pair(clauses_[b].activity, b);
    });
    std::vector<bool> is_dropped(clauses_.size(), false);
    for (std::size_t k = 0; k < learnt.size() / 2; ++k) is_dropped[learnt[k]] = true;
    return is_dropped;
}

void Clauses::forget(const Trail& trail) {
    const auto is_dropped = served_least();
    const auto clauses = std::exchange(clauses_, {});
    const auto literals = std::exchange(literals_, {});
    for (auto& bounds : watches_) bounds.clear();
    learnt_ = 0;
    std::vector<Literal> rest;
    for (std::uint32_t id = 0; id < clauses.size(); ++id) {
        const auto all = std::span(literals).subspan(clauses[id].at, clauses[id].size);
        if (is_dropped[id] ||
            std::any_of(all.begin(), all.end(), [&](Literal l) { return trail.is_true(l); }))
            continue;
        rest.clear();
        std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
                     [&](Literal l) { return !trail.is_false(l); });
        store(rest, clauses[id].spread);
        clauses_.back().activity = clauses[id].activity;
    }
}

}  // namespace wegwijzer::solve
