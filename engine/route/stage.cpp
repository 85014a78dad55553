// SPDX-License-Identifier: Apache-2.0
#include "route/stage.hpp"

#include <algorithm>

#include "route/charges.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::route {

std::uint32_t RunNames::find(const std::string& key) const {
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    return found == keys_.end() ? nothing : static_cast<std::uint32_t>(found - keys_.begin());
}

std::uint32_t RunNames::number(const std::string& key) {
    if (const auto known = find(key); known != nothing) return known;
    keys_.push_back(key);
    return static_cast<std::uint32_t>(keys_.size() - 1);
}

RandomKey shared_key(RandomKey key, const std::string& word) {
    constexpr std::uint64_t tag = 2;
    return key.with(tag).with(word);
}

namespace {

class Builder {
public:
    Builder(const Script& script, const Problem& problem, const Question& question, RandomKey key,
            RunNames& names)
        : script_(script),
          network_(script.solution.network),
          problem_(problem),
          question_(question),
          key_(key),
          names_(names) {
        stage_.problem = &problem;
    }

    Stage build(bool with_turns) {
        unit_of_task_.assign(problem_.tasks.size(), nothing);
        for (const NodeId n : in_order()) add_unit(n);
        for (std::uint32_t u = 0; u < stage_.units.size(); ++u) add_before(u);
        connect();
        find_askers();
        name_holds();
        prune_trees();
        if (with_turns) add_turns();
        return std::move(stage_);
    }

private:
    /// By planned start, then key (R19).
    [[nodiscard]] std::vector<NodeId> in_order() const {
        auto nodes = by_key(network_);
        std::stable_sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) {
            return network_.nodes()[a].start < network_.nodes()[b].start;
        });
        return nodes;
    }

    /// The run's number among those of its step that pass, the same whatever attempt is planned.
    [[nodiscard]] std::uint64_t repetition_of(TaskId id) const {
        const auto& wanted = problem_.tasks[id];
        std::uint64_t number = 1;
        for (const auto& run : script_.grounding.past)
            number +=
                run.step == wanted.step && run.passed && run.finish && *run.finish <= problem_.on;
        for (TaskId t = 0; t < id; ++t)
            number += problem_.tasks[t].step == wanted.step && problem_.tasks[t].passes &&
                      problem_.tasks[t].goal == nothing;
        return number;
    }

    /// A failed attempt that the plan counts with is part of the run that passes.
    void add_unit(NodeId n) {
        const auto& chosen = network_.option(n);
        const auto& planned = network_.problem().tasks[chosen.task];
        if (!planned.passes) return;
        Unit unit;
        unit.name = names_.number(planned.key);
        unit.planned = network_.nodes()[n].start;
        unit.first_attempt = planned.attempt;
        for (TaskId t = 0; t < problem_.tasks.size(); ++t)
            if (problem_.tasks[t].key == planned.key) unit.task = t;
        const auto& tasks = network_.problem().tasks;
        auto payers = payers_of(network_, n);
        for (TaskId before = planned.prior; before != nothing && !tasks[before].passes;
             before = tasks[before].prior) {
            unit.first_attempt = tasks[before].attempt;
            const auto node = network_.node_of(before);
            if (!node) continue;
            unit.planned = std::min(unit.planned, network_.nodes()[*node].start);
            for (const auto& payer : payers_of(network_, *node)) payers.push_back(payer);
        }
        for (const auto& award : chosen.awards) unit.waits_for_plan |= award.lasts.has_value();
        for (const auto& need : chosen.needs)  // too early a job makes its `must` too early
            unit.waits_for_plan |= need.role == GroundNeed::Role::must;
        for (const auto& link : network_.links)
            unit.waits_for_plan |=
                link.giver == n && network_.problem().trees[link.leaf].younger.has_value();
        if (unit.task != nothing) {
            const auto& task = problem_.tasks[unit.task];
            constexpr std::uint64_t tag = 1;
            unit.own = key_.with(tag)
                           .with((*problem_.catalogue)[task.step].id)
                           .with(repetition_of(unit.task));
            unit.not_before = task.not_before;
            if (waits_for_figure(n, unit))
                unit.not_before = std::max(unit.not_before, unit.planned);
            unit.fixed = task.fixed;
            unit.fixed_attempt = task.attempt;
            for (const OptionId id : task.options) {
                if (is_like(problem_.options[id], chosen)) unit.ways.push_back(way_of(id, payers));
            }
            unit_of_task_[unit.task] = static_cast<std::uint32_t>(stage_.units.size());
        }
        for (const auto& way : unit.ways) unit.takes_hours |= way.option->rate > 0;
        node_of_unit_.push_back(n);
        stage_.units.push_back(std::move(unit));
    }

    /// The plan starts it on the first day of other figures, where it could have started before: it
    /// waited for a lower price or a shorter time, and so does a draw.
    [[nodiscard]] bool waits_for_figure(NodeId n, const Unit& unit) const {
        const auto& problem = network_.problem();
        const auto& chosen = network_.option(n);
        const auto first_start = [&](const Option& option) {
            return problem.clock(option).next_start(Date::always);
        };
        const auto& options = problem.tasks[chosen.task].options;
        return unit.planned == network_.nodes()[n].start && unit.planned == first_start(chosen) &&
               std::any_of(options.begin(), options.end(), [&](OptionId id) {
                   const auto& other = problem.options[id];
                   return is_like(other, chosen) && first_start(other) < unit.planned;
               });
    }

    /// The same at other dates' figures.
    [[nodiscard]] static bool is_like(const Option& option, const Option& chosen) {
        return option.pilots == chosen.pilots && option.pace == chosen.pace &&
               option.outcome == chosen.outcome;
    }

    void add_before(std::uint32_t u) {
        auto& unit = stage_.units[u];
        if (unit.task == nothing) return;
        const TaskId previous = problem_.tasks[unit.task].previous;
        if (previous == nothing) return;
        unit.before = unit_of_task_[previous];
        if (unit.before != nothing) stage_.units[unit.before].wakes.push_back(u);
    }

    /// @param payers  that the route chose for any attempt of the run
    [[nodiscard]] Way way_of(OptionId id, const std::vector<PayerId>& payers) const {
        Way way;
        way.option = &problem_.options[id];
        way.id = id;
        way.clock = &problem_.clock(*way.option);
        const auto& step = *way.option->step;
        const Date counted = counted_day(way);
        if (step.clock == model::Clock::effort) {
            if (const auto* entry = pick(step.effort, *problem_.person, counted))
                if (entry->value) set_range(way, *entry->value, entry->varies_with);
        } else if (step.clock == model::Clock::duration) {
            if (const auto* entry = pick(step.duration, *problem_.person, counted))
                if (entry->value && entry->value->is_range())
                    set_range(way, std::get<Estimate>(entry->value->value), entry->varies_with);
        }
        if (step.attempt) way.pass = chances_of(step.attempt->pass);
        for (std::uint32_t k = 0; k < step.costs.size(); ++k) add_cost(way, step.costs[k], k);
        for (const auto& payer : way.option->payers)
            if (std::find(payers.begin(), payers.end(), payer.who) != payers.end())
                way.payers.push_back(drawn_payer(*way.option, payer));
        return way;
    }

    [[nodiscard]] DrawnPayer drawn_payer(const Option& option, const Payer& payer) const {
        DrawnPayer drawn{payer.who, payer.costs, nothing, std::nullopt};
        if (payer.need != nothing) drawn.opens = option.needs[payer.need].tree;
        if (!payer.who.fund.is_none()) drawn.tries = (*problem_.catalogue)[payer.who.fund].tries;
        return drawn;
    }

    void set_range(Way& way, const Estimate& range, const std::string& word) const {
        if (!range.is_range()) return;
        way.has_range = true;
        way.range = range;
        if (!word.empty()) way.shared = shared_key(key_, word);
    }

    /// A day on which this way's own figures count; an option has one set of figures.
    [[nodiscard]] Date counted_day(const Way& way) const {
        const auto& task = problem_.tasks[way.option->task];
        const Date start = task.fixed ? task.fixed->start : way.clock->next_start(Date::always);
        if (start == Date::never) return problem_.on;
        const Date begin = task.fixed ? task.fixed->begin : way.clock->begin(start);
        switch (way.option->step->counts) {
            case model::Moment::session:
                return begin;
            case model::Moment::finish:
                return task.fixed ? task.fixed->finish : way.clock->finish_from(begin);
            case model::Moment::start:
                break;
        }
        return start;
    }

    /// The days on which another entry can begin to count.
    template <class T>
    std::vector<Date> cuts_of(const model::Figure<T>& figure,
                              const model::Expression* when = nullptr) const {
        const DayInterval window{Date::first, problem_.horizon + Days{1}};
        std::vector<Date> cuts{Date::first};
        const auto cut_by = [&](const model::Expression& expression) {
            if (expression.is_empty()) return;
            const auto days =
                rule::truth_days(expression, *problem_.person, *problem_.catalogue, window);
            for (const auto& stretch : days.yes.intervals()) {
                cuts.push_back(stretch.from);
                cuts.push_back(stretch.until);
            }
        };
        for (const auto& entry : figure.cases) {
            if (entry.from > Date::first) cuts.push_back(entry.from);
            cut_by(entry.when);
        }
        if (when != nullptr) cut_by(*when);
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        std::erase_if(cuts, [&](Date day) { return day >= window.until; });
        return cuts;
    }

    [[nodiscard]] std::vector<FromDay<double>> chances_of(const model::Figure<double>& pass) const {
        std::vector<FromDay<double>> chances;
        for (const Date day : cuts_of(pass)) {
            const auto* entry = pick(pass, *problem_.person, day);
            chances.push_back({day, entry != nullptr && entry->value ? *entry->value : 1.0});
        }
        return chances;
    }

    void add_cost(Way& way, const model::Cost& cost, std::uint32_t index) const {
        DrawnCost drawn;
        drawn.per = cost.per;
        drawn.due = cost.due;
        drawn.index = index;
        bool costs_something = false;
        for (const Date day : cuts_of(cost.amount, &cost.when)) {
            DrawnCost::Price price;
            const bool is_due = cost.when.is_empty() ||
                                rule::evaluate(cost.when, *problem_.person, *problem_.catalogue,
                                               day) == model::Truth::yes;
            const auto* entry = is_due ? pick(cost.amount, *problem_.person, day) : nullptr;
            if (entry != nullptr && entry->value) {
                price.cents = {static_cast<double>(entry->value->min.cents),
                               static_cast<double>(entry->value->likely.cents),
                               static_cast<double>(entry->value->max.cents)};
                if (!entry->varies_with.empty())
                    price.shared = shared_key(key_, entry->varies_with);
                costs_something |= price.cents.max != 0;
            }
            drawn.prices.push_back({day, price});
        }
        if (costs_something) way.costs.push_back(std::move(drawn));
    }

    /// Which units can serve each leaf, and so whom they wake.
    void connect() {
        stage_.givers.resize(problem_.trees.size());
        for (TreeId t = 0; t < problem_.trees.size(); ++t) {
            const auto& tree = problem_.trees[t];
            if (tree.kind != Tree::Kind::atom) continue;
            for (const auto& giver : problem_.givers[tree.atom]) {
                const auto& option = problem_.options[giver.option];
                const auto u = unit_of_task_[option.task];
                if (u == nothing) continue;
                const auto& ways = stage_.units[u].ways;
                for (std::uint32_t w = 0; w < ways.size(); ++w)
                    if (ways[w].id == giver.option)
                        stage_.givers[t].push_back(
                            {u, w, giver.award,
                             !option.outcome || giver.award < option.step->gives.size()});
            }
        }
        for (std::uint32_t u = 0; u < stage_.units.size(); ++u)
            for (const auto& way : stage_.units[u].ways)
                for (const auto& need : way.option->needs) wake(need.tree, u);
        for (auto& unit : stage_.units) {
            std::sort(unit.wakes.begin(), unit.wakes.end());
            unit.wakes.erase(std::unique(unit.wakes.begin(), unit.wakes.end()), unit.wakes.end());
        }
    }

    void wake(TreeId t, std::uint32_t asker) {
        for (const auto& giver : stage_.givers[t]) stage_.units[giver.unit].wakes.push_back(asker);
        for (const TreeId part : problem_.trees[t].parts) wake(part, asker);
    }

    /// For whom an open run must last, by the links of the plan.
    void find_askers() {
        const auto unit_at = [&](NodeId n) {
            const auto found = std::find(node_of_unit_.begin(), node_of_unit_.end(), n);
            return static_cast<std::size_t>(found - node_of_unit_.begin());
        };
        for (const auto& link : network_.links) {
            if (!network_.option(link.giver).is_open) continue;
            const auto giver = unit_at(link.giver);
            if (giver == node_of_unit_.size()) continue;
            const auto asker = unit_at(link.asker.node);
            if (asker < node_of_unit_.size())
                stage_.units[giver].asked_by.push_back(static_cast<std::uint32_t>(asker));
            else if (network_.problem().is_goal(network_.option(link.asker.node).task))
                stage_.units[giver].serves_goal = true;
        }
    }

    void name_holds() {
        stage_.held_by.resize(problem_.trees.size());
        for (TreeId t = 0; t < problem_.trees.size(); ++t)
            for (const auto& hold : problem_.trees[t].holds)
                stage_.held_by[t].push_back(
                    hold.kind == model::Support::Kind::step ? names_.find(hold.by) : nothing);
    }

    /// Leaves out what no draw can make true. A tree's parts stand before it (`Grounder::tree_of`).
    void prune_trees() {
        stage_.trees = problem_.trees;
        for (TreeId t = 0; t < stage_.trees.size(); ++t) {
            if (prune(t)) continue;
            stage_.trees[t].kind = Tree::Kind::never;
            stage_.trees[t].parts.clear();
        }
    }

    /// @returns whether the tree can be true, by the parts that can
    bool prune(TreeId id) {
        auto& tree = stage_.trees[id];
        switch (tree.kind) {
            case Tree::Kind::always:
                return true;
            case Tree::Kind::never:
                return false;
            case Tree::Kind::days:
                return !tree.days.is_empty();
            case Tree::Kind::atom:
                return !tree.holds.empty() || !stage_.givers[id].empty();
            case Tree::Kind::all:
            case Tree::Kind::any:
            case Tree::Kind::at_least:
                break;
        }
        std::erase_if(tree.parts,
                      [&](TreeId part) { return stage_.trees[part].kind == Tree::Kind::never; });
        return tree.parts.size() >= tree.n;
    }

    void add_turns() {
        for (const auto& [key, branch] : script_.branches) {
            const auto name = names_.find(key.first);
            Turn turn;
            turn.unit = nothing;
            turn.outcome = key.second;
            for (std::uint32_t u = 0; u < stage_.units.size(); ++u)
                if (stage_.units[u].name == name) turn.unit = u;
            if (turn.unit == nothing) continue;
            for (const auto& unit : stage_.units) {
                const auto& past = branch->grounding.past;
                turn.goes_on.push_back(std::any_of(
                    past.begin(), past.end(),
                    [&](const PastRun& run) { return names_.find(run.key) == unit.name; }));
            }
            turn.stage = std::make_unique<Stage>(
                stage_of(*branch, *branch->problem, question_, key_, names_));
            stage_.turns.push_back(std::move(turn));
        }
    }

    const Script& script_;
    const Network& network_;
    const Problem& problem_;
    const Question& question_;
    RandomKey key_;
    RunNames& names_;
    Stage stage_;
    std::vector<std::uint32_t> unit_of_task_;
    std::vector<NodeId> node_of_unit_;
};

}  // namespace

Stage stage_of(const Script& script, const Problem& problem, const Question& question,
               RandomKey key, RunNames& names, bool with_turns) {
    return Builder(script, problem, question, key, names).build(with_turns);
}

}  // namespace wegwijzer::route
