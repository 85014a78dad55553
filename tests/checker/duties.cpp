// SPDX-License-Identifier: Apache-2.0
#include "checker/duties.hpp"

#include <algorithm>

namespace wegwijzer::checker {
namespace {

using State = model::DutyState::State;

/// The last day of the duty, for those who have it on the plan's first day.
std::optional<Date> last_day(const Setting& setting, const model::Duty& duty) {
    const auto& [catalogue, profile, question, plan, almanac, person, clockwork, past, horizon] =
        setting;
    if (!person.is_true(duty.when, question.on)) return std::nullopt;
    const auto by = rule::evaluate_node(duty.by, duty.by.root(), person, catalogue, question.on);
    return by.is_known ? std::optional(by.as_date()) : std::nullopt;
}

bool is_met_by(const Setting& setting, const Walk& walk, const model::Duty& duty, Date by) {
    for (Date day = std::min(by, setting.question.on); day <= by; day = day + Days{1})
        if (walk.holds_on(duty.reach, day)) return true;
    return false;
}

}  // namespace

void check_duties(const Setting& setting, const Walk& walk, const model::Route& route,
                  Report& report) {
    const auto& catalogue = setting.catalogue;
    for (std::uint32_t d = 0; d < catalogue.duties.size(); ++d) {
        const auto& duty = catalogue.duties[d];
        const auto by = last_day(setting, duty);
        if (!by) continue;
        const bool is_met = is_met_by(setting, walk, duty, *by);
        const auto told =
            std::find_if(route.duties.begin(), route.duties.end(),
                         [&](const model::DutyState& state) { return state.duty.index == d; });
        if (told == route.duties.end()) {
            report.tell("R11", duty.id, "the answer does not say how it stands");
            continue;
        }
        if (told->by != by) report.tell("R11", duty.id, "its last day is " + setting.text(*by));
        if ((told->state == State::met) != is_met)
            report.tell("R11", duty.id, is_met ? "it is met in time" : "it is not met in time");
        if (setting.question.duties_bind && !is_met)
            report.tell("R11", duty.id, "it binds, and is not met by " + setting.text(*by));
    }
}

bool keeps_duties(const Setting& setting, const Walk& walk) {
    if (!setting.question.duties_bind) return true;
    for (const auto& duty : setting.catalogue.duties)
        if (const auto by = last_day(setting, duty); by && !is_met_by(setting, walk, duty, *by))
            return false;
    return true;
}

}  // namespace wegwijzer::checker
