// SPDX-License-Identifier: Apache-2.0
#include "route/assemble.hpp"

#include <algorithm>
#include <map>

#include "route/charges.hpp"
#include "route/hours.hpp"
#include "route/income.hpp"
#include "route/purse.hpp"
#include "route/route_facts.hpp"
#include "route/slack.hpp"

namespace wegwijzer::route {

using model::PlannedStep;
using model::Support;

namespace {

Hours hours_of(std::int64_t energy) { return {(energy + 3) / 7}; }

class Assembler {
public:
    Assembler(const Solution& solution, const Question& question)
        : network_(solution.network),
          problem_(network_.problem()),
          catalogue_(*problem_.catalogue),
          question_(question) {}

    model::Route route() {
        model::Route route;
        for (std::size_t g = 0; g < problem_.goals.size(); ++g)
            route.goals.push_back({question_.goals[g], {network_.nodes()[g].start, {}, {}, {}}});
        std::int64_t energy = 0;
        std::int64_t paid = 0;
        for (auto& charge : charges_of(network_)) charges_[charge.key].push_back(std::move(charge));
        for (const NodeId n : by_key(network_)) {
            route.steps.push_back(step(n));
            energy += network_.option(n).energy;
            paid += paid_energy(n);
            add_cost(route.cost, route.steps.back());
            route.income += route.steps.back().income;
        }
        route.hours = hours_of(energy);
        route.paid_hours = hours_of(paid);
        std::sort(route.steps.begin(), route.steps.end(),
                  [](const PlannedStep& a, const PlannedStep& b) {
                      return std::tie(a.start, a.key) < std::tie(b.start, b.key);
                  });
        for (const auto& planned : route.steps)
            if (planned.outcome)
                route.outcomes.push_back({planned.key, planned.step, *planned.outcome});
        return route;
    }

private:
    [[nodiscard]] const Task& task(NodeId n) const {
        return problem_.tasks[network_.option(n).task];
    }

    [[nodiscard]] std::int64_t paid_energy(NodeId n) const {
        const auto& option = network_.option(n);
        if (!option.is_open) return 0;
        const auto& node = network_.nodes()[n];
        return std::int64_t{option.rate} * problem_.clock(option).still().running_days(
                                               std::max(node.start, problem_.on), node.finish);
    }

    PlannedStep step(NodeId n) {
        const auto& node = network_.nodes()[n];
        const auto& option = network_.option(n);
        PlannedStep planned;
        planned.key = task(n).key;
        planned.step = task(n).step;
        planned.pilots = option.pilots;
        planned.start = node.start;
        if (problem_.clock(option).has_sessions()) planned.session = node.begin;
        planned.finish = node.finish;
        planned.pace = option.pace;
        planned.hours = hours_of(option.is_open ? paid_energy(n) : option.energy);
        planned.attempt = task(n).attempt;
        planned.passes = task(n).passes;
        planned.outcome = option.outcome;
        planned.is_under_way = task(n).fixed.has_value();
        const auto cost = cost_of(problem_, option, node.start, node.begin, node.finish);
        planned.cost = cost.total;
        planned.cost_is_complete = cost.is_complete;
        planned.cost_lines = cost.lines;
        add_payments(planned);
        add_income(planned, option);
        add_needs(planned, n);
        add_gives(planned, option, node);
        planned.held_up_by = held_up_by(network_, n);
        planned.rests_on_estimate = option.rests_on_estimate;
        planned.rests_on_expected = option.rests_on_expected;
        add_sources(planned, option);
        if (!option.is_open) planned.slack_days = slack_of(network_, n);
        planned.is_critical = planned.slack_days == 0;
        return planned;
    }

    static void add_payment(std::vector<model::Payment>& sums, const model::Payment& payment) {
        for (auto& sum : sums)
            if (sum.fund == payment.fund && sum.pilot == payment.pilot) {
                sum.amount += payment.amount;
                return;
            }
        sums.push_back(payment);
    }

    void add_payments(PlannedStep& planned) {
        for (const auto& charge : charges_[planned.key]) {
            const auto is_it = [&](const PlannedStep::CostLine& line) {
                return line.cost == charge.cost && line.due == charge.due;
            };
            const auto line =
                std::find_if(planned.cost_lines.begin(), planned.cost_lines.end(), is_it);
            if (line == planned.cost_lines.end()) continue;
            line->payments = charge.payments;
            for (const auto& payment : charge.payments) add_payment(planned.payments, payment);
            planned.gift += charge.paid(model::Fund::Kind::gift);
            planned.employer += charge.paid(model::Fund::Kind::employer);
            planned.loan += charge.paid(model::Fund::Kind::loan);
        }
    }

