// SPDX-License-Identifier: Apache-2.0
#include "pack/scenario_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

using Expect = model::Scenario::Expect;

std::optional<double> parse_number(std::string_view text) {
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number, std::chars_format::fixed);
    if (error != std::errc{} || end != last || number < 0 || number > 100000) return std::nullopt;
    return number;
}

/// Strings of the list, or the only one: `goal = "a"` and `goal = ["a", "b"]`.
std::vector<const Node*> one_or_more(Draft& draft, const Node& node) {
    if (node.is(Node::Kind::string)) return {&node};
    return as_strings(node, draft.reading);
}

class ScenarioReader {
public:
    ScenarioReader(Draft& draft, const Entry& entry, model::Scenario& scenario,
                   const std::filesystem::path& folder)
        : draft_(draft),
          view_(*entry.node, "a scenario", draft.reading),
          scenario_(scenario),
          folder_(folder) {}

    void read() {
        view_.find("id");
        read_profile();
        if (const Node* goal = view_.find("goal", Presence::required))
            for (const Node* node : one_or_more(draft_, *goal))
                if (!draft_.refer<model::GoalId>(*node).is_none())
                    scenario_.goals.emplace_back(node->string);
        scenario_.on = view_.date("on", Presence::required).value_or(Date{});
        for (const Node* node : view_.strings("pilots"))
            if (!draft_.refer<model::PilotId>(*node).is_none())
                scenario_.pilots.emplace_back(node->string);
        for (const Node* node : view_.strings("assume")) read_assumption(*node);
        scenario_.reason = draft_.text(view_, "reason");
        if (const Node* expect = view_.find("expect", Presence::required)) read_expect(*expect);
        view_.finish();
    }

private:
    /// A path below the pack's folder.
    void read_profile() {
        const Node* node = view_.find("profile", Presence::required);
        if (node == nullptr || !as_string(*node, draft_.reading)) return;
        scenario_.profile = node->string;
        const std::filesystem::path path(scenario_.profile);
        const bool leads_out =
            path.is_absolute() ||
            std::any_of(path.begin(), path.end(), [](const auto& part) { return part == ".."; });
        std::error_code ignored;
        if (leads_out || !std::filesystem::is_regular_file(folder_ / path, ignored))
            draft_.error(
                "P060",
                say("there is no profile {} in the pack's folder", wegwijzer::quoted(node->string)),
                node->span);
    }

    void read_assumption(const Node& node) {
        const std::size_t equals = node.string.find('=');
        const auto index = draft_.entries.find(EntryKind::step, node.string.substr(0, equals));
        if (!index)
            return draft_.tell_unknown(EntryKind::step, node.string.substr(0, equals), node.span);
        const std::string_view outcome =
            equals == std::string_view::npos ? std::string_view{} : node.string.substr(equals + 1);
        std::vector<std::string_view> ids;
        for (const model::Outcome& one : draft_.catalogue.steps[*index].outcomes)
            ids.push_back(one.id);
        if (std::find(ids.begin(), ids.end(), outcome) == ids.end()) {
            Diagnostic& diagnostic = draft_.error(
                "P014", say("{} names no outcome of that step", wegwijzer::quoted(node.string)),
                node.span);
            diagnostic.hints.emplace_back("write \"step=outcome\"");
            if (const auto near = nearest(outcome, ids))
                diagnostic.hints.push_back(say("did you mean {}?", wegwijzer::quoted(*near)));
            return;
        }
        scenario_.assume.emplace_back(node.string);
    }

    void read_expect(const Node& node) {
        static constexpr std::string_view statuses[] = {"held", "reachable", "unknown",
                                                        "unreachable"};
        Expect& expect = scenario_.expect;
        TableView inner(node, "what a scenario expects", draft_.reading);
        if (const auto word =
                inner.word("status", {statuses[0], statuses[1], statuses[2], statuses[3]}, "P021"))
            expect.status = statuses[*word];
        if (const Node* first = inner.find("first")) expect.first = step(*first);
        if (const Node* last = inner.find("last")) expect.last = step(*last);
        for (const Node* one : inner.strings("includes")) expect.includes.push_back(step(*one));
        for (const Node* one : inner.strings("excludes")) expect.excludes.push_back(step(*one));
        if (const Node* weeks = inner.find("weeks")) read_weeks(*weeks);
        if (const Node* own = inner.find("own")) read_own(*own);
        for (const Node* one : inner.strings("unmet")) read_unmet(*one);
        for (const Node* one : inner.strings("notes")) expect.notes.emplace_back(one->string);
        inner.finish();
    }

