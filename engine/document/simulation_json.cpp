// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <optional>
#include <string>

#include "document/answer_json.hpp"
#include "document/json_writer.hpp"
#include "document/simulation.hpp"
#include "document/simulation_rows.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

class SimulationJson {
public:
    explicit SimulationJson(const SimulationView& view) : view_(view), report_(view.report) {}

    std::string render() {
        json_.begin_object();
        json_.field("schema", "wegwijzer/simulate/1");
        json_.field("program", view_.program_version);
        write_packs(json_, view_.catalogue);
        json_.field("on", view_.question.on);
        json_.field("horizon", view_.horizon);
        json_.field("seed", view_.question.seed);
        json_.field("draws", view_.question.draws);
        json_.array("goals", view_.question.goals,
                    [&](model::GoalId goal) { json_.value(view_.catalogue[goal].id); });
        json_.key("rows");
        json_.begin_object();
        json_.field("read", report_.read);
        json_.field("used", report_.used);
        json_.field("refused", report_.refused);
        json_.end_object();
        json_.field("signatures", std::uint64_t{report_.signatures});
        json_.field("min_cell", report_.least);
        json_.array("variants", report_.variants, [&](const auto& variant) { write(variant); });
        write_survival();
        json_.array("by", report_.dimensions, [&](const auto& dimension) { write(dimension); });
        write_needs();
        json_.field("limit_struck", report_.limit_struck);
        json_.field("timed_out", report_.timed_out);
        json_.array("plugins_missed", view_.plugins_missed,
                    [&](const std::string& plugin) { json_.value(plugin); });
        json_.end_object();
        return json_.take();
    }

private:
    void number(std::string_view name, const std::optional<std::string>& digits) {
        json_.key(name);
        digits ? json_.number(*digits) : json_.null();
    }

    void interval(std::string_view name, const std::optional<cohort::Interval>& interval,
                  std::string (*to_text)(double)) {
        json_.key(name);
        if (!interval) {
            json_.null();
            return;
        }
        json_.begin_array();
        json_.number(to_text(interval->low));
        json_.number(to_text(interval->high));
        json_.end_array();
    }

    void spread(std::string_view name, const std::optional<cohort::Spread>& spread) {
        json_.key(name);
        if (!spread) {
            json_.null();
            return;
        }
        json_.begin_object();
        json_.field("p10", spread->p10);
        json_.field("p50", spread->p50);
        json_.field("p90", spread->p90);
        json_.end_object();
    }

    void mean(std::string_view name, const std::optional<cohort::Mean>& mean) {
        json_.key(name);
        if (!mean) {
            json_.null();
            return;
        }
        json_.begin_object();
        number("mean", two_decimals(mean->mean));
        interval("interval", mean->interval, two_decimals);
        json_.end_object();
    }

    void write(const cohort::VariantReport& variant) {
        json_.begin_object();
        json_.field("name", variant.name);
        json_.key("total");
        write(variant.total);
        json_.array("demand", variant.demand, [&](const cohort::Demand& demand) {
            json_.begin_object();
            json_.field("pilot", view_.catalogue[demand.pilot].id);
            json_.field("people", demand.people);
            json_.field("places", demand.places);
            json_.end_object();
        });
        json_.end_object();
    }

    void write(const cohort::Cell& cell) {
        if (!cell.fortune) {
            json_.null();
            return;
        }
        const auto& fortune = *cell.fortune;
        json_.begin_object();
        json_.field("people", fortune.people);
        json_.field("reached", fortune.reached);
        json_.field("held", fortune.held);
        json_.field("perhaps", fortune.perhaps);
        interval("reach_interval", fortune.reach_interval, four_decimals);
        spread("days", fortune.days);
        spread("own_cents", fortune.own);
        json_.field("own_total_cents", fortune.own_total);
        json_.field("gift_cents", fortune.gift);
        json_.field("employer_cents", fortune.employer);
        json_.field("loan_cents", fortune.loan);
        json_.field("complete", fortune.cost_is_complete);
        json_.key("hours");
        json_.number(hundredths_as_number(fortune.hours_total));
        json_.key("effect");
        cell.effect ? write(*cell.effect) : json_.null();
        json_.end_object();
    }

    void write(const cohort::Effect& effect) {
        json_.begin_object();
        json_.field("newly", effect.newly);
        json_.field("lost", effect.lost);
        json_.field("both", effect.both);
        json_.field("better", effect.better);
        json_.field("no_better", effect.no_better);
        mean("days_sooner", effect.days_sooner);
        spread("days_sooner_spread", effect.days_sooner_spread);
        mean("own_saved_cents", effect.own_saved);
        spread("own_saved_cents_spread", effect.own_saved_spread);
        mean("hours_saved_hundredths", effect.hours_saved);
        json_.end_object();
    }

    void write_survival() {
        json_.array("survival", report_.survival, [&](const cohort::SurvivalPoint& point) {
            json_.begin_object();
            json_.field("days", point.days);
            json_.key("waiting");
            json_.begin_array();
            for (std::size_t v = 0; v < report_.variants.size(); ++v)
                report_.variants[v].total.fortune ? json_.value(point.waiting[v]) : json_.null();
            json_.end_array();
            json_.end_object();
        });
    }

    void write_needs() {
        json_.key("needs");
        if (view_.ranking == nullptr) {
            json_.null();
            return;
        }
        json_.begin_object();
        json_.field("tried", view_.ranking->tried);
        json_.field("left_out", view_.ranking->left_out);
        json_.array("ranked", view_.ranking->needs, [&](const cohort::NeedRank& rank) {
            const auto& step = view_.catalogue[rank.need.step];
            json_.begin_object();
            json_.field("step", step.id);
            json_.field("need", step.needs[rank.need.need].id);
            json_.field("newly", rank.newly);
            json_.field("better", rank.better);
            json_.field("days_sooner", rank.days_sooner);
            json_.end_object();
        });
        json_.end_object();
    }

    void write(const cohort::DimensionTable& dimension) {
        json_.begin_object();
        json_.field("name", dimension.name);
        json_.array("groups", dimension.groups, [&](const cohort::GroupCells& group) {
            json_.begin_object();
            json_.field("label", group.label);
            json_.field("people", group.people);
            json_.array("variants", group.cells, [&](const cohort::Cell& cell) { write(cell); });
            json_.end_object();
        });
        json_.end_object();
    }

    const SimulationView& view_;
    const cohort::Report& report_;
    JsonWriter json_;
};

}  // namespace

std::string render_simulation_json(const SimulationView& view) {
    return SimulationJson(view).render();
}

}  // namespace wegwijzer::document
