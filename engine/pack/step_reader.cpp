// SPDX-License-Identifier: Apache-2.0
#include "pack/step_reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/check_step.hpp"
#include "pack/cost_reader.hpp"
#include "pack/figure_reader.hpp"
#include "pack/message.hpp"
#include "pack/need_reader.hpp"

namespace wegwijzer::pack {
namespace {

using model::Moment;

class StepReader {
public:
    StepReader(Draft& draft, const StepTable& table, model::Step& step)
        : draft_(draft), table_(table), view_(table.node, "a step", draft.reading), step_(step) {}

    void read() {
        view_.find("id");
        view_.find("like");
        step_.source = source_of("source");
        if (const Node* source = view_.find("source"))
            step_.source = draft_.refer<model::SourceId>(*source);
        read_words();
        read_needs();
        read_clock();
        read_calendars();
        read_chances();
        read_money();
        view_.finish();
        check_step(draft_, step_, table_.node);
    }

private:
    model::SourceId source_of(std::string_view key) const { return table_.source_of(key); }

    void read_words() {
        step_.title = draft_.text(view_, "title", Presence::required);
        step_.text = draft_.text(view_, "text");
        read_by();
        step_.when = draft_.condition(view_, "when", rule::Use::outside);
        step_.in_force = draft_.window(view_, "in_force");
        step_.counts = moment("counts", Moment::start);
        step_.dated = moment("dated", Moment::finish);
        step_.repeat = static_cast<int>(view_.integer("repeat", {1, 1000}).value_or(1));
        for (const Node* node : view_.strings("documents")) {
            const auto id = draft_.refer<model::DocumentId>(*node);
            if (!id.is_none()) step_.documents.push_back(id);
        }
    }

    /// A name, or what stands for one in several languages.
    void read_by() {
        const Node* by = view_.find("by");
        if (by == nullptr) return;
        if (by->is(Node::Kind::table)) {
            step_.by_title = draft_.text(view_, "by");
            step_.by = step_.by_title.in("en");
        } else {
            step_.by = as_string(*by, draft_.reading).value_or(std::string_view{});
        }
    }

    Moment moment(std::string_view key, Moment otherwise) {
        const auto word = view_.word(key, {"start", "session", "finish"}, "P021");
        return word ? static_cast<Moment>(*word) : otherwise;
    }

    void read_needs() {
        for (const std::string_view key : {"needs", "need"})
            for (const Node* table : view_.tables(key))
                step_.needs.push_back(read_need(draft_, *table, source_of(key)));
        check_part_ids(draft_, step_.needs);
    }

    void read_clock() {
        const Node* duration = view_.find("duration");
        const Node* effort = view_.find("effort");
        const Node* open = view_.find("open");
        if (duration != nullptr)
            step_.duration =
                read_duration_figure(draft_, *duration, {"a duration", source_of("duration"), {}});
        if (effort != nullptr) {
            step_.clock = model::Clock::effort;
            step_.effort =
                read_effort_figure(draft_, *effort, {"an effort", source_of("effort"), {}});
        }
        if (open != nullptr) {
            step_.clock = model::Clock::open;
            read_open(*open);
        }
        for (const Node* node : view_.strings("pace")) read_pace(*node);
        if (const Node* load = view_.find("load"))
            step_.load =
                read_rate_figure(draft_, *load, {"a load", source_of("load"), {}, false, false});
        if (const Node* extend = view_.find("extend")) read_extension(*extend);
    }

    void read_open(const Node& node) {
        TableView inner(node, "an open step's `open`", draft_.reading);
        if (const Node* least = inner.find("least"))
            step_.least = draft_.term(*least).value_or(Term{});
        draft_.source(inner);
        inner.finish();
    }

    void read_pace(const Node& node) {
        const auto pace = read_rate(draft_, node);
        if (!pace) return;
        if (std::find(step_.paces.begin(), step_.paces.end(), *pace) != step_.paces.end())
            draft_.error("P016", say("{} stands here twice", quoted(node.string)), node.span);
        step_.paces.push_back(*pace);
    }

    void read_extension(const Node& node) {
        TableView inner(node, "an extension", draft_.reading);
        model::Extension extension;
        extension.source = draft_.source(inner);
        if (extension.source.is_none()) extension.source = source_of("extend");
        if (const Node* time = inner.find("time", Presence::required))
            extension.time = draft_.duration(*time).value_or(Duration{});
        if (const Node* chance = inner.find("chance", Presence::required))
            extension.chance = read_share(draft_, *chance).value_or(0);
        inner.finish();
        check_sourced(draft_, extension.source, "an extension", node.span);
        step_.extend = extension;
    }

