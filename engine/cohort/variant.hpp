// SPDX-License-Identifier: Apache-2.0
/// The same people under other rules.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cohort/gathering.hpp"
#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "route/find.hpp"

namespace wegwijzer::cohort {

struct Variant {
    std::string name;
    const model::Catalogue* catalogue = nullptr;  ///< one of its own where an expression differs
    route::Question question;
};

/// What is tried beside the rules as they are.
struct Measures {
    std::vector<model::PilotId> pilots;
    std::vector<route::Waiver> waivers;
    bool combine = false;  ///< all pilots and waivers together as well
};

/// "step/need"
[[nodiscard]] std::string name_of(const model::Catalogue& catalogue, route::Waiver waiver);

/// The rules as they are (by the name "baseline"), then each measure by itself, then all together.
/// @param catalogue  must outlive the variants
/// @param question   as it is asked without any of the measures
[[nodiscard]] std::vector<Variant> make_variants(const model::Catalogue& catalogue,
                                                 const route::Question& question,
                                                 const Measures& measures);

/// What the packs could ask of anybody under any of the variants.
[[nodiscard]] Asked asked_for(const model::Catalogue& catalogue,
                              const std::vector<Variant>& variants);

/// What the first route of a plan comes to, in whole days, cents and hundredths of hours.
struct Outcome {
    model::Status status = model::Status::unreachable;
    bool has_route = false;
    std::optional<std::int32_t> days;  ///< from the first day to the last goal's planned date
    std::optional<std::int32_t> days_p10, days_p50, days_p90;
    std::int64_t own = 0, gift = 0, employer = 0, loan = 0;
    std::optional<std::int64_t> own_p10, own_p50, own_p90;
    bool cost_is_complete = true;
    std::int64_t hours = 0;
    std::uint32_t draws = 0, reached = 0;  ///< 0 draws: none were played, or a chance is unknown
    std::vector<model::PilotId> pilots;    ///< that its steps rest on, sorted
    std::vector<std::pair<model::FundId, std::int64_t>> funds;  ///< what each pays, sorted
    bool limit_struck = false, timed_out = false;

    /// R23: there already, or a sure way to it.
    [[nodiscard]] bool is_reached() const {
        return status == model::Status::held || status == model::Status::reachable;
    }
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

[[nodiscard]] Outcome outcome_of(const model::Plan& plan);

/// Plans each signature under each variant, on `threads` threads. Where many variants ask, those of
/// one signature stay together.
/// @returns by variant, by signature: the same for any number of threads
/// @param call  may be used by several threads at once
/// @param tell  told after each plan, from any thread
[[nodiscard]] std::vector<std::vector<Outcome>> plan_all(
    const std::vector<model::Profile>& signatures, const std::vector<Variant>& variants,
    const route::Call& call, std::size_t threads, const std::function<void()>& tell);

}  // namespace wegwijzer::cohort
