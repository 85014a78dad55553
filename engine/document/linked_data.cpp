// SPDX-License-Identifier: Apache-2.0
#include "document/linked_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "document/goal_graph.hpp"
#include "document/speaker.hpp"
#include "document/value_text.hpp"
#include "document/web_address.hpp"

namespace wegwijzer::document {
namespace {

using model::Given;

std::string in_days(std::int64_t days) { return fmt::format("P{}D", days); }

void add_prices(const model::Step& step, const model::Cost& cost, Date on,
                std::vector<ExportedPrice>& prices) {
    const std::string id = step.id + "/" + cost.id;
    const std::size_t before = prices.size();
    for (const auto* const one : cases_on(cost.amount, on)) {
        if (!one->value || one->is_unknown) continue;
        std::string when = cost.when.text;
        if (!when.empty() && !one->when.is_empty()) when += " and ";
        when += one->when.text;
        prices.push_back({id, cost.title, std::move(when), one->value->likely, cost.per});
    }
    if (prices.size() - before < 2) return;
    for (std::size_t k = before; k < prices.size(); ++k)
        prices[k].id += "#" + std::to_string(k - before + 1);
}

model::Text dutch_and_english(std::string_view dutch, std::string_view english) {
    return {{{"nl", std::string(dutch)}, {"en", std::string(english)}}};
}

}  // namespace

Exported make_exported(const model::Catalogue& catalogue, model::GoalId goal, Date on) {
    Exported exported{catalogue, goal, on};
    for (const GraphNode& node : make_goal_graph(catalogue, goal, "nl").nodes)
        if (node.kind == GraphNode::Kind::step && !node.is_of_pilot)
            exported.steps.push_back(catalogue.find_step(node.id));
    for (const model::StepId step : exported.steps)
        for (const Given& given : gives_of(catalogue[step]))
            if (given.kind == Given::Kind::credential &&
                std::find(exported.credentials.begin(), exported.credentials.end(),
                          given.credential) == exported.credentials.end())
                exported.credentials.push_back(given.credential);
    return exported;
}

StepSort sort_of(const model::Step& step) {
    if (step.clock == model::Clock::open) return StepSort::job;
    if (step.clock == model::Clock::effort) return StepSort::course;
    if (step.attempt || !step.sessions.is_none()) return StepSort::exam;
    const bool is_own =
        step.by.empty() || step.by == "you" || step.by == "employer" || step.by == "school";
    return is_own ? StepSort::other : StepSort::service;
}

std::vector<Given> gives_of(const model::Step& step) {
    std::vector<Given> all = step.gives;
    for (const model::Outcome& outcome : step.outcomes)
        for (const Given& given : outcome.gives)
            if (std::find(all.begin(), all.end(), given) == all.end()) all.push_back(given);
    return all;
}

std::optional<std::string> xsd_duration(const Duration& duration) {
    if (const auto* const estimate = std::get_if<Estimate>(&duration.value))
        return in_days(round_half_up(estimate->likely));
    const Term term = std::get<Term>(duration.value);
    constexpr std::int64_t days_of_week = 7;
    switch (term.unit) {
        case TermUnit::days:
            return in_days(term.count);
        case TermUnit::weeks:
            return in_days(days_of_week * term.count);
        case TermUnit::months:
            return fmt::format("P{}M", term.count);
        case TermUnit::years:
            return fmt::format("P{}Y", term.count);
        case TermUnit::working_days:
            break;
    }
    return std::nullopt;
}

std::optional<std::string> xsd_duration(const model::Step& step, Date on) {
    const auto cases = cases_on(step.duration, on);
    if (step.clock != model::Clock::duration || cases.size() != 1 || !cases.front()->value)
        return std::nullopt;
    return xsd_duration(*cases.front()->value);
}

std::vector<ExportedPrice> prices_of(const model::Step& step, Date on) {
    std::vector<ExportedPrice> prices;
    for (const model::Cost& cost : step.costs) add_prices(step, cost, on, prices);
    return prices;
}

std::string euros(Money money) {
    constexpr std::int64_t cents = 100;
    return fmt::format("{}.{:02}", money.cents / cents, money.cents % cents);
}

model::Text price_text(const ExportedPrice& price) {
    static constexpr std::array<std::array<std::string_view, 2>, 4> per = {
        {{"", ""},
         {" per uur", " per hour"},
         {" per maand", " per month"},
         {" per jaar", " per year"}}};
    const auto& [dutch, english] = per.at(static_cast<std::size_t>(price.per));
    const model::Text title =
        price.title.is_empty() ? dutch_and_english("Kosten", "Costs") : price.title;
    model::Text text;
    for (const auto& [lang, words] : title.by_language) {
        std::string one = words + std::string(lang == "nl" ? dutch : english);
        if (!price.when.empty()) one += " (" + price.when + ")";
        text.by_language.emplace_back(lang, std::move(one));
    }
    return text;
}

std::string eu_entry(std::string_view entry) {
    return fmt::format("http://publications.europa.eu/resource/authority/{}", entry);
}

std::string urn(std::string_view kind, std::string_view id) {
    std::string name = fmt::format("urn:wegwijzer:{}:", kind);
    for (const char c : id) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') ||
                              std::string_view("-._~/").find(c) != std::string_view::npos;
        name +=
            is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return name;
}

model::Text given_title(const model::Catalogue& catalogue, const Given& given) {
    if (given.kind == Given::Kind::credential) {
        const model::Credential& credential = catalogue[given.credential];
        return or_id(credential.title, credential.id);
    }
    const model::Attribute& attribute = catalogue[given.attribute];
    model::Text title = or_id(attribute.title, attribute.id);
    if (given.kind == Given::Kind::truth) return title;
    for (auto& [lang, words] : title.by_language)
        words += " " +
                 value_text(catalogue, given.attribute, model::Value::of(std::int64_t{given.rank}));
    return title;
}

model::Text need_title(const model::Need& need) { return or_id(need.title, need.is.text); }

model::Text who_text(const model::Step& step) {
    if (!step.by_title.is_empty()) return step.by_title;
    if (step.by == "you") return dutch_and_english("uzelf", "you yourself");
    if (step.by == "employer") return dutch_and_english("een werkgever", "an employer");
    if (step.by == "school") return dutch_and_english("een school", "a school");
    if (step.by == "municipality") return dutch_and_english("de gemeente", "the municipality");
    if (step.by == "authority" || step.by.empty())
        return dutch_and_english("de overheid", "the authorities");
    return or_id({}, step.by);
}

model::Text or_id(const model::Text& text, std::string_view id) {
    // "mul": several languages, or none in particular (ISO 639-2).
    if (text.is_empty()) return {{{"mul", std::string(id)}}};
    return text;
}

std::string page_of(const model::Catalogue& catalogue, model::SourceId source) {
    if (source.is_none()) return {};
    std::string url = harmless(catalogue[source].url);
    return is_web_address(url) ? url : std::string();
}

std::string page_of(const model::Catalogue& catalogue, const model::Step& step) {
    std::vector<model::SourceId> sources{step.source};
    for (const auto& one : step.duration.cases) sources.push_back(one.source);
    for (const auto& one : step.effort.cases) sources.push_back(one.source);
    for (const model::Cost& cost : step.costs)
        for (const auto& one : cost.amount.cases) sources.push_back(one.source);
    for (const model::Need& need : step.needs) sources.push_back(need.source);
    for (const model::SourceId source : sources)
        if (std::string url = page_of(catalogue, source); !url.empty()) return url;
    return {};
}

void LinkedData::begin(std::string_view type, std::string_view id) {
    json_.begin_object();
    if (!id.empty()) json_.field("@id", id);
    json_.field("@type", type);
}

void LinkedData::texts(std::string_view key, const model::Text& text) {
    list(key, text.by_language, [&](const auto& one) {
        json_.begin_object();
        json_.field("@language", one.first);
        json_.field("@value", harmless(one.second));
        json_.end_object();
    });
}

void LinkedData::language_map(std::string_view key, const model::Text& text) {
    json_.key(key);
    json_.begin_object();
    for (const auto& [lang, words] : text.by_language) json_.field(lang, harmless(words));
    json_.end_object();
}

void LinkedData::value(std::string_view key, std::string_view value) {
    json_.field(key, harmless(value));
}

void LinkedData::typed(std::string_view key, std::string_view type, std::string_view value) {
    json_.key(key);
    json_.begin_object();
    json_.field("@type", type);
    json_.field("@value", value);
    json_.end_object();
}

void LinkedData::reference(std::string_view key, std::string_view id) {
    json_.key(key);
    reference(id);
}

void LinkedData::reference(std::string_view id) {
    json_.begin_object();
    json_.field("@id", id);
    json_.end_object();
}

}  // namespace wegwijzer::document
