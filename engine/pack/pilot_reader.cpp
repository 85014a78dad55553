// SPDX-License-Identifier: Apache-2.0
#include "pack/pilot_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/figure_reader.hpp"
#include "pack/fund_reader.hpp"
#include "pack/message.hpp"
#include "pack/need_reader.hpp"
#include "pack/step_reader.hpp"
#include "pack/step_table.hpp"

namespace wegwijzer::pack {
namespace {

/// Keys of a change that are no keys of its step.
constexpr std::array change_keys = {std::string_view("step"), std::string_view("waive"),
                                    std::string_view("pay"), std::string_view("add")};
/// Keys that belong to the need where `need` names one.
constexpr std::array need_keys = {std::string_view("need"),    std::string_view("is"),
                                  std::string_view("younger"), std::string_view("at"),
                                  std::string_view("title"),   std::string_view("basis"),
                                  std::string_view("article"), std::string_view("text_of")};
constexpr std::array fixed_keys = {std::string_view("id"), std::string_view("like")};

/// The attribute that `where` is compared with.
constexpr std::string_view municipality_attribute = "residence.municipality";

template <class List, class Item>
bool contains(const List& list, const Item& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// The field of a step that a key sets, where it is no list with ids.
std::string_view field_of(std::string_view key) {
    if (key == "duration" || key == "effort" || key == "open") return "clock";
    if (key == "outcome") return "gives";
    return key;
}

template <class Part>
std::vector<std::string_view> ids_of(const std::vector<Part>& parts) {
    std::vector<std::string_view> ids;
    ids.reserve(parts.size());
    for (const Part& part : parts) ids.push_back(part.id);
    return ids;
}

/// One entry of `change`.
class ChangeReader {
public:
    ChangeReader(Draft& draft, const Node& table, model::PilotId pilot)
        : draft_(draft),
          table_(table),
          view_(table, "a change", draft.reading),
          pilot_id_(pilot),
          pilot_(draft.catalogue.pilots[pilot.index]) {}

    void read() {
        if (const Node* add = view_.find("add")) {
            view_.finish();
            return read_addition(*add);
        }
        const Node* step = view_.find("step", Presence::required);
        if (step == nullptr || !as_string(*step, draft_.reading)) return;
        change_.step = draft_.refer_outwards<model::StepId>(*step, step->string);
        if (change_.step.is_none()) return;
        change_.span = table_.span;
        source_ = draft_.source(view_);
        if (source_.is_none()) source_ = pilot_.source;
        lay_step_keys();
        const std::size_t paid = pilot_.pays.size();
        read_need_change();
        read_waived();
        read_paid();
        view_.finish();
        // to pay is to offer a version too, if one that sets nothing else
        if (change_.fields.empty() && pilot_.pays.size() == paid) {
            const bool only_names = table_.children.size() <= 1;
            if (only_names) draft_.error("P062", "this change sets nothing", table_.span);
            return;
        }
        pilot_.changes.push_back(std::move(change_));
    }

private:
    void read_addition(const Node& node) {
        const auto id = draft_.refer<model::StepId>(node);
        if (id.is_none()) return;
        model::Step& step = draft_.catalogue.steps[id.index];
        if (!step.only_in.is_none())
            draft_.error("P063", say("step {} is added already", quoted(step.id)), node.span)
                .notes.push_back({"by this pilot", draft_.catalogue[step.only_in].span});
        step.only_in = pilot_id_;
        pilot_.adds.push_back(id);
    }

    /// Reads the step anew with the change's keys laid over its own.
    void lay_step_keys() {
        const model::Step& before = draft_.catalogue[change_.step];
        const Node* need = table_.find("need");
        std::vector<std::string_view> left_out(change_keys.begin(), change_keys.end());
        left_out.insert(left_out.end(), fixed_keys.begin(), fixed_keys.end());
        left_out.emplace_back("source");
        if (need != nullptr && need->is(Node::Kind::string))
            left_out.insert(left_out.end(), need_keys.begin(), need_keys.end());
        std::vector<const Node*> keys;
        for (const Node& child : table_.children) {
            if (contains(fixed_keys, child.name))
                draft_.error("P063", say("a change cannot set `{}`", child.name), child.name_span);
            if (contains(left_out, child.name)) continue;
            view_.find(child.name);
            keys.push_back(&child);
        }
        for (const std::string_view key : fixed_keys) view_.find(key);
        if (keys.empty()) {
            change_.changed = before;
            return;
        }
        std::vector<StepLayer> layers = layers_of(draft_, change_.step.index);
        layers.insert(layers.begin(), {&table_, source_, pilot_.pack, &left_out});
        model::Step& changed = change_.changed;
        changed.id = before.id;
        changed.pack = before.pack;
        changed.span = before.span;
        changed.only_in = before.only_in;
        read_step_keys(draft_, lay_over(layers), changed);
        for (const Node* key : keys) name_fields(key->name, before);
    }

    void name_fields(std::string_view key, const model::Step& before) {
        const auto name_each = [&](std::string_view list, const auto& old_parts,
                                   const auto& new_parts) {
            for (const auto& part : old_parts) add_field(say("{}/{}", list, part.id));
            for (const auto& part : new_parts) add_field(say("{}/{}", list, part.id));
        };
        if (key == "needs" || key == "need")
            name_each("needs", before.needs, change_.changed.needs);
        else if (key == "cost")
            name_each("costs", before.costs, change_.changed.costs);
        else
            add_field(std::string(field_of(key)));
    }

    void add_field(std::string field) {
        if (!contains(change_.fields, field)) change_.fields.push_back(std::move(field));
    }

    void read_need_change() {
        const Node* need = table_.find("need");
        if (need == nullptr || !need->is(Node::Kind::string)) return;
        view_.find("need");
        for (model::Need& one : change_.changed.needs) {
            if (one.id != need->string) continue;
            change_need(draft_, view_, source_, one);
            return add_field(say("needs/{}", one.id));
        }
        for (const std::string_view key : need_keys) view_.find(key);
        tell_no_hit(*need, "need", ids_of(change_.changed.needs));
    }

    void read_waived() {
        std::vector<model::Need>& needs = change_.changed.needs;
        for (const Node* node : view_.strings("waive")) {
            const auto at = std::find_if(needs.begin(), needs.end(), [&](const model::Need& one) {
                return one.id == node->string;
            });
            if (at == needs.end()) {
                tell_no_hit(*node, "need", ids_of(draft_.catalogue[change_.step].needs));
                continue;
            }
            add_field(say("needs/{}", at->id));
            needs.erase(at);
        }
    }

    void read_paid() {
        const std::vector<model::Cost>& costs = draft_.catalogue[change_.step].costs;
        for (const Node* node : view_.strings("pay")) {
            const auto at = std::find_if(costs.begin(), costs.end(), [&](const model::Cost& one) {
                return one.id == node->string;
            });
            if (at == costs.end())
                tell_no_hit(*node, "cost", ids_of(costs));
            else
                pilot_.pays.push_back(
                    {change_.step, static_cast<std::uint32_t>(at - costs.begin())});
        }
    }

    void tell_no_hit(const Node& node, std::string_view what,
                     const std::vector<std::string_view>& ids) {
        Diagnostic& diagnostic =
            draft_.error("P062",
                         say("this change hits nothing: step {} has no {} {}",
                             quoted(draft_.catalogue[change_.step].id), what, quoted(node.string)),
                         node.span);
        if (const auto near = nearest(node.string, ids))
            diagnostic.hints.push_back(say("did you mean {}?", quoted(*near)));
        else if (ids.size() == 1)
            diagnostic.hints.push_back(say("its only one is {}", quoted(ids.front())));
    }

    Draft& draft_;
    const Node& table_;
    TableView view_;
    model::PilotId pilot_id_;
    model::Pilot& pilot_;
    model::SourceId source_;
    model::PilotChange change_;
};

/// Whether `place` is the municipality or a region that it lies in.
bool lies_in(const model::Municipality& municipality, std::string_view place) {
    return municipality.name == place || municipality.province == place ||
           municipality.region == place;
}

void tell_unknown_place(Draft& draft, const Node& node) {
    Diagnostic& diagnostic = draft.error(
        "P067", say("there is no municipality or region {}", quoted(node.string)), node.span);
    std::vector<std::string_view> places;
    for (const model::Municipality& one : draft.catalogue.municipalities)
        places.insert(places.end(), {one.name, one.province, one.region});
    if (const auto near = nearest(node.string, places))
        diagnostic.hints.push_back(say("did you mean {}?", quoted(*near)));
    else
        diagnostic.hints.emplace_back("their names stand in data/municipalities.csv");
}

/// The values of residence.municipality that lie in the places named.
std::vector<std::int64_t> living_in(const model::Catalogue& catalogue,
                                    const std::vector<std::string>& places) {
    std::vector<std::int64_t> values;
    const auto attribute =
        std::find_if(catalogue.attributes.begin(), catalogue.attributes.end(),
                     [](const auto& one) { return one.id == municipality_attribute; });
    if (attribute == catalogue.attributes.end()) return values;
    for (std::size_t k = 0; k < attribute->values.size(); ++k) {
        const std::string& name = attribute->values[k];
        const auto is_in = [&](const model::Municipality& one) {
            return one.name == name && std::any_of(places.begin(), places.end(),
                                                   [&](const auto& p) { return lies_in(one, p); });
        };
        if (contains(places, name) ||
            std::any_of(catalogue.municipalities.begin(), catalogue.municipalities.end(), is_in))
            values.push_back(static_cast<std::int64_t>(k));
    }
    return values;
}

void read_where(Draft& draft, TableView& view, model::Pilot& pilot) {
    const auto& all = draft.catalogue.municipalities;
    for (const Node* node : view.strings("where")) {
        pilot.where.emplace_back(node->string);
        const auto is_it = [&](const model::Municipality& one) {
            return lies_in(one, node->string);
        };
        if (!all.empty() && std::none_of(all.begin(), all.end(), is_it))
            tell_unknown_place(draft, *node);
    }
    pilot.municipalities = living_in(draft.catalogue, pilot.where);
}

void read_target(Draft& draft, TableView& view, model::Pilot& pilot) {
    pilot.in_force = draft.window(view, "in_force");
    read_where(draft, view, pilot);
    pilot.when = draft.condition(view, "when", rule::Use::outside);
    if (const auto places = view.integer("places", {1, 100000000}))
        pilot.places = static_cast<int>(*places);
    pilot.admission = draft.string(view, "admission");
    const auto leave = view.word("leave", {"finish", "back"}, "P021");
    if (leave) pilot.leave = static_cast<model::Pilot::Leave>(*leave);
}

bool may_meet(const model::Pilot& a, const model::Pilot& b) {
    const bool same_days = a.in_force.from < b.in_force.until && b.in_force.from < a.in_force.until;
    const bool same_people = a.when.is_empty() || b.when.is_empty() || a.when.text == b.when.text;
    const bool same_place =
        a.where.empty() || b.where.empty() || a.where == b.where ||
        std::any_of(a.municipalities.begin(), a.municipalities.end(),
                    [&](std::int64_t value) { return contains(b.municipalities, value); });
    return same_days && same_people && same_place;
}

}  // namespace

void read_pilot(Draft& draft, const Entry& entry, model::PilotId id) {
    model::Pilot& pilot = draft.catalogue.pilots[id.index];
    TableView view(*entry.node, "a pilot", draft.reading);
    view.find("id");
    pilot.title = draft.text(view, "title", Presence::required);
    pilot.source = draft.source(view);
    check_sourced(draft, pilot.source, "a pilot", entry.span);
    const auto status =
        view.word("status", {"proposed", "running", "ended"}, "P021", Presence::required);
    pilot.status = static_cast<model::Pilot::Status>(status.value_or(0));
    if (const auto effect = view.word("effect", {"relax", "change"}, "P021"))
        pilot.effect = static_cast<model::Pilot::Effect>(*effect);
    pilot.granted_by = draft.string(view, "granted_by");
    read_target(draft, view, pilot);
    pilot.pay_kind =
        read_fund_kind(view, "pay_kind", Presence::optional).value_or(model::Fund::Kind::gift);
    for (const Node* change : view.tables("change", Presence::required))
        ChangeReader(draft, *change, id).read();
    view.finish();
}

void check_replacements(Draft& draft) {
    struct Replacement {
        const model::Pilot* pilot;
        const model::PilotChange* change;
    };
    std::map<std::pair<std::uint32_t, std::string_view>, std::vector<Replacement>> by_field;
    for (const model::Pilot& pilot : draft.catalogue.pilots) {
        if (pilot.effect != model::Pilot::Effect::change) continue;
        for (const model::PilotChange& change : pilot.changes)
            for (const std::string& field : change.fields) {
                std::vector<Replacement>& others = by_field[{change.step.index, field}];
                for (const Replacement& other : others) {
                    if (other.pilot != &pilot && !may_meet(*other.pilot, pilot)) continue;
                    draft
                        .error(
                            "P064",
                            say("{} and {} both replace `{}` of step {}", quoted(other.pilot->id),
                                quoted(pilot.id), field, quoted(draft.catalogue[change.step].id)),
                            change.span)
                        .notes.push_back({"the other change stands here", other.change->span});
                    break;
                }
                others.push_back({&pilot, &change});
            }
    }
}

}  // namespace wegwijzer::pack
