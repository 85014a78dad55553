// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include "document/answer_json.hpp"
#include "document/compare_view.hpp"
#include "document/json_writer.hpp"
#include "document/plan_words.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

std::string_view kind_name(VariantView::Kind kind) {
    switch (kind) {
        case VariantView::Kind::baseline:
            return "baseline";
        case VariantView::Kind::pilot:
            return "pilot";
        case VariantView::Kind::waiver:
            return "waive";
        case VariantView::Kind::outcome:
            return "assume";
        case VariantView::Kind::all:
            break;
    }
    return "all";
}

class CompareWriter {
public:
    explicit CompareWriter(const CompareView& view)
        : view_(view), catalogue_(view.plan_view.catalogue), base_(view.plan_view.plan) {}

    std::string write() {
        json_.begin_object();
        json_.field("schema", "wegwijzer/compare/1");
        json_.field("program", view_.plan_view.program_version);
        write_packs(json_, catalogue_);
        json_.field("on", base_.on);
        json_.field("horizon", base_.horizon);
        json_.field("lang", view_.plan_view.lang);
        json_.field("seed", base_.seed);
        json_.field("draws", base_.draws);
        json_.array("goals", base_.goals,
                    [&](model::GoalId goal) { json_.value(catalogue_[goal].id); });
        json_.array("variants", view_.variants,
                    [&](const VariantView& variant) { write_variant(variant); });
        json_.end_object();
        return json_.take();
    }

private:
    void write_variant(const VariantView& variant) {
        const model::Plan& plan = variant.compared.plan;
        const bool is_whole = plan.status != model::Status::unreachable && !plan.routes.empty();
        json_.begin_object();
        json_.field("kind", kind_name(variant.kind));
        json_.field("name", variant.name);
        json_.field("status", name_of(plan.status));
        json_.key("route");
        if (is_whole)
            write_route(plan.routes.front(), plan.on);
        else
            json_.null();
        json_.key("difference");
        if (variant.compared.difference)
            write_difference(*variant.compared.difference);
        else
            json_.null();
        json_.end_object();
    }

    void write_route(const model::Route& route, Date on) {
        json_.begin_object();
        write_finish(json_, route.goals.back().finish, on);
        json_.field("chance", route.chance);
        json_.key("hours");
        json_.number(hundredths_as_number(route.hours.hundredths));
        json_.field("own_cents", route.cost.own.cents);
        json_.field("complete", route.cost.is_complete);
        json_.end_object();
    }

    void write_difference(const route::Difference& difference) {
        json_.begin_object();
        json_.field("planned_days", difference.planned_days);
        json_.field("p10_days", difference.p10_days);
        json_.field("p50_days", difference.p50_days);
        json_.field("p90_days", difference.p90_days);
        json_.field("own_cents", difference.own.cents);
        json_.key("hours");
        json_.number(hundredths_as_number(difference.hours.hundredths));
        json_.field("chance", difference.chance);
        write_steps(json_, "adds", difference.adds, catalogue_);
        write_steps(json_, "drops", difference.drops, catalogue_);
        json_.end_object();
    }

    const CompareView& view_;
    const model::Catalogue& catalogue_;
    const model::Plan& base_;
    JsonWriter json_;
};

}  // namespace

std::string render_compare_json(const CompareView& view) { return CompareWriter(view).write(); }

}  // namespace wegwijzer::document
