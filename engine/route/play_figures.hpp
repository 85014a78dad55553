// SPDX-License-Identifier: Apache-2.0
/// What many draws come to: percentiles, criticality, and the run that explains most of the spread
/// (R22).
#pragma once

#include <cstdint>
#include <vector>

#include "model/plan.hpp"
#include "route/player.hpp"

namespace wegwijzer::route {

/// How often each run was done, and waited for, in the draws that reach. Whole numbers, so that
/// adding up in another order gives the same.
class Tally {
public:
    explicit Tally(std::size_t names) : critical_(names, 0) {}
    void add(const Fate& fate);
    Tally& operator+=(const Tally& other);
    [[nodiscard]] std::uint32_t reached() const { return reached_; }
    [[nodiscard]] std::uint32_t critical(std::size_t name) const { return critical_[name]; }

private:
    std::uint32_t reached_ = 0;
    std::vector<std::uint32_t> critical_;
};

/// The figures of each draw, at a place of its own, so that threads can fill them side by side.
class DrawFigures {
public:
    DrawFigures(std::uint32_t draws, std::size_t goals, std::size_t names);
    void put(std::uint32_t draw, const Fate& fate);
    /// Of the draws that reach, in the order of draws.
    [[nodiscard]] std::vector<Date> dates(std::size_t goal) const;
    [[nodiscard]] std::vector<std::int64_t> cents() const;
    /// What run `name` drew itself, in each of the first `told_in_full` draws that reach.
    [[nodiscard]] std::vector<std::int64_t> own_draws(std::size_t name) const;
    /// The last goal's dates of the same draws.
    [[nodiscard]] std::vector<std::int64_t> days() const;

    /// Draws of which every run's own draw is kept: the share they explain needs no more.
    static constexpr std::uint32_t told_in_full = 20'000;

private:
    std::size_t goals_, names_;
    std::vector<char> has_reached_;
    std::vector<Date> dates_;
    std::vector<std::int64_t> cents_, own_draws_;
};

/// The share of the variance of `values` that the groups of equal, or nearly equal, `by` explain:
/// the first-order index Var(E[values|by]) / Var(values), estimated from classes of the sorted
/// draws and corrected for their number. 0 where it explains nothing.
/// @source estimator: E. Plischke, E. Borgonovo & C. L. Smith, "Global sensitivity measures from
/// given data" (2013), section 2; correction: T. L. Kelley, "An unbiased correlation ratio measure"
/// (1935)
[[nodiscard]] double explained_share(const std::vector<std::int64_t>& by,
                                     const std::vector<std::int64_t>& values);

void tell_figures(const DrawFigures& figures, const Tally& tally, const Scene& scene,
                  model::Route& route);

}  // namespace wegwijzer::route
