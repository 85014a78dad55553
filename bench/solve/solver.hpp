// SPDX-License-Identifier: Apache-2.0
/// A search over bounded integers that learns from every conflict: a clause over bounds that says
/// why it failed, never to be visited again.
///
/// Exact and deterministic: the same calls give the same answers, in any number of runs. It knows
/// nothing of routes or projects; whoever asks says what the integers mean.
/// @source lazy clause generation: Ohrimenko, Stuckey & Codish (2009)
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/progress.hpp"
#include "solve/activity.hpp"
#include "solve/analysis.hpp"
#include "solve/clauses.hpp"
#include "solve/differences.hpp"
#include "solve/trail.hpp"

namespace wegwijzer::solve {

class Solver;

/// A constraint of more than a few words. It is asked again whenever a side that it watches has
/// risen.
class Propagator {
public:
    virtual ~Propagator() = default;
    /// Derives what it can, each with its reason. @returns false on a conflict
    [[nodiscard]] virtual bool propagate(Solver& solver) = 0;
};

/// How long a propagator takes.
enum class Pace : std::uint8_t { fast, slow };

enum class Answer { satisfied, unsatisfied, limit };

/// What to try next; none where everything that matters is decided.
using Brancher = std::function<std::optional<Literal>(Solver&)>;

class Solver {
public:
    Solver() : analysis_(trail_, clauses_, activity_) {}
    Solver(const Solver&) = delete;  // its parts know each other
    Solver& operator=(const Solver&) = delete;

    /// @returns the side that is the integer itself, in [lower, upper]; at most ±10⁹
    Side add_integer(std::int32_t lower, std::int32_t upper);
    /// @returns the statement that a new truth value is true
    Literal add_truth();

    // Constraints are added before or between searches; they take back all decisions.

    /// One of them holds. A literal stands in a clause once, and not with its contrary.
    void add_clause(std::span<const Literal> literals);
    void add_clause(std::initializer_list<Literal> literals) {
        add_clause(std::span(literals.begin(), literals.size()));
    }
    /// `to` ≥ `from` + `weight`, always, or where `when` holds.
    void add_difference(Side from, std::int32_t weight, Side to,
                        std::optional<Literal> when = std::nullopt);
    /// Hands over a propagator, to be asked when one of `sides` rises; a slow one after all others.
    void add(std::unique_ptr<Propagator> propagator, std::span<const Side> sides,
             Pace pace = Pace::fast);
    /// Adds a fact for good. @returns false where nothing is left
    bool settle(Literal literal);

    [[nodiscard]] std::int32_t lower(Side side) const { return trail_.lower(side); }
    [[nodiscard]] std::int32_t upper(Side side) const { return trail_.upper(side); }
    [[nodiscard]] std::int32_t root_lower(Side side) const { return trail_.root_lower(side); }
    [[nodiscard]] bool is_fixed(Side side) const { return trail_.is_fixed(side); }
    [[nodiscard]] bool is_true(Literal literal) const { return trail_.is_true(literal); }
    [[nodiscard]] bool is_false(Literal literal) const { return trail_.is_false(literal); }

    /// For propagators: `literal` follows from `reason`, all true. @returns false on a conflict
    [[nodiscard]] bool imply(Literal literal, std::span<const Literal> reason);
    /// For propagators: these are all true, and cannot be. @returns false
    bool conflict(std::span<const Literal> reason) { return trail_.refuse(reason); }

    /// Searches until all is decided.
    /// @param assumptions  taken to hold in this call alone
    /// @param conflicts    gives up after so many
    [[nodiscard]] Answer search(std::span<const Literal> assumptions, const Brancher& brancher,
                                std::uint64_t conflicts, StopToken stop);
    /// After `unsatisfied` under assumptions: some of them that cannot hold together. Empty where
    /// there is no solution even without them.
    [[nodiscard]] const std::vector<Literal>& core() const { return core_; }
    /// Takes back all decisions.
    void restart() { back_to(0); }

    /// The undecided bound that conflicts have been about most lately, as it was in the values
    /// remembered. None where no truth value and no such bound is left.
    [[nodiscard]] std::optional<Literal> most_active();
    /// The first integer that is not fixed, towards the value remembered. None where all are.
    [[nodiscard]] std::optional<Literal> first_open() const;
    /// The values of now are to be tried first from now on.
    void remember_values();
    [[nodiscard]] bool is_remembered(Literal literal) const;

    [[nodiscard]] std::uint64_t conflicts() const { return conflicts_; }

private:
    void decide(Literal literal);
    void back_to(std::uint32_t level);
    [[nodiscard]] bool propagate();
    void wake(std::uint32_t propagator);
    [[nodiscard]] std::optional<std::uint32_t> next_waiting();
    [[nodiscard]] bool assume(std::span<const Literal> assumptions);
    [[nodiscard]] bool learn(std::uint32_t assumed);
    void forget_some();

    Trail trail_;
    Clauses clauses_;
    Differences differences_;
    Activity activity_;
    Analysis analysis_;
    std::uint32_t done_ = 0;         // rises that clauses and differences have seen
    bool is_contradictory_ = false;  // even without decisions

    std::vector<std::unique_ptr<Propagator>> propagators_;
    std::vector<Pace> paces_;
    std::vector<std::vector<std::uint32_t>> listeners_;  // by side
    std::vector<bool> is_waiting_;
    struct Queue {
        std::vector<std::uint32_t> ids;
        std::size_t head = 0;
    };
    std::array<Queue, 2> waiting_;  // by pace

    std::vector<std::int32_t> remembered_;  // by variable
    std::vector<Literal> core_;
    std::uint64_t conflicts_ = 0;
    std::size_t most_learnt_ = 4000;
};

}  // namespace wegwijzer::solve
