// SPDX-License-Identifier: Apache-2.0
#include "pack/profile_history.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/profile_value.hpp"

namespace wegwijzer::pack {
namespace {

std::string_view first_part(std::string_view id) { return id.substr(0, id.find('.')); }

/// Tells of an id that is in none of `things`. If the packs in use know its beginning it is a slip
/// of the pen, else it belongs to a pack that this question does not read.
template <class Thing>
void tell_unknown_id(const Node& node, std::string_view kind, const std::vector<Thing>& things,
                     const model::Catalogue& catalogue, const Reading& reading) {
    std::vector<std::string_view> ids;
    ids.reserve(things.size());
    bool is_ours = node.string.find('.') == std::string_view::npos;
    for (const model::Pack& pack : catalogue.packs) is_ours |= pack.id == first_part(node.string);
    for (const Thing& thing : things) {
        ids.push_back(thing.id);
        is_ours |= first_part(thing.id) == first_part(node.string);
    }
    if (!is_ours) {
        reading.found->warning("F020", say("no pack in use knows this {}", kind), node.span);
        return;
    }
    Diagnostic& told = reading.error("F009", say("there is no such {}", kind), node.span);
    if (const auto near = nearest(node.string, ids)) {
        told.hints.push_back(say("did you mean {}?", wegwijzer::quoted(*near)));
    }
}

/// The elements of a list, as long as there is a point in going on.
template <class Read>
void for_each_element(const Node& node, std::string_view expected, const Reading& reading,
                      Read read) {
    if (!node.is(Node::Kind::array)) {
        reading.wrong_type(node, expected);
        return;
    }
    for (const Node& child : node.children) {
        if (reading.found->size() > limits::told_in_profile) return;
        read(child);
    }
}

/// Whether the node holds a string; told when not, or when there is no node at all (that was told
/// before).
bool is_string(const Node* node, const Reading& reading) {
    return node != nullptr && as_string(*node, reading).has_value();
}

void check_order(std::optional<Date> first, std::optional<Date> second, std::string_view message,
                 const SourceSpan& span, const Reading& reading) {
    if (first && second && *second < *first) reading.error("F010", std::string(message), span);
}

model::CredentialId read_credential(const Node* node, const model::Catalogue& catalogue,
                                    const Reading& reading) {
    if (!is_string(node, reading)) return {};
    const auto id = catalogue.find_credential(node->string);
    if (id.is_none())
        tell_unknown_id(*node, "credential", catalogue.credentials, catalogue, reading);
    return id;
}

model::HeldCredential read_held_entry(const Node& node, const model::Catalogue& catalogue,
                                      const Reading& reading) {
    model::HeldCredential held;
    held.span = node.span;
    if (node.is(Node::Kind::string)) {
        held.credential = read_credential(&node, catalogue, reading);
        return held;
    }
    TableView view(node, "a held credential", reading);
    held.credential =
        read_credential(view.find("credential", Presence::required), catalogue, reading);
    const Node* on = view.find("on");
    const bool is_unknown = on != nullptr && on->is(Node::Kind::string) && on->string == "unknown";
    if (on != nullptr && !is_unknown) held.on = as_date(*on, reading);
    held.until = view.date("until");
    check_order(held.on, held.until, "this credential ends before it begins", node.span, reading);
    view.finish();
    return held;
}

/// Reads one entry of `progress`.
class ProgressReader {
public:
    ProgressReader(const Node& node, const model::Catalogue& catalogue, const Reading& reading)
        : view_(node, "an entry of `progress`", reading), catalogue_(catalogue), reading_(reading) {
        entry_.span = node.span;
    }

    model::ProgressEntry read() {
        read_step();
        read_state();
        entry_.start = view_.date("start");
        entry_.finish = view_.date("finish");
        read_attempt();
        read_outcome();
        read_pilot();
        read_pace();
        view_.finish();
        check_order(entry_.start, entry_.finish, "this step finishes before it starts", entry_.span,
                    reading_);
        return std::move(entry_);
    }

private:
    const model::Step* step() const {
        return entry_.step.is_none() ? nullptr : &catalogue_[entry_.step];
    }

    void read_step() {
        const Node* node = view_.find("step", Presence::required);
        if (!is_string(node, reading_)) return;
        entry_.step = catalogue_.find_step(node->string);
        if (entry_.step.is_none())
            tell_unknown_id(*node, "step", catalogue_.steps, catalogue_, reading_);
    }

    void read_state() {
        using State = model::ProgressEntry::State;
        constexpr State states[] = {State::running, State::done, State::failed};
        const auto state =
            view_.word("state", {"running", "done", "failed"}, "F003", Presence::required);
        if (state) entry_.state = states[*state];
    }

    void read_attempt() {
        constexpr int many = 1000;
        const bool has_most = step() != nullptr && step()->attempt && step()->attempt->most;
        const int most = has_most ? *step()->attempt->most : many;
        const auto attempt = view_.integer("attempt", {1, most});
        if (attempt) entry_.attempt = static_cast<int>(*attempt);
    }

    void read_outcome() {
        const Node* node = view_.find("outcome");
        if (!is_string(node, reading_) || step() == nullptr) return;
        const auto& outcomes = step()->outcomes;
        const bool is_known =
            std::any_of(outcomes.begin(), outcomes.end(),
                        [&](const model::Outcome& o) { return o.id == node->string; });
        if (is_known) {
            entry_.outcome = node->string;
        } else {
            tell_unknown_outcome(*node, outcomes);
        }
    }

