// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/answer_json.hpp"
#include "document/json_writer.hpp"
#include "document/plan_view.hpp"
#include "document/plan_words.hpp"
#include "document/value_text.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

template <class Id>
void write_optional_id(JsonWriter& json, const std::string& name, bool is_there, const Id& id) {
    json.key(name);
    if (is_there)
        json.value(id);
    else
        json.null();
}

class PlanWriter {
public:
    explicit PlanWriter(const PlanView& view)
        : view_(view), catalogue_(view.catalogue), plan_(view.plan) {}

    std::string write() {
        json_.begin_object();
        write_question();
        json_.field("status", name_of(plan_.status));
        json_.array("routes", plan_.routes, [&](const auto& route) { write_route(route); });
        write_front();
        json_.array("assumed", plan_.assumed, [&](const auto& assumed) { write_assumed(assumed); });
        json_.array("questions", plan_.questions, [&](const auto& asked) { write_asked(asked); });
        write_obstacles();
        write_pilots();
        json_.array("notes", note_lines(view_), [&](const NoteLine& note) {
            json_.begin_object();
            json_.field("code", note.code);
            json_.field("text", note.text);
            json_.end_object();
        });
        json_.end_object();
        return json_.take();
    }

private:
    void cents(std::string_view name, Money money) { json_.field(name, money.cents); }
    void cents(std::string_view name, const std::optional<Money>& money) {
        json_.key(name);
        if (money)
            json_.value(money->cents);
        else
            json_.null();
    }
    void hours(std::string_view name, Hours hours) {
        json_.key(name);
        json_.number(hundredths_as_number(hours.hundredths));
    }

    void write_question() {
        json_.field("schema", "wegwijzer/plan/1");
        json_.field("program", view_.program_version);
        write_packs(json_, catalogue_);
        json_.field("on", plan_.on);
        json_.field("made", view_.made);
        json_.field("horizon", plan_.horizon);
        json_.field("lang", view_.lang);
        json_.field("seed", plan_.seed);
        json_.field("draws", plan_.draws);
        json_.array("goals", plan_.goals,
                    [&](model::GoalId goal) { json_.value(catalogue_[goal].id); });
    }

    void write_route(const model::Route& route) {
        json_.begin_object();
        json_.array("labels", route.labels,
                    [&](model::Label label) { json_.value(name_of(label)); });
        json_.field("optimal", route.optimal);
        json_.field("bound", route.bound);
        json_.array("goals", route.goals, [&](const auto& goal) { write_goal(goal); });
        json_.field("chance", route.chance);
        write_optional_id(json_, "reached", route.chance.has_value(), route.reached);
        write_spread(route);
        hours("hours", route.hours);
        hours("paid_hours", route.paid_hours);
        cents("income_cents", route.income);
        json_.key("cost");
        write_cost(route.cost);
        json_.array("outcomes", route.outcomes,
                    [&](const auto& outcome) { write_outcome(outcome); });
        json_.array("branches", route.branches, [&](const auto& branch) { write_branch(branch); });
        json_.array("duties", route.duties, [&](const auto& duty) { write_duty(duty); });
        json_.array("steps", route.steps, [&](const auto& step) { write_step(step); });
        json_.end_object();
    }

    /// The run that explains most of the spread of the last date.
    void write_spread(const model::Route& route) {
        json_.key("spread");
        if (!route.spread_by) return json_.null();
        json_.begin_object();
        json_.field("step", *route.spread_by);
        json_.field("share", std::optional<double>(route.spread_share));
        json_.end_object();
    }

    void write_goal(const model::PlannedGoal& goal) {
        json_.begin_object();
        json_.field("id", catalogue_[goal.goal].id);
        write_finish(json_, goal.finish, plan_.on);
        json_.end_object();
    }

    void write_cost(const model::RouteCost& cost) {
        json_.begin_object();
        json_.field("currency", "EUR");
        cents("total_cents", cost.total);
        cents("gift_cents", cost.gift);
        cents("employer_cents", cost.employer);
        cents("loan_cents", cost.loan);
        cents("own_cents", cost.own);
        cents("own_p10_cents", cost.own_p10);
        cents("own_p50_cents", cost.own_p50);
        cents("own_p90_cents", cost.own_p90);
        json_.field("complete", cost.is_complete);
        json_.end_object();
    }

