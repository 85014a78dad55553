// SPDX-License-Identifier: Apache-2.0
#include "cohort/asked.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace wegwijzer::cohort {
namespace {

using model::AttributeId;
using model::CredentialId;
using model::Expression;
using model::Node;
using model::Op;
using model::TypeKind;

/// Follows the packs from the goals: what an expression asks can be given by steps, whose own
/// expressions ask again.
class Collector {
public:
    Collector(const model::Catalogue& catalogue, const AskedFor& what)
        : catalogue_(catalogue), what_(what) {
        asked_.ages.assign(catalogue.credentials.size(), false);
        asked_.is_exact.assign(catalogue.attributes.size(), false);
        asked_.is_moved.assign(catalogue.attributes.size(), false);
    }

    Asked collect() {
        for (const auto goal : what_.goals) take(catalogue_[goal].reach);
        if (what_.duties_bind) take_duties();
        if (what_.with_purse)
            for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s)
                if (!catalogue_.steps[s].income.empty()) steps_.insert(s);
        note(catalogue_.find_attribute("hours_per_week"));
        for (const auto pilot : what_.pilots) take_pilot(catalogue_[pilot]);
        for (std::size_t before = 0; before != size();) {
            before = size();
            find_givers();
            find_events();
        }
        add_holders();
        asked_.attributes.assign(attributes_.begin(), attributes_.end());
        asked_.credentials.assign(credentials_.begin(), credentials_.end());
        for (const auto step : steps_done_) asked_.steps.push_back({step});
        return std::move(asked_);
    }

private:
    [[nodiscard]] std::size_t size() const {
        return attributes_.size() + credentials_.size() + steps_done_.size() + events_.size();
    }

    void note(AttributeId attribute) {
        if (!attribute.is_none()) attributes_.insert(attribute);
    }

    /// Everything that the expression asks. Each is taken once.
    void take(const Expression& expression) {
        if (expression.is_empty() || !seen_.insert(&expression).second) return;
        for (const Node& node : expression.nodes) {
            if (node.op == Op::attribute || node.op == Op::told) {
                const auto& attribute = catalogue_.attributes[node.id];
                attribute.is_derived() ? take(attribute.is) : note({node.id});
            } else if (node.op == Op::credential || node.op == Op::told_held) {
                credentials_.insert({node.id});
            }
        }
        if (expression.root().type.kind == TypeKind::boolean)
            find_tests(expression, expression.root());
    }

    void find_tests(const Expression& expression, const Node& node) {
        switch (node.op) {
            case Op::conjunction:
            case Op::disjunction:
            case Op::negation:
            case Op::at_least:
                for (std::uint32_t k = 0; k < node.child_count; ++k)
                    find_tests(expression, expression.child(node, k));
                return;
            default:
                break;
        }
        DatedTest test{
            &expression, static_cast<std::uint32_t>(&node - expression.nodes.data()), {}, true};
        look_into(expression, node, test);
        const bool is_dated =
            std::any_of(test.attributes.begin(), test.attributes.end(),
                        [&](AttributeId a) { return catalogue_[a].type.kind == TypeKind::date; });
        if (!is_dated) return;
        auto& all = test.attributes;
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        asked_.tests.push_back(std::move(test));
    }

    void look_into(const Expression& expression, const Node& node, DatedTest& test) const {
        if (node.op == Op::attribute || node.op == Op::told) {
            const auto& attribute = catalogue_.attributes[node.id];
            if (attribute.is_derived())
                look_into(attribute.is, attribute.is.root(), test);
            else
                test.attributes.push_back({node.id});
        } else if (node.op == Op::credential || node.op == Op::told_held) {
            test.is_plain = false;
        }
        for (std::uint32_t k = 0; k < node.child_count; ++k)
            look_into(expression, expression.child(node, k), test);
    }

    /// Its attributes' very values matter, on whatever day it is judged.
    void take_exactly(const Expression& expression) {
        take(expression);
        for (const Node& node : expression.nodes)
            if (node.op == Op::attribute || node.op == Op::told) mark_exact(node.id);
    }

    void mark_exact(std::uint32_t attribute) {
        if (catalogue_.attributes[attribute].is_derived())
            take_exactly(catalogue_.attributes[attribute].is);
        else
            asked_.is_exact[attribute] = true;
    }

    template <class T>
    void take_figure(const model::Figure<T>& figure) {
        for (const auto& entry : figure.cases) take(entry.when);
    }

    void take_duties() {
        for (const auto& duty : catalogue_.duties) {
            take(duty.when);
            take(duty.reach);
            take_exactly(duty.by);
        }
    }

    void take_pilot(const model::Pilot& pilot) {
        take(pilot.when);
        if (!pilot.where.empty()) note(catalogue_.find_attribute("residence.municipality"));
    }

