// SPDX-License-Identifier: Apache-2.0
#include "pack/check_step.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/text.hpp"
#include "pack/check_figure.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

using model::Clock;

class StepCheck {
public:
    StepCheck(Draft& draft, const model::Step& step, const Node& table)
        : draft_(draft), step_(step), table_(table) {}

    void check() {
        check_clock();
        if (step_.clock == Clock::open) check_open();
        check_uniform();
        check_outcomes();
        check_costs();
        check_covers(draft_, step_.duration, step_.in_force, "the duration");
        check_covers(draft_, step_.effort, step_.in_force, "the effort");
        check_covers(draft_, step_.load, step_.in_force, "the load");
    }

private:
    [[nodiscard]] bool has(std::string_view key) const { return table_.find(key) != nullptr; }
    [[nodiscard]] SourceSpan place(std::string_view key) const {
        const Node* node = table_.find(key);
        return node != nullptr ? node->span : step_.span;
    }
    Diagnostic& error(std::string_view code, std::string_view message, std::string_view key) {
        return draft_.error(code, std::string(message), place(key));
    }

    void check_clock() {
        const int clocks = has("duration") + has("effort") + has("open");
        if (clocks == 0)
            error("P041", say("step {} has no clock", quoted(step_.id)), "")
                .hints.emplace_back("give it a `duration`, an `effort` with `pace`, or `open`");
        if (clocks > 1)
            error("P041", "a step has one clock: `duration`, `effort` or `open`",
                  has("duration") ? "duration" : "effort");
        if (has("effort") && !has("pace"))
            error("P042", "an effort needs a `pace`", "effort")
                .hints.emplace_back("such as pace = [\"8 hours/week\", \"16 hours/week\"]");
        if (has("pace") && step_.paces.empty()) error("P042", "`pace` names no pace", "pace");
        if (has("pace") && !has("effort")) error("P042", "`pace` belongs to an effort", "pace");
        if (has("load") && has("effort"))
            error("P042",
                  "the pace of an effort says its hours; `load` belongs to a duration or an open "
                  "step",
                  "load");
        if (has("must") && !has("open")) error("P042", "`must` belongs to an open step", "must");
    }

    void check_open() {
        for (const std::string_view key : {"attempt", "outcome", "extend"})
            if (has(key))
                error("P043", say("an open step has no `{}`: nothing comes out at its end", key),
                      key);
        if (!step_.sessions.is_none())
            error("P043", "an open step cannot begin in sessions: it gives from its start",
                  "calendar")
                .hints.emplace_back(
                    "make a step that waits for the session, and let the open one need it");
    }

    /// Calendar months beside hours or closures could let a later start finish earlier.
    void check_uniform() {
        if (step_.clock != Clock::duration || (!has("load") && step_.closures.empty())) return;
        const std::string_view why = has("load") ? "hours" : "a closure";
        const auto refuse = [&](SourceSpan span) {
            draft_
                .error("P044",
                       say("a step with {} has its clock in days, weeks or an estimate", why), span)
                .hints.emplace_back("write \"about 3 months\" for an estimate, or count in weeks");
        };
        for (const model::Case<Duration>& one : step_.duration.cases)
            if (one.value && !one.value->is_uniform()) refuse(one.span);
        if (step_.extend && !step_.extend->time.is_uniform()) refuse(place("extend"));
    }

    void check_outcomes() {
        if (!has("outcome")) return;
        if (has("gives"))
            error("P045",
                  "a step with outcomes gives what its outcomes give; move `gives` into them",
                  "gives");
        if (step_.outcomes.empty()) return;
        double sum = 0;
        int known = 0, planned = 0;
        for (const model::Outcome& one : step_.outcomes) {
            sum += one.chance.value_or(0);
            known += one.chance.has_value();
            planned += one.plan;
        }
        const auto count = static_cast<int>(step_.outcomes.size());
        if (known != 0 && known != count)
            error("P046", "some outcomes have a chance and some have none", "outcome");
        else if (known != 0 && std::abs(sum - 1.0) > 1e-9)
            error("P046", say("the chances of the outcomes add up to {}, not to 1", sum),
                  "outcome");
        if (known == 0 && planned != 1)
            error("P046", "nobody knows the chances, so exactly one outcome says `plan = true`",
                  "outcome");
        else if (planned > 1)
            error("P046", "at most one outcome says `plan = true`", "outcome");
    }

    void check_costs() {
        if (step_.clock == Clock::effort || has("load")) return;
        for (const model::Cost& cost : step_.costs)
            if (cost.per == Per::hour)
                draft_.error("P039", "a cost per hour stands on a step without hours", cost.span)
                    .hints.emplace_back("give the step an `effort` or a `load`");
    }

    Draft& draft_;
    const model::Step& step_;
    const Node& table_;
};

}  // namespace

void check_step(Draft& draft, const model::Step& step, const Node& table) {
    StepCheck(draft, step, table).check();
}

}  // namespace wegwijzer::pack
