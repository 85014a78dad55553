// SPDX-License-Identifier: Apache-2.0
#include "solve/earliest_giver.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace wegwijzer::solve {

namespace {

class EarliestGiver final : public Propagator {
public:
    EarliestGiver(Side start, std::vector<Giver> givers, std::int32_t never,
                  std::optional<Literal> when)
        : start_(start), givers_(std::move(givers)), never_(never), when_(when) {}

    bool propagate(Solver& solver) override {
        if (when_ && solver.is_false(*when_)) return true;
        std::int32_t earliest = never_;
        for (const Giver& giver : givers_)
            if (!solver.is_false(giver.may_serve))
                earliest = std::min(earliest, solver.lower(giver.start) + giver.delay);
        return earliest <= solver.lower(start_) || push(solver, earliest);
    }

private:
    bool push(Solver& solver, std::int32_t earliest) {
        const std::int32_t latest = solver.upper(start_);
        if (!when_ || solver.is_true(*when_)) {
            explain(solver, earliest);
            if (when_) reason_.push_back(*when_);
            return solver.imply(at_least(start_, earliest), reason_);
        }
        if (earliest <= latest) return true;
        explain(solver, latest + 1);
        reason_.push_back(at_most(start_, latest));
        return solver.imply(when_->negated(), reason_);
    }

    /// Why nothing is given before `earliest`.
    void explain(const Solver& solver, std::int32_t earliest) {
        reason_.clear();
        for (const Giver& giver : givers_)
            reason_.push_back(solver.lower(giver.start) + giver.delay < earliest
                                  ? giver.may_serve.negated()
                                  : at_least(giver.start, earliest - giver.delay));
    }

    Side start_;
    std::vector<Giver> givers_;
    std::int32_t never_;
    std::optional<Literal> when_;
    std::vector<Literal> reason_;
};

}  // namespace

namespace {

void add_waiting(Solver& solver, Side start, std::vector<Giver> givers, std::int32_t never,
                 std::optional<Literal> when) {
    std::vector<Side> sides;
    for (const Giver& giver : givers) {
        sides.push_back(giver.start);
        sides.push_back(giver.may_serve.negated().side);
    }
    if (when) sides.push_back(when->side);
    solver.add(std::make_unique<EarliestGiver>(start, std::move(givers), never, when), sides);
}

}  // namespace

void add_earliest_giver(Solver& solver, Side start, std::vector<Giver> givers, std::int32_t never) {
    add_waiting(solver, start, std::move(givers), never, std::nullopt);
}

void add_earliest_giver_when(Solver& solver, Literal when, Side start, std::vector<Giver> givers) {
    add_waiting(solver, start, std::move(givers), solver.upper(start), when);
}

}  // namespace wegwijzer::solve
