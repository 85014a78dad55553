// SPDX-License-Identifier: Apache-2.0
/// Which relaxed needs open a route once everything is dated: some needs are only out of reach
/// because of time (R24).
#pragma once

#include <cstddef>

#include "route/unmet.hpp"

namespace wegwijzer::route {

/// The order of sets and of what is in them (R24): step, part, index.
[[nodiscard]] bool comes_first(const model::UnmetNeed& a, const model::UnmetNeed& b);

class TimeRelaxer {
public:
    /// The situation must outlive it.
    explicit TimeRelaxer(const Situation& situation)
        : situation_(situation), catalogue_(situation.person->catalogue()) {}

    /// Whether the set may open a route, by planning without it; no is proven.
    [[nodiscard]] bool can_open(const model::UnmetSet& set);

    /// Adds the smallest sets where everything is within reach but time forbids: what asks for
    /// something young, asks all along, or is only there for a while; and the least hours a week.
    void add_sets(Obstacles& obstacles);

private:
    enum class Tried { found, none, unsure };
    Tried route_with(const Person& person, const Question& question);
    [[nodiscard]] model::UnmetSet candidates() const;
    [[nodiscard]] bool ends(const model::Expression& when) const;
    void try_sets(const model::UnmetSet& all, std::size_t from, std::size_t size,
                  model::UnmetSet& set, Obstacles& found);
    void add_hours(Obstacles& obstacles);

    const Situation& situation_;
    const model::Catalogue& catalogue_;
    int tries_ = 0;
};

}  // namespace wegwijzer::route
