// SPDX-License-Identifier: Apache-2.0
#include "solve/trail.hpp"

namespace wegwijzer::solve {

Side Trail::add(std::int32_t lower, std::int32_t upper) {
    const Side side{sides()};
    for (const std::int32_t bound : {lower, -upper}) {
        lower_.push_back(bound);
        root_lower_.push_back(bound);
        last_rise_.push_back(none);
    }
    return side;
}

bool Trail::raise(Literal literal, Reason reason) {
    const auto side = literal.side.index;
    if (lower_[side] >= literal.value) return true;
    if (literal.value > upper(literal.side)) {
        refusal_ = {literal, reason};
        return false;
    }
    rises_.push_back({literal, lower_[side], last_rise_[side], level(), reason});
    last_rise_[side] = size() - 1;
    lower_[side] = literal.value;
    if (level() == 0) root_lower_[side] = literal.value;
    return true;
}

bool Trail::refuse(std::span<const Literal> reason) {
    refusal_ = {std::nullopt, keep(reason, Reason::Kind::literals)};
    return false;
}

Reason Trail::keep(std::span<const Literal> reason, Reason::Kind kind) {
    if (level() == 0) return {};
    const Reason held{kind, static_cast<std::uint32_t>(kept_.size()),
                      static_cast<std::uint32_t>(reason.size())};
    kept_.insert(kept_.end(), reason.begin(), reason.end());
    return held;
}

void Trail::open_level() { levels_.push_back({size(), static_cast<std::uint32_t>(kept_.size())}); }

void Trail::back_to(std::uint32_t target) {
    if (level() <= target) return;
    const Level start = levels_[target];
    for (std::size_t k = rises_.size(); k-- > start.rises;) {
        const Rise& rise = rises_[k];
        lower_[rise.literal.side.index] = rise.previous;
        last_rise_[rise.literal.side.index] = rise.before;
    }
    rises_.resize(start.rises);
    kept_.resize(start.kept);
    levels_.resize(target);
}

std::uint32_t Trail::rise_of(Literal literal) const {
    if (root_lower(literal.side) >= literal.value) return none;
    std::uint32_t rise = last_rise_[literal.side.index];
    while (rises_[rise].previous >= literal.value) rise = rises_[rise].before;
    return rise;
}

}  // namespace wegwijzer::solve
