// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

#include "document/layout.hpp"
#include "document/simulation.hpp"
#include "document/simulation_phrases.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

class SimulationText {
public:
    explicit SimulationText(const SimulationView& view)
        : view_(view), report_(view.report), words_(view.lang) {}

    std::string render() {
        say(words_.say(Phrase::question_asked, {goals(), to_string(view_.question.on)}));
        tell_rows();
        add_reach();
        add_effect();
        add_demand();
        add_survival();
        add_needs();
        for (const auto& dimension : report_.dimensions) add_dimension(dimension);
        add_remarks();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(view_.width); }
    void say(const std::string& text) { out_ += paragraph("", text, width()); }
    void head(const std::string& text) { out_ += "\n" + text + "\n"; }
    [[nodiscard]] std::string word(SimulationPhrase which) const {
        return std::string(phrase(which, view_.lang));
    }
    /// The phrase with its places filled in.
    template <class... Texts>
    [[nodiscard]] std::string word(SimulationPhrase which, const Texts&... texts) const {
        return fmt::vformat(phrase(which, view_.lang), fmt::make_format_args(texts...));
    }
    [[nodiscard]] std::string hidden() const { return word(SimulationPhrase::fewer_than); }
    [[nodiscard]] std::string count(std::uint64_t number) const {
        return words_.whole(static_cast<std::int64_t>(number));
    }

    [[nodiscard]] std::string goals() const {
        std::string all;
        for (const auto goal : view_.question.goals) {
            const auto& one = view_.catalogue[goal];
            if (!all.empty()) all += ", " + words_.say(Phrase::and_then) + " ";
            all += words_.title(one) + " (" + Words::clean(one.id) + ")";
        }
        return all;
    }

    void tell_rows() {
        say(report_.refused == 0 ? word(SimulationPhrase::cohort_none_refused, count(report_.read))
                                 : word(SimulationPhrase::cohort_rows, count(report_.read),
                                        count(report_.used), count(report_.refused)));
        say(word(SimulationPhrase::cohort_alike, count(report_.signatures)));
    }

    [[nodiscard]] std::string variant_name(std::size_t v) const {
        if (v == 0) return word(SimulationPhrase::cohort_baseline);
        const std::string& name = report_.variants[v].name;
        if (name.find(" + ") != std::string::npos) return word(SimulationPhrase::cohort_together);
        return Words::clean(name);
    }

    [[nodiscard]] std::string share(std::uint64_t part, std::uint64_t whole) const {
        return whole == 0 ? "–"
                          : words_.percent(static_cast<double>(part) / static_cast<double>(whole));
    }

    [[nodiscard]] std::string interval(const std::optional<cohort::Interval>& interval) const {
        return interval ? words_.percent(interval->low) + " – " + words_.percent(interval->high)
                        : "–";
    }

    [[nodiscard]] std::string days(const std::optional<cohort::Spread>& spread) const {
        if (!spread) return "–";
        const auto weeks = [&](std::int64_t d) {
            return words_.weeks(Days{static_cast<std::int32_t>(d)});
        };
        return weeks(spread->p50) + " (" + weeks(spread->p10) + " – " + weeks(spread->p90) + ")";
    }

    [[nodiscard]] std::string euros(std::int64_t cents) const {
        const std::int64_t half = cents < 0 ? -50 : 50;
        return words_.money({(cents + half) / 100 * 100});
    }

    [[nodiscard]] std::string money(const std::optional<cohort::Spread>& spread) const {
        if (!spread) return "–";
        return euros(spread->p50) + " (" + euros(spread->p10) + " – " + euros(spread->p90) + ")";
    }

    void add_reach() {
        head(word(SimulationPhrase::cohort_reach));
        TextTable table(
            {word(SimulationPhrase::column_variant), word(SimulationPhrase::column_reach),
             word(SimulationPhrase::column_interval), word(SimulationPhrase::column_perhaps),
             word(SimulationPhrase::column_weeks), word(SimulationPhrase::column_own_cost),
             word(SimulationPhrase::column_others_pay)});
        for (std::size_t v = 0; v < report_.variants.size(); ++v) {
            const auto& fortune = report_.variants[v].total.fortune;
            if (!fortune) {
                table.add({variant_name(v), hidden(), "", "", "", "", ""});
                continue;
            }
            table.add(
                {variant_name(v),
                 count(fortune->reached) + " (" + share(fortune->reached, fortune->people) + ")",
                 interval(fortune->reach_interval),
                 fortune->perhaps ? count(*fortune->perhaps) : hidden(), days(fortune->days),
                 money(fortune->own), euros(fortune->gift + fortune->employer)});
        }
        out_ += table.text(width());
    }

    [[nodiscard]] std::string weeks_sooner(const std::optional<cohort::Mean>& mean) const {
        return mean_of(mean, [&](double d) {
            return words_.weeks(Days{static_cast<std::int32_t>(std::lround(d))});
        });
    }

    [[nodiscard]] std::string own_saved(const std::optional<cohort::Mean>& mean) const {
        return mean_of(mean, [&](double d) { return euros(std::llround(d)); });
    }

    template <class Write>
    static std::string mean_of(const std::optional<cohort::Mean>& mean, Write write) {
        if (!mean) return "–";
        std::string text = write(mean->mean);
        if (mean->interval)
            text += " (" + write(mean->interval->low) + " – " + write(mean->interval->high) + ")";
        return text;
    }

