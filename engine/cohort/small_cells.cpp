// SPDX-License-Identifier: Apache-2.0
#include "cohort/small_cells.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace wegwijzer::cohort {
namespace {

class Hider {
public:
    Hider(const std::vector<Fares>& groups, std::size_t variants, std::uint64_t least)
        : groups_(groups), variants_(variants), least_(least) {
        hidden_.groups.assign(variants, std::vector<bool>(groups.size(), false));
        hidden_.totals.assign(variants, false);
        for (const auto& fares : groups) {
            sizes_.push_back(0);
            for (const auto& fare : fares) sizes_.back() += fare.people;
        }
    }

    Hidden hide() {
        hide_totals();
        for (std::size_t g = 0; g < groups_.size(); ++g) hide_in(g);
        while (hide_complements()) {
        }
        return std::move(hidden_);
    }

private:
    using Set = std::vector<bool>;  // of groups

    [[nodiscard]] bool is_small(std::uint64_t count) const { return count > 0 && count < least_; }

    template <class Key>
    [[nodiscard]] bool is_safe(const Set& set, Key key) const {
        std::map<int, std::uint64_t> cells;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if (set[g])
                for (const auto& fare : groups_[g]) cells[key(fare)] += fare.people;
        return std::none_of(cells.begin(), cells.end(),
                            [&](const auto& cell) { return is_small(cell.second); });
    }

    [[nodiscard]] bool is_safe_alone(const Set& set, std::size_t v) const {
        return is_safe(set, [&](const Fare& fare) {
            return (fare.reaches[0] ? 4 : 0) + (fare.reaches[v] ? 2 : 0) + (fare.gains[v] ? 1 : 0);
        });
    }

    [[nodiscard]] bool is_safe_pair(const Set& set, std::size_t a, std::size_t b) const {
        return is_safe(set, [&](const Fare& fare) {
            return (fare.reaches[a] ? 2 : 0) + (fare.reaches[b] ? 1 : 0);
        });
    }

    [[nodiscard]] Set only(std::size_t group) const {
        Set set(groups_.size(), false);
        set[group] = true;
        return set;
    }

    void hide_totals() {
        const Set all(groups_.size(), true);
        for (std::size_t v = 0; v < variants_; ++v) {
            bool is_safe_here = is_safe_alone(all, v) && !hidden_.totals[0];
            for (std::size_t other = 1; other < v; ++other)
                if (!hidden_.totals[other])
                    is_safe_here = is_safe_here && is_safe_pair(all, other, v);
            if (is_safe_here) continue;
            hidden_.totals[v] = true;
            hidden_.groups[v].assign(groups_.size(), true);
        }
    }

    void hide_in(std::size_t group) {
        const Set set = only(group);
        for (std::size_t v = 0; v < variants_; ++v) {
            bool is_safe_here = is_safe_alone(set, v) && !hidden_.groups[0][group];
            for (std::size_t other = 1; other < v; ++other)
                if (!hidden_.groups[other][group])
                    is_safe_here = is_safe_here && is_safe_pair(set, other, v);
            if (!is_safe_here) hide(v, group);
        }
    }

    void hide(std::size_t variant, std::size_t group) {
        hidden_.groups[variant][group] = true;
        if (variant == 0)
            for (auto& groups : hidden_.groups) groups[group] = true;
    }

    [[nodiscard]] bool hides_none(const Set& set) const {
        return std::none_of(set.begin(), set.end(), [](bool is_in) { return is_in; });
    }

    /// Of the groups that are told under the variant the smallest, the first of equals.
    [[nodiscard]] std::optional<std::size_t> smallest_told(std::size_t variant) const {
        std::optional<std::size_t> smallest;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if (!hidden_.groups[variant][g] && (!smallest || sizes_[g] < sizes_[*smallest]))
                smallest = g;
        return smallest;
    }

    /// What a total less the told groups leaves. @returns whether one group more is hidden
    bool hide_complements() {
        for (std::size_t v = 0; v < variants_; ++v) {
            if (hidden_.totals[v] || hides_none(hidden_.groups[v])) continue;
            if (!is_safe_alone(hidden_.groups[v], v) && hide_smallest(v)) return true;
            for (std::size_t other = 1; other < v; ++other) {
                if (hidden_.totals[other]) continue;
                Set both = hidden_.groups[v];
                for (std::size_t g = 0; g < both.size(); ++g)
                    both[g] = both[g] || hidden_.groups[other][g];
                if (!is_safe_pair(both, other, v) && (hide_smallest(v) || hide_smallest(other)))
                    return true;
            }
        }
        return false;
    }

    bool hide_smallest(std::size_t variant) {
        const auto group = smallest_told(variant);
        if (group) hide(variant, *group);
        return group.has_value();
    }

    const std::vector<Fares>& groups_;
    std::size_t variants_;
    std::uint64_t least_;
    std::vector<std::uint64_t> sizes_;
    Hidden hidden_;
};

}  // namespace

Hidden hide_small_cells(const std::vector<Fares>& groups, std::size_t variants,
                        std::uint64_t least) {
    return Hider(groups, variants, least).hide();
}

}  // namespace wegwijzer::cohort
