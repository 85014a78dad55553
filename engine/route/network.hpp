// SPDX-License-Identifier: Apache-2.0
/// A chosen set of runs and the constraints between their days.
///
/// Every constraint has the form "this day is no earlier than a monotone function of that day" (a
/// need, a lapse that asks for a fresher certificate, a job that must still last, an order of
/// hours), or bounds a day from above. The earliest days that meet them all are therefore one least
/// fixed point, found by raising days until nothing changes; docs/planner.md, section 4.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "route/problem.hpp"
#include "route/reach.hpp"

namespace wegwijzer::route {

using NodeId = std::uint16_t;

/// Counts the moves of a network. A constraint is applied again only where a day that it reads has
/// moved since it was applied last: the fixed point is the same, whatever the order.
using Tick = std::uint32_t;

/// A chosen run and its earliest days. `finish` of an open run is the first day on which it may
/// end. Until its pace is decided, `option` is the one of its group that would finish first.
struct Node {
    OptionId option = 0;
    bool is_decided = true;
    bool is_settled = false;  ///< session and finish are in line with the start
    Date start, begin, finish;
    Date latest_start = Date::never;
    Date latest_finish = Date::never;
    PayerSet chosen = 0;  ///< of Option::payers: who pays
    PayerSet open = 0;    ///< of these nobody has decided yet
    Tick moved = 0;       ///< when its days moved last
};

/// The days on which a need (or must) of a run is judged: [first, last], or none.
struct Judged {
    Date first, last;
    bool is_asked = true;
};

/// Which need of which run is meant.
struct Asker {
    NodeId node = 0;
    std::uint16_t need = 0;  ///< index in Option::needs
    friend bool operator==(const Asker&, const Asker&) = default;
};

/// A run serves a leaf of a need. With `relayed_by` it serves until that other link takes over.
struct Link {
    Asker asker;
    TreeId leaf = 0;
    NodeId giver = 0;
    std::uint32_t award = 0;
    bool is_relay = false;               ///< takes over from the link before it
    bool is_relayed = false;             ///< the link after it takes over
    std::uint32_t after_hold = nothing;  ///< takes over from this hold of the leaf
    Tick applied = 0;
};

/// The profile itself, or a finished run, serves a leaf.
struct HoldLink {
    Asker asker;
    TreeId leaf = 0;
    std::uint32_t hold = 0;
    Tick applied = 0;
};

/// An outside condition serves a leaf.
struct DaysLink {
    Asker asker;
    TreeId leaf = 0;
    Tick applied = 0;
};

/// An unresolved part of a need: bounds the run from below by what is possible at all.
struct Pending {
    Asker asker;
    TreeId tree = 0;
    Tick applied = 0;
};

/// An open run ends before its must is asked.
struct LeaveEarly {
    Asker asker;
    Tick applied = 0;
};

/// A run waits until money comes in (R18).
struct MoneyWait {
    NodeId node = 0;
    Date start;  ///< it starts no earlier
};

/// One run comes after another.
struct Order {
    enum class Kind {
        hours,  ///< its hours begin after the other's are over
        turn,   ///< a repetition: it starts after the other has finished (R10)
        prior,  ///< the attempt after a failed one: it starts a lag after that (R13)
    };
    NodeId before = 0, after = 0;
    Kind kind = Kind::hours;
    Tick applied = 0;
};

class Network {
public:
    Network() = default;  ///< of nothing; only to be assigned to
    Network(const Problem& problem, const Reach& reach) : problem_(&problem), reach_(&reach) {}

    /// Adds a run whose pace is still to be decided, where the option's group has several.
    NodeId add(OptionId option);
    void decide(NodeId node, OptionId option);
    /// Decides about a payer of the run, and about those that open on just the same.
    void choose_payer(NodeId node, std::size_t payer);
    void leave_payer(NodeId node, std::size_t payer);
    /// Two repetitions of one step change numbers; their days stay.
    void swap_tasks(NodeId a, NodeId b);
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] const Option& option(NodeId node) const {
        return problem_->options[nodes_[node].option];
    }
    [[nodiscard]] const GroundNeed& need(Asker asker) const {
        return option(asker.node).needs[asker.need];
    }
    [[nodiscard]] const Problem& problem() const { return *problem_; }
    /// The node that runs `task`, if one was chosen.
    [[nodiscard]] std::optional<NodeId> node_of(TaskId task) const;

    /// Raises days until all constraints hold. @returns false if that cannot be
    [[nodiscard]] bool propagate();
    /// Makes the run start on or after `day`; takes effect with `propagate`.
    void start_from(NodeId node, Date day);
    /// Makes the run's session (or start) fall on or after `day`.
    void begin_from(NodeId node, Date day);
    /// Makes an open run last until `day` at least.
    void end_from(NodeId node, Date day);
    /// The same runs and constraints, with no day raised yet.
    [[nodiscard]] Network afresh() const;
    /// As `start_from`, for want of money before that day.
    void start_when_paid(NodeId node, Date day);
    void start_by(NodeId node, Date day);
    void finish_by(NodeId node, Date day);
    [[nodiscard]] Judged judged(Asker asker) const;
    /// Whether what serves this need may be in hand only after what the asker gives is.
    /// @param takes_over  it serves from a later day on than the first that is judged
    [[nodiscard]] bool can_come_after(Asker asker, bool takes_over) const;
    /// Whether what serves this need must be in hand before what the asker gives is.
    [[nodiscard]] bool is_judged_on_the_way(Asker asker) const;
    /// Of each node, whether a chain of needs makes it be over before `last`, or it is `last`.
    [[nodiscard]] std::vector<bool> leading_to(NodeId last) const;
    /// Whether some chain of needs already leads from `earlier` to `later` (would close a circle).
    [[nodiscard]] bool leads_to(NodeId earlier, NodeId later) const;
    /// Whether the constraints make `earlier` finish before `later` starts.
    [[nodiscard]] bool is_over_before(NodeId earlier, NodeId later) const;

    std::vector<Link> links;
    std::vector<HoldLink> hold_links;
    std::vector<DaysLink> days_links;
    std::vector<Pending> pending;
    std::vector<LeaveEarly> early_leaves;
    std::vector<Order> orders;
    std::vector<MoneyWait> money_waits;

    [[nodiscard]] Date award_day(NodeId giver) const;
    [[nodiscard]] Date award_until(const Link& link) const;

private:
    [[nodiscard]] std::span<const OptionId> modes(NodeId node) const;
    template <class Map>
    [[nodiscard]] Date first_of_modes(NodeId node, Map map) const;
    [[nodiscard]] Date last_end() const;
    [[nodiscard]] bool settle(NodeId node);
    void raise_first(Asker asker, Date day);
    void raise_until(const Link& link, Date last);
    void note_move(Node& node);
    template <class Constraint>
    [[nodiscard]] bool is_due(Constraint& constraint, Tick moved) const;
    [[nodiscard]] Tick last_move(std::size_t link) const;
    void apply(std::size_t link);
    void apply(const HoldLink& link);
    void apply(const DaysLink& link);
    void apply(const Pending& part);
    void apply(const LeaveEarly& leave);
    void apply(const Order& order);
    void close_payers();

    const Problem* problem_ = nullptr;
    const Reach* reach_ = nullptr;
    std::vector<Node> nodes_;
    bool failed_ = false;
    bool has_moved_ = false;  // since the last round of constraints
    Tick tick_ = 0;
};

}  // namespace wegwijzer::route
