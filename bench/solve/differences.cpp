// SPDX-License-Identifier: Apache-2.0
#include "solve/differences.hpp"

#include <span>

namespace wegwijzer::solve {

void Differences::add_variable() {
    from_.resize(from_.size() + 2);
    awakenings_.resize(awakenings_.size() + 2);
}

bool Differences::add(Trail& trail, Side from, std::int32_t weight, Side to,
                      std::optional<Literal> when) {
    std::uint32_t condition = always;
    if (when) {
        condition = static_cast<std::uint32_t>(conditions_.size());
        conditions_.push_back(*when);
    }
    // both ways round: to ≥ from + weight is −from ≥ −to + weight
    return add(trail, from, {to, weight, condition}) &&
           add(trail, to.flipped(), {from.flipped(), weight, condition});
}

bool Differences::add(Trail& trail, Side from, const Difference& difference) {
    auto& list = from_[from.index];
    list.push_back(difference);
    if (difference.when != always) {
        const Literal when = conditions_[difference.when];
        awakenings_[when.side.index].push_back(
            {when.value, from, static_cast<std::uint32_t>(list.size()) - 1});
    }
    return push(trail, from, difference);
}

bool Differences::visit(Trail& trail, Literal risen, std::int32_t previous) const {
    for (const Difference& difference : from_[risen.side.index])
        if (!push(trail, risen.side, difference)) return false;
    for (const Awakening& awakening : awakenings_[risen.side.index]) {
        if (awakening.value <= previous || awakening.value > risen.value) continue;
        if (!push(trail, awakening.from, from_[awakening.from.index][awakening.index]))
            return false;
    }
    return true;
}

bool Differences::push(Trail& trail, Side from, const Difference& difference) const {
    const std::int32_t value = trail.lower(from) + difference.weight;
    if (value <= trail.lower(difference.to)) return true;
    const Literal cause = at_least(from, trail.lower(from));
    if (difference.when == always)
        return trail.raise(at_least(difference.to, value),
                           trail.keep(std::span(&cause, 1), Reason::Kind::shift));
    const Literal when = conditions_[difference.when];
    if (trail.is_false(when)) return true;
    if (trail.is_true(when)) {
        const Literal causes[] = {cause, when};
        return trail.raise(at_least(difference.to, value), trail.keep(causes, Reason::Kind::shift));
    }
    const std::int32_t most = trail.upper(difference.to);
    if (value <= most) return true;
    const Literal causes[] = {at_least(from, most - difference.weight + 1),
                              at_most(difference.to, most)};
    return trail.raise(when.negated(), trail.keep(causes, Reason::Kind::literals));
}

}  // namespace wegwijzer::solve