    void tell_unknown_outcome(const Node& node, const std::vector<model::Outcome>& outcomes) const {
        Diagnostic& told = reading_.error("F009", "this step has no such outcome", node.span);
        std::string words;
        for (const model::Outcome& outcome : outcomes) {
            words += (words.empty() ? "" : ", ") + shown(outcome.id);
        }
        if (!words.empty()) told.hints.push_back("one of: " + words);
    }

    void read_pilot() {
        const Node* node = view_.find("pilot");
        if (!is_string(node, reading_)) return;
        // several are written as an answer writes them
        std::vector<std::string> ids;
        for (std::size_t from = 0, to = 0; to < node->string.size(); from = to + 1) {
            to = std::min(node->string.find('+', from), node->string.size());
            ids.emplace_back(node->string.substr(from, to - from));
        }
        std::sort(ids.begin(), ids.end());
        for (const std::string& id : ids) {
            const auto pilot = catalogue_.find_pilot(id);
            if (pilot.is_none())
                return tell_unknown_id(*node, "pilot", catalogue_.pilots, catalogue_, reading_);
            entry_.pilots.push_back(pilot);
        }
    }

    void read_pace() {
        const Node* node = view_.find("pace");
        if (!is_string(node, reading_)) return;
        entry_.pace = parse_weekly_rate(node->string);
        if (!entry_.pace) {
            reading_.error("F002", "expected a pace such as \"8 hours/week\"", node->span);
        } else if (step() != nullptr && !step()->paces.empty() && !is_offered(*entry_.pace)) {
            reading_.error("F003", "this step is not offered at that pace", node->span);
        }
    }

    /// At the step's own paces; or at those that a pilot gives it.
    bool is_offered(WeeklyRate pace) const {
        const auto is_among = [pace](const model::Step& s) {
            return std::find(s.paces.begin(), s.paces.end(), pace) != s.paces.end();
        };
        if (is_among(*step())) return true;
        return std::any_of(catalogue_.pilots.begin(), catalogue_.pilots.end(),
                           [&](const model::Pilot& pilot) {
                               return std::any_of(pilot.changes.begin(), pilot.changes.end(),
                                                  [&](const model::PilotChange& change) {
                                                      return change.step == entry_.step &&
                                                             is_among(change.changed);
                                                  });
                           });
    }

    TableView view_;
    const model::Catalogue& catalogue_;
    const Reading& reading_;
    model::ProgressEntry entry_;
};

/// One step runs once at a time.
void check_running(const std::vector<model::ProgressEntry>& entries, const Reading& reading) {
    using State = model::ProgressEntry::State;
    std::vector<const model::ProgressEntry*> running;
    for (const auto& entry : entries) {
        if (entry.state == State::running) running.push_back(&entry);
    }
    std::stable_sort(running.begin(), running.end(),
                     [](const auto* a, const auto* b) { return a->step < b->step; });
    for (std::size_t i = 1; i < running.size(); ++i) {
        if (reading.found->size() > limits::told_in_profile) return;
        if (running[i]->step != running[i - 1]->step) continue;
        reading.error("F010", "this step is said to be running twice", running[i]->span)
            .notes.push_back({"here too", running[i - 1]->span});
    }
}

}  // namespace

std::vector<model::HeldCredential> read_held(const Node& node, const model::Catalogue& catalogue,
                                             const Reading& reading) {
    std::vector<model::HeldCredential> all;
    for_each_element(node, "a list of credentials", reading, [&](const Node& child) {
        auto held = read_held_entry(child, catalogue, reading);
        if (!held.credential.is_none()) all.push_back(held);
    });
    return all;
}

std::vector<model::ProgressEntry> read_progress(const Node& node, const model::Catalogue& catalogue,
                                                const Reading& reading) {
    std::vector<model::ProgressEntry> all;
    for_each_element(node, "a list of steps begun", reading, [&](const Node& child) {
        auto entry = ProgressReader(child, catalogue, reading).read();
        if (!entry.step.is_none()) all.push_back(std::move(entry));
    });
    check_running(all, reading);
    return all;
}

std::vector<model::FundUse> read_fund_uses(const Node& node, const model::Catalogue& catalogue,
                                           const Reading& reading) {
    std::vector<model::FundUse> all;
    for_each_element(node, "a list of funds", reading, [&](const Node& child) {
        model::FundUse use;
        use.span = child.span;
        TableView view(child, "an entry of `funds`", reading);
        const Node* id = view.find("id", Presence::required);
        if (is_string(id, reading)) {
            use.fund = catalogue.find_fund(id->string);
            if (use.fund.is_none())
                tell_unknown_id(*id, "fund", catalogue.funds, catalogue, reading);
        }
        if (const Node* used = view.find("used")) {
            use.used = read_profile_money(*used, reading).value_or(Money{});
        }
        view.finish();
        if (use.fund.is_none()) return;
        const bool is_repeated =
            std::any_of(all.begin(), all.end(),
                        [&](const model::FundUse& other) { return other.fund == use.fund; });
        if (is_repeated) reading.error("F006", "this fund stands here twice", child.span);
        if (!is_repeated) all.push_back(use);
    });
    return all;
}

}  // namespace wegwijzer::pack
