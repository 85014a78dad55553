// SPDX-License-Identifier: Apache-2.0
#include "route/pilot_help.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "route/attempt.hpp"

namespace wegwijzer::route {

namespace {

/// A pilot that is over before the first day, or begins after the horizon, helps nobody.
bool can_matter(const model::Pilot& pilot, const Question& question, Date horizon) {
    return pilot.status != model::Pilot::Status::ended && pilot.in_force.from <= horizon &&
           pilot.in_force.until > question.on;
}

/// The same options on the same terms: the pilot touches nothing that matters for the goals.
bool is_alike(const Problem& a, const Problem& b) {
    return a.options.size() == b.options.size() && a.tasks.size() == b.tasks.size() &&
           std::none_of(b.options.begin(), b.options.end(),
                        [](const Option& option) { return !option.pilots.empty(); });
}

bool helps(const model::PilotHelp& help) {
    if (!help.gain_days || *help.gain_days > 0) return true;
    return *help.gain_days == 0 && help.gain_own && help.gain_own->cents > 0;
}

}  // namespace

bool is_applied(const model::Pilot& pilot, model::PilotId id, const Question& question) {
    const auto& named = question.pilots;
    if (std::find(named.begin(), named.end(), id) != named.end()) return true;
    return question.apply_running_pilots && pilot.status == model::Pilot::Status::running &&
           !pilot.places && pilot.admission.empty();
}

std::vector<model::PilotHelp> pilots_that_help(const Situation& situation,
                                               const std::optional<Worth>& best) {
    const Person& person = *situation.person;
    const Question& question = *situation.question;
    const auto& catalogue = person.catalogue();
    const bool all_outcomes = !best;  // a route over other outcomes is one too (R13)
    const Grounding grounding{question.on, situation.past, all_outcomes, {}};
    const Problem base = ground(person, question, grounding);
    std::vector<model::PilotHelp> all;
    for (std::uint32_t p = 0; p < catalogue.pilots.size(); ++p) {
        const auto& pilot = catalogue.pilots[p];
        if (is_applied(pilot, {p}, question) || !can_matter(pilot, question, base.horizon))
            continue;
        Question with = question;
        with.pilots.push_back({p});
        Problem problem = ground(person, with, grounding);
        if (pilot.pays.empty() && is_alike(base, problem)) continue;
        // where the nodes run out, what was found until then is told
        const Attempt attempt(std::move(problem), with.stop);
        if (attempt.first() == nullptr) continue;
        const Worth& worth = attempt.first()->worth;
        model::PilotHelp help;
        help.pilot = {p};
        help.is_selective = pilot.places || !pilot.admission.empty();
        if (best) {
            help.gain_days = (best->dates.back() - worth.dates.back()).count;
            // one date may be won at the cost of a later goal's; the first that differs counts
            for (std::size_t g = 0; g < best->dates.size(); ++g) {
                if (best->dates[g] == worth.dates[g]) continue;
                help.gain_days = (best->dates[g] - worth.dates[g]).count;
                break;
            }
            help.gain_own = best->cost - worth.cost;
        }
        if (helps(help)) all.push_back(help);
    }
    const auto rank = [](const model::PilotHelp& help) {
        constexpr std::int32_t opens = 1 << 30;
        return std::tuple(-std::int64_t{help.gain_days.value_or(opens)},
                          -help.gain_own.value_or(Money{}).cents, help.is_selective, help.pilot);
    };
    std::sort(all.begin(), all.end(),
              [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return all;
}

}  // namespace wegwijzer::route
