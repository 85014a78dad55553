// SPDX-License-Identifier: Apache-2.0
#include "document/answer_json.hpp"

#include <optional>

#include "document/words.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::document {

namespace {

void write_ids(JsonWriter& json, const std::vector<model::StepId>& steps,
               const model::Catalogue& catalogue) {
    json.begin_array();
    for (const model::StepId step : steps)
        json.value(step.is_none() ? "purse" : catalogue[step].id);
    json.end_array();
}

template <class Write>
void each_date(const model::Finish& finish, Write write_one) {
    write_one("planned", finish.planned);
    write_one("p10", finish.p10);
    write_one("p50", finish.p50);
    write_one("p90", finish.p90);
}

}  // namespace

void write_packs(JsonWriter& json, const model::Catalogue& catalogue) {
    json.key("packs");
    json.begin_object();
    for (const model::Pack& pack : catalogue.packs) {
        json.key(pack.id);
        json.begin_object();
        json.field("version", pack.version);
        json.field("hash", pack.hash);
        json.end_object();
    }
    json.end_object();
}

void write_finish(JsonWriter& json, const model::Finish& finish, Date on) {
    json.key("finish");
    json.begin_object();
    each_date(finish,
              [&](std::string_view name, std::optional<Date> date) { json.field(name, date); });
    json.end_object();
    json.key("weeks");
    json.begin_object();
    each_date(finish, [&](std::string_view name, std::optional<Date> date) {
        json.key(name);
        if (date)
            json.number(tenths_as_number(tenths_of_weeks(*date - on)));
        else
            json.null();
    });
    json.end_object();
}

void write_steps(JsonWriter& json, std::string_view name, const std::vector<model::StepId>& steps,
                 const model::Catalogue& catalogue) {
    json.key(name);
    write_ids(json, steps, catalogue);
}

void write_circles(JsonWriter& json, const model::Plan& plan, const model::Catalogue& catalogue) {
    json.array("circles", plan.circles,
               [&](const model::Circle& circle) { write_ids(json, circle.steps, catalogue); });
}

void write_would_help(JsonWriter& json, const model::Plan& plan,
                      const model::Catalogue& catalogue) {
    json.array("would_help", plan.pilots_would_help, [&](const model::PilotHelp& help) {
        json.begin_object();
        json.field("id", catalogue[help.pilot].id);
        json.field("gain_days", help.gain_days);
        json.key("gain_own_cents");
        if (help.gain_own)
            json.value(help.gain_own->cents);
        else
            json.null();
        json.field("selective", help.is_selective);
        json.end_object();
    });
}

}  // namespace wegwijzer::document
