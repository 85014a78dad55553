// SPDX-License-Identifier: Apache-2.0
#include "document/explain_view.hpp"

#include <algorithm>
#include <tuple>

namespace wegwijzer::document {
namespace {

bool rests_on(const model::PlannedNeed& need, const std::string& key) {
    return std::any_of(need.met_by.begin(), need.met_by.end(), [&](const model::Support& support) {
        return support.kind == model::Support::Kind::step && support.id == key;
    });
}

}  // namespace

std::vector<Consumer> consumers_of(const model::Route& route, std::size_t index) {
    const std::string& key = route.steps.at(index).key;
    std::vector<Consumer> consumers;
    for (std::size_t k = 0; k < route.steps.size(); ++k)
        for (const model::PlannedNeed& need : route.steps[k].needs)
            if (rests_on(need, key)) consumers.push_back({k, need.need});
    return consumers;
}

std::vector<NeedReason> collect_reasons(const model::Catalogue& catalogue,
                                        const model::Profile& profile,
                                        const route::Question& question, const model::Plan& plan,
                                        model::StepId step, const route::Call& call) {
    std::vector<NeedReason> reasons;
    const auto add_today = [&](model::StepId id, std::uint32_t need) {
        const bool is_told = std::any_of(reasons.begin(), reasons.end(), [&](const NeedReason& r) {
            return r.step == id && r.need == need;
        });
        if (is_told || need >= catalogue[id].needs.size()) return;
        reasons.push_back(
            {id, need, {}, explain_need_today(catalogue, profile, question, id, need, call)});
    };
    if (step.is_none()) {
        for (const model::UnmetSet& set : plan.unmet)
            for (const model::UnmetNeed& unmet : set)
                if (unmet.part == model::UnmetNeed::Part::need && !unmet.step.is_none())
                    add_today(unmet.step, unmet.index);
        return reasons;
    }
    if (!plan.routes.empty()) {
        const model::Route& route = plan.routes.front();
        for (const model::PlannedStep& planned : route.steps) {
            if (planned.step != step) continue;
            for (const model::PlannedNeed& need : planned.needs)
                if (need.need < catalogue[step].needs.size())
                    reasons.push_back({step, need.need, planned.key,
                                       explain_need(catalogue, profile, question, route, planned,
                                                    need.need, call)});
        }
    }
    if (reasons.empty())
        for (std::uint32_t need = 0; need < catalogue[step].needs.size(); ++need)
            add_today(step, need);
    return reasons;
}

OtherWays collect_other_ways(const model::Catalogue& catalogue, const model::Profile& profile,
                             const route::Question& question, const model::Plan& plan,
                             model::StepId step, const route::Call& call) {
    OtherWays ways;
    if (plan.routes.empty() || plan.status == model::Status::unreachable) return ways;
    const model::Route& shown = plan.routes.front();
    std::vector<model::StepId> done;
    for (const model::PlannedStep& planned : shown.steps) {
        // what is under way has its place whatever is planned
        if (planned.is_under_way || (!step.is_none() && planned.step != step)) continue;
        if (std::find(done.begin(), done.end(), planned.step) != done.end()) continue;
        done.push_back(planned.step);
        ways.without.push_back(
            route::without_step(catalogue, profile, question, shown, planned.step, call));
    }
    const bool is_planned = std::any_of(shown.steps.begin(), shown.steps.end(),
                                        [&](const auto& other) { return other.step == step; });
    if (!step.is_none() && !is_planned)
        ways.by_way = route::by_way_of(catalogue, profile, question, shown, step, call);
    return ways;
}

}  // namespace wegwijzer::document
