// SPDX-License-Identifier: Apache-2.0
#include "solve/cumulative.hpp"

#include <algorithm>
#include <utility>

namespace wegwijzer::solve {

namespace {

class Cumulative final : public Propagator {
public:
    Cumulative(std::vector<Load> loads, std::int32_t capacity)
        : loads_(std::move(loads)), capacity_(capacity) {
        std::stable_sort(loads_.begin(), loads_.end(),
                         [](const Load& a, const Load& b) { return a.demand < b.demand; });
    }

    bool propagate(Solver& solver) override {
        for (;;) {
            has_moved_ = false;
            lay_profile(solver);
            for (const Stretch& stretch : profile_)
                if (stretch.height > capacity_) return overload(solver, stretch);
            for (std::size_t k = 0; k < loads_.size(); ++k)
                if (!push_later(solver, loads_[k]) || !push_earlier(solver, loads_[k]))
                    return false;
            if (!has_moved_) return true;
        }
    }

private:
    /// What surely runs from `from` to `until`.
    struct Stretch {
        std::int32_t from = 0, until = 0, height = 0;
    };
    struct Step {
        std::int32_t at = 0, rise = 0;
    };

    [[nodiscard]] static bool takes_place(const Solver& solver, const Load& load) {
        return !load.takes_place || solver.is_true(*load.takes_place);
    }
    [[nodiscard]] static bool is_left_out(const Solver& solver, const Load& load) {
        return load.takes_place && solver.is_false(*load.takes_place);
    }
    /// Whether it runs at `time` in any case.
    [[nodiscard]] static bool surely_runs(const Solver& solver, const Load& load,
                                          std::int32_t time) {
        return takes_place(solver, load) && solver.upper(load.start) <= time &&
               time < solver.lower(load.start) + load.length;
    }

    void lay_profile(const Solver& solver) {
        steps_.clear();
        sure_.clear();
        for (const Load& load : loads_) {
            const std::int32_t from = solver.upper(load.start);
            const std::int32_t until = solver.lower(load.start) + load.length;
            if (from >= until || !takes_place(solver, load)) continue;
            sure_.push_back(&load);
            steps_.push_back({from, load.demand});
            steps_.push_back({until, -load.demand});
        }
        std::sort(steps_.begin(), steps_.end(),
                  [](const Step& a, const Step& b) { return a.at < b.at; });
        profile_.clear();
        std::int32_t height = 0;
        for (std::size_t k = 0; k < steps_.size();) {
            const std::int32_t at = steps_[k].at;
            for (; k < steps_.size() && steps_[k].at == at; ++k) height += steps_[k].rise;
            if (k < steps_.size() && height > 0) profile_.push_back({at, steps_[k].at, height});
        }
    }

    /// Why more than `most` is taken at `time` by others than `besides`.
    void explain(const Solver& solver, std::int32_t time, std::int32_t most, const Load* besides) {
        reason_.clear();
        std::int32_t height = 0;
        chosen_.clear();
        for (const Load* load : sure_)
            if (load != besides && surely_runs(solver, *load, time)) {
                chosen_.push_back(load);
                height += load->demand;
            }
        // as few as will do: the small ones, which come first, are dropped
        for (const Load* load : chosen_) {
            if (height - load->demand > most) {
                height -= load->demand;
                continue;
            }
            reason_.push_back(at_most(load->start, time));
            reason_.push_back(at_least(load->start, time - load->length + 1));
            if (load->takes_place) reason_.push_back(*load->takes_place);
        }
    }

    bool overload(Solver& solver, const Stretch& stretch) {
        explain(solver, stretch.from + (stretch.until - stretch.from) / 2, capacity_, nullptr);
        return solver.conflict(reason_);
    }

    [[nodiscard]] std::int32_t own_height(const Solver& solver, const Load& load,
                                          std::int32_t time) const {
        return surely_runs(solver, load, time) ? load.demand : 0;
    }

    bool push_later(Solver& solver, const Load& load) {
        if (load.length == 0 || load.demand == 0 || is_left_out(solver, load)) return true;
        auto stretch = std::partition_point(
            profile_.begin(), profile_.end(),
            [&](const Stretch& s) { return s.until <= solver.lower(load.start); });
        for (; stretch != profile_.end(); ++stretch) {
            const std::int32_t start = solver.lower(load.start);
            if (stretch->from >= start + load.length) break;
            if (stretch->until <= start) continue;
            if (stretch->height - own_height(solver, load, stretch->from) + load.demand <=
                capacity_)
                continue;
            // from point to point, each within the run as it would lie
            while (solver.lower(load.start) < stretch->until &&
                   stretch->from < solver.lower(load.start) + load.length) {
                const std::int32_t now = solver.lower(load.start);
                if (own_height(solver, load, stretch->from) > 0) break;
                const std::int32_t time = std::min(stretch->until, now + load.length) - 1;
                explain(solver, time, capacity_ - load.demand, &load);
                reason_.push_back(at_least(load.start, time - load.length + 1));
                has_moved_ = true;
                if (!solver.imply(at_least(load.start, time + 1), reason_)) return false;
            }
        }
        return true;
    }

    bool push_earlier(Solver& solver, const Load& load) {
        if (load.length == 0 || load.demand == 0 || !takes_place(solver, load)) return true;
        const auto past = std::partition_point(
            profile_.begin(), profile_.end(),
            [&](const Stretch& s) { return s.from < solver.upper(load.start) + load.length; });
        for (auto next = past; next != profile_.begin();) {
            const Stretch& stretch = *--next;
            const std::int32_t start = solver.upper(load.start);
            if (stretch.until <= start) break;
            if (stretch.from >= start + load.length) continue;
            if (stretch.height - own_height(solver, load, stretch.from) + load.demand <= capacity_)
                continue;
            while (stretch.from < solver.upper(load.start) + load.length &&
                   solver.upper(load.start) < stretch.until) {
                const std::int32_t now = solver.upper(load.start);
                if (own_height(solver, load, stretch.from) > 0) break;
                const std::int32_t time = std::max(stretch.from, now);
                explain(solver, time, capacity_ - load.demand, &load);
                reason_.push_back(at_most(load.start, time));
                if (load.takes_place) reason_.push_back(*load.takes_place);
                has_moved_ = true;
                if (!solver.imply(at_most(load.start, time - load.length), reason_)) return false;
            }
        }
        return true;
    }

    std::vector<Load> loads_;
    std::int32_t capacity_;
    bool has_moved_ = false;
    std::vector<Step> steps_;
    std::vector<Stretch> profile_;
    std::vector<const Load*> sure_;  // those of the profile
    std::vector<const Load*> chosen_;
    std::vector<Literal> reason_;
};

}  // namespace

void add_cumulative(Solver& solver, std::vector<Load> loads, std::int32_t capacity) {
    std::erase_if(loads, [](const Load& load) { return load.length == 0 || load.demand == 0; });
    std::vector<Side> sides;
    for (const Load& load : loads) {
        sides.push_back(load.start);
        sides.push_back(load.start.flipped());
        if (load.takes_place) sides.push_back(load.takes_place->side);
        if (load.demand <= capacity) continue;
        if (load.takes_place)
            solver.settle(load.takes_place->negated());
        else
            solver.add_clause({});
    }
    solver.add(std::make_unique<Cumulative>(std::move(loads), capacity), sides, Pace::slow);
}

}  // namespace wegwijzer::solve
