// SPDX-License-Identifier: Apache-2.0
#include "checker/hand.hpp"

#include <algorithm>

namespace wegwijzer::checker {

using model::At;
using model::Truth;
using model::Value;

std::vector<Award> past_awards(const Person& person, const model::Profile& profile, Date on) {
    std::vector<Award> awards;
    for (const auto& entry : profile.progress) {
        if (entry.state != model::ProgressEntry::State::done) continue;
        const auto& step = person.catalogue()[entry.step];
        const Date finish = std::min(entry.finish.value_or(on), on);
        const Date start = entry.start.value_or(finish);
        const bool is_open = step.clock == model::Clock::open;
        std::optional<std::uint32_t> outcome;
        for (std::uint32_t k = 0; k < step.outcomes.size(); ++k)
            if (step.outcomes[k].id == entry.outcome) outcome = k;
        for (const auto& given : given_by(step, outcome)) {
            Award award{given, is_open ? start : finish, is_open ? finish : Date::never,
                        step.dated == model::Moment::finish && !is_open ? finish : start};
            if (given.kind == model::Given::Kind::credential)
                award.until =
                    std::min(award.until, end_of_life(person, given.credential, award.bears));
            awards.push_back(award);
        }
    }
    return awards;
}

model::Window judged_days(const model::Need& need, const Run& run) {
    switch (need.at) {
        case At::start:
            return {run.start, run.start + Days{1}};
        case At::session:
            return {run.begin, run.begin + Days{1}};
        case At::finish:
            return {run.finish, run.finish + Days{1}};
        case At::throughout:
            return {run.start, std::max(run.finish, run.start + Days{1})};
    }
    return {};
}

bool is_judged(const model::Need& need, const Run& run, Date day, Date on) {
    if (!judged_days(need, run).covers(day)) return false;
    if (!run.is_under_way() || need.at == At::finish) return true;
    return day >= on && day > run.start && need.at != At::start;
}

void Hand::take_past(Date day) {
    day_ = day;
    awards_.clear();
    for (const auto& award : past_)
        if (award.from <= day && day < award.until) awards_.push_back(&award);
}

void Hand::take(const Run& run) {
    for (const auto& award : run.awards)
        if (award.from <= day_ && day_ < award.until) awards_.push_back(&award);
}

void Hand::take_all(Date day) {
    take_past(day);
    for (const auto& run : runs_) take(run);
}

void Hand::take_from(Date day, const std::vector<std::string>& keys) {
    take_past(day);
    for (const auto& run : runs_)
        if (std::find(keys.begin(), keys.end(), run.key()) != keys.end()) take(run);
}

void Hand::settle(Date day) {
    take_past(day);
    waiting_.clear();
    for (const auto& run : runs_) {
        const bool is_here =
            std::any_of(run.awards.begin(), run.awards.end(),
                        [&](const Award& award) { return award.from <= day && day < award.until; });
        if (!is_here) continue;
        const bool is_old = !run.is_open() && run.finish < day;
        if (is_old)
            take(run);
        else
            waiting_.push_back(&run);
    }
    const auto is_ready = [&](const Run* run) {
        return std::all_of(run->step->needs.begin(), run->step->needs.end(),
                           [&](const model::Need& need) {
                               return !is_judged(need, *run, day, on_) || is_met(need);
                           });
    };
    for (auto ready = waiting_.begin();;) {
        ready = std::find_if(waiting_.begin(), waiting_.end(), is_ready);
        if (ready == waiting_.end()) return;
        take(**ready);
        waiting_.erase(ready);
    }
}

bool Hand::is_met(const model::Need& need) const {
    return need.is.is_empty() ||
           rule::evaluate(need.is, *this, person_.catalogue(), day_, need.younger) == Truth::yes;
}

bool Hand::is_true(const model::Expression& expression) const {
    return expression.is_empty() ||
           rule::evaluate(expression, *this, person_.catalogue(), day_) == Truth::yes;
}

Value Hand::value(model::AttributeId attribute, Date on) const {
    Value best = person_.value(attribute, on);
    for (const auto* award : awards_) {
        const auto& given = award->given;
        if (given.kind == model::Given::Kind::credential || given.attribute != attribute) continue;
        const std::int64_t number = given.kind == model::Given::Kind::truth ? 1 : given.rank;
        if (!best.is_known || best.number < number) best = Value::of(number);
    }
    return best;
}

Truth Hand::held(model::CredentialId credential, Date on, std::optional<Term> younger) const {
    const Truth told = person_.held(credential, on, younger);
    if (told == Truth::yes) return told;
    const bool is_given = std::any_of(awards_.begin(), awards_.end(), [&](const Award* award) {
        return award->given.kind == model::Given::Kind::credential &&
               serves_for(person_.catalogue(), award->given.credential, credential) &&
               (!younger || on < person_.almanac().term_later(award->bears, *younger));
    });
    return is_given ? Truth::yes : told;
}

}  // namespace wegwijzer::checker
