// SPDX-License-Identifier: Apache-2.0
/// The planning problem of one person: what the packs say, reduced to what matters for the goals,
/// with every outside fact worked out by day. `ground` makes it; the search only reads it.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "route/clock.hpp"
#include "route/find.hpp"
#include "route/pay.hpp"
#include "route/person.hpp"

namespace wegwijzer::route {

using AtomId = std::uint32_t;
using TaskId = std::uint32_t;
using OptionId = std::uint32_t;
using TreeId = std::uint32_t;
inline constexpr std::uint32_t nothing = 0xffffffffU;

/// A given fact that some need asks.
struct Atom {
    model::Given asked;
};

/// A stretch of days on which an atom holds without any planned step.
struct Hold {
    DayInterval days;
    std::string by;  ///< id of the credential or attribute, or key of a past run
    model::Support::Kind kind = model::Support::Kind::held;
};

/// A need's expression with the outside part worked out. An atom's givers are found through
/// `Problem::givers`.
struct Tree {
    enum class Kind { always, never, all, any, at_least, atom, days };
    Kind kind = Kind::always;
    std::uint32_t n = 0;        ///< how many parts must be true: of all, any and at_least
    std::vector<TreeId> parts;  ///< they stand before it
    AtomId atom = nothing;
    std::optional<Term> younger;                    ///< of an atom
    std::vector<Hold> holds;                        ///< of an atom
    DaySet days;                                    ///< of days
    const model::Expression* expression = nullptr;  ///< where it comes from
    std::uint32_t node = 0;
};

/// A need, a `must` (judged throughout, from `within` after the start), a goal's reach, or what a
/// fund opens on: a need only where the route chooses the fund (R15).
struct GroundNeed {
    enum class Role { need, must, reach, fund };
    Role role = Role::need;
    std::uint32_t index = 0;  ///< in Step::needs or Step::musts, or in Option::payers
    model::At at = model::At::start;
    Term within;
    TreeId tree = 0;
};

/// What an option gives when it is done (an open one: from its start).
struct Award {
    model::Given given;
    std::optional<Term> lasts;
};

/// A fund, or a pilot of the version, that pays some of an option's costs.
struct Payer {
    PayerId who;
    std::vector<std::uint32_t> costs;  ///< indices in Step::costs, sorted
    std::uint32_t need = nothing;      ///< in Option::needs: what it opens on; nothing: always
    TreeId closed = nothing;  ///< where outside facts alone open it: the days on which it is not
    std::uint32_t like = 0;   ///< the first payer that opens on just the same
    std::int32_t least_share = 0, most_share = 0;  ///< over all dates, in ten-thousandths
    bool is_limited = false;                       ///< it has a ceiling
    bool lends = false;
};
using PayerSet = std::uint64_t;  ///< of Option::payers, a bit each
inline constexpr std::size_t most_payers = 64;

/// What a cost comes to at least, for every day on which it falls due.
struct LeastCost {
    std::uint32_t cost = 0;
    std::int64_t cents = 0;  ///< of a day
    std::int64_t days = 1;
};

/// One way to run a task: a version, a pace, an outcome, a stretch of starts with one set of
/// figures.
struct Option {
    TaskId task = 0;
    const model::Step* step = nullptr;  ///< as this version reads; null for a goal
    std::vector<model::PilotId> pilots;
    std::optional<WeeklyRate> pace;
    std::uint32_t figure = 0;  ///< which stretch of its dated effort
    std::optional<std::uint32_t> outcome;
    bool is_open = false;
    std::int32_t rate = 0;      ///< hours a week while it runs, in hundredths
    std::int64_t energy = 0;    ///< rate times running days: hours times 700; 0 for open ones
    std::uint32_t clock = 0;    ///< in Problem::clocks
    std::uint32_t group = 0;    ///< in Problem::groups
    std::vector<Award> awards;  ///< empty for a failed attempt
    std::vector<GroundNeed> needs;
    std::vector<Payer> payers;  ///< in the order in which they pay
    std::vector<LeastCost> least_costs;
    Money least_cost;            ///< own cost at the cheapest start, if all payers pay
    bool cost_is_fixed = true;   ///< the same from every start, before anybody pays
    Date over_by = Date::never;  ///< a pilot ends then and sends back who is half-way
    double surety = 1;           ///< R16, of this run
    bool surety_is_known = true;
    bool rests_on_estimate = false, rests_on_expected = false;
};

/// A run that began before the plan's first day; it is not judged at its start again.
struct Fixed {
    Date start, begin, finish;  ///< finish: for an open one the first day on which it may end
    bool must_stay = false;     ///< it takes hours whether or not something needs it
};

/// One run of a step: repetitions and attempts are tasks of their own. Goals are tasks too.
struct Task {
    model::StepId step;
    std::uint32_t goal = nothing;  ///< index in the question's goals
    model::DutyId duty;            ///< that binds (R11); such a task is no run either
    Date by = Date::never;         ///< its last day
    std::string key;
    int attempt = 1;
    TaskId previous = nothing;  ///< the repetition numbered before; which comes first is not fixed
    bool passes = true;
    TaskId prior = nothing;          ///< the run that must come before
    Duration lag;                    ///< after its finish
    Date not_before = Date::always;  ///< after a failed attempt of the past
    std::optional<Fixed> fixed;
    std::vector<OptionId> options;
};

/// Who can give an atom.
struct Giver {
    OptionId option = 0;
    std::uint32_t award = 0;
};

/// Free hours by day, as steps.
class Capacity {
public:
    struct Stretch {
        Date from;
        std::int32_t rate;  ///< hours a week, in hundredths
    };
    Capacity() = default;
    Capacity(std::vector<Stretch> stretches, Date from);
    [[nodiscard]] std::int32_t at(Date date) const;
    /// First day by which the days from the beginning on have `energy` (hours times 700).
    [[nodiscard]] Date when_spent(std::int64_t energy) const;
    /// Days on which fewer than `rate` hours a week are free.
    [[nodiscard]] DaySet below(std::int32_t rate) const;
    [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }

private:
    std::vector<Stretch> stretches_;
    Date from_;
};

struct Problem {
    const model::Catalogue* catalogue = nullptr;
    const Person* person = nullptr;
    Date on;
    Date horizon;                      ///< nothing is planned to finish after it
    std::deque<model::Step> versions;  ///< steps as a pilot or a waiver changes them
    std::vector<Atom> atoms;
    std::vector<Tree> trees;
    std::vector<Clock> clocks;
    std::vector<Option> options;
    /// Options of one task that differ in pace alone: same needs, gives, cost and hours. Which of
    /// them is best is for the schedule to say, so the choice of steps need not.
    std::vector<std::vector<OptionId>> groups;
    std::vector<Task> tasks;
    std::vector<TaskId> goals;               ///< in order
    std::vector<TaskId> duties;              ///< those that bind and are not met yet
    std::vector<std::vector<Giver>> givers;  ///< by atom
    Capacity capacity;
    Spent spent;                 ///< of funds, before the plan's first day
    std::optional<Money> purse;  ///< what is there on the plan's first day (R18); none: no limit
    Date earns_from;             ///< what comes in by this day is in the purse already
    std::vector<model::AttributeId>
        asked;  ///< every attribute that the grounding looked at, sorted

