// SPDX-License-Identifier: Apache-2.0
/// The answer of the planner: routes with dates, what they cost, how sure they are, and what stands
/// in the way. Field by field what `plan --format json` shows (data/schema/plan.schema.json).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "model/catalogue.hpp"
#include "model/ids.hpp"
#include "model/value.hpp"

namespace wegwijzer::model {

/// held: already there. reachable: the sure plan has a route. unknown: only some values of
/// unanswered questions have one, or a limit struck before one was found. unreachable: not within
/// the horizon (R6, R23).
enum class Status { held, reachable, unknown, unreachable };

enum class HeldUpBy { nothing, need, session, hours, money, rule };

/// What serves a need on the day it is judged.
struct Support {
    enum class Kind { step, held, answer, pilot, assumed };
    Kind kind = Kind::step;
    std::string id;          ///< key of a planned step, or id of a credential, attribute or pilot
    std::optional<Date> on;  ///< since when it serves, where there is such a day
};

struct PlannedNeed {
    std::uint32_t need = 0;  ///< index in Step::needs
    Date judged;             ///< the day it is judged (the first one of `throughout`)
    std::vector<Support> met_by;
};

struct PlannedGive {
    std::string id;             ///< "big.bi-passed", "dutch >= B2"
    std::optional<Date> until;  ///< first day on which it no longer holds
};

/// What a fund, or a pilot, pays of one cost.
struct Payment {
    FundId fund;    ///< none where a pilot pays
    PilotId pilot;  ///< none where a fund pays
    Fund::Kind kind = Fund::Kind::gift;
    Money amount;
};

/// One run of a step: a step that is done twice, or an exam at its second attempt, is two runs.
struct PlannedStep {
    std::string key;  ///< "big.bi-test#1": id and count from 1, over repetitions and attempts
    StepId step;
    std::vector<PilotId> pilots;  ///< that the version rests on; empty: the ordinary way
    Date start;                   ///< day of signing up or beginning
    std::optional<Date> session;
    Date finish;  ///< half-open: what it gives is in hand on this day
    std::optional<WeeklyRate> pace;
    Hours hours;
    int attempt = 1;
    bool passes = true;                    ///< false: a failed attempt that the plan counts with
    std::optional<std::uint32_t> outcome;  ///< index in Step::outcomes, of the outcome followed
    bool is_under_way = false;             ///< begun before `on`
    Money cost;                            ///< likely amounts; unknown ones count 0
    bool cost_is_complete = true;
    Money gift, employer, loan;  ///< what others pay of it; a loan stays in one's own part (R15)
    [[nodiscard]] Money own() const { return cost - gift - employer; }
    struct CostLine {
        std::uint32_t cost = 0;
        Date due;
        Money amount;
        bool is_known = true;
        std::vector<Payment> payments;  ///< in the order in which they pay
    };
    std::vector<CostLine> cost_lines;
    std::vector<Payment> payments;  ///< over all lines, one per payer
    Money income;
    bool income_is_complete = true;
    std::vector<PlannedNeed> needs;
    std::vector<PlannedGive> gives;
    bool is_critical = false;
    std::optional<std::int32_t> slack_days;  ///< none for open steps
    HeldUpBy held_up_by = HeldUpBy::nothing;
    bool rests_on_estimate = false;
    bool rests_on_expected = false;     ///< a figure announced, or past the last known value
    std::vector<SourceId> sources;      ///< sorted, each once
    std::optional<double> criticality;  ///< share of the draws in which it is on the critical path
};

/// Planned date, and percentiles over the draws that reach.
struct Finish {
    std::optional<Date> planned, p10, p50, p90;
};

struct PlannedGoal {
    GoalId goal;
    Finish finish;
};

struct RouteCost {
    Money total, gift, employer, loan, own;
    std::optional<Money> own_p10, own_p50, own_p90;
    bool is_complete = true;
};

struct FollowedOutcome {
    std::string key;
    StepId step;
    std::uint32_t outcome = 0;
};

/// What happens when an outcome falls otherwise (R20).
struct Branch {
    std::string key;
    StepId step;
    std::uint32_t outcome = 0;
    std::optional<double> chance;  ///< given that the step is reached
    Status status = Status::unreachable;
    std::vector<PlannedGoal> goals;        ///< dates of the planned branch
    std::vector<PlannedStep> steps;        ///< the whole branch: what was kept and what is new
    std::vector<std::string> adds, drops;  ///< ids of steps against the main route
    RouteCost cost;
    std::vector<Branch> branches;  ///< depth 2 at most
};

struct DutyState {
    enum class State { met, missed, open };
    DutyId duty;
    State state = State::open;
    std::optional<Date> by, met_on;
};

enum class Label { fastest, cheapest, lightest, surest };

struct Route {
    std::vector<Label> labels;
    bool optimal = false;       ///< proven (R14)
    std::optional<Date> bound;  ///< no earlier date of the last goal is possible
    std::vector<PlannedGoal> goals;
    std::optional<double>
        chance;  ///< share of the draws that reach; none where chances are unknown
    std::uint32_t draws = 0, reached = 0;
    double surety = 1;  ///< R16: outcome chances times 1 − (1 − pass)^most
    bool surety_is_known = true;
    Hours hours, paid_hours;
    Money income;
    RouteCost cost;
    std::vector<FollowedOutcome> outcomes;
    std::vector<Branch> branches;
    std::vector<DutyState> duties;
    std::vector<PlannedStep> steps;        ///< by start, then key
    std::optional<std::string> spread_by;  ///< key of the run that explains most of the spread
    double spread_share = 0;               ///< share of the finish's variance that it explains
};

/// A question that was not answered, and what an answer could gain.
struct Question {
    AttributeId attribute;
    std::optional<std::int32_t>
        gain_days;  ///< of the best answer tried; none: it could open a route
    Value best;     ///< that answer
};

/// A value taken because nobody answered.
struct Assumed {
    AttributeId attribute;
    Value value;
    bool is_usual = true;  ///< the attribute's `usual`; false: tried (status unknown)
};

/// A smallest set of needs whose relaxing would open a route (R24).
struct UnmetNeed {
    StepId step;
    enum class Part { need, when, in_force, must, outcome, hours, savings, duty } part = Part::need;
    std::uint32_t index = 0;             ///< of the need, must or outcome; of the duty
    std::optional<std::int64_t> amount;  ///< hours a week in hundredths, or cents
    std::optional<Date> by = {};         ///< last day of a duty
};
using UnmetSet = std::vector<UnmetNeed>;

/// A requirement that can only be met by way of itself (R25), in order; the last asks for the
/// first. A step before the purse costs more than is there, and what comes after it earns.
struct Circle {
    std::vector<StepId> steps;  ///< none: the purse
};

/// Something the reader must be told. What belongs to a code is filled, the rest is empty.
struct PlanNote {
    enum class Code {
        from_pack,            ///< `note`: a text of a pack
        source_is_old,        ///< `source`: its `review` term is over
        figure_is_expected,   ///< `step`: rests on a figure announced, or past the last known one
        chances_are_unknown,  ///< an outcome or pass rate that nobody published: no chance, no
                              ///< percentiles
        limit_struck,         ///< the search stopped at its limit
        timed_out,            ///< the search stopped by the clock: the answer may differ next time
    } code = Code::from_pack;
    std::uint32_t note = 0;  ///< index in Catalogue::notes
    SourceId source;
    StepId step;
};

struct PilotHelp {
    PilotId pilot;
    std::optional<std::int32_t> gain_days;  ///< none: it opens a route
    std::optional<Money> gain_own;
    bool is_selective = false;
};

/// The whole answer to one question.
struct Plan {
    Date on;
    Date horizon;
    std::uint64_t seed = 1;
    std::uint32_t draws = 0;
    std::vector<GoalId> goals;
    Status status = Status::unreachable;
    std::vector<Route> routes;
    bool front_is_complete = false;
    std::uint32_t front_size = 0;
    std::vector<Assumed> assumed;
    std::vector<Question> questions;
    std::vector<UnmetSet> unmet;
    bool unmet_is_complete = true;
    std::vector<Circle> circles;
    std::vector<PilotId> pilots_applied;
    std::vector<PilotHelp> pilots_would_help;
    std::vector<PlanNote> notes;
    std::uint64_t nodes = 0;  ///< search nodes used
    bool limit_struck = false, timed_out = false;
    /// Whether a limit struck before a route was found: nobody knows whether there is one.
    [[nodiscard]] bool is_undecided() const { return status == Status::unknown && routes.empty(); }
};

}  // namespace wegwijzer::model