    void take_step(const model::Step& step) {
        take(step.when);
        for (const auto& need : step.needs) {
            take(need.is);
            if (need.younger)
                for (const Node& node : need.is.nodes)
                    if (node.op == Op::credential) asked_.ages[node.id] = true;
        }
        take_figure(step.duration);
        take_figure(step.effort);
        take_figure(step.load);
        if (step.attempt) take_figure(step.attempt->pass);
        for (const auto& cost : step.costs) {
            take(cost.when);
            take_figure(cost.amount);
        }
        for (const auto& income : step.income) take(income.when);
        for (const auto& must : step.musts) take(must.is);
        take_given(step.gives);
        for (const auto& outcome : step.outcomes) take_given(outcome.gives);
    }

    void take_given(const std::vector<model::Given>& gives) {
        for (const auto& given : gives)
            if (given.kind == model::Given::Kind::credential) take_life(given.credential);
    }

    /// How long a credential lasts is judged on the day it bears, which may be long past.
    void take_life(CredentialId credential) {
        for (const auto& entry : catalogue_[credential].lasts.cases) take_exactly(entry.when);
    }

    [[nodiscard]] bool can_give(const std::vector<model::Given>& gives) const {
        return std::any_of(gives.begin(), gives.end(), [&](const model::Given& given) {
            if (given.kind != model::Given::Kind::credential)
                return attributes_.contains(given.attribute);
            if (credentials_.contains(given.credential)) return true;
            const auto& implied = catalogue_[given.credential].implies;
            return std::any_of(implied.begin(), implied.end(),
                               [&](CredentialId c) { return credentials_.contains(c); });
        });
    }

    [[nodiscard]] bool can_give(const model::Step& step) const {
        return can_give(step.gives) ||
               std::any_of(step.outcomes.begin(), step.outcomes.end(),
                           [&](const model::Outcome& outcome) { return can_give(outcome.gives); });
    }

    void find_givers() {
        for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s)
            if (can_give(catalogue_.steps[s])) steps_.insert(s);
        for (const auto pilot : what_.pilots)
            for (const auto& change : catalogue_[pilot].changes)
                if (can_give(change.changed)) steps_.insert(change.step.index);
        for (const std::uint32_t s : std::set<std::uint32_t>(steps_))
            if (steps_done_.insert(s).second) take_whole_step({s});
    }

    /// The step in all its versions, and who may pay for it.
    void take_whole_step(model::StepId id) {
        take_step(catalogue_[id]);
        for (const auto pilot : what_.pilots)
            for (const auto& change : catalogue_[pilot].changes)
                if (change.step == id) take_step(change.changed);
        for (const auto& fund : catalogue_.funds) {
            const bool pays = std::any_of(fund.pays.begin(), fund.pays.end(),
                                          [&](const model::CostRef& c) { return c.step == id; });
            if (!pays) continue;
            take(fund.opens);
            take_figure(fund.share);
        }
    }

    void find_events() {
        for (std::uint32_t e = 0; e < catalogue_.events.size(); ++e)
            if (attributes_.contains(catalogue_.events[e].set)) take_event({e});
    }

    void take_event(model::EventId id) {
        if (!events_.insert(id).second) return;
        const auto& event = catalogue_[id];
        take(event.when);
        asked_.is_moved[event.set.index] = true;
        if (!event.from_attribute.is_none()) {
            note(event.from_attribute);
            asked_.events.push_back(id);
        }
        if (!event.from_event.is_none()) take_event(event.from_event);
    }

    /// A higher credential serves for a lower one.
    void add_holders() {
        for (std::uint32_t c = 0; c < catalogue_.credentials.size(); ++c) {
            const auto& credential = catalogue_.credentials[c];
            const auto& implied = credential.implies;
            const auto counts = [&](CredentialId one) { return credentials_.contains(one); };
            const auto ages = [&](CredentialId one) {
                return asked_.ages[one.index] || !catalogue_[one].lasts.is_empty();
            };
            if (std::any_of(implied.begin(), implied.end(), counts)) credentials_.insert({c});
            if (std::any_of(implied.begin(), implied.end(), ages) || ages({c}))
                asked_.ages[c] = true;
        }
        for (const auto credential : credentials_) take_life(credential);
    }

    const model::Catalogue& catalogue_;
    const AskedFor& what_;
    Asked asked_;
    std::set<AttributeId> attributes_;
    std::set<CredentialId> credentials_;
    std::set<std::uint32_t> steps_, steps_done_;
    std::set<model::EventId> events_;
    std::set<const Expression*> seen_;
};

}  // namespace

Asked asked_for(const model::Catalogue& catalogue, const AskedFor& what) {
    return Collector(catalogue, what).collect();
}

}  // namespace wegwijzer::cohort
