// SPDX-License-Identifier: Apache-2.0
#include "route/branch.hpp"
#include "route/find.hpp"
#include "route/route_facts.hpp"

namespace wegwijzer::route {

model::Explanation explain_need(const model::Catalogue& catalogue, const model::Profile& profile,
                                const Question& question, const model::Route& route,
                                const model::PlannedStep& step, std::uint32_t need,
                                const Call& call) {
    const Person person(catalogue, profile, question.on, call);
    const RouteFacts facts(person, route.steps);
    const auto& asked = catalogue[step.step].needs[need];
    const Date finish = step.finish;
    const Date day = asked.at == model::At::session  ? step.session.value_or(step.start)
                     : asked.at == model::At::finish ? finish
                                                     : step.start;
    return rule::explain(asked.is, facts, catalogue, day, asked.younger);
}

model::Explanation explain_need_today(const model::Catalogue& catalogue,
                                      const model::Profile& profile, const Question& question,
                                      model::StepId step, std::uint32_t need, const Call& call) {
    const Person person(catalogue, profile, question.on, call);
    const auto& asked = catalogue[step].needs[need];
    return rule::explain(asked.is, person, catalogue, question.on, asked.younger);
}

}  // namespace wegwijzer::route