    void read_calendars() {
        const Node* calendar = view_.find("calendar");
        if (calendar == nullptr) return;
        if (calendar->is(Node::Kind::array))
            for (const Node* node : as_strings(*calendar, draft_.reading)) add_calendar(*node);
        else
            add_calendar(*calendar);
    }

    void add_calendar(const Node& node) {
        const auto id = draft_.refer<model::CalendarId>(node);
        if (id.is_none()) return;
        if (draft_.catalogue[id].kind == model::Calendar::Kind::closures) {
            if (std::find(step_.closures.begin(), step_.closures.end(), id) != step_.closures.end())
                draft_.error("P016", say("{} stands here twice", quoted(node.string)), node.span);
            step_.closures.push_back(id);
        } else if (!step_.sessions.is_none()) {
            draft_.error("P047", "a step has at most one calendar of sessions", node.span)
                .notes.push_back(
                    {say("{} is the first", quoted(draft_.catalogue[step_.sessions].id)),
                     draft_.catalogue[step_.sessions].span});
        } else {
            step_.sessions = id;
        }
    }

    void read_chances() {
        if (const Node* attempt = view_.find("attempt")) read_attempt(*attempt);
        for (const Node* table : view_.tables("outcome")) read_outcome(*table);
        check_part_ids(draft_, step_.outcomes);
        if (const Node* gives = view_.find("gives")) step_.gives = read_gives(draft_, *gives);
    }

    void read_attempt(const Node& node) {
        TableView inner(node, "an attempt", draft_.reading);
        model::Attempt attempt;
        attempt.span = node.span;
        attempt.source = draft_.source(inner);
        if (attempt.source.is_none()) attempt.source = source_of("attempt");
        if (const Node* pass = inner.find("pass"))
            attempt.pass =
                read_share_figure(draft_, *pass, {"a chance of passing", attempt.source, {}});
        if (const Node* again = inner.find("again"))
            attempt.again = draft_.duration(*again).value_or(Duration{});
        if (const auto most = inner.integer("most", {1, 1000}))
            attempt.most = static_cast<int>(*most);
        attempt.plan = static_cast<int>(inner.integer("plan", {1, 1000}).value_or(1));
        inner.finish();
        if (attempt.most && *attempt.most < attempt.plan)
            draft_.error("P038", "the plan counts on an attempt that comes after the last one",
                         node.span);
        step_.attempt = std::move(attempt);
    }

    void read_outcome(const Node& table) {
        TableView inner(table, "an outcome", draft_.reading);
        model::Outcome outcome;
        outcome.id = read_part_id(draft_, inner);
        const Node* id = table.find("id");
        outcome.span = id != nullptr ? id->span : table.span;
        outcome.title = draft_.text(inner, "title");
        outcome.source = draft_.source(inner);
        if (outcome.source.is_none()) outcome.source = source_of("outcome");
        if (const Node* chance = inner.find("chance")) {
            outcome.chance = read_share(draft_, *chance);
            check_sourced(draft_, outcome.source, "a chance", chance->span);
        }
        outcome.plan = inner.boolean("plan").value_or(false);
        if (const Node* gives = inner.find("gives")) outcome.gives = read_gives(draft_, *gives);
        inner.finish();
        step_.outcomes.push_back(std::move(outcome));
    }

    void read_money() {
        for (const Node* table : view_.tables("cost"))
            step_.costs.push_back(read_cost(draft_, *table, source_of("cost")));
        check_part_ids(draft_, step_.costs);
        if (const Node* income = view_.find("income"))
            step_.income = pack::read_income(draft_, *income, source_of("income"));
        for (const Node* table : view_.tables("must"))
            step_.musts.push_back(read_must(draft_, *table, source_of("must")));
        check_part_ids(draft_, step_.musts);
    }

    Draft& draft_;
    const StepTable& table_;
    TableView view_;
    model::Step& step_;
};

}  // namespace

void read_step_keys(Draft& draft, const StepTable& table, model::Step& step) {
    draft.lenders = table.packs;
    StepReader(draft, table, step).read();
    draft.lenders.clear();
}

void read_step(Draft& draft, std::uint32_t step) {
    read_step_keys(draft, lay_over(layers_of(draft, step)), draft.catalogue.steps[step]);
}

}  // namespace wegwijzer::pack