    void write_outcome(const model::FollowedOutcome& followed) {
        json_.begin_object();
        json_.field("step", catalogue_[followed.step].id);
        json_.field("outcome", catalogue_[followed.step].outcomes.at(followed.outcome).id);
        json_.end_object();
    }

    void write_branch(const model::Branch& branch) {
        json_.begin_object();
        json_.field("step", catalogue_[branch.step].id);
        json_.field("outcome", catalogue_[branch.step].outcomes.at(branch.outcome).id);
        json_.field("chance", branch.chance);
        json_.key("finish");
        json_.begin_object();
        json_.field("planned", last_planned(branch));
        json_.end_object();
        json_.array("adds", branch.adds, [&](const std::string& id) { json_.value(id); });
        json_.array("drops", branch.drops, [&](const std::string& id) { json_.value(id); });
        // Only where the branch has an outcome of its own.
        if (!branch.branches.empty())
            json_.array("branches", branch.branches,
                        [&](const auto& inner) { write_branch(inner); });
        json_.end_object();
    }

    /// The date of the last goal; none where it is not reached.
    static std::optional<Date> last_planned(const model::Branch& branch) {
        if (branch.goals.empty()) return std::nullopt;
        return branch.goals.back().finish.planned;
    }

    void write_duty(const model::DutyState& duty) {
        json_.begin_object();
        json_.field("id", catalogue_[duty.duty].id);
        json_.field("state", name_of(duty.state));
        json_.field("by", duty.by);
        json_.end_object();
    }

    void write_step(const model::PlannedStep& planned) {
        const model::Step& step = catalogue_[planned.step];
        json_.begin_object();
        json_.field("key", planned.key);
        json_.field("id", step.id);
        json_.field("title", step.title.in(view_.lang));
        json_.field("pack", catalogue_[step.pack].id);
        json_.field("by", step.by);
        json_.field("start", planned.start);
        json_.field("session", planned.session);
        json_.field("finish", planned.finish);
        json_.key("pace");
        if (planned.pace)
            json_.number(hundredths_as_number(planned.pace->hundredths));
        else
            json_.null();
        hours("hours", planned.hours);
        json_.field("attempt", planned.attempt);
        write_step_cost(planned);
        cents("income_cents", planned.income);
        json_.array("needs", planned.needs, [&](const auto& need) { write_need(planned, need); });
        json_.array("gives", planned.gives, [&](const model::PlannedGive& give) {
            json_.begin_object();
            json_.field("id", give.id);
            json_.field("until", give.until);
            json_.end_object();
        });
        json_.array("documents", step.documents,
                    [&](model::DocumentId id) { json_.value(catalogue_[id].id); });
        write_schedule(planned);
        json_.end_object();
    }

    void write_step_cost(const model::PlannedStep& planned) {
        json_.key("cost");
        json_.begin_object();
        cents("total_cents", planned.cost);
        cents("gift_cents", planned.gift);
        cents("employer_cents", planned.employer);
        cents("loan_cents", planned.loan);
        cents("own_cents", planned.own());
        json_.field("complete", planned.cost_is_complete);
        json_.array("funds", planned.payments, [&](const model::Payment& payment) {
            json_.begin_object();
            json_.field("id", payment.fund.is_none() ? catalogue_[payment.pilot].id
                                                     : catalogue_[payment.fund].id);
            json_.field("kind", name_of(payment.kind));
            cents("amount_cents", payment.amount);
            json_.end_object();
        });
        json_.end_object();
    }

    void write_need(const model::PlannedStep& planned, const model::PlannedNeed& met) {
        const model::Need* need = planned_need(catalogue_, planned, met.need);
        json_.begin_object();
        json_.field("id", need != nullptr ? need->id : std::to_string(met.need));
        json_.field("is", need != nullptr ? need->is.text : std::string());
        json_.array("met_by", met.met_by, [&](const model::Support& support) {
            json_.begin_object();
            json_.field("kind", name_of(support.kind));
            json_.field("id", support.id);
            json_.field("on", support.on);
            json_.end_object();
        });
        json_.end_object();
    }

