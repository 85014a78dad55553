// SPDX-License-Identifier: Apache-2.0
/// When a need's tree becomes true, whoever tells it of the leaves: the least days of reachability
/// (docs/planner.md, section 3), or the runs of a draw.
#pragma once

#include <algorithm>
#include <vector>

#include "route/problem.hpp"

namespace wegwijzer::route {

/// First day ≥ `from` on which the tree is true; Date::never where there is none.
/// @param first_held  (TreeId, Date) → Date: the same for a leaf that is an atom
template <class FirstHeld>
[[nodiscard]] Date first_met(const std::vector<Tree>& trees, TreeId id, Date from,
                             FirstHeld&& first_held) {
    const auto& tree = trees[id];
    switch (tree.kind) {
        case Tree::Kind::always:
            return from;
        case Tree::Kind::never:
            return Date::never;
        case Tree::Kind::days:
            return tree.days.next(from).value_or(Date::never);
        case Tree::Kind::atom:
            return first_held(id, from);
        case Tree::Kind::all:
            for (Date day = from;;) {
                const Date before = day;
                for (const TreeId part : tree.parts)
                    if (day = first_met(trees, part, day, first_held); day == Date::never)
                        return day;
                if (day == before) return day;
            }
        case Tree::Kind::any: {
            Date first = Date::never;
            for (const TreeId part : tree.parts)
                first = std::min(first, first_met(trees, part, from, first_held));
            return first;
        }
        case Tree::Kind::at_least:
            // the day by which n have been true may be one on which fewer are: look again from it
            for (Date day = from;;) {
                std::vector<Date> met;
                for (const TreeId part : tree.parts)
                    met.push_back(first_met(trees, part, day, first_held));
                const auto nth = met.begin() + (tree.n - 1);
                std::nth_element(met.begin(), nth, met.end());
                if (*nth == Date::never || *nth == day) return *nth;
                day = *nth;
            }
    }
    return Date::never;
}

}  // namespace wegwijzer::route