    void add_income(PlannedStep& planned, const Option& option) const {
        for (const auto& income :
             incomes_of(*problem_.person, *option.step, planned.start, planned.finish)) {
            if (income.amount)
                planned.income += *income.amount;
            else
                planned.income_is_complete = false;
            planned.sources.push_back(income.source);
        }
    }

    void add_needs(PlannedStep& planned, NodeId n) const {
        const auto& option = network_.option(n);
        for (std::uint32_t k = 0; k < option.step->needs.size(); ++k) {
            const auto& need = option.step->needs[k];
            model::PlannedNeed shown;
            shown.need = original_need(planned.step, need.id).value_or(k);
            shown.judged = judged_day(need.at, network_.nodes()[n]);
            const auto ground =
                std::find_if(option.needs.begin(), option.needs.end(), [&](const GroundNeed& g) {
                    return g.role == GroundNeed::Role::need && g.index == k;
                });
            if (ground != option.needs.end()) {
                const Asker asker{n, static_cast<std::uint16_t>(ground - option.needs.begin())};
                collect(shown.met_by, asker, ground->tree, shown.judged);
            } else if (!task(n).fixed) {
                collect_answers(shown.met_by, need.is, shown.judged);
            }
            planned.needs.push_back(std::move(shown));
        }
    }

    /// A pilot's version may lack needs; the plan speaks of them by their place in the ordinary
    /// step.
    [[nodiscard]] std::optional<std::uint32_t> original_need(model::StepId step,
                                                             const std::string& id) const {
        const auto& needs = catalogue_[step].needs;
        for (std::uint32_t k = 0; k < needs.size(); ++k)
            if (needs[k].id == id) return k;
        return std::nullopt;
    }

    [[nodiscard]] static Date judged_day(model::At at, const Node& node) {
        return at == model::At::session  ? node.begin
               : at == model::At::finish ? node.finish
                                         : node.start;
    }

    /// What serves the tree on `day`: of alternatives the one that was chosen, else the first that
    /// holds.
    bool collect(std::vector<Support>& supports, Asker asker, TreeId id, Date day) const {
        const auto& tree = problem_.trees[id];
        switch (tree.kind) {
            case Tree::Kind::always:
                return true;
            case Tree::Kind::never:
                return false;
            case Tree::Kind::days:
                if (!tree.days.contains(day)) return false;
                collect_answers(supports, *tree.expression, tree.expression->nodes[tree.node], day);
                return true;
            case Tree::Kind::atom:
                return collect_atom(supports, asker, id, day);
            case Tree::Kind::all:
                for (const TreeId part : tree.parts) collect(supports, asker, part, day);
                return true;
            case Tree::Kind::any:
            case Tree::Kind::at_least: {
                std::uint32_t met = 0;
                const std::uint32_t wanted = tree.kind == Tree::Kind::any ? 1 : tree.n;
                for (const TreeId part : tree.parts) {
                    if (met == wanted) break;
                    if (!days_true(network_, part).contains(day)) continue;
                    met += collect(supports, asker, part, day);
                }
                return met == wanted;
            }
        }
        return false;
    }

    bool collect_atom(std::vector<Support>& supports, Asker asker, TreeId id, Date day) const {
        const auto& tree = problem_.trees[id];
        for (const auto& hold : tree.holds)
            if (hold.days.from <= day && day < hold.days.until) {
                supports.push_back(
                    {hold.kind, hold.by,
                     hold.days.from > Date::first ? std::optional(hold.days.from) : std::nullopt});
                return true;
            }
        const auto add_giver = [&](NodeId giver) {
            supports.push_back({Support::Kind::step, task(giver).key, network_.award_day(giver)});
        };
        for (const auto& link : network_.links)
            if (link.asker == asker && link.leaf == id && network_.award_day(link.giver) <= day) {
                add_giver(link.giver);
                return true;
            }
        for (const auto& giver : problem_.givers[tree.atom])
            for (NodeId n = 0; n < network_.nodes().size(); ++n)
                if (network_.nodes()[n].option == giver.option && network_.award_day(n) <= day) {
                    add_giver(n);
                    return true;
                }
        return false;
    }

