// SPDX-License-Identifier: Apache-2.0
#include "solve/linear.hpp"

#include <algorithm>
#include <utility>

namespace wegwijzer::solve {

namespace {

class Sum final : public Propagator {
public:
    Sum(std::vector<Term> terms, std::int64_t most) : terms_(std::move(terms)), most_(most) {}

    bool propagate(Solver& solver) override {
        std::int64_t least = 0;
        for (const Term& term : terms_) least += term.weight * solver.lower(term.side);
        if (least > most_) {
            explain(solver, nullptr, least - most_ - 1);
            return solver.conflict(reason_);
        }
        const std::int64_t room = most_ - least;
        for (const Term& term : terms_) {
            const std::int64_t spread =
                std::int64_t{solver.upper(term.side)} - solver.lower(term.side);
            if (term.weight * spread <= room) continue;
            const auto highest =
                static_cast<std::int32_t>(solver.lower(term.side) + room / term.weight);
            // the rest may be this much lower and would still say so
            const std::int64_t spare = term.weight * (std::int64_t{highest} + 1) -
                                       term.weight * solver.lower(term.side) - room - 1;
            explain(solver, &term, spare);
            if (!solver.imply(at_most(term.side, highest), reason_)) return false;
        }
        return true;
    }

private:
    /// The bounds of all others, each as low as `spare` lets it be, first the first.
    void explain(const Solver& solver, const Term* besides, std::int64_t spare) {
        reason_.clear();
        for (const Term& term : terms_) {
            if (&term == besides) continue;
            const std::int32_t now = solver.lower(term.side);
            const std::int32_t root = solver.root_lower(term.side);
            if (now == root) continue;
            const std::int64_t drop =
                std::min<std::int64_t>(spare / term.weight, std::int64_t{now} - root);
            spare -= drop * term.weight;
            if (now - drop == root) continue;
            reason_.push_back(at_least(term.side, now - static_cast<std::int32_t>(drop)));
        }
    }

    std::vector<Term> terms_;
    std::int64_t most_;
    std::vector<Literal> reason_;
};

}  // namespace

void add_sum(Solver& solver, std::vector<Term> terms, std::int64_t most) {
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return a.weight < b.weight; });
    std::vector<Side> sides;
    for (const Term& term : terms) sides.push_back(term.side);
    solver.add(std::make_unique<Sum>(std::move(terms), most), sides);
}

}  // namespace wegwijzer::solve
