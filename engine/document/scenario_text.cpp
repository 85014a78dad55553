// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "document/json_writer.hpp"
#include "document/layout.hpp"
#include "document/scenario_verdict.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

bool has_passed(const ScenarioResult& result) {
    return result.mismatches.empty() && !result.could_not_run;
}

std::vector<std::string> in_order(const std::set<std::string>& ids) {
    return {ids.begin(), ids.end()};
}

void write_ids(JsonWriter& json, std::string_view key, const std::set<std::string>& ids) {
    json.key(key);
    json.begin_array();
    for (const std::string& id : ids) json.value(id);
    json.end_array();
}

void write_touched(JsonWriter& json, const Touched& touched) {
    json.begin_object();
    write_ids(json, "steps", touched.steps);
    write_ids(json, "needs", touched.needs);
    write_ids(json, "outcomes", touched.outcomes);
    write_ids(json, "pilots", touched.pilots);
    write_ids(json, "funds", touched.funds);
    json.end_object();
}

}  // namespace

std::string render_scenarios_text(const std::vector<ScenarioResult>& results,
                                  const Touched& untouched, std::string_view lang, int width,
                                  const std::optional<Touched>& idle) {
    const Words words(lang);
    const auto columns = static_cast<std::size_t>(width);
    std::string out;
    for (const ScenarioResult& result : results) {
        if (has_passed(result)) continue;
        out += words.say(Phrase::scenario_failed, {result.pack, result.id}) + "\n";
        if (result.could_not_run) out += "  " + words.say(Phrase::scenario_not_run) + "\n";
        for (const Mismatch& one : result.mismatches) {
            out += paragraph(
                "  ", words.say(Phrase::mismatch_expected, {one.what, Words::clean(one.expected)}),
                columns);
            out += paragraph(
                "  ", words.say(Phrase::mismatch_actual, {one.what, Words::clean(one.actual)}),
                columns);
        }
    }
    const auto add = [&](Phrase phrase, const std::set<std::string>& ids) {
        if (ids.empty()) return;
        out += words.say(phrase) + "\n";
        out += paragraph("  ", joined(in_order(ids), ", "), columns);
    };
    add(Phrase::untouched_steps, untouched.steps);
    add(Phrase::untouched_needs, untouched.needs);
    add(Phrase::untouched_outcomes, untouched.outcomes);
    add(Phrase::untouched_pilots, untouched.pilots);
    add(Phrase::untouched_funds, untouched.funds);
    if (idle) {
        add(Phrase::idle_steps, idle->steps);
        add(Phrase::idle_needs, idle->needs);
        add(Phrase::idle_outcomes, idle->outcomes);
        add(Phrase::idle_pilots, idle->pilots);
        add(Phrase::idle_funds, idle->funds);
    }
    for (const ScenarioResult& result : results)
        if (!result.twin.empty())
            out += paragraph(
                "", words.say(Phrase::scenario_twin, {result.pack, result.id, result.twin, "T001"}),
                columns);
    const auto failed = std::count_if(results.begin(), results.end(),
                                      [](const ScenarioResult& r) { return !has_passed(r); });
    const std::string all = words.count(static_cast<std::int64_t>(results.size()),
                                        Phrase::count_scenario, Phrase::count_scenarios);
    out += words.say(Phrase::scenarios_counted, {all, words.whole(std::int64_t{failed})}) + "\n";
    return out;
}

std::string render_scenarios_json(const std::vector<ScenarioResult>& results,
                                  const Touched& untouched, const std::optional<Touched>& idle) {
    JsonWriter json;
    json.begin_object();
    json.field("schema", "wegwijzer/test/1");
    json.key("scenarios");
    json.begin_array();
    for (const ScenarioResult& result : results) {
        json.begin_object();
        json.field("pack", result.pack);
        json.field("id", result.id);
        json.field("passed", has_passed(result));
        json.key("twin");
        if (result.twin.empty())
            json.null();
        else
            json.value(result.twin);
        json.key("mismatches");
        json.begin_array();
        for (const Mismatch& one : result.mismatches) {
            json.begin_object();
            json.field("what", one.what);
            json.field("expected", one.expected);
            json.field("actual", one.actual);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.key("untouched");
    write_touched(json, untouched);
    json.key("idle");
    if (idle)
        write_touched(json, *idle);
    else
        json.null();
    json.end_object();
    return json.take();
}

}  // namespace wegwijzer::document
