// SPDX-License-Identifier: Apache-2.0
/// A set of runs walked through the days: needs, `must`, hours and goals. Also walked with a run
/// left out or moved, to see whether the route could do without.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/hand.hpp"

namespace wegwijzer::checker {

class Report {
public:
    /// @param is_first_enough  to ask only whether anything is wrong
    explicit Report(bool is_first_enough = false) : is_first_enough_(is_first_enough) {}
    void tell(std::string rule, std::string where, std::string what) {
        violations_.push_back({std::move(rule), prefix_ + where, std::move(what)});
    }
    void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }
    /// Nothing more needs to be looked at.
    [[nodiscard]] bool is_full() const { return is_first_enough_ && !violations_.empty(); }
    [[nodiscard]] bool is_clean() const { return violations_.empty(); }
    [[nodiscard]] const std::vector<Violation>& violations() const { return violations_; }

private:
    bool is_first_enough_;
    std::string prefix_;
    std::vector<Violation> violations_;
};

/// All that a walk asks besides the runs. The members must outlive it.
struct Setting {
    const model::Catalogue& catalogue;
    const model::Profile& profile;
    const Question& question;
    const model::Plan& plan;
    const Almanac& almanac;
    const Person& person;
    const Clockwork& clockwork;
    const std::vector<Award>& past;
    Date horizon;

    /// Where looking for sessions and finishes ends.
    [[nodiscard]] Date last() const { return horizon + Days{3660}; }
    [[nodiscard]] std::string text(Date date) const { return almanac.text(date); }
};

class Walk {
public:
    Walk(const Setting& setting, std::vector<Run> runs)
        : setting_(setting), runs_(std::move(runs)) {}

    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    /// R1, R7, R8
    void check_needs(Report& report) const;
    void check_needs(const Run& run, Report& report) const;
    /// R9
    void check_musts(Report& report) const;
    /// R3, on the days of [from, until)
    void check_hours(model::Window days, Report& report) const;
    /// The first day ≥ `on` and ≤ `until` on which the goal's `reach` holds.
    [[nodiscard]] std::optional<Date> goal_day(model::GoalId goal, Date until) const;
    [[nodiscard]] bool holds_on(const model::Expression& expression, Date day) const;

private:
    void check_must(const Run& run, const model::Must& must, Report& report) const;

    const Setting& setting_;
    std::vector<Run> runs_;
};

/// The days (R1, R2, R4, R6), what is offered (R7, R13), `least` (R9), the order of runs (R10,
/// R13).
void check_days(const Setting& setting, const Walk& walk, bool is_branch, Report& report);
/// Whether no run can be left out (R12) or begin earlier (R17), and the ends of open steps (R9).
void check_choice(const Setting& setting, const Walk& walk, const model::Route& route,
                  Report& report);
/// Hours, costs, income, `gives`, `met_by`: what is printed for a run and for the whole (R2, R8,
/// R15).
void check_printed_runs(const Setting& setting, const Walk& walk, bool is_branch, Report& report);
void check_printed_totals(const Setting& setting, const Walk& walk, const model::Route& route,
                          Report& report);

}  // namespace wegwijzer::checker
