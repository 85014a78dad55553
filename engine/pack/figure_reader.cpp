// SPDX-License-Identifier: Apache-2.0
#include "pack/figure_reader.hpp"

#include <string>
#include <utility>

#include "base/text.hpp"
#include "pack/check_figure.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

template <class T>
using Take = std::optional<T> (*)(Draft&, const Node&);

std::optional<Duration> take_duration(Draft& draft, const Node& node) {
    return draft.duration(node);
}

std::optional<Term> take_term(Draft& draft, const Node& node) { return draft.term(node); }

std::optional<Estimate> take_effort(Draft& draft, const Node& node) {
    const auto text = as_string(node, draft.reading);
    if (!text) return std::nullopt;
    const std::optional<Estimate> effort = parse_effort(*text);
    if (!effort)
        draft.error("P020", say("{} is not an effort", quoted(*text)), node.span)
            .hints.emplace_back("an effort is written as \"300 hours\" or \"200..300..400 hours\"");
    return effort;
}

std::optional<Amount> take_amount(Draft& draft, const Node& node) {
    const auto text = as_string(node, draft.reading);
    if (!text) return std::nullopt;
    const std::optional<Amount> amount = parse_amount(*text);
    if (!amount)
        draft.error("P020", say("{} is not an amount of money", quoted(*text)), node.span)
            .hints.emplace_back(
                "money is written as \"EUR 85\", \"EUR 148.83\" or \"EUR 100..500..2000\"");
    return amount;
}

/// Nothing takes no time: a step of 0 days states how the pack is built, no fact.
bool speaks_for_itself(const Duration& duration) {
    return !duration.is_estimate() && std::get<Term>(duration.value).count == 0;
}
template <class T>
bool speaks_for_itself(const T&) {
    return false;
}

template <class T>
class FigureReader {
public:
    FigureReader(Draft& draft, Take<T> take, const FigureRule& rule)
        : draft_(draft), take_(take), rule_(rule) {}

    model::Figure<T> read(const Node& node) {
        if (node.is(Node::Kind::array)) {
            for (const Node* element : as_tables(node, draft_.reading)) add_table(*element);
            if (node.children.empty())
                draft_.error("P033", say("{} has no entry", rule_.what), node.span);
        } else if (node.is(Node::Kind::table)) {
            add_table(node);
        } else {
            add_value(node, start_case());
        }
        check_cases(draft_, figure_, rule_.what);
        return std::move(figure_);
    }

private:
    model::Case<T> start_case() const {
        model::Case<T> made;
        made.source = rule_.source;
        made.varies_with = rule_.varies_with;
        return made;
    }

    void add_table(const Node& table) {
        TableView view(table, rule_.what, draft_.reading);
        model::Case<T> made = start_case();
        made.from = view.date("from").value_or(Date::always);
        made.when = draft_.condition(view, "when", rule::Use::outside);
        if (const model::SourceId own = draft_.source(view); !own.is_none()) made.source = own;
        if (const auto word = view.string("varies_with")) made.varies_with = *word;
        made.is_expected = view.boolean("expected").value_or(false);
        const Node* value = view.find("value", Presence::required);
        view.finish();
        if (value != nullptr) add_value(*value, std::move(made));
    }

    void add_value(const Node& node, model::Case<T> made) {
        made.span = node.span;
        const std::string_view word = node.is(Node::Kind::string) ? node.string : "";
        if (word == "none") {
            if (made.from == Date::always)
                refuse_word(node, "ends a rule on a day, so it needs `from`");
        } else if (word == "unknown") {
            made.is_unknown = true;
            if (!rule_.may_be_unknown) refuse_word(node, "may only stand for a cost or an income");
        } else {
            made.value = take_(draft_, node);
            if (!made.value) return;
            if (rule_.needs_source && !speaks_for_itself(*made.value))
                check_sourced(draft_, made.source, rule_.what, node.span);
        }
        figure_.cases.push_back(std::move(made));
    }

    void refuse_word(const Node& node, std::string_view why) {
        draft_.error("P035", say("\"{}\" {}", node.string, why), node.span);
    }

    Draft& draft_;
    Take<T> take_;
    const FigureRule& rule_;
    model::Figure<T> figure_;
};

}  // namespace

model::Figure<Duration> read_duration_figure(Draft& draft, const Node& node,
                                             const FigureRule& rule) {
    return FigureReader<Duration>(draft, take_duration, rule).read(node);
}
model::Figure<Term> read_term_figure(Draft& draft, const Node& node, const FigureRule& rule) {
    return FigureReader<Term>(draft, take_term, rule).read(node);
}
model::Figure<Estimate> read_effort_figure(Draft& draft, const Node& node, const FigureRule& rule) {
    return FigureReader<Estimate>(draft, take_effort, rule).read(node);
}
model::Figure<WeeklyRate> read_rate_figure(Draft& draft, const Node& node, const FigureRule& rule) {
    return FigureReader<WeeklyRate>(draft, read_rate, rule).read(node);
}
model::Figure<Amount> read_amount_figure(Draft& draft, const Node& node, const FigureRule& rule) {
    return FigureReader<Amount>(draft, take_amount, rule).read(node);
}
model::Figure<double> read_share_figure(Draft& draft, const Node& node, const FigureRule& rule) {
    return FigureReader<double>(draft, read_share, rule).read(node);
}

std::optional<WeeklyRate> read_rate(Draft& draft, const Node& node) {
    const auto text = as_string(node, draft.reading);
    if (!text) return std::nullopt;
    const std::optional<WeeklyRate> rate = parse_weekly_rate(*text);
    if (!rate || rate->hundredths == 0) {
        draft.error("P020", say("{} is not a number of hours a week", quoted(*text)), node.span)
            .hints.emplace_back("it is written as \"16 hours/week\", more than 0 and at most 168");
        return std::nullopt;
    }
    return rate;
}

std::optional<double> read_share(Draft& draft, const Node& node) {
    const std::optional<double> share = as_number(node, draft.reading);
    if (share && *share > 0.0 && *share <= 1.0) return share;
    if (share)
        draft.error("P008", "this number must lie above 0 and at most at 1", node.span)
            .hints.emplace_back("sixty percent is written as 0.6");
    return std::nullopt;
}

void check_sourced(Draft& draft, model::SourceId source, std::string_view what, SourceSpan span) {
    if (!source.is_none()) return;
    draft.error("P030", say("{} has no source", what), span)
        .hints.emplace_back(
            "say `source = \"…\"` beside it or on what it belongs to; an estimate has a source of "
            "kind "
            "\"estimate\" with its reasoning");
}

}  // namespace wegwijzer::pack