    void collect_answers(std::vector<Support>& supports, const model::Expression& expression,
                         Date day) const {
        if (!expression.is_empty()) collect_answers(supports, expression, expression.root(), day);
    }

    /// The attributes that the condition rests on, each an answer or an assumption; of alternatives
    /// those of the first that holds.
    void collect_answers(std::vector<Support>& supports, const model::Expression& expression,
                         const model::Node& node, Date day) const {
        const auto holds = [&](const model::Node& part) {
            const auto value =
                rule::evaluate_node(expression, part, *problem_.person, catalogue_, day);
            return value.is_known && value.number != 0;
        };
        if (node.op == model::Op::disjunction) {
            for (std::uint32_t k = 0; k < node.child_count; ++k)
                if (holds(expression.child(node, k))) {
                    collect_answers(supports, expression, expression.child(node, k), day);
                    return;
                }
        }
        if (node.op == model::Op::attribute || node.op == model::Op::told) {
            add_answer(supports, {node.id}, day);
            return;
        }
        if (node.op == model::Op::told_held && holds(node))
            supports.push_back(
                {Support::Kind::held, catalogue_.credentials[node.id].id, std::nullopt});
        for (std::uint32_t k = 0; k < node.child_count; ++k)
            collect_answers(supports, expression, expression.child(node, k), day);
    }

    void add_answer(std::vector<Support>& supports, model::AttributeId id, Date day) const {
        const auto& attribute = catalogue_[id];
        if (attribute.is_derived()) {
            collect_answers(supports, attribute.is, day);
            return;
        }
        const bool is_answered = problem_.person->is_answered(id, day);
        if (!is_answered && !problem_.person->value(id, day).is_known) return;
        const auto same = [&](const Support& s) { return s.id == attribute.id; };
        if (std::any_of(supports.begin(), supports.end(), same)) return;
        supports.push_back({is_answered ? Support::Kind::answer : Support::Kind::assumed,
                            attribute.id, std::nullopt});
    }

    void add_gives(PlannedStep& planned, const Option& option, const Node& node) const {
        for (const auto& award : option.awards) {
            const Date until = option.is_open ? node.finish
                                              : award_until(problem_, option, award, std::nullopt,
                                                            node.start, node.begin, node.finish);
            planned.gives.push_back({give_name(catalogue_, award.given),
                                     until == Date::never ? std::nullopt : std::optional(until)});
        }
    }

    template <class T>
    void add_figure(PlannedStep& planned, const model::Figure<T>& figure, Date day) const {
        const auto* entry = pick(figure, *problem_.person, day);
        if (entry == nullptr) return;
        planned.sources.push_back(entry->source);
        planned.rests_on_expected = planned.rests_on_expected || entry->is_expected;
    }

    void add_sources(PlannedStep& planned, const Option& option) const {
        const auto& step = *option.step;
        const Date counted = step.counts == model::Moment::session
                                 ? planned.session.value_or(planned.start)
                             : step.counts == model::Moment::finish ? planned.finish
                                                                    : planned.start;
        auto& sources = planned.sources;
        sources.push_back(step.source);
        add_figure(planned, step.duration, counted);
        add_figure(planned, step.effort, counted);
        add_figure(planned, step.load, counted);
        for (const auto& line : planned.cost_lines)
            add_figure(planned, step.costs[line.cost].amount, line.due);
        for (const auto& need : step.needs) sources.push_back(need.source);
        for (const auto& must : step.musts) sources.push_back(must.source);
        if (step.extend) sources.push_back(step.extend->source);
        if (!step.sessions.is_none()) sources.push_back(catalogue_[step.sessions].source);
        for (const auto closure : step.closures) sources.push_back(catalogue_[closure].source);
        if (step.attempt) {
            sources.push_back(step.attempt->source);
            add_figure(planned, step.attempt->pass, planned.start);
        }
        for (const auto& outcome : step.outcomes) sources.push_back(outcome.source);
        for (const auto pilot : planned.pilots) sources.push_back(catalogue_[pilot].source);
        for (const auto& line : planned.cost_lines)
            for (const auto& payment : line.payments) {
                if (payment.fund.is_none()) continue;
                const auto& fund = catalogue_[payment.fund];
                sources.push_back(fund.source);
                add_figure(planned, fund.share, line.due);
            }
        std::erase_if(sources, [](model::SourceId id) { return id.is_none(); });
        std::sort(sources.begin(), sources.end());
        sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
        planned.rests_on_estimate =
            planned.rests_on_estimate ||
            std::any_of(sources.begin(), sources.end(), [&](model::SourceId id) {
                return catalogue_[id].kind == model::Source::Kind::estimate;
            });
    }