    void write_schedule(const model::PlannedStep& planned) {
        json_.field("critical", planned.is_critical);
        json_.field("slack_days", planned.slack_days);
        json_.field("criticality", planned.criticality);
        write_optional_id(json_, "held_up_by", planned.held_up_by != model::HeldUpBy::nothing,
                          name_of(planned.held_up_by));
        std::string pilots;
        for (const model::PilotId pilot : planned.pilots)
            pilots += (pilots.empty() ? "" : "+") + catalogue_[pilot].id;
        write_optional_id(json_, "pilot", !pilots.empty(), pilots);
        json_.field("estimate", planned.rests_on_estimate);
        json_.array("sources", planned.sources,
                    [&](model::SourceId id) { json_.value(catalogue_[id].id); });
    }

    void write_front() {
        json_.key("front");
        json_.begin_object();
        json_.field("complete", plan_.front_is_complete);
        json_.field("shown", static_cast<std::int64_t>(plan_.routes.size()));
        json_.field("all", plan_.front_size);
        json_.end_object();
    }

    void write_assumed(const model::Assumed& assumed) {
        json_.begin_object();
        json_.field("attribute", catalogue_[assumed.attribute].id);
        json_.field("value", value_text(catalogue_, assumed.attribute, assumed.value));
        json_.field("usual", assumed.is_usual);
        json_.end_object();
    }

    void write_asked(const model::Question& question) {
        const model::Attribute& attribute = catalogue_[question.attribute];
        json_.begin_object();
        json_.field("attribute", attribute.id);
        json_.field("ask", attribute.ask.in(view_.lang));
        json_.field("best", value_text(catalogue_, question.attribute, question.best));
        json_.field("gain_days", question.gain_days);
        json_.end_object();
    }

    void write_obstacles() {
        json_.array("unmet", plan_.unmet, [&](const model::UnmetSet& set) {
            json_.begin_array();
            for (const model::UnmetNeed& unmet : set) write_unmet(unmet);
            json_.end_array();
        });
        if (!plan_.unmet_is_complete) json_.field("unmet_complete", false);
        write_circles(json_, plan_, catalogue_);
    }

    void write_unmet(const model::UnmetNeed& unmet) {
        const bool has_step = !unmet.step.is_none();
        const std::string id = unmet_id(catalogue_, unmet);
        const std::string asks = unmet_asks(catalogue_, unmet);
        json_.begin_object();
        write_optional_id(json_, "step", has_step,
                          has_step ? std::string_view(catalogue_[unmet.step].id) : "");
        json_.field("part", name_of(unmet.part));
        write_optional_id(json_, "id", !id.empty(), id);
        write_optional_id(json_, "is", !asks.empty(), asks);
        using Part = model::UnmetNeed::Part;
        const bool is_hours = unmet.part == Part::hours && unmet.amount;
        json_.key("hours_per_week");
        if (is_hours)
            json_.number(hundredths_as_number(*unmet.amount));
        else
            json_.null();
        const bool is_savings = unmet.part == Part::savings && unmet.amount;
        write_optional_id(json_, "savings_cents", is_savings, unmet.amount);
        write_optional_id(json_, "by", unmet.by.has_value(),
                          unmet.by ? to_string(*unmet.by) : std::string());
        json_.end_object();
    }

    void write_pilots() {
        json_.key("pilots");
        json_.begin_object();
        json_.array("applied", plan_.pilots_applied,
                    [&](model::PilotId id) { json_.value(catalogue_[id].id); });
        write_would_help(json_, plan_, catalogue_);
        json_.end_object();
    }

    const PlanView& view_;
    const model::Catalogue& catalogue_;
    const model::Plan& plan_;
    JsonWriter json_;
};

}  // namespace

std::string render_plan_json(const PlanView& view) { return PlanWriter(view).write(); }

}  // namespace wegwijzer::document
