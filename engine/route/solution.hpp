// SPDX-License-Identifier: Apache-2.0
/// A complete choice with its best schedule, and the order and dominance of such.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "route/network.hpp"

namespace wegwijzer::route {

/// What routes are compared by (R16): dates of the goals in order, own cost, hours.
struct Worth {
    std::vector<Date> dates;
    Money cost;
    std::int64_t energy = 0;  ///< hours times 700, without open runs
    friend bool operator==(const Worth&, const Worth&) = default;
};

/// What breaks ties of worth, as far as it can be bounded: surest first, then the fewest steps.
struct Tie {
    double surety = 1;
    bool surety_is_known = true;
    std::int64_t steps = 0;
    friend bool operator==(const Tie&, const Tie&) = default;
};
[[nodiscard]] bool is_ahead(const Tie& a, const Tie& b);

/// A bound, or the exact values: what a route is worth, and how it stands among its equals.
struct Standing {
    Worth worth;
    Tie tie;
};

/// No worse in all three. Dates compare in order, as one (R14).
[[nodiscard]] bool covers(const Worth& better, const Worth& worse);

struct Solution {
    Network network;  ///< its `problem` and `reach` must live as long as it is searched or moved
    Worth worth;
    Tie tie;
    std::shared_ptr<const Network> choice;  ///< as chosen, before paces and hours were settled
};

/// The order of R16: date, cost, hours, surest, fewest steps, ids, then keys with version, pace and
/// starts.
[[nodiscard]] bool comes_before(const Solution& a, const Solution& b);
/// The same with cost, hours or surety first.
[[nodiscard]] bool is_cheaper(const Solution& a, const Solution& b);
[[nodiscard]] bool is_lighter(const Solution& a, const Solution& b);
[[nodiscard]] bool is_surer(const Solution& a, const Solution& b);

/// Nodes of planned or running steps (not goals), in the order of their keys.
[[nodiscard]] std::vector<NodeId> by_key(const Network& network);

/// Repetitions of a step are numbered in the order of their starts.
void number_by_time(Network& network);

/// The days on which a tree is true by what the network's runs and the profile give, one run left
/// out.
inline constexpr NodeId no_node = 0xffff;
[[nodiscard]] DaySet days_true(const Network& network, TreeId tree, NodeId left_out = no_node);
/// Whether a need (or must, or reach) holds on all the days on which it is judged.
[[nodiscard]] bool is_met(const Network& network, Asker asker, NodeId left_out = no_node);
/// R12: no run can be taken out.
[[nodiscard]] bool is_minimal(const Network& network);

/// Non-dominated solutions. Of equal worth, the first in order stays.
class Front {
public:
    void insert(Solution solution);
    /// Whether nothing that stands no better than `bound` could still enter, unless by its ids,
    /// keys or starts.
    [[nodiscard]] bool shuts_out(const Standing& bound) const;
    [[nodiscard]] const std::vector<Solution>& members() const { return members_; }
    [[nodiscard]] std::vector<Solution>& members() { return members_; }

private:
    std::vector<Solution> members_;
};

}  // namespace wegwijzer::route