    const Network& network_;
    const Problem& problem_;
    const model::Catalogue& catalogue_;
    const Question& question_;
    std::map<std::string, std::vector<Charge>> charges_;  // by key of the run
};

}  // namespace

void add_cost(model::RouteCost& sum, const PlannedStep& step) {
    sum.total += step.cost;
    sum.gift += step.gift;
    sum.employer += step.employer;
    sum.loan += step.loan;
    sum.own += step.own();
    sum.is_complete = sum.is_complete && step.cost_is_complete;
}

std::string give_name(const model::Catalogue& catalogue, const model::Given& given) {
    if (given.kind == model::Given::Kind::credential) return catalogue[given.credential].id;
    const auto& attribute = catalogue[given.attribute];
    if (given.kind == model::Given::Kind::truth) return attribute.id;
    const auto& levels = catalogue[attribute.type.scale].levels;
    return attribute.id + " >= " + levels[static_cast<std::size_t>(given.rank)];
}

model::Route assemble(const Solution& solution, const Question& question) {
    auto route = Assembler(solution, question).route();
    route.surety = solution.tie.surety;
    route.surety_is_known = solution.tie.surety_is_known;
    return route;
}

std::vector<model::DutyState> duties_of(const Person& person, const model::Route& route, Date on,
                                        Date horizon) {
    const auto& catalogue = person.catalogue();
    const RouteFacts facts(person, route.steps);
    auto days = facts.turning_days();
    days.insert(days.begin(), on);
    std::vector<model::DutyState> states;
    for (std::uint32_t d = 0; d < catalogue.duties.size(); ++d) {
        const auto& duty = catalogue.duties[d];
        if (rule::evaluate(duty.when, person, catalogue, on) != model::Truth::yes) continue;
        model::DutyState state{
            {d}, model::DutyState::State::open, due_day(person, duty, on), std::nullopt};
        if (state.by && *state.by < on &&
            rule::evaluate(duty.reach, facts, catalogue, *state.by) == model::Truth::yes)
            state.met_on = state.by;
        for (const Date day : days) {
            if (state.met_on) break;
            if (day < on || day > horizon ||
                rule::evaluate(duty.reach, facts, catalogue, day) != model::Truth::yes)
                continue;
            state.met_on = day;
            break;
        }
        using State = model::DutyState::State;
        if (state.by && state.met_on)
            state.state = *state.met_on <= *state.by ? State::met : State::missed;
        else if (state.met_on)
            state.state = State::met;
        else if (state.by && *state.by < on)
            state.state = State::missed;
        states.push_back(state);
    }
    return states;
}

void keep_jobs(Solution& solution) {
    auto& network = solution.network;
    const auto& problem = network.problem();
    Date last = Date::always;
    for (const Date day : solution.worth.dates) last = std::max(last, day);
    if (problem.person->profile().keep_until)
        last = std::min(last, *problem.person->profile().keep_until);
    for (const auto& link : network.links) {
        if (!problem.is_goal(network.option(link.asker.node).task) ||
            !network.option(link.giver).is_open)
            continue;
        const auto keeps = [&](Date end) {
            Network longer = network;
            longer.end_from(link.giver, end);
            if (!longer.propagate() || longer.nodes()[link.giver].finish != end ||
                first_conflict(longer) || first_shortfall(longer))
                return false;
            const auto same = [](const Node& a, const Node& b) { return a.start == b.start; };
            return std::equal(longer.nodes().begin(), longer.nodes().end(), network.nodes().begin(),
                              same);
        };
        const Date now = network.nodes()[link.giver].finish;
        const Date end =
            first_day(now + Days{1}, last + Days{1}, [&](Date day) { return !keeps(day); }) -
            Days{1};
        if (end <= now) continue;
        network.end_from(link.giver, end);
        (void)network.propagate();
    }
}

}  // namespace wegwijzer::route
