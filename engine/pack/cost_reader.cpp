// SPDX-License-Identifier: Apache-2.0
#include "pack/cost_reader.hpp"

#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "pack/figure_reader.hpp"
#include "pack/message.hpp"
#include "pack/need_reader.hpp"

namespace wegwijzer::pack {
namespace {

class IncomeReader {
public:
    IncomeReader(Draft& draft, model::SourceId inherited) : draft_(draft), inherited_(inherited) {}

    std::vector<model::Income> read(const Node& node) {
        if (node.is(Node::Kind::array)) {
            for (const Node* table : as_tables(node, draft_.reading)) add_table(*table);
        } else if (node.is(Node::Kind::table)) {
            add_table(node);
        } else {
            model::Income income;
            income.source = inherited_;
            add_value(node, std::move(income));
        }
        return std::move(all_);
    }

private:
    void add_table(const Node& table) {
        TableView view(table, "an income", draft_.reading);
        model::Income income;
        income.source = draft_.source(view);
        if (income.source.is_none()) income.source = inherited_;
        if (const Node* after = view.find("after"))
            income.after = draft_.term(*after).value_or(Term{});
        income.when = draft_.condition(view, "when", rule::Use::outside);
        income.from = view.date("from").value_or(Date::always);
        const Node* value = view.find("value", Presence::required);
        view.finish();
        if (value != nullptr) add_value(*value, std::move(income));
    }

    void add_value(const Node& node, model::Income income) {
        income.span = node.span;
        const auto text = as_string(node, draft_.reading);
        if (!text) return;
        if (*text != "unknown") {
            constexpr std::string_view unit = "/month";
            if (text->ends_with(unit))
                income.monthly = parse_amount(text->substr(0, text->size() - unit.size()));
            if (!income.monthly) {
                draft_.error("P020", say("{} is no monthly income", quoted(*text)), node.span)
                    .hints.emplace_back(
                        "it is written as \"EUR 1900/month\" or \"EUR 1500..1900..2400/month\"");
                return;
            }
            check_sourced(draft_, income.source, "an income", node.span);
        }
        all_.push_back(std::move(income));
    }

    Draft& draft_;
    model::SourceId inherited_;
    std::vector<model::Income> all_;
};

}  // namespace

model::Cost read_cost(Draft& draft, const Node& table, model::SourceId inherited) {
    TableView view(table, "a cost", draft.reading);
    model::Cost cost;
    cost.id = read_part_id(draft, view);
    const Node* id = table.find("id");
    cost.span = id != nullptr ? id->span : table.span;
    cost.title = draft.text(view, "title");
    model::SourceId source = draft.source(view);
    if (source.is_none()) source = inherited;
    const std::string_view varies_with = view.string("varies_with").value_or(std::string_view{});
    if (const Node* amount = view.find("amount", Presence::required))
        cost.amount = read_amount_figure(draft, *amount, {"an amount", source, varies_with, true});
    cost.when = draft.condition(view, "when", rule::Use::outside);
    if (const auto per = view.word("per", {"hour", "month", "year"}, "P021"))
        cost.per = static_cast<Per>(*per + 1);
    if (const auto due = view.word("due", {"start", "session", "finish"}, "P021"))
        cost.due = static_cast<model::Moment>(*due);
    view.finish();
    if (const Node* due = table.find("due"); due != nullptr && cost.per != Per::once)
        draft.error("P037", "`per` says already when this cost falls due; leave `due` out",
                    due->span);
    return cost;
}

std::vector<model::Income> read_income(Draft& draft, const Node& node, model::SourceId inherited) {
    return IncomeReader(draft, inherited).read(node);
}

}  // namespace wegwijzer::pack
