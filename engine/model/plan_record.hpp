// SPDX-License-Identifier: Apache-2.0
/// An answer of `plan --format json` read again, as far as `--replay` and `diff` look at it. Names
/// instead of ids: the packs that it was made from need not be there any more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "base/source.hpp"

namespace wegwijzer::model {

struct PlanRecord {
    struct Pack {
        std::string id, version, hash;
        SourceSpan span;
    };
    struct Assumed {
        std::string attribute, value;
    };
    struct Goal {
        std::string id;
        std::optional<Date> planned, p10, p50, p90;
    };
    struct Need {
        std::string id, is;
        std::vector<std::string> met_by;  ///< "step big.apply#1", "held diploma.passport", …
    };
    struct Payment {
        std::string payer;  ///< id of the fund or pilot
        Money amount;
    };
    struct Step {
        std::string key, id, title;
        std::string pilot, held_up_by;  ///< empty: none
        Date start, finish;
        std::optional<Date> session;
        std::optional<Hours> pace;  ///< a week
        Hours hours;
        std::int64_t attempt = 1;
        Money total;
        std::vector<Payment> payments;
        std::vector<Need> needs;
    };
    struct Outcome {
        std::string step, outcome;
    };
    struct Route {
        std::vector<Goal> goals;
        std::optional<double> chance;  ///< of reaching the last goal, in [0, 1]
        Money own;
        bool cost_is_complete = true;
        std::vector<Outcome> outcomes;  ///< that the route counts on
        std::vector<Step> steps;
    };

    std::string program, status;
    std::vector<Pack> packs;
    Date on, horizon;
    std::uint64_t seed = 1;
    std::uint32_t draws = 0;
    std::vector<std::string> goals, pilots;  ///< pilots that applied
    std::vector<Assumed> assumed;
    std::vector<Route> routes;
};

}  // namespace wegwijzer::model
