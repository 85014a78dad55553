// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "document/compare_view.hpp"
#include "document/text_part.hpp"

namespace wegwijzer::document {
namespace {

class CompareText : TextPart {
public:
    CompareText(const CompareView& view, std::string& out)
        : TextPart(view.plan_view, out), compare_(view) {}

    void add() {
        std::vector<std::string> goals;
        for (const model::GoalId goal : view_.plan.goals) goals.push_back(named(catalogue_[goal]));
        paragraph(
            "", say(Phrase::question_asked,
                    {joined(goals, ", " + say(Phrase::and_then) + " "), to_string(view_.plan.on)}));
        gap();
        add_table();
        for (std::size_t k = 0; k < compare_.variants.size(); ++k) add_variant(k);
        gap();
        paragraph("", say(Phrase::compare_draws, {words_.whole(view_.plan.draws)}));
    }

private:
    static const model::Route* route_of(const model::Plan& plan) {
        const bool is_whole = plan.status != model::Status::unreachable && !plan.routes.empty();
        return is_whole ? &plan.routes.front() : nullptr;
    }

    [[nodiscard]] static std::string date(const std::optional<Date>& day) {
        return day ? to_string(*day) : "–";
    }

    void add_table() {
        TextTable table({say(Phrase::column_number), say(Phrase::column_planned), "P10", "P50",
                         "P90", say(Phrase::column_own), say(Phrase::column_hours),
                         say(Phrase::column_chance)});
        for (std::size_t k = 0; k < compare_.variants.size(); ++k) {
            const model::Plan& plan = compare_.variants[k].compared.plan;
            const model::Route* route = route_of(plan);
            const std::string number = std::to_string(k);
            if (route == nullptr) {
                const std::string day =
                    plan.status == model::Status::held ? to_string(plan.on) : "–";
                table.add({number, day, "–", "–", "–", "–", "–", "–"});
                continue;
            }
            const model::Finish& finish = route->goals.back().finish;
            table.add({number, date(finish.planned), date(finish.p10), date(finish.p50),
                       date(finish.p90), amount(*route), words_.hours(route->hours),
                       route->chance ? words_.percent(*route->chance) : "–"});
        }
        out_ += table.text(width());
    }

    [[nodiscard]] std::string amount(const model::Route& route) const {
        const std::string own = words_.money(route.cost.own);
        return route.cost.is_complete ? own : say(Phrase::at_least, {own});
    }

    void add_variant(std::size_t index) {
        const VariantView& variant = compare_.variants[index];
        gap();
        paragraph(right(std::to_string(index), 2) + "  ", name_of_variant(variant));
        constexpr std::string_view indent = "    ";
        const model::Plan& plan = variant.compared.plan;
        if (plan.status == model::Status::held) paragraph(indent, say(Phrase::status_held));
        if (plan.status == model::Status::unknown) paragraph(indent, say(Phrase::status_unknown));
        if (plan.status == model::Status::unreachable)
            paragraph(indent, say(Phrase::status_unreachable, {to_string(plan.horizon)}));
        if (const model::Route* route = route_of(plan))
            if (const auto& planned = route->goals.back().finish.planned)
                paragraph(indent, say(Phrase::finished_on,
                                      {to_string(*planned), words_.weeks(*planned - plan.on)}));
        if (variant.compared.difference) add_difference(*variant.compared.difference, indent);
    }

    [[nodiscard]] std::string name_of_variant(const VariantView& variant) const {
        const std::string name = Words::clean(variant.name);
        switch (variant.kind) {
            case VariantView::Kind::baseline:
                return say(Phrase::compare_baseline);
            case VariantView::Kind::pilot: {
                const model::PilotId id = catalogue_.find_pilot(variant.name);
                return say(Phrase::compare_pilot, {id.is_none() ? name : named(catalogue_[id])});
            }
            case VariantView::Kind::waiver:
                return say(Phrase::compare_waiver, {name});
            case VariantView::Kind::outcome:
                return say(Phrase::compare_outcome, {name});
            case VariantView::Kind::all:
                break;
        }
        return say(Phrase::compare_all);
    }

    void add_difference(const route::Difference& difference, std::string_view indent) {
        std::vector<std::string> parts;
        add_days(parts, difference.planned_days, Phrase::compare_planned);
        add_days(parts, difference.p50_days, Phrase::compare_p50);
        if (difference.own.cents > 0)
            parts.push_back(say(Phrase::pilot_costs, {words_.money(difference.own)}));
        if (difference.own.cents < 0)
            parts.push_back(say(Phrase::pilot_saves, {words_.money(Money{-difference.own.cents})}));
        if (difference.hours.hundredths > 0)
            parts.push_back(say(Phrase::compare_more_hours, {words_.hours(difference.hours)}));
        if (difference.hours.hundredths < 0)
            parts.push_back(say(Phrase::compare_fewer_hours,
                                {words_.hours(Hours{-difference.hours.hundredths})}));
        if (difference.chance && *difference.chance != 0)
            parts.push_back(say(Phrase::compare_chance, {(*difference.chance > 0 ? "+" : "") +
                                                         words_.percent(*difference.chance)}));
        const bool is_alike = parts.empty() && difference.adds.empty() && difference.drops.empty();
        if (is_alike) paragraph(indent, say(Phrase::compare_alike));
        if (!parts.empty())
            paragraph(indent, say(Phrase::compare_difference, {joined(parts, "; ")}));
        if (!difference.adds.empty())
            paragraph(indent, say(Phrase::branch_adds, {titles(difference.adds)}));
        if (!difference.drops.empty())
            paragraph(indent, say(Phrase::branch_drops, {titles(difference.drops)}));
    }

    void add_days(std::vector<std::string>& parts, const std::optional<std::int32_t>& days,
                  Phrase what) const {
        if (!days || *days == 0) return;
        const std::string gain = *days > 0 ? say(Phrase::differs_later, {words_.weeks(Days{*days})})
                                           : say(Phrase::pilot_gains, {words_.weeks(Days{-*days})});
        parts.push_back(say(what, {gain}));
    }

    [[nodiscard]] std::string titles(const std::vector<model::StepId>& steps) const {
        std::vector<std::string> parts;
        for (const model::StepId step : steps) parts.push_back(words_.title(catalogue_[step]));
        return joined(parts, ", ");
    }

    const CompareView& compare_;
};

}  // namespace

std::string render_compare_text(const CompareView& view) {
    std::string out;
    CompareText(view, out).add();
    return out;
}

}  // namespace wegwijzer::document