    [[nodiscard]] const Clock& clock(const Option& option) const { return clocks[option.clock]; }
    /// Whether what `giver` gives by `award` may no longer serve the leaf on some later day.
    [[nodiscard]] bool can_lapse(OptionId giver, std::uint32_t award, TreeId leaf) const {
        const auto& option = options[giver];
        return option.is_open || option.awards[award].lasts || trees[leaf].younger;
    }
    [[nodiscard]] bool is_goal(TaskId task) const { return tasks[task].goal != nothing; }
    /// A goal or a duty: of no length, and no run of a step.
    [[nodiscard]] bool is_end(TaskId task) const {
        return is_goal(task) || !tasks[task].duty.is_none();
    }
    [[nodiscard]] std::size_t ends() const { return goals.size() + duties.size(); }
};

/// A run of the past, from `progress` or from the route that a branch leaves.
struct PastRun {
    model::StepId step;
    int attempt = 1;
    Date start, begin;
    std::optional<Date> finish;  ///< none: still open, or finish to be worked out
    bool passed = true;          ///< meaningful when finished
    std::optional<std::uint32_t> outcome;
    std::optional<WeeklyRate> pace;
    std::vector<model::PilotId> pilots;
    std::string key;
    bool must_stay = false;
    std::optional<std::vector<PayerId>> payers;  ///< chosen when it began; none: to be worked out
    std::vector<Charge> charges;                 ///< what was paid, of a finished run
};

struct Grounding {
    Date on;  ///< first day on which something can start
    std::vector<PastRun> past;
    bool all_outcomes = false;  ///< choose outcomes too (R13, when the followed ones lead nowhere)
    std::vector<model::AttributeId>
        hopes;  ///< sorted: what is unknown for want of one of these counts as met
};

/// @param person must outlive the problem
[[nodiscard]] Problem ground(const Person& person, const Question& question,
                             const Grounding& grounding);

/// What the run costs its owner at least, if of its payers those in `chosen` pay (but no loan).
[[nodiscard]] std::int64_t least_own(const Option& option, PayerSet chosen);

/// The likely cost of a run, line by line.
struct CostOf {
    std::vector<model::PlannedStep::CostLine> lines;
    Money total;
    bool is_complete = true;
};
[[nodiscard]] CostOf cost_of(const Problem& problem, const Option& option, Date start, Date begin,
                             Date finish);

/// First day on which `award` of a run no longer holds; Date::never where it lasts.
[[nodiscard]] Date award_until(const Problem& problem, const Option& option, const Award& award,
                               std::optional<Term> younger, Date start, Date begin, Date finish);

/// The outcome that a plan follows at a step (R13).
[[nodiscard]] std::optional<std::uint32_t> followed_outcome(const model::Step& step,
                                                            model::StepId id,
                                                            const Question& question);

/// The last day of a duty that this person has on `on`; none where there is no such duty or day.
[[nodiscard]] std::optional<Date> due_day(const Person& person, const model::Duty& duty, Date on);

/// A duration at its likely value, as a clock runs it.
[[nodiscard]] Length length_of(const Duration& duration,
                               const std::optional<model::Extension>& extension);

}  // namespace wegwijzer::route
