// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "checker/run.hpp"

namespace wegwijzer::checker {

using model::Step;

namespace {

template <class Part>
void lay_part(std::vector<Part>& parts, const std::vector<Part>& changed, std::string_view id) {
    const auto is_it = [&](const Part& part) { return part.id == id; };
    const auto now = std::find_if(changed.begin(), changed.end(), is_it);
    const auto old = std::find_if(parts.begin(), parts.end(), is_it);
    if (now == changed.end()) {
        if (old != parts.end()) parts.erase(old);
    } else if (old == parts.end()) {
        parts.push_back(*now);
    } else {
        *old = *now;
    }
}

void lay_clock(Step& step, const Step& changed) {
    step.clock = changed.clock;
    step.duration = changed.duration;
    step.effort = changed.effort;
    step.least = changed.least;
}

void lay_key(Step& step, const Step& changed, std::string_view key) {
    if (key == "when") step.when = changed.when;
    if (key == "in_force") step.in_force = changed.in_force;
    if (key == "counts") step.counts = changed.counts;
    if (key == "dated") step.dated = changed.dated;
    if (key == "needs") step.needs = changed.needs;
    if (key == "clock" || key == "duration" || key == "effort" || key == "open")
        lay_clock(step, changed);
    if (key == "pace") step.paces = changed.paces;
    if (key == "load") step.load = changed.load;
    if (key == "extend") step.extend = changed.extend;
    if (key == "attempt") step.attempt = changed.attempt;
    if (key == "income") step.income = changed.income;
    if (key == "must") step.musts = changed.musts;
    if (key == "repeat") step.repeat = changed.repeat;
    if (key == "cost" || key == "costs") step.costs = changed.costs;
    if (key == "calendar") {
        step.sessions = changed.sessions;
        step.closures = changed.closures;
    }
    if (key == "gives" || key == "outcome") {
        step.gives = changed.gives;
        step.outcomes = changed.outcomes;
    }
}

}  // namespace

void lay_over(Step& step, const model::PilotChange& change) {
    for (const std::string_view field : change.fields) {
        const auto slash = field.find('/');
        if (slash == std::string_view::npos) {
            lay_key(step, change.changed, field);
            continue;
        }
        const auto id = field.substr(slash + 1);
        if (field.starts_with("needs/")) lay_part(step.needs, change.changed.needs, id);
        if (field.starts_with("costs/")) lay_part(step.costs, change.changed.costs, id);
        if (field.starts_with("musts/")) lay_part(step.musts, change.changed.musts, id);
    }
}

std::vector<model::Given> given_by(const Step& step, std::optional<std::uint32_t> outcome) {
    auto given = step.gives;
    if (outcome && *outcome < step.outcomes.size()) {
        const auto& more = step.outcomes[*outcome].gives;
        given.insert(given.end(), more.begin(), more.end());
    }
    return given;
}

std::string name_of(const model::Given& given, const model::Catalogue& catalogue) {
    if (given.kind == model::Given::Kind::credential) return catalogue[given.credential].id;
    const auto& attribute = catalogue[given.attribute];
    if (given.kind == model::Given::Kind::truth) return attribute.id;
    const auto& levels = catalogue[attribute.type.scale].levels;
    return attribute.id + " >= " + levels[static_cast<std::size_t>(given.rank)];
}

bool Clockwork::is_applied(model::PilotId pilot) const {
    const auto& named = question_.pilots;
    if (std::find(named.begin(), named.end(), pilot) != named.end()) return true;
    const auto& p = person_.catalogue()[pilot];
    return question_.apply_running_pilots && p.status == model::Pilot::Status::running &&
           !p.places && p.admission.empty();
}

/// In the municipality itself, or in the province or region that the pilot names.
bool Clockwork::lives_where(const model::Pilot& pilot, Date day) const {
    const auto& where = pilot.where;
    if (where.empty()) return true;
    const auto& catalogue = person_.catalogue();
    const auto attribute = catalogue.find_attribute("residence.municipality");
    if (attribute.is_none()) return false;
    const auto home = person_.value(attribute, day);
    if (!home.is_known) return false;
    const auto& name = catalogue[attribute].values.at(static_cast<std::size_t>(home.number));
    const auto is_named = [&](const std::string& place) {
        return std::find(where.begin(), where.end(), place) != where.end();
    };
    if (is_named(name)) return true;
    for (const auto& one : catalogue.municipalities)
        if (one.name == name && (is_named(one.province) || is_named(one.region))) return true;
    return false;
}

bool Clockwork::is_open_in(model::PilotId id, Date counted) const {
    const auto& pilot = person_.catalogue()[id];
    return pilot.in_force.covers(counted) && person_.is_true(pilot.when, counted) &&
           lives_where(pilot, counted);
}

/// What a pilot sets of a step; a cost that it pays too.
std::vector<std::string> Clockwork::fields_of(model::PilotId id, model::StepId step) const {
    std::vector<std::string> fields;
    const auto& catalogue = person_.catalogue();
    for (const auto& change : catalogue[id].changes)
        if (change.step == step)
            fields.insert(fields.end(), change.fields.begin(), change.fields.end());
    for (const auto& paid : catalogue[id].pays)
        if (paid.step == step) fields.push_back("pays/" + catalogue[step].costs[paid.cost].id);
    return fields;
}

std::optional<std::string> Clockwork::why_not_offered(const Run& run) const {
    const auto& catalogue = person_.catalogue();
    const Date counted = run.counted_day();
    if (!person_.is_true(run.step->when, run.start)) return "`when` does not hold on its start";
    if (!run.step->in_force.covers(counted)) return "`in_force` does not cover the day that counts";
    const auto& used = run.planned->pilots;
    const auto step = run.planned->step;
    std::vector<std::string> set;
    for (const auto pilot : used) {
        if (!is_applied(pilot)) return "pilot " + catalogue[pilot].id + " is not applied";
        if (!is_open_in(pilot, counted))
            return "pilot " + catalogue[pilot].id + " is not open to it";
        if (catalogue[pilot].leave == model::Pilot::Leave::back &&
            run.finish > catalogue[pilot].in_force.until)
            return "pilot " + catalogue[pilot].id + " ends before it is over";
        auto fields = fields_of(pilot, step);
        std::sort(fields.begin(), fields.end());
        fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
        for (auto& field : fields) {
            if (std::find(set.begin(), set.end(), field) != set.end())
                return "two of its pilots set " + field;
        }
        set.insert(set.end(), fields.begin(), fields.end());
    }
    const auto home = run.step->only_in;
    if (!home.is_none() && (!is_applied(home) || !is_open_in(home, counted)))
        return "it exists only inside pilot " + catalogue[home].id;
    for (std::uint32_t p = 0; p < catalogue.pilots.size(); ++p) {
        const auto& pilot = catalogue.pilots[p];
        if (pilot.effect != model::Pilot::Effect::change || !is_applied({p}) ||
            !is_open_in({p}, counted) ||
            std::find(used.begin(), used.end(), model::PilotId{p}) != used.end())
            continue;
        for (const auto& field : fields_of({p}, step))
            if (std::find(set.begin(), set.end(), field) == set.end())
                return "pilot " + pilot.id + " replaces this version";
    }
    return std::nullopt;
}

}  // namespace wegwijzer::checker
