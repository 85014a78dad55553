// SPDX-License-Identifier: Apache-2.0
/// The builder behind `ground`; only route/ground*.cpp include it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "route/problem.hpp"

namespace wegwijzer::route::detail {

/// A stretch of days on which one entry of a figure counts; null where none does.
template <class T>
struct Piece {
    DayInterval days;
    const model::Case<T>* entry = nullptr;
};

/// A way to do a step before paces, outcomes and figures are told apart.
struct Version {
    const model::Step* step = nullptr;
    std::vector<model::PilotId> pilots;
    DaySet offered = DaySet::all();  ///< days (as `counts` says) on which this version is open
    Date over_by = Date::never;      ///< see Option::over_by
};

class Grounder {
public:
    Grounder(const Person& person, const Question& question, const Grounding& grounding);
    [[nodiscard]] Problem build();

private:
    // ground.cpp: goals, tasks and who gives what
    void add_goal(std::uint32_t index);
    void add_duty(model::DutyId id);
    void add_end(Task task, const model::Expression& reach);
    void add_earners();
    void fill_purse();
    void ask_atom(AtomId atom);
    void add_step(model::StepId step);
    TaskId add_run(model::StepId step, int attempt, bool passes, TaskId prior);
    void add_running(model::StepId step, const PastRun& run);
    void connect_givers();
    [[nodiscard]] bool gives(const Award& award, const model::Given& asked) const;
    [[nodiscard]] std::string next_key(model::StepId step);
    [[nodiscard]] bool asks_can_lapse(const model::Step& step) const;

    // ground_needs.cpp: expressions to trees
    TreeId tree_of(const model::Expression& expression, std::optional<Term> younger);
    TreeId tree_of(const model::Expression& expression, const model::Node& node,
                   std::optional<Term> younger);
    TreeId outside_tree(const model::Expression& expression, const model::Node& node);
    TreeId atom_tree(const model::Expression& expression, const model::Node& node,
                     model::Given asked, std::optional<Term> younger);
    TreeId combine(Tree::Kind kind, std::uint32_t n, std::vector<TreeId> parts);
    AtomId intern(const model::Given& asked);
    void add_holds(Tree& tree, const model::Given& asked);
    void add_past_holds(Tree& tree, const model::Given& asked);
    [[nodiscard]] DaySet days_held(TreeId tree) const;
    [[nodiscard]] DaySet days_met(const model::Expression& expression);
    [[nodiscard]] DaySet days_met(const model::Expression& expression, const model::Node& node);
    bool note_asked(const model::Expression& expression);
    [[nodiscard]] bool is_hoped(model::AttributeId attribute) const;

    // ground_options.cpp: versions, figures and clocks to options
    [[nodiscard]] bool is_lifted(model::StepId step) const;
    [[nodiscard]] bool is_must_waived(model::StepId step, std::uint32_t must) const;
    void add_options(TaskId task, model::StepId id);
    void add_version_options(TaskId task, const Version& version);
    void add_timed_options(TaskId task, const Version& version, Option proto, const DaySet& starts);
    void add_option(Option option, const Version& version, const DaySet& starts,
                    const DaySet& picked, Length length);
    [[nodiscard]] std::shared_ptr<const StandStill> stand_still(const model::Step& step,
                                                                std::int32_t rate);
    [[nodiscard]] std::shared_ptr<const Sessions> sessions_of(const model::Step& step);
    [[nodiscard]] DaySet closed_days(const model::Calendar& calendar) const;
    void set_cost_bounds(Option& option);

    // ground_versions.cpp: what pilots make of a step
    [[nodiscard]] DaySet offered_days(model::PilotId pilot);
    [[nodiscard]] DaySet days_living_in(const std::vector<std::int64_t>& municipalities);
    [[nodiscard]] Version version_with(model::StepId id, const std::vector<model::PilotId>& pilots);
    [[nodiscard]] std::vector<Version> versions_of(model::StepId id);
    void sort_by_id(std::vector<model::PilotId>& pilots) const;

    // ground_payers.cpp: funds and pilots that pay
    void find_payers();
    void add_payers(Option& option);
    void add_payer(Option& option, Payer payer, const std::vector<model::CostRef>& pays);
    [[nodiscard]] std::optional<DaySet> outside_days(TreeId tree) const;
    [[nodiscard]] bool is_like(TreeId a, TreeId b) const;
    static void keep_payers(Option& option, const std::vector<PayerId>& kept);

    void set_surety(Option& option);
    void group_paces();
    void fix_run(TaskId task, const PastRun& run);
    [[nodiscard]] bool is_sent_back(OptionId option, const PastRun& run) const;
    template <class T>
    std::vector<Piece<T>> pieces_of(const model::Figure<T>& figure);

    const Person& person_;
    const Question& question_;
    const Grounding& grounding_;
    const model::Catalogue& catalogue_;
    DayInterval window_;
    Problem problem_;
    std::vector<model::PilotId> applied_pilots_;             // by id
    std::map<std::uint32_t, DaySet> offered_;                // by pilot
    std::vector<std::vector<model::FundId>> funds_of_step_;  // in the order in which they pay
    std::vector<AtomId> to_ask_;
    std::vector<bool> step_is_added_;
    std::vector<int> runs_counted_;  // by step: keys given out
    std::map<std::pair<std::vector<std::uint32_t>, std::int32_t>, std::shared_ptr<const StandStill>>
        stills_;
    std::map<std::uint32_t, std::shared_ptr<const Sessions>> sessions_;
};

/// A step with the changes that one pilot makes to it (route/version.cpp).
void lay_change(model::Step& step, const model::PilotChange& change);

}  // namespace wegwijzer::route::detail
