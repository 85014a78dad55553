// SPDX-License-Identifier: Apache-2.0
#include "route/step_diff.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace wegwijzer::route {

namespace {

using model::PlanRecord;
using Step = PlanRecord::Step;
using Kind = Reason::Kind;

constexpr std::string_view by_step = "step ";

/// "step big.bi-test#2" and "step big.bi-test#1" are the same support: which run it is tells less.
std::set<std::string_view> without_numbers(const std::vector<std::string>& met_by) {
    std::set<std::string_view> names;
    for (const std::string_view one : met_by) names.insert(one.substr(0, one.find('#')));
    return names;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

bool are_on_same_days(const Step& was, const Step& is) {
    return std::tie(was.start, was.session, was.finish) ==
           std::tie(is.start, is.session, is.finish);
}

/// Each run of one route with the run of the other that stands for it.
class Pairs {
public:
    Pairs(const PlanRecord::Route& was, const PlanRecord::Route& is) {
        for (const Step& step : is.steps) new_by_key_.emplace(step.key, &step);
        for (const Step& step : was.steps) old_keys_.insert(step.key);
        pair_keys(was);
        pair_attempts(was, is);
    }

    [[nodiscard]] const Step* now(const Step& was) const { return find(new_of_, &was); }
    [[nodiscard]] const Step* before(const Step& is) const { return find(old_of_, &is); }
    [[nodiscard]] const Step* new_step(std::string_view key) const {
        return find(new_by_key_, key);
    }

private:
    template <class Map, class Key>
    static const Step* find(const Map& map, const Key& key) {
        const auto found = map.find(key);
        return found == map.end() ? nullptr : found->second;
    }
    void pair(const Step& was, const Step& is) {
        new_of_[&was] = &is;
        old_of_[&is] = &was;
    }

    void pair_keys(const PlanRecord::Route& was) {
        for (const Step& step : was.steps)
            if (const Step* const same = new_step(step.key)) pair(step, *same);
    }
    /// An attempt that failed since has another key than the next one, which stands for it.
    void pair_attempts(const PlanRecord::Route& was, const PlanRecord::Route& is) {
        std::map<std::string_view, std::deque<const Step*>> later;
        for (const Step& step : is.steps)
            if (old_keys_.count(step.key) == 0) later[step.id].push_back(&step);
        for (const Step& step : was.steps) {
            if (now(step) != nullptr) continue;
            auto& next = later[step.id];
            while (!next.empty() && next.front()->attempt <= step.attempt) next.pop_front();
            if (next.empty()) continue;
            pair(step, *next.front());
            next.pop_front();
        }
    }

    std::map<std::string_view, const Step*> new_by_key_;
    std::set<std::string_view> old_keys_;
    std::map<const Step*, const Step*> new_of_, old_of_;
};

class StepDiff {
public:
    StepDiff(const PlanRecord::Route& was, const PlanRecord::Route& is, Date on)
        : on_(on), was_(was), is_(is), pairs_(was, is) {
        for (const Step& step : is.steps)
            for (const auto& need : step.needs)
                supports_.insert(need.met_by.begin(), need.met_by.end());
        for (const auto& one : was.outcomes) old_outcomes_.emplace(one.step, one.outcome);
        for (const auto& one : is.outcomes) new_outcomes_.emplace(one.step, one.outcome);
    }

    std::vector<StepChange> changes() const {
        std::vector<StepChange> all;
        for (const Step& step : was_.steps) add_old(step, all);
        for (const Step& step : is_.steps)
            if (pairs_.before(step) == nullptr)
                all.push_back({StepChange::Kind::added, nullptr, &step, {}});
        const auto order = [](const StepChange& one) {
            return std::tie(one.step().start, one.step().key);
        };
        std::stable_sort(all.begin(), all.end(),
                         [&](const auto& a, const auto& b) { return order(a) < order(b); });
        return all;
    }

private:
    void add_old(const Step& step, std::vector<StepChange>& all) const {
        const Step* const now = pairs_.now(step);
        if (now == nullptr) {
            const bool is_done = supports_.count(std::string(by_step) + step.key) != 0;
            all.push_back(
                {is_done ? StepChange::Kind::done : StepChange::Kind::gone, &step, nullptr, {}});
            return;
        }
        const bool is_moved = !are_on_same_days(step, *now);
        auto reasons = reasons_of(step, *now);
        if (!is_moved && reasons.empty()) return;
        all.push_back({is_moved ? StepChange::Kind::moved : StepChange::Kind::altered, &step, now,
                       std::move(reasons)});
    }

    [[nodiscard]] std::vector<Reason> reasons_of(const Step& was, const Step& is) const {
        std::vector<Reason> all;
        const auto add = [&](Kind kind, Reason::Told before, Reason::Told after) {
            if (before != after) all.push_back({kind, {}, std::move(before), std::move(after)});
        };
        add(Kind::pilot, was.pilot, is.pilot);
        add(Kind::attempt, was.attempt, is.attempt);
        add(Kind::outcome, outcome(old_outcomes_, was), outcome(new_outcomes_, is));
        add_needs(was, is, all);
        add(Kind::pace, pace(was), pace(is));
        add(Kind::hours, was.hours, is.hours);
        add(Kind::length, was.finish - was.session.value_or(was.start),
            is.finish - is.session.value_or(is.start));
        add(Kind::price, was.total, is.total);
        add_payers(was, is, all);
        if (was.session && is.session) add(Kind::session, *was.session, *is.session);
        add_waits(was, is, all);
        return all;
    }

    static Reason::Told pace(const Step& step) {
        if (!step.pace) return {};
        return *step.pace;
    }
    using Outcomes = std::map<std::string_view, std::string_view>;
    static std::string outcome(const Outcomes& outcomes, const Step& step) {
        const auto found = outcomes.find(step.id);
        return found == outcomes.end() ? std::string() : std::string(found->second);
    }

    static void add_needs(const Step& was, const Step& is, std::vector<Reason>& all) {
        std::map<std::string_view, const PlanRecord::Need*> before, now;
        for (const auto& need : was.needs) before.emplace(need.id, &need);
        for (const auto& need : is.needs) now.emplace(need.id, &need);
        for (const auto& [id, need] : before) {
            const auto found = now.find(id);
            if (found == now.end())
                all.push_back({Kind::need, need->id, need->is, std::string()});
            else
                add_need(*need, *found->second, all);
        }
        for (const auto& [id, need] : now)
            if (before.find(id) == before.end())
                all.push_back({Kind::need, need->id, std::string(), need->is});
    }
    static void add_need(const PlanRecord::Need& was, const PlanRecord::Need& is,
                         std::vector<Reason>& all) {
        if (was.is != is.is)
            all.push_back({Kind::need, is.id, was.is, is.is});
        else if (without_numbers(was.met_by) != without_numbers(is.met_by))
            all.push_back({Kind::support, is.id, joined(was.met_by), joined(is.met_by)});
    }

    static void add_payers(const Step& was, const Step& is, std::vector<Reason>& all) {
        std::map<std::string_view, Changed<Money>> payers;
        for (const auto& one : was.payments) payers[one.payer].was += one.amount;
        for (const auto& one : is.payments) payers[one.payer].is += one.amount;
        for (const auto& [payer, amount] : payers)
            if (amount.was != amount.is)
                all.push_back({Kind::payer, std::string(payer), amount.was, amount.is});
    }

    /// What its start or its session waits for now.
    void add_waits(const Step& was, const Step& is, std::vector<Reason>& all) const {
        if (are_on_same_days(was, is)) return;
        if (is.start == on_ && was.start < on_)
            all.push_back({Kind::first_day, {}, was.start, is.start});
        const bool is_held_up =
            is.held_up_by == "hours" || is.held_up_by == "money" || is.held_up_by == "rule";
        if (is.start > was.start && is_held_up)
            all.push_back({Kind::held_up, {}, was.held_up_by, is.held_up_by});
        for (const Step* const step : moved_supports(is))
            all.push_back({Kind::step, step->key, pairs_.before(*step)->finish, step->finish});
    }

    /// Of the steps that serve it, those in hand last, where that day is another than it was.
    [[nodiscard]] std::vector<const Step*> moved_supports(const Step& is) const {
        std::set<std::string_view> keys;
        for (const auto& need : is.needs)
            for (const std::string_view support : need.met_by)
                if (support.substr(0, by_step.size()) == by_step)
                    keys.insert(support.substr(by_step.size()));
        std::vector<const Step*> moved;
        for (const std::string_view key : keys) {
            const Step* const step = pairs_.new_step(key);
            const Step* const before = step == nullptr ? nullptr : pairs_.before(*step);
            if (before == nullptr || before->finish == step->finish) continue;
            if (!moved.empty() && step->finish < moved.front()->finish) continue;
            if (!moved.empty() && step->finish > moved.front()->finish) moved.clear();
            moved.push_back(step);
        }
        return moved;
    }

    Date on_;
    const PlanRecord::Route& was_;
    const PlanRecord::Route& is_;
    Pairs pairs_;
    std::set<std::string> supports_;  // what the steps of the new route rest on
    Outcomes old_outcomes_, new_outcomes_;
};

}  // namespace

std::vector<StepChange> diff_steps(const PlanRecord::Route& was, const PlanRecord::Route& is,
                                   Date on) {
    return StepDiff(was, is, on).changes();
}

}  // namespace wegwijzer::route
