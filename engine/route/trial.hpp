// SPDX-License-Identifier: Apache-2.0
/// One person planned with some unanswered questions answered for a try.
#pragma once

#include <optional>
#include <vector>

#include "model/plan.hpp"
#include "route/find.hpp"
#include "route/solution.hpp"

namespace wegwijzer::route {

class Trial {
public:
    /// The arguments must outlive it. @param all_outcomes  choose outcomes too (R13)
    Trial(const model::Catalogue& catalogue, const model::Profile& profile,
          const Question& question, const Call& call, bool all_outcomes)
        : catalogue_(catalogue),
          profile_(profile),
          question_(question),
          call_(call),
          all_outcomes_(all_outcomes) {}

    using Answers = std::vector<model::Assumed>;
    using Attributes = std::vector<model::AttributeId>;

    /// The earliest dates that the relaxation of route/reach.hpp allows, Date::never for what is
    /// out of reach.
    /// @param hopes  what is unknown for want of these counts as met; sorted
    [[nodiscard]] std::vector<Date> bound(const Answers& tried, const Attributes& hopes = {}) const;
    [[nodiscard]] bool is_in_reach(const Answers& tried, const Attributes& hopes = {}) const;
    /// What the best route is worth, if there is one.
    /// @param before  only a route with earlier dates is wanted; empty: any
    [[nodiscard]] std::optional<Worth> best(const Answers& tried,
                                            const std::vector<Date>& before = {}) const;
    /// Of `asked`, the booleans, enums, levels and countries that nobody answered, sorted.
    [[nodiscard]] Attributes unanswered(const Attributes& asked) const;
    /// Every attribute that could matter when all is still open.
    [[nodiscard]] Attributes asked_with_hope() const;

    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }

private:
    const model::Catalogue& catalogue_;
    const model::Profile& profile_;
    const Question& question_;
    const Call& call_;
    bool all_outcomes_;
};

/// The values of an attribute that are worth trying: booleans, enums, levels, and of the countries
/// that packs name one of each kind that they treat alike.
[[nodiscard]] std::vector<model::Value> values_to_try(const model::Catalogue& catalogue,
                                                      model::AttributeId attribute);

}  // namespace wegwijzer::route
