// SPDX-License-Identifier: Apache-2.0
#include "route/alternative.hpp"

#include <algorithm>
#include <set>

namespace wegwijzer::route {

namespace {

constexpr std::uint64_t most_nodes = 10'000;

using Steps = std::set<model::StepId>;

Steps steps_of(const model::Route& route) {
    Steps steps;
    for (const auto& step : route.steps) steps.insert(step.step);
    return steps;
}

std::vector<model::StepId> only_in(const Steps& some, const Steps& others) {
    std::vector<model::StepId> only;
    std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                        std::back_inserter(only));
    return only;
}

/// The same question for the fastest route alone, without draws.
Question bare(const Question& question) {
    Question other = question;
    other.draws = 0;
    other.with_questions = false;
    other.whole_front = false;
    other.prefer = Prefer::fastest;
    other.node_limit = most_nodes;
    return other;
}

bool is_sure(const model::Plan& plan) {
    return plan.status == model::Status::reachable && !plan.routes.empty();
}

Alternative compared(const model::Plan& plan, const model::Route& shown, model::StepId step) {
    Alternative found;
    found.step = step;
    // a route that rests on answers nobody gave is no alternative to one that does not
    if (!is_sure(plan)) return found;
    const auto& other = plan.routes.front();
    found.has_route = true;
    const auto& was = shown.goals.back().finish.planned;
    const auto& is = other.goals.back().finish.planned;
    if (was && is) found.later_days = (*is - *was).count;
    found.dearer = other.cost.own - shown.cost.own;
    found.heavier = Hours{other.hours.hundredths - shown.hours.hundredths};
    found.adds = only_in(steps_of(other), steps_of(shown));
    found.drops = only_in(steps_of(shown), steps_of(other));
    found.is_proven = !plan.limit_struck && !plan.timed_out;
    return found;
}

/// Whether `a` gives some fact that `b` gives too.
bool is_rival(const model::Catalogue& catalogue, const model::Step& a, const model::Step& b) {
    const auto gifts = [](const model::Step& step) {
        std::vector<model::Given> all = step.gives;
        for (const auto& outcome : step.outcomes)
            all.insert(all.end(), outcome.gives.begin(), outcome.gives.end());
        return all;
    };
    const auto same = [&](const model::Given& x, const model::Given& y) {
        if (x.kind != y.kind) return false;
        if (x.kind != model::Given::Kind::credential) return x.attribute == y.attribute;
        const auto serves = [&](model::CredentialId one, model::CredentialId other) {
            const auto& implied = catalogue[one].implies;
            return one == other ||
                   std::find(implied.begin(), implied.end(), other) != implied.end();
        };
        return serves(x.credential, y.credential) || serves(y.credential, x.credential);
    };
    const auto of_a = gifts(a);
    const auto of_b = gifts(b);
    return std::any_of(of_a.begin(), of_a.end(), [&](const auto& x) {
        return std::any_of(of_b.begin(), of_b.end(), [&](const auto& y) { return same(x, y); });
    });
}

/// Steps of the catalogue of which some need names a fact that `a` gives beside one that `b` gives.
bool stands_beside(const model::Catalogue& catalogue, const model::Step& a, const model::Step& b) {
    const auto names = [&](const model::Expression& need, const model::Step& step) {
        return std::any_of(need.nodes.begin(), need.nodes.end(), [&](const model::Node& node) {
            if (node.op != model::Op::credential) return false;
            const auto gives = [&](const model::Given& given) {
                return given.kind == model::Given::Kind::credential &&
                       given.credential.index == node.id;
            };
            return std::any_of(step.gives.begin(), step.gives.end(), gives);
        });
    };
    for (const auto& step : catalogue.steps)
        for (const auto& need : step.needs)
            if (std::any_of(
                    need.is.nodes.begin(), need.is.nodes.end(),
                    [](const model::Node& node) { return node.op == model::Op::disjunction; }) &&
                names(need.is, a) && names(need.is, b))
                return true;
    return false;
}

}  // namespace

Alternative without_step(const model::Catalogue& catalogue, const model::Profile& profile,
                         const Question& question, const model::Route& shown, model::StepId step,
                         const Call& call) {
    Question other = bare(question);
    other.forbidden.push_back(step);
    return compared(find(catalogue, profile, other, call), shown, step);
}

std::optional<Alternative> by_way_of(const model::Catalogue& catalogue,
                                     const model::Profile& profile, const Question& question,
                                     const model::Route& shown, model::StepId step,
                                     const Call& call) {
    constexpr int most_rounds = 6;
    Question other = bare(question);
    Steps taken = steps_of(shown);
    for (int round = 0; round < most_rounds; ++round) {
        const auto before = other.forbidden.size();
        for (const auto rival : taken)
            if (rival != step && (is_rival(catalogue, catalogue[rival], catalogue[step]) ||
                                  stands_beside(catalogue, catalogue[rival], catalogue[step])))
                other.forbidden.push_back(rival);
        if (other.forbidden.size() == before) return std::nullopt;
        const auto plan = find(catalogue, profile, other, call);
        if (!is_sure(plan)) return std::nullopt;
        taken = steps_of(plan.routes.front());
        if (taken.count(step) > 0) return compared(plan, shown, step);
    }
    return std::nullopt;
}

}  // namespace wegwijzer::route
