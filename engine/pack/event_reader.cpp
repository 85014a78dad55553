// SPDX-License-Identifier: Apache-2.0
#include "pack/event_reader.hpp"

#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/check_circle.hpp"
#include "pack/fact_value.hpp"
#include "pack/figure_reader.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

void read_from(Draft& draft, TableView& view, model::Event& event) {
    const Node* from = view.find("from", Presence::required);
    if (from == nullptr || !as_string(*from, draft.reading)) return;
    if (draft.entries.find(EntryKind::event, from->string)) {
        event.from_event = draft.refer<model::EventId>(*from);
        return;
    }
    event.from_attribute = draft.refer<model::AttributeId>(*from);
    if (!event.from_attribute.is_none() &&
        draft.catalogue[event.from_attribute].type.kind != model::TypeKind::date)
        draft.error("P057", say("{} is no date to count from", quoted(from->string)), from->span);
}

void read_delay(Draft& draft, TableView& view, model::Event& event) {
    const Node* in = view.find("in", Presence::required);
    if (in == nullptr) return;
    if (in->is(Node::Kind::array)) {
        draft.reading.wrong_type(*in, "a duration");
        return;
    }
    auto figure = read_duration_figure(draft, *in, {"the time until an event", event.source, {}});
    if (figure.cases.empty() || !figure.cases.front().value) return;
    model::Case<Duration>& only = figure.cases.front();
    event.in = *only.value;
    event.varies_with = std::move(only.varies_with);
    if (event.source.is_none()) event.source = only.source;
}

void read_set(Draft& draft, TableView& view, model::Event& event) {
    const Node* set = view.find("set", Presence::required);
    if (set == nullptr) return;
    TableView inner(*set, "what an event sets", draft.reading);
    const Node* attribute = inner.find("attribute", Presence::required);
    const Node* value = inner.find("value", Presence::required);
    inner.finish();
    if (attribute == nullptr) return;
    event.set = draft.refer<model::AttributeId>(*attribute);
    if (event.set.is_none()) return;
    const model::Attribute& target = draft.catalogue[event.set];
    if (target.is_given || target.is_derived())
        draft.error("P057",
                    say("an event cannot set {}, which {}", quoted(target.id),
                        target.is_derived() ? "is derived" : "steps give"),
                    attribute->span);
    if (value == nullptr) return;
    if (auto read = read_fact(draft, *value, target.type)) event.value = std::move(*read);
}

}  // namespace

void read_event(Draft& draft, const Entry& entry, model::Event& event) {
    TableView view(*entry.node, "an event", draft.reading);
    view.find("id");
    event.title = draft.text(view, "title");
    event.source = draft.source(view);
    event.when = draft.condition(view, "when", rule::Use::outside);
    read_from(draft, view, event);
    read_delay(draft, view, event);
    read_set(draft, view, event);
    view.finish();
}

void check_event_circles(Draft& draft) {
    const auto& events = draft.catalogue.events;
    std::vector<std::vector<std::uint32_t>> arrows(events.size());
    for (std::size_t k = 0; k < events.size(); ++k)
        if (!events[k].from_event.is_none()) arrows[k].push_back(events[k].from_event.index);
    for (const std::vector<std::uint32_t>& circle : find_circles(arrows)) {
        std::vector<CirclePlace> places;
        places.reserve(circle.size());
        for (const std::uint32_t k : circle) places.push_back({events[k].id, events[k].span});
        tell_circle(draft, "P052", "events wait for each other in a circle", "counts from", places);
    }
}

void read_duty(Draft& draft, const Entry& entry, model::Duty& duty) {
    TableView view(*entry.node, "a duty", draft.reading);
    view.find("id");
    duty.title = draft.text(view, "title");
    duty.source = draft.source(view);
    duty.when = draft.condition(view, "when", rule::Use::outside);
    duty.reach = draft.condition(view, "reach", rule::Use::need, Presence::required);
    if (const Node* by = view.find("by", Presence::required)) {
        model::Type date;
        date.kind = model::TypeKind::date;
        duty.by = draft.expression(*by, date, rule::Use::outside);
    }
    view.finish();
}

}  // namespace wegwijzer::pack
