// SPDX-License-Identifier: Apache-2.0
#include "solve/lightest.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace wegwijzer::solve {

namespace {

class Cores {
public:
    Cores(Solver& solver, const std::vector<Term>& terms, std::uint64_t conflicts, StopToken stop)
        : solver_(solver), last_(solver.conflicts() + conflicts), stop_(stop) {
        for (const Term& term : terms) weights_[term.side.index] += term.weight;
    }

    BoundedSum run() {
        std::int64_t least_weight = 1;
        for (const auto& [side, weight] : weights_) least_weight = std::max(least_weight, weight);
        // heavy terms first: their cores say most
        for (;; least_weight = next_lighter(least_weight)) {
            while (take_core(least_weight)) {
            }
            if (least_weight <= 1 || is_over_) break;
        }
        return sum();
    }

private:
    [[nodiscard]] BoundedSum sum() const {
        BoundedSum sum;
        sum.constant = constant_;
        sum.least = constant_;
        sum.is_exact = !is_over_;
        for (const auto& [side, weight] : weights_) {
            if (weight == 0) continue;
            sum.terms.push_back({weight, {side}});
            sum.least += weight * solver_.root_lower({side});
        }
        return sum;
    }

    [[nodiscard]] std::int64_t next_lighter(std::int64_t weight) const {
        std::int64_t next = 1;
        for (const auto& [side, w] : weights_)
            if (w < weight) next = std::max(next, w);
        return std::max<std::int64_t>(1, std::min(next, weight / 2));
    }

    [[nodiscard]] Answer search(const std::vector<Literal>& assumptions, std::uint64_t conflicts) {
        return solver_.search(
            assumptions,
            [](Solver& s) {
                const auto literal = s.most_active();
                return literal ? literal : s.first_open();
            },
            conflicts, stop_);
    }

    /// @returns whether there was one among the terms of at least this weight
    bool take_core(std::int64_t least_weight) {
        if (solver_.conflicts() >= last_ || stop_.stop_requested()) is_over_ = true;
        if (is_over_) return false;
        std::vector<Literal> assumptions;
        for (const auto& [side, weight] : weights_)
            if (weight >= least_weight)
                assumptions.push_back(at_most({side}, solver_.root_lower({side})));
        const auto answer = search(assumptions, last_ - solver_.conflicts());
        if (answer == Answer::limit) is_over_ = true;
        if (answer == Answer::satisfied) solver_.remember_values();
        if (answer != Answer::unsatisfied) return false;
        auto core = solver_.core();
        if (core.empty()) {
            is_over_ = true;  // nothing is possible at all
            return false;
        }
        shrink(core);
        charge(core);
        return true;
    }

    /// Leaves out what the core does not need, as far as that is found quickly.
    void shrink(std::vector<Literal>& core) {
        constexpr std::uint64_t quickly = 20;  // conflicts
        for (std::size_t k = core.size(); k-- > 0 && core.size() > 1;) {
            auto fewer = core;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
            if (search(fewer, quickly) != Answer::unsatisfied) continue;
            core = solver_.core();
            if (core.empty()) return;
            k = std::min(k, core.size());
        }
    }

    /// One of the core must rise: that much is certain, what rises beyond is paid by the count.
    void charge(const std::vector<Literal>& core) {
        std::vector<Literal> risen;
        for (const Literal literal : core) risen.push_back(literal.negated());
        if (risen.size() == 1) {
            solver_.settle(risen.front());
            return;
        }
        solver_.add_clause(risen);
        std::int64_t least = weights_[risen.front().side.index];
        for (const Literal literal : risen) least = std::min(least, weights_[literal.side.index]);
        add_count(risen, least);
    }

    /// A count ≥ Σ (side − its root bound), which takes over `weight` from each of the sides.
    void add_count(const std::vector<Literal>& risen, std::int64_t weight) {
        constexpr std::int64_t many = 1'000'000;
        std::int64_t most = 0;
        std::int64_t bases = 0;
        std::vector<Term> terms;
        for (const Literal literal : risen) {
            const Side side = literal.side;
            const std::int32_t base = solver_.root_lower(side);
            weights_[side.index] -= weight;
            bases += base;
            most += std::int64_t{solver_.upper(side)} - base;
            terms.push_back({1, side});
        }
        constant_ += weight * bases;
        const Side count = solver_.add_integer(
            1, static_cast<std::int32_t>(std::clamp<std::int64_t>(most, 1, many)));
        terms.push_back({1, count.flipped()});
        add_sum(solver_, std::move(terms), bases);
        weights_[count.index] = weight;
    }

    Solver& solver_;
    std::uint64_t last_;
    StopToken stop_;
    std::map<std::uint32_t, std::int64_t> weights_;  // by side
    std::int64_t constant_ = 0;
    bool is_over_ = false;
};

}  // namespace

BoundedSum bound_from_below(Solver& solver, std::vector<Term> terms, std::uint64_t conflicts,
                            StopToken stop) {
    return Cores(solver, terms, conflicts, stop).run();
}

}  // namespace wegwijzer::solve
