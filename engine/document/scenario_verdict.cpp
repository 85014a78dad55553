// SPDX-License-Identifier: Apache-2.0
#include "document/scenario_verdict.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/plan_words.hpp"
#include "document/value_text.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

using Ids = std::set<std::string>;

std::string listed(const Ids& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
    return text.empty() ? "-" : text;
}

std::string or_nothing(const std::string& text) { return text.empty() ? "-" : text; }

class Comparer {
public:
    Comparer(const model::Scenario& scenario, const model::Plan& plan,
             const model::Catalogue& catalogue)
        : expect_(scenario.expect), plan_(plan), catalogue_(catalogue) {
        if (!plan.routes.empty()) route_ = &plan.routes.front();
    }

    std::vector<Mismatch> compare() {
        const std::string status(name_of(plan_.status));
        if (!expect_.status.empty() && expect_.status != status)
            miss("status", expect_.status, status);
        compare_ends();
        compare_steps();
        compare_weeks();
        compare_own();
        compare_unmet();
        compare_notes();
        return std::move(mismatches_);
    }

private:
    void miss(std::string_view what, std::string expected, std::string actual) {
        mismatches_.push_back({what, std::move(expected), std::move(actual)});
    }

    /// Steps that begin on the first day, or are done on the last: where several do, any will
    /// serve.
    void compare_ends() {
        Ids first, last;
        if (route_ != nullptr && !route_->steps.empty()) {
            Date start = route_->steps.front().start;
            Date finish = route_->steps.front().finish;
            for (const model::PlannedStep& step : route_->steps) {
                start = std::min(start, step.start);
                finish = std::max(finish, step.finish);
            }
            for (const model::PlannedStep& step : route_->steps) {
                if (step.start == start) first.insert(catalogue_[step.step].id);
                if (step.finish == finish) last.insert(catalogue_[step.step].id);
            }
        }
        if (!expect_.first.empty() && first.count(expect_.first) == 0)
            miss("first", expect_.first, listed(first));
        if (!expect_.last.empty() && last.count(expect_.last) == 0)
            miss("last", expect_.last, listed(last));
    }

    void compare_steps() {
        Ids steps;
        if (route_ != nullptr)
            for (const model::PlannedStep& step : route_->steps)
                steps.insert(catalogue_[step.step].id);
        for (const std::string& id : expect_.includes)
            if (steps.count(id) == 0) miss("includes", id, listed(steps));
        for (const std::string& id : expect_.excludes)
            if (steps.count(id) != 0) miss("excludes", id, listed(steps));
    }

    void compare_weeks() {
        if (!expect_.weeks_min && !expect_.weeks_max) return;
        std::string expected = expect_.weeks_min ? number(*expect_.weeks_min) : "";
        if (expect_.weeks_min != expect_.weeks_max)
            expected += ".." + (expect_.weeks_max ? number(*expect_.weeks_max) : std::string());
        std::optional<Date> planned;
        if (route_ != nullptr && !route_->goals.empty())
            planned = route_->goals.back().finish.planned;
        if (!planned) return miss("weeks", expected, "-");
        const std::int64_t tenths = tenths_of_weeks(*planned - plan_.on);
        const double weeks = static_cast<double>(tenths) / 10;
        const bool fits = (!expect_.weeks_min || *expect_.weeks_min <= weeks) &&
                          (!expect_.weeks_max || weeks <= *expect_.weeks_max);
        if (!fits) miss("weeks", expected, tenths_as_number(tenths));
    }

    static std::string number(double weeks) {
        return hundredths_as_number(static_cast<std::int64_t>(weeks * 100 + 0.5));
    }

    void compare_own() {
        if (!expect_.own_min && !expect_.own_max) return;
        std::string expected = expect_.own_min ? to_string(*expect_.own_min) : "";
        if (expect_.own_min != expect_.own_max)
            expected += ".." + (expect_.own_max ? to_string(*expect_.own_max) : std::string());
        if (route_ == nullptr) return miss("own", expected, "-");
        const Money own = route_->cost.own;
        const bool fits = (!expect_.own_min || *expect_.own_min <= own) &&
                          (!expect_.own_max || own <= *expect_.own_max);
        if (!fits) miss("own", expected, to_string(own));
    }

    void compare_unmet() {
        Ids unmet;
        for (const model::UnmetSet& set : plan_.unmet)
            for (const model::UnmetNeed& one : set)
                if (!one.step.is_none())
                    unmet.insert(catalogue_[one.step].id + "/" +
                                 (unmet_id(catalogue_, one).empty() ? std::string(name_of(one.part))
                                                                    : unmet_id(catalogue_, one)));
        for (const std::string& id : expect_.unmet)
            if (unmet.count(id) == 0) miss("unmet", id, listed(unmet));
    }

    void compare_notes() {
        Ids codes;
        for (const model::PlanNote& note : plan_.notes) {
            codes.insert(std::string(code_of(note)));
            if (note.code == model::PlanNote::Code::from_pack)
                codes.insert(catalogue_.notes.at(note.note).id);
        }
        for (const std::string& code : expect_.notes)
            if (codes.count(code) == 0) miss("notes", code, or_nothing(listed(codes)));
    }

