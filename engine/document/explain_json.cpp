// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include "document/answer_json.hpp"
#include "document/explain_view.hpp"
#include "document/json_writer.hpp"
#include "document/plan_remarks.hpp"
#include "document/plan_words.hpp"
#include "document/value_text.hpp"
#include "document/words.hpp"
#include "route/chain.hpp"

namespace wegwijzer::document {
namespace {

class ExplainWriter {
public:
    explicit ExplainWriter(const ExplainView& view)
        : view_(view), catalogue_(view.plan_view.catalogue), plan_(view.plan_view.plan) {}

    std::string write() {
        json_.begin_object();
        json_.field("schema", "wegwijzer/explain/1");
        json_.field("program", view_.plan_view.program_version);
        json_.field("on", plan_.on);
        json_.field("lang", view_.plan_view.lang);
        json_.array("goals", plan_.goals,
                    [&](model::GoalId id) { json_.value(catalogue_[id].id); });
        json_.field("status", name_of(plan_.status));
        id_or_null("step", view_.step);
        write_chain();
        json_.array("without", view_.others.without,
                    [&](const route::Alternative& other) { write_alternative(other); });
        json_.key("by_way");
        if (view_.others.by_way)
            write_alternative(*view_.others.by_way);
        else
            json_.null();
        write_purposes();
        json_.array("reasons", view_.reasons,
                    [&](const NeedReason& reason) { write_reason(reason); });
        json_.array("unmet", plan_.unmet, [&](const model::UnmetSet& set) {
            json_.begin_array();
            for (const model::UnmetNeed& unmet : set)
                json_.value(unmet_text(view_.plan_view, unmet));
            json_.end_array();
        });
        json_.field("unmet_complete", plan_.unmet_is_complete);
        write_circles(json_, plan_, catalogue_);
        write_would_help(json_, plan_, catalogue_);
        json_.array("questions", plan_.questions,
                    [&](const model::Question& question) { write_question(question); });
        json_.end_object();
        return json_.take();
    }

private:
    void id_or_null(std::string_view name, model::StepId step) {
        json_.key(name);
        if (step.is_none())
            json_.null();
        else
            json_.value(catalogue_[step].id);
    }
    void write_chain() {
        json_.key("chain");
        json_.begin_array();
        if (!plan_.routes.empty()) {
            const model::Route& route = plan_.routes.front();
            for (const route::ChainLink& link : route::critical_chain(route, plan_.on)) {
                const model::PlannedStep& step = route.steps[link.step];
                json_.begin_object();
                json_.field("key", step.key);
                json_.field("wait_days", link.before.count);
                json_.field("session_days", link.to_session.count);
                json_.field("run_days", link.runs.count);
                json_.field("finish", step.finish);
                json_.key("held_up_by");
                if (step.held_up_by == model::HeldUpBy::nothing)
                    json_.null();
                else
                    json_.value(name_of(step.held_up_by));
                json_.field("criticality", step.criticality);
                json_.end_object();
            }
        }
        json_.end_array();
    }

    void write_alternative(const route::Alternative& other) {
        json_.begin_object();
        json_.field("step", catalogue_[other.step].id);
        json_.field("has_route", other.has_route);
        json_.field("later_days", other.later_days);
        json_.field("dearer_cents", other.dearer.cents);
        json_.key("heavier_hours");
        json_.number(hundredths_as_number(other.heavier.hundredths));
        write_steps(json_, "adds", other.adds, catalogue_);
        write_steps(json_, "drops", other.drops, catalogue_);
        json_.field("proven", other.is_proven);
        json_.end_object();
    }

    /// For whom each step is there.
    void write_purposes() {
        json_.key("purposes");
        json_.begin_array();
        if (!plan_.routes.empty()) {
            const model::Route& route = plan_.routes.front();
            for (std::size_t k = 0; k < route.steps.size(); ++k) {
                if (!view_.step.is_none() && route.steps[k].step != view_.step) continue;
                json_.begin_object();
                json_.field("key", route.steps[k].key);
                json_.array("for", consumers_of(route, k), [&](const Consumer& consumer) {
                    const model::PlannedStep& later = route.steps[consumer.step];
                    const model::Need* need = planned_need(catalogue_, later, consumer.need);
                    json_.begin_object();
                    json_.field("key", later.key);
                    json_.field("need", need != nullptr ? need->id : std::string());
                    json_.end_object();
                });
                json_.end_object();
            }
        }
        json_.end_array();
    }

    void write_reason(const NeedReason& reason) {
        json_.begin_object();
        json_.field("step", catalogue_[reason.step].id);
        json_.field("need", catalogue_[reason.step].needs.at(reason.need).id);
        json_.key("key");
        if (reason.key.empty())
            json_.null();
        else
            json_.value(reason.key);
        json_.key("why");
        write_why(reason.why);
        json_.end_object();
    }

    void write_why(const model::Explanation& why) {
        json_.begin_object();
        json_.field("truth", why.truth == model::Truth::yes  ? "yes"
                             : why.truth == model::Truth::no ? "no"
                                                             : "unknown");
        json_.field("asked", why.asked);
        json_.field("has", why.has);
        json_.field("satisfies", why.satisfies);
        json_.field("given", why.is_given);
        json_.array("parts", why.parts, [&](const model::Explanation& part) { write_why(part); });
        json_.end_object();
    }

    void write_question(const model::Question& question) {
        json_.begin_object();
        json_.field("attribute", catalogue_[question.attribute].id);
        json_.field("best", value_text(catalogue_, question.attribute, question.best));
        json_.field("gain_days", question.gain_days);
        json_.end_object();
    }

    const ExplainView& view_;
    const model::Catalogue& catalogue_;
    const model::Plan& plan_;
    JsonWriter json_;
};

}  // namespace

std::string render_explain_json(const ExplainView& view) { return ExplainWriter(view).write(); }

}  // namespace wegwijzer::document