    void add_effect() {
        if (report_.variants.size() < 2) return;
        head(word(SimulationPhrase::cohort_effect));
        TextTable table(
            {word(SimulationPhrase::column_variant), word(SimulationPhrase::column_newly),
             word(SimulationPhrase::column_lost), word(SimulationPhrase::column_no_better),
             word(SimulationPhrase::column_both_ways), word(SimulationPhrase::column_better),
             word(SimulationPhrase::column_weeks_sooner),
             word(SimulationPhrase::column_own_saved)});
        for (std::size_t v = 1; v < report_.variants.size(); ++v) {
            const auto& effect = report_.variants[v].total.effect;
            if (effect)
                table.add({variant_name(v), count(effect->newly), count(effect->lost),
                           count(effect->no_better), count(effect->both), count(effect->better),
                           weeks_sooner(effect->days_sooner), own_saved(effect->own_saved)});
            else
                table.add({variant_name(v), hidden(), "", "", "", "", "", ""});
        }
        out_ += table.text(width());
    }

    void add_demand() {
        for (const auto& variant : report_.variants)
            for (const auto& demand : variant.demand) {
                if (variant.name != view_.catalogue[demand.pilot].id) continue;
                const std::string name = Words::clean(variant.name);
                const std::string people = demand.people ? count(*demand.people) : hidden();
                say(demand.places ? word(SimulationPhrase::cohort_demand_places, name, people,
                                         words_.whole(*demand.places))
                                  : word(SimulationPhrase::cohort_demand, name, people));
            }
    }

    void add_survival() {
        if (report_.survival.empty()) return;
        head(word(SimulationPhrase::cohort_waiting));
        std::vector<std::string> headings{word(SimulationPhrase::column_week)};
        for (std::size_t v = 0; v < report_.variants.size(); ++v)
            if (report_.variants[v].total.fortune) headings.push_back(variant_name(v));
        TextTable table(std::move(headings));
        for (const auto& point : report_.survival) {
            std::vector<std::string> row{words_.whole(point.days / 7)};
            for (std::size_t v = 0; v < report_.variants.size(); ++v)
                if (report_.variants[v].total.fortune)
                    row.push_back(share(point.waiting[v], report_.used));
            table.add(std::move(row));
        }
        out_ += table.text(width());
    }

    void add_needs() {
        if (view_.ranking == nullptr) return;
        head(word(SimulationPhrase::cohort_needs, count(view_.ranking->tried)));
        TextTable table({word(SimulationPhrase::column_need), word(SimulationPhrase::column_newly),
                         word(SimulationPhrase::column_better),
                         word(SimulationPhrase::column_weeks_in_all)});
        for (const auto& rank : view_.ranking->needs)
            table.add({Words::clean(rank.name), count(rank.newly), count(rank.better),
                       words_.whole(rank.days_sooner / 7)});
        if (!view_.ranking->needs.empty())
            out_ += table.text(width());
        else if (view_.ranking->left_out == 0)
            say(word(SimulationPhrase::cohort_needs_none));
        if (view_.ranking->left_out > 0)
            say(word(SimulationPhrase::cohort_needs_left_out, count(view_.ranking->left_out)));
    }

    void add_dimension(const cohort::DimensionTable& dimension) {
        head(word(SimulationPhrase::cohort_by, Words::clean(dimension.name)));
        TextTable table(
            {"", word(SimulationPhrase::column_people), word(SimulationPhrase::column_variant),
             word(SimulationPhrase::column_reach), word(SimulationPhrase::column_weeks),
             word(SimulationPhrase::column_newly), word(SimulationPhrase::column_weeks_sooner)});
        for (const auto& group : dimension.groups) {
            const std::string label =
                group.label.empty() ? word(SimulationPhrase::not_known) : Words::clean(group.label);
            if (!group.people) {
                table.add({label, hidden(), "", "", "", "", ""});
                continue;
            }
            for (std::size_t v = 0; v < group.cells.size(); ++v)
                table.add(group_row(group, label, v));
        }
        out_ += table.text(width());
    }

    [[nodiscard]] std::vector<std::string> group_row(const cohort::GroupCells& group,
                                                     const std::string& label,
                                                     std::size_t v) const {
        const auto& cell = group.cells[v];
        std::vector<std::string> row{v == 0 ? label : "", v == 0 ? count(*group.people) : "",
                                     variant_name(v)};
        if (!cell.fortune) {
            row.insert(row.end(), {hidden(), "", "", ""});
            return row;
        }
        row.push_back(share(cell.fortune->reached, cell.fortune->people));
        row.push_back(days(cell.fortune->days));
        row.push_back(cell.effect ? count(cell.effect->newly) : "");
        row.push_back(cell.effect ? weeks_sooner(cell.effect->days_sooner) : "");
        return row;
    }

    void add_remarks() {
        out_ += "\n";
        say(word(SimulationPhrase::cohort_about));
        if (report_.least > 1)
            say(word(SimulationPhrase::cohort_small, count(report_.least), hidden()));
        if (report_.limit_struck > 0)
            say(word(SimulationPhrase::cohort_limit, count(report_.limit_struck)));
        if (report_.timed_out > 0)
            say(word(SimulationPhrase::cohort_timed_out, count(report_.timed_out)));
        for (const auto& plugin : view_.plugins_missed)
            say(words_.say(Phrase::note_plugin_missed, {Words::clean(plugin)}));
    }

    const SimulationView& view_;
    const cohort::Report& report_;
    Words words_;
    std::string out_;
};

}  // namespace

std::string render_simulation_text(const SimulationView& view) {
    return SimulationText(view).render();
}

std::string render_simulation(const SimulationView& view, std::string_view format) {
    return format == "json"     ? render_simulation_json(view)
           : format == "csv"    ? render_simulation_csv(view)
           : format == "ndjson" ? render_simulation_ndjson(view)
                                : render_simulation_text(view);
}

}  // namespace wegwijzer::document