    const model::Scenario::Expect& expect_;
    const model::Plan& plan_;
    const model::Catalogue& catalogue_;
    const model::Route* route_ = nullptr;
    std::vector<Mismatch> mismatches_;
};

void touch(Touched& touched, const model::PlannedStep& planned, const model::Catalogue& catalogue) {
    const model::Step& step = catalogue[planned.step];
    touched.steps.insert(step.id);
    for (const model::PlannedNeed& need : planned.needs)
        if (const model::Need* found = planned_need(catalogue, planned, need.need))
            touched.needs.insert(step.id + "/" + found->id);
    if (planned.outcome && *planned.outcome < step.outcomes.size())
        touched.outcomes.insert(step.id + "=" + step.outcomes[*planned.outcome].id);
    for (const model::PilotId pilot : planned.pilots) touched.pilots.insert(catalogue[pilot].id);
    for (const model::Payment& payment : planned.payments)
        if (!payment.fund.is_none()) touched.funds.insert(catalogue[payment.fund].id);
}

void touch(Touched& touched, const model::Branch& branch, const model::Catalogue& catalogue) {
    const model::Step& step = catalogue[branch.step];
    touched.outcomes.insert(step.id + "=" + step.outcomes.at(branch.outcome).id);
    for (const model::PlannedStep& planned : branch.steps) touch(touched, planned, catalogue);
    for (const model::Branch& inner : branch.branches) touch(touched, inner, catalogue);
}

/// What a way consists of, in ids: packs that differ give the same step another number.
Ids parts_of(const model::Plan& plan, const model::Catalogue& catalogue) {
    Ids parts{std::string(name_of(plan.status))};
    if (plan.routes.empty()) {
        for (const model::UnmetSet& set : plan.unmet)
            for (const model::UnmetNeed& one : set)
                if (!one.step.is_none())
                    parts.insert(catalogue[one.step].id + "/" + std::string(name_of(one.part)) +
                                 unmet_id(catalogue, one));
        return parts;
    }
    for (const model::PlannedStep& planned : plan.routes.front().steps) {
        const model::Step& step = catalogue[planned.step];
        std::string part = step.id;
        for (const model::PilotId pilot : planned.pilots) part += " " + catalogue[pilot].id;
        if (planned.outcome && *planned.outcome < step.outcomes.size())
            part += "=" + step.outcomes[*planned.outcome].id;
        parts.insert(std::move(part));
    }
    return parts;
}

}  // namespace

bool same_steps(const model::Plan& a, const model::Catalogue& catalogue_of_a, const model::Plan& b,
                const model::Catalogue& catalogue_of_b) {
    return parts_of(a, catalogue_of_a) == parts_of(b, catalogue_of_b);
}

std::vector<Mismatch> compare(const model::Scenario& scenario, const model::Plan& plan,
                              const model::Catalogue& catalogue) {
    return Comparer(scenario, plan, catalogue).compare();
}

void Touched::add(const model::Plan& plan, const model::Catalogue& catalogue) {
    for (const model::Route& route : plan.routes) {
        for (const model::PlannedStep& planned : route.steps) touch(*this, planned, catalogue);
        for (const model::Branch& branch : route.branches) touch(*this, branch, catalogue);
    }
    for (const model::UnmetSet& set : plan.unmet)
        for (const model::UnmetNeed& one : set)
            if (one.part == model::UnmetNeed::Part::need && !one.step.is_none())
                needs.insert(catalogue[one.step].id + "/" + unmet_id(catalogue, one));
    for (const model::PilotId pilot : plan.pilots_applied) pilots.insert(catalogue[pilot].id);
    for (const model::PilotHelp& help : plan.pilots_would_help)
        pilots.insert(catalogue[help.pilot].id);
}

Touched untouched(const Touched& touched, const model::Catalogue& catalogue,
                  const std::vector<std::string>& tested) {
    const auto is_tested = [&](model::PackId pack) {
        return !pack.is_none() &&
               std::find(tested.begin(), tested.end(), catalogue[pack].id) != tested.end();
    };
    const auto keep = [](std::set<std::string>& rest, const std::set<std::string>& known,
                         std::string id) {
        if (known.count(id) == 0) rest.insert(std::move(id));
    };
    Touched rest;
    for (const model::Step& step : catalogue.steps) {
        if (!is_tested(step.pack)) continue;
        keep(rest.steps, touched.steps, step.id);
        if (touched.steps.count(step.id) == 0) continue;  // its parts go without saying
        for (const model::Need& need : step.needs)
            keep(rest.needs, touched.needs, step.id + "/" + need.id);
        for (const model::Outcome& outcome : step.outcomes)
            keep(rest.outcomes, touched.outcomes, step.id + "=" + outcome.id);
    }
    for (const model::Pilot& pilot : catalogue.pilots)
        if (is_tested(pilot.pack)) keep(rest.pilots, touched.pilots, pilot.id);
    for (const model::Fund& fund : catalogue.funds)
        if (is_tested(fund.pack)) keep(rest.funds, touched.funds, fund.id);
    return rest;
}

}  // namespace wegwijzer::document
