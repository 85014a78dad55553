// SPDX-License-Identifier: Apache-2.0
#include "pack/fund_reader.hpp"

#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "pack/figure_reader.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

void check_decimals(Draft& draft, const model::Figure<double>& share) {
    for (const model::Case<double>& one : share.cases) {
        if (!one.value) continue;
        const double scaled = *one.value * 10000.0;
        if (std::abs(scaled - std::round(scaled)) > 1e-6)
            draft.error("P008", "a share has at most four decimals", one.span);
    }
}

void read_pays(Draft& draft, TableView& view, model::Fund& fund) {
    for (const Node* node : view.strings("pays", Presence::required)) {
        const auto cost = read_cost_ref(draft, *node);
        if (!cost) continue;
        for (const model::CostRef& other : fund.pays)
            if (other.step == cost->step && other.cost == cost->cost)
                draft.error("P016", say("{} stands here twice", quoted(node->string)), node->span);
        fund.pays.push_back(*cost);
    }
}

std::optional<Money> read_money(Draft& draft, TableView& view, std::string_view key) {
    const Node* node = view.find(key);
    return node != nullptr ? draft.money(*node) : std::nullopt;
}

/// What can carry a note, in the order of the variant of model::Note.
constexpr EntryKind noted_kinds[] = {EntryKind::step, EntryKind::goal, EntryKind::pilot,
                                     EntryKind::fund};

void read_note_place(Draft& draft, const Node& node, model::Note& note) {
    if (!as_string(node, draft.reading)) return;
    std::vector<EntryKind> named;
    for (const EntryKind kind : noted_kinds)
        if (draft.entries.find(kind, node.string)) named.push_back(kind);
    if (named.size() > 1) {
        draft
            .error("P017",
                   say("{} is {} and {}", quoted(node.string), with_article(named[0]),
                       with_article(named[1])),
                   node.span)
            .hints.emplace_back("a note needs a name that only one of them has");
        return;
    }
    switch (named.empty() ? EntryKind::step : named.front()) {
        case EntryKind::goal:
            note.on = draft.refer_outwards<model::GoalId>(node, node.string);
            break;
        case EntryKind::pilot:
            note.on = draft.refer_outwards<model::PilotId>(node, node.string);
            break;
        case EntryKind::fund:
            note.on = draft.refer_outwards<model::FundId>(node, node.string);
            break;
        default:
            note.on = draft.refer_outwards<model::StepId>(node, node.string);
    }
}

}  // namespace

std::optional<model::CostRef> read_cost_ref(Draft& draft, const Node& node) {
    if (!as_string(node, draft.reading)) return std::nullopt;
    const std::size_t slash = node.string.find('/');
    if (slash == std::string_view::npos) {
        draft.error("P014", say("{} names no cost", quoted(node.string)), node.span)
            .hints.emplace_back("write \"step/cost\"");
        return std::nullopt;
    }
    const auto step = draft.refer_outwards<model::StepId>(node, node.string.substr(0, slash));
    if (step.is_none()) return std::nullopt;
    const std::string_view wanted = node.string.substr(slash + 1);
    const std::vector<model::Cost>& costs = draft.catalogue[step].costs;
    std::vector<std::string_view> ids;
    for (std::uint32_t k = 0; k < costs.size(); ++k) {
        if (costs[k].id == wanted) return model::CostRef{step, k};
        ids.push_back(costs[k].id);
    }
    Diagnostic& diagnostic = draft.error(
        "P014", say("step {} has no cost {}", quoted(draft.catalogue[step].id), quoted(wanted)),
        node.span);
    if (const auto near = nearest(wanted, ids))
        diagnostic.hints.push_back(say("did you mean {}?", quoted(*near)));
    else if (ids.size() == 1)
        diagnostic.hints.push_back(say("its only cost is {}", quoted(ids.front())));
    return std::nullopt;
}

std::optional<model::Fund::Kind> read_fund_kind(TableView& view, std::string_view key,
                                                Presence presence) {
    const auto word = view.word(key, {"gift", "employer", "loan"}, "P021", presence);
    return word ? std::optional(static_cast<model::Fund::Kind>(*word)) : std::nullopt;
}

void read_fund(Draft& draft, const Entry& entry, model::Fund& fund) {
    TableView view(*entry.node, "a fund", draft.reading);
    view.find("id");
    fund.title = draft.text(view, "title");
    fund.source = draft.source(view);
    fund.kind = read_fund_kind(view, "kind", Presence::required).value_or(model::Fund::Kind::gift);
    fund.opens = draft.condition(view, "opens", rule::Use::need);
    read_pays(draft, view, fund);
    if (const Node* share = view.find("share", Presence::required))
        fund.share = read_share_figure(draft, *share, {"a share", fund.source, {}});
    check_decimals(draft, fund.share);
    fund.order = static_cast<int>(view.integer("order", {0, 1000000}).value_or(0));
    fund.ceiling = read_money(draft, view, "ceiling");
    fund.ceiling_quarter = read_money(draft, view, "ceiling_quarter");
    if (const auto tries = view.integer("tries", {1, 1000})) fund.tries = static_cast<int>(*tries);
    for (const std::string_view key : {"ceiling", "ceiling_quarter", "tries"})
        if (const Node* node = entry.node->find(key))
            check_sourced(draft, fund.source, "a limit of a fund", node->span);
    view.finish();
}

void read_note(Draft& draft, const Entry& entry, model::Note& note) {
    TableView view(*entry.node, "a note", draft.reading);
    view.find("id");
    note.source = draft.source(view);
    if (const Node* on = view.find("on", Presence::required)) read_note_place(draft, *on, note);
    note.when = draft.condition(view, "when", rule::Use::outside);
    note.text = draft.text(view, "text", Presence::required);
    view.finish();
}

}  // namespace wegwijzer::pack
