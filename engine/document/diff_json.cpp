// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "document/diff_view.hpp"
#include "document/json_writer.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

using route::Reason;
using route::StepChange;

std::string_view name_of(StepChange::Kind kind) {
    switch (kind) {
        case StepChange::Kind::moved:
            return "moved";
        case StepChange::Kind::altered:
            return "altered";
        case StepChange::Kind::added:
            return "added";
        case StepChange::Kind::done:
            return "done";
        case StepChange::Kind::gone:
            break;
    }
    return "gone";
}

std::string_view name_of(Reason::Kind kind) {
    switch (kind) {
        case Reason::Kind::pilot:
            return "pilot";
        case Reason::Kind::attempt:
            return "attempt";
        case Reason::Kind::outcome:
            return "outcome";
        case Reason::Kind::need:
            return "need";
        case Reason::Kind::support:
            return "support";
        case Reason::Kind::pace:
            return "pace";
        case Reason::Kind::hours:
            return "hours";
        case Reason::Kind::length:
            return "length_days";
        case Reason::Kind::price:
            return "price_cents";
        case Reason::Kind::payer:
            return "payer_cents";
        case Reason::Kind::session:
            return "session";
        case Reason::Kind::first_day:
            return "first_day";
        case Reason::Kind::held_up:
            return "held_up_by";
        case Reason::Kind::step:
            break;
    }
    return "step";
}

class DiffWriter {
public:
    explicit DiffWriter(const DiffView& view) : view_(view), diff_(view.diff) {}

    std::string write() {
        json_.begin_object();
        json_.field("schema", "wegwijzer/diff/1");
        json_.field("program", view_.program_version);
        write_answers();
        write_question();
        json_.array("steps", diff_.steps, [&](const StepChange& change) { write_step(change); });
        json_.end_object();
        return json_.take();
    }

private:
    /// { "was": …, "is": … }; `write_one` gets the record that it writes of.
    template <class Write>
    void both(std::string_view name, Write write_one) {
        json_.key(name);
        json_.begin_object();
        json_.key("was");
        write_one(view_.was);
        json_.key("is");
        write_one(view_.is);
        json_.end_object();
    }
    void text_or_null(std::string_view name, const std::string& text) {
        json_.key(name);
        if (text.empty())
            json_.null();
        else
            json_.value(text);
    }
    void texts(std::string_view name, const std::vector<std::string>& list) {
        json_.array(name, list, [&](const std::string& one) { json_.value(one); });
    }

    /// What came out, the same or not.
    void write_answers() {
        using Record = model::PlanRecord;
        both("status", [&](const Record& plan) { json_.value(plan.status); });
        json_.array("goals", diff_.goals, [&](const auto& goal) { write_goal(goal); });
        const auto of_route = [&](std::string_view name, auto write_one) {
            both(name, [&](const Record& plan) {
                if (plan.routes.empty())
                    json_.null();
                else
                    write_one(plan.routes.front());
            });
        };
        of_route("own_cents", [&](const Record::Route& route) { json_.value(route.own.cents); });
        of_route("chance", [&](const Record::Route& route) { json_.value(route.chance); });
    }

    void write_goal(const route::GoalChange& goal) {
        json_.begin_object();
        json_.field("id", goal.id);
        write_finish("was", goal.was);
        write_finish("is", goal.is);
        write_days("planned_days", goal.planned);
        write_days("p50_days", goal.p50);
        json_.end_object();
    }
    void write_finish(std::string_view name, const model::PlanRecord::Goal* goal) {
        json_.key(name);
        if (goal == nullptr) return json_.null();
        json_.begin_object();
        json_.field("planned", goal->planned);
        json_.field("p10", goal->p10);
        json_.field("p50", goal->p50);
        json_.field("p90", goal->p90);
        json_.end_object();
    }
    void write_days(std::string_view name, const std::optional<Days>& days) {
        json_.key(name);
        if (days)
            json_.value(days->count);
        else
            json_.null();
    }

    /// What the answers were made from: facts of either, and names that differ.
    void write_question() {
        using Record = model::PlanRecord;
        both("asked", [&](const Record& plan) {
            json_.begin_array();
            for (const std::string& goal : plan.goals) json_.value(goal);
            json_.end_array();
        });
        both("on", [&](const Record& plan) { json_.value(plan.on); });
        both("horizon", [&](const Record& plan) { json_.value(plan.horizon); });
        both("made_by", [&](const Record& plan) { json_.value(plan.program); });
        json_.array("packs", diff_.packs, [&](const auto& one) { write_named("id", one); });
        json_.array("assumed", diff_.assumed,
                    [&](const auto& one) { write_named("attribute", one); });
        json_.key("pilots");
        json_.begin_object();
        texts("new", diff_.pilots_new);
        texts("gone", diff_.pilots_gone);
        json_.end_object();
    }
    void write_named(std::string_view key, const route::NamedChange& one) {
        json_.begin_object();
        json_.field(key, one.name);
        text_or_null("was", one.was);
        text_or_null("is", one.is);
        json_.end_object();
    }

    void write_step(const StepChange& change) {
        json_.begin_object();
        json_.field("key", change.step().key);
        json_.field("id", change.step().id);
        json_.field("title", change.step().title);
        json_.field("change", name_of(change.kind));
        write_run("was", change.was);
        write_run("is", change.is);
        json_.array("because", change.reasons, [&](const Reason& reason) { write_reason(reason); });
        json_.end_object();
    }
    void write_run(std::string_view name, const model::PlanRecord::Step* step) {
        json_.key(name);
        if (step == nullptr) return json_.null();
        json_.begin_object();
        json_.field("start", step->start);
        json_.field("session", step->session);
        json_.field("finish", step->finish);
        json_.end_object();
    }

    void write_reason(const Reason& reason) {
        json_.begin_object();
        json_.field("kind", name_of(reason.kind));
        text_or_null("of", reason.of);
        json_.key("was");
        write_told(reason.was);
        json_.key("is");
        write_told(reason.is);
        json_.end_object();
    }
    void write_told(const Reason::Told& told) {
        std::visit(
            [&](const auto& what) {
                using What = std::decay_t<decltype(what)>;
                if constexpr (std::is_same_v<What, std::monostate>)
                    json_.null();
                else if constexpr (std::is_same_v<What, std::string>)
                    what.empty() ? json_.null() : json_.value(what);
                else if constexpr (std::is_same_v<What, Days>)
                    json_.value(what.count);
                else if constexpr (std::is_same_v<What, Money>)
                    json_.value(what.cents);
                else if constexpr (std::is_same_v<What, Hours>)
                    json_.number(hundredths_as_number(what.hundredths));
                else
                    json_.value(what);
            },
            told);
    }

    const DiffView& view_;
    const route::PlanDiff& diff_;
    JsonWriter json_;
};

}  // namespace

std::string render_diff_json(const DiffView& view) { return DiffWriter(view).write(); }

}  // namespace wegwijzer::document
