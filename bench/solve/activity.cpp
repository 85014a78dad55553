// SPDX-License-Identifier: Apache-2.0
#include "solve/activity.hpp"

#include <algorithm>

namespace wegwijzer::solve {

void Activity::add_variable(bool is_truth) {
    const Side side{2 * static_cast<std::uint32_t>(cuts_.size())};
    cuts_.emplace_back();
    if (is_truth) insert(bound_of(at_least(side, 1)));
}

/// "The other side is at least v" is "the variable is not at least 1 − v".
std::uint32_t Activity::bound_of(Literal literal) {
    if ((literal.side.index & 1U) == 1) literal = literal.negated();
    auto& cuts = cuts_[literal.side.variable()];
    const auto place =
        std::lower_bound(cuts.begin(), cuts.end(), literal.value,
                         [](const Cut& cut, std::int32_t value) { return cut.value < value; });
    if (place != cuts.end() && place->value == literal.value) return place->bound;
    const auto bound = static_cast<std::uint32_t>(bounds_.size());
    cuts.insert(place, {literal.value, bound});
    bounds_.push_back({literal, 0, Trail::none});
    return bound;
}

void Activity::bump(Literal literal) {
    constexpr double much = 1e100;
    const auto known = bounds_.size();
    const std::uint32_t bound = bound_of(literal);
    bounds_[bound].activity += bump_;
    if (bounds_[bound].activity > much) {
        for (Bound& one : bounds_) one.activity /= much;
        bump_ /= much;
    }
    if (bounds_[bound].place != Trail::none)
        rise(bounds_[bound].place);
    else if (bounds_.size() > known)
        insert(bound);
}

std::optional<Literal> Activity::top(const Trail& trail) {
    while (!heap_.empty()) {
        const Literal literal = bounds_[heap_.front()].literal;
        if (!trail.is_true(literal) && !trail.is_false(literal)) return literal;
        take_top();
    }
    return std::nullopt;
}

void Activity::take_top() {
    const std::uint32_t bound = heap_.front();
    taken_.push_back(bound);
    bounds_[bound].place = Trail::none;
    const std::uint32_t last = heap_.back();
    heap_.pop_back();
    if (heap_.empty()) return;
    put(0, last);
    sink(0);
}

void Activity::back_to(std::uint32_t level) {
    if (levels_.size() <= level) return;
    for (std::size_t k = levels_[level]; k < taken_.size(); ++k) insert(taken_[k]);
    taken_.resize(levels_[level]);
    levels_.resize(level);
}

bool Activity::is_ahead(std::uint32_t a, std::uint32_t b) const {
    const double one = bounds_[a].activity;
    const double other = bounds_[b].activity;
    return one != other ? one > other : a < b;
}

void Activity::put(std::size_t place, std::uint32_t bound) {
    heap_[place] = bound;
    bounds_[bound].place = static_cast<std::uint32_t>(place);
}

void Activity::rise(std::size_t place) {
    const std::uint32_t bound = heap_[place];
    for (; place > 0 && is_ahead(bound, heap_[(place - 1) / 2]); place = (place - 1) / 2)
        put(place, heap_[(place - 1) / 2]);
    put(place, bound);
}

void Activity::sink(std::size_t place) {
    const std::uint32_t bound = heap_[place];
    for (std::size_t child = 2 * place + 1; child < heap_.size(); child = 2 * place + 1) {
        if (child + 1 < heap_.size() && is_ahead(heap_[child + 1], heap_[child])) ++child;
        if (!is_ahead(heap_[child], bound)) break;
        put(place, heap_[child]);
        place = child;
    }
    put(place, bound);
}

void Activity::insert(std::uint32_t bound) {
    heap_.push_back(bound);
    rise(heap_.size() - 1);
}

}  // namespace wegwijzer::solve
