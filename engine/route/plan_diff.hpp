// SPDX-License-Identifier: Apache-2.0
/// Two answers of `plan` held against each other: what moved, and what each step says of why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "model/plan_record.hpp"

namespace wegwijzer::route {

/// Something that was one thing in the old answer and is another in the new one.
template <class T>
struct Changed {
    T was, is;
};

/// A name with what either answer says of it; empty where it says nothing.
struct NamedChange {
    std::string name, was, is;
};

/// A goal that both were asked for. Null where the first route of an answer does not reach it, or
/// there is none.
struct GoalChange {
    std::string id;
    const model::PlanRecord::Goal* was = nullptr;
    const model::PlanRecord::Goal* is = nullptr;
    std::optional<Days> planned, p50;  ///< later (> 0) or earlier; none where a date is missing
};

/// Why a step stands where it stands now, as the two answers differ about it.
struct Reason {
    enum class Kind {
        pilot,      ///< another version of it: ids joined by "+"
        attempt,    ///< attempt `was` failed, so this is attempt `is`
        outcome,    ///< another outcome is counted on
        need,       ///< need `of` asks something else; it is new or gone where one is empty
        support,    ///< something else serves need `of`: a step, a credential, an answer, a pilot
        pace,       ///< hours a week
        hours,      ///< in all
        length,     ///< days from its session, or its start, to its finish
        price,      ///< what it costs in all
        payer,      ///< what fund or pilot `of` pays of that
        session,    ///< another day of its calendar
        first_day,  ///< it was planned before the first day of the new answer
        held_up,    ///< now it waits for `is`: hours, money, rule
        step        ///< it waits for `of` (a key), whose finish moved itself
    };
    using Told = std::variant<std::monostate, std::string, std::int64_t, Date, Days, Hours, Money>;
    Kind kind = Kind::step;
    std::string of;
    Told was, is;
};

/// One run of a step that is not the same in both first routes.
struct StepChange {
    /// moved: other days. altered: the same days, something else differs. done: the new answer
    /// rests on it and does not plan it any more. gone: it is no longer planned, and nothing that
    /// is planned rests on it.
    enum class Kind { moved, altered, added, done, gone };
    Kind kind = Kind::moved;
    const model::PlanRecord::Step* was = nullptr;  ///< null: added
    const model::PlanRecord::Step* is = nullptr;   ///< null: done or gone
    std::vector<Reason> reasons;                   ///< of what moved or was altered
    [[nodiscard]] const model::PlanRecord::Step& step() const { return is != nullptr ? *is : *was; }
};

struct PlanDiff {
    // What came out
    std::optional<Changed<std::string>> status;
    std::vector<GoalChange> goals;  ///< those whose dates differ
    std::optional<Changed<Money>> own;
    std::optional<Changed<double>> chance;
    // What it was made from
    std::optional<Changed<std::vector<std::string>>> asked;  ///< goals
    std::optional<Changed<Date>> on, horizon;
    std::optional<Changed<std::string>> program;
    std::vector<NamedChange> packs;    ///< versions; equal where only the content differs
    std::vector<NamedChange> assumed;  ///< attributes with the value assumed
    std::vector<std::string> pilots_new, pilots_gone;
    // Steps, by day
    std::vector<StepChange> steps;

    [[nodiscard]] bool is_empty() const;
};

/// Compares what was asked, and the first route of either. Seeds and numbers of draws are not
/// compared; the percentiles that follow from them are. Runs are paired by their key; where an
/// attempt failed, with the next attempt.
/// Cost: n log n in the size of the answers.
/// @returns a difference that points into both records
[[nodiscard]] PlanDiff diff(const model::PlanRecord& was, const model::PlanRecord& is);

}  // namespace wegwijzer::route