    std::string step(const Node& node) {
        return draft_.refer<model::StepId>(node).is_none() ? std::string()
                                                           : std::string(node.string);
    }

    /// "90..220", "90.." or "..220".
    void read_weeks(const Node& node) {
        const auto text = as_string(node, draft_.reading);
        if (!text) return;
        const std::size_t dots = text->find("..");
        if (dots == std::string_view::npos) return tell_no_range(node);
        const std::string_view least = text->substr(0, dots), most = text->substr(dots + 2);
        Expect& expect = scenario_.expect;
        if (!least.empty()) expect.weeks_min = parse_number(least);
        if (!most.empty()) expect.weeks_max = parse_number(most);
        const bool is_read =
            (least.empty() || expect.weeks_min) && (most.empty() || expect.weeks_max);
        const bool is_ordered =
            !expect.weeks_min || !expect.weeks_max || *expect.weeks_min <= *expect.weeks_max;
        if (!is_read || !is_ordered || (least.empty() && most.empty())) tell_no_range(node);
    }

    void tell_no_range(const Node& node) {
        draft_.error("P061", say("{} is no range", wegwijzer::quoted(node.string)), node.span)
            .hints.emplace_back("it is written as \"90..220\", \"90..\" or \"..220\"");
    }

    /// "EUR 100..2000" or one amount, which must then be met exactly.
    void read_own(const Node& node) {
        const auto text = as_string(node, draft_.reading);
        if (!text) return;
        Expect& expect = scenario_.expect;
        if (const auto exact = parse_money(*text)) {
            expect.own_min = expect.own_max = *exact;
            return;
        }
        const std::size_t dots = text->find("..");
        if (dots == std::string_view::npos) return tell_no_range(node);
        expect.own_min = parse_money(text->substr(0, dots));
        expect.own_max = parse_money("EUR " + std::string(text->substr(dots + 2)));
        if (!expect.own_min || !expect.own_max || *expect.own_max < *expect.own_min)
            draft_
                .error("P061", say("{} is no range of money", wegwijzer::quoted(*text)), node.span)
                .hints.emplace_back("it is written as \"EUR 100..2000\"");
    }

    /// "step/need"
    void read_unmet(const Node& node) {
        const std::size_t slash = node.string.find('/');
        const auto index = draft_.entries.find(EntryKind::step, node.string.substr(0, slash));
        if (!index)
            return draft_.tell_unknown(EntryKind::step, node.string.substr(0, slash), node.span);
        scenario_.expect.unmet.emplace_back(node.string);
        if (slash == std::string_view::npos) return;
        const std::string_view wanted = node.string.substr(slash + 1);
        const model::Step& of = draft_.catalogue.steps[*index];
        const auto has = [&](const auto& list) {
            return std::any_of(list.begin(), list.end(),
                               [&](const auto& one) { return one.id == wanted; });
        };
        static constexpr std::string_view parts[] = {"when", "in_force", "hours", "savings"};
        if (!has(of.needs) && !has(of.musts) && !has(of.outcomes) &&
            std::find(std::begin(parts), std::end(parts), wanted) == std::end(parts))
            draft_.error(
                "P014",
                say("step {} has no need {}", wegwijzer::quoted(of.id), wegwijzer::quoted(wanted)),
                node.span);
    }

    Draft& draft_;
    TableView view_;
    model::Scenario& scenario_;
    const std::filesystem::path& folder_;
};

}  // namespace

void read_scenario(Draft& draft, const Entry& entry, model::Scenario& scenario,
                   const std::filesystem::path& folder) {
    ScenarioReader(draft, entry, scenario, folder).read();
}

}  // namespace wegwijzer::pack
