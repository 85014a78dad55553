// SPDX-License-Identifier: Apache-2.0
#include "cohort/signature.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "base/duration.hpp"
#include "route/person.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::cohort {
namespace {

using model::AttributeId;
using model::TypeKind;

/// Seven bits a byte, the lowest first: most numbers here are small.
void add_number(std::int64_t number, std::string& out) {
    auto rest =
        (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number < 0 ? -1 : 0);
    for (; rest >= 0x80; rest >>= 7) out += static_cast<char>(rest | 0x80);
    out += static_cast<char>(rest);
}

void add_day(Date day, std::string& out) { add_number(day.day, out); }

void add_text(const std::string& text, std::string& out) {
    add_number(static_cast<std::int64_t>(text.size()), out);
    out += text;
}

template <class T, class Add>
void add_maybe(const std::optional<T>& maybe, std::string& out, Add add) {
    out += maybe ? '\1' : '\0';
    if (maybe) add(*maybe);
}

void add_answer(const model::Answer& answer, std::string& out) {
    add_number(static_cast<std::int64_t>(answer.values.size()), out);
    out += answer.is_dated ? '\1' : '\0';
    for (const auto& timed : answer.values) {
        add_day(timed.window.from, out);
        add_day(timed.window.until, out);
        out += timed.value.is_known ? '\1' : '\0';
        add_number(static_cast<std::int64_t>(timed.value.unit), out);
        add_number(timed.value.number, out);
        add_number(static_cast<std::int64_t>(timed.value.elements.size()), out);
        for (const auto element : timed.value.elements) add_number(element, out);
    }
}

void add_days(const DaySet& days, std::string& out) {
    add_number(static_cast<std::int64_t>(days.intervals().size()), out);
    for (const auto& interval : days.intervals()) {
        add_day(interval.from, out);
        add_day(interval.until, out);
    }
}

/// One value that holds on all days.
bool is_plain(const model::Answer& answer) {
    return !answer.is_dated && answer.values.size() == 1 && answer.values.front().value.is_known;
}

}  // namespace

SignatureMaker::SignatureMaker(const model::Catalogue& catalogue, const Asked& asked,
                               const route::Call& call, SignatureWish wish)
    : catalogue_(catalogue), asked_(asked), call_(call), wish_(wish) {
    tests_of_.resize(catalogue.attributes.size());
    known_tests_.resize(asked.tests.size());
    for (std::uint32_t t = 0; t < asked.tests.size(); ++t)
        for (const auto attribute : asked.tests[t].attributes)
            tests_of_[attribute.index].push_back(t);
}

std::string SignatureMaker::signature(const model::Profile& profile) {
    std::string out;
    add_answers(profile, out);
    add_tests(profile, out);
    add_events(profile, out);
    add_held(profile, out);
    add_history(profile, out);
    return out;
}

/// Whether the test says all that it can tell of its dates: the days on which it is true and those
/// on which it is unknown stand for them. Not so where an answer is missing that may be tried (R23)
/// or where an event changes what it looks at.
bool SignatureMaker::can_reduce(const DatedTest& test, const model::Profile& profile) const {
    if (!test.is_plain) return false;
    return std::all_of(test.attributes.begin(), test.attributes.end(), [&](AttributeId attribute) {
        const bool is_date = catalogue_[attribute].type.kind == TypeKind::date;
        const auto* answer = profile.find(attribute);
        if (answer == nullptr) return is_date;  // dates are never tried
        return is_plain(*answer) && !asked_.is_moved[attribute.index];
    });
}

bool SignatureMaker::can_reduce(AttributeId attribute, const model::Profile& profile) const {
    if (wish_.is_exact || catalogue_[attribute].type.kind != TypeKind::date ||
        asked_.is_exact[attribute.index] || !profile.progress.empty())
        return false;
    const auto* answer = profile.find(attribute);
    const auto& tests = tests_of_[attribute.index];
    return answer != nullptr && is_plain(*answer) &&
           std::all_of(tests.begin(), tests.end(),
                       [&](std::uint32_t t) { return can_reduce(asked_.tests[t], profile); });
}

void SignatureMaker::add_answers(const model::Profile& profile, std::string& out) const {
    for (const auto attribute : asked_.attributes) {
        const auto* answer = profile.find(attribute);
        const bool is_reduced = answer != nullptr && can_reduce(attribute, profile);
        out += answer == nullptr ? '\0' : is_reduced ? '\2' : '\1';
        if (answer != nullptr && !is_reduced) add_answer(*answer, out);
    }
}

void SignatureMaker::add_tests(const model::Profile& profile, std::string& out) {
    for (std::uint32_t t = 0; t < asked_.tests.size(); ++t) {
        const auto& test = asked_.tests[t];
        const bool is_reduced = std::any_of(test.attributes.begin(), test.attributes.end(),
                                            [&](AttributeId a) { return can_reduce(a, profile); });
        if (!is_reduced) continue;
        std::string answers;
        for (const auto attribute : test.attributes) {
            const auto* answer = profile.find(attribute);
            answers += answer == nullptr ? '\0' : '\1';
            if (answer != nullptr) add_answer(*answer, answers);
        }
        const auto [known, is_new] = known_tests_[t].try_emplace(std::move(answers));
        if (is_new) {
            const route::Person person(catalogue_, profile, wish_.on, call_);
            const auto days =
                rule::truth_days(*test.expression, test.expression->nodes[test.node], person,
                                 catalogue_, {wish_.on, wish_.horizon + Days{1}});
            add_days(days.yes, known->second);
            add_days(days.unknown, known->second);
        }
        out += known->second;
    }
}

/// An event whose day lies before the first happens on the first (R5), so of the date it begins at
/// only that day matters.
void SignatureMaker::add_events(const model::Profile& profile, std::string& out) const {
    for (const auto id : asked_.events) {
        const auto& event = catalogue_[id];
        if (!can_reduce(event.from_attribute, profile)) continue;
        const Date base = profile.find(event.from_attribute)->values.front().value.as_date();
        add_day(std::max(add_likely(base, event.in, catalogue_.holidays), wish_.on), out);
    }
}

void SignatureMaker::add_held(const model::Profile& profile, std::string& out) const {
    std::vector<std::tuple<std::uint32_t, Date, bool, Date>> held;
    for (const auto& one : profile.held) {
        const bool counts = std::binary_search(asked_.credentials.begin(), asked_.credentials.end(),
                                               one.credential);
        if (!counts && !wish_.is_exact) continue;
        Date from = one.on.value_or(Date::always);
        const bool is_timeless = !asked_.ages[one.credential.index] && profile.progress.empty();
        if (!wish_.is_exact && is_timeless && from <= wish_.on) from = Date::always;
        const bool is_dated = one.on.has_value() && from != Date::always;
        held.emplace_back(one.credential.index, from, is_dated, one.until.value_or(Date::never));
    }
    if (!wish_.is_exact) std::sort(held.begin(), held.end());
    add_number(static_cast<std::int64_t>(held.size()), out);
    for (const auto& [credential, from, is_dated, until] : held) {
        add_number(credential, out);
        add_day(from, out);
        out += is_dated ? '\1' : '\0';
        add_day(until, out);
    }
}

void SignatureMaker::add_history(const model::Profile& profile, std::string& out) const {
    const auto day = [&](Date d) { add_day(d, out); };
    const auto money = [&](Money m) { add_number(m.cents, out); };
    add_number(static_cast<std::int64_t>(profile.progress.size()), out);
    for (const auto& entry : profile.progress) {
        add_number(entry.step.index, out);
        add_number(static_cast<std::int64_t>(entry.state), out);
        add_maybe(entry.start, out, day);
        add_maybe(entry.finish, out, day);
        add_maybe(entry.attempt, out, [&](int n) { add_number(n, out); });
        add_text(entry.outcome, out);
        add_number(static_cast<std::int64_t>(entry.pilots.size()), out);
        for (const auto pilot : entry.pilots) add_number(pilot.index, out);
        add_maybe(entry.pace, out, [&](WeeklyRate rate) { add_number(rate.hundredths, out); });
    }
    add_maybe(profile.savings, out, money);
    add_number(static_cast<std::int64_t>(profile.funds.size()), out);
    for (const auto& use : profile.funds) {
        add_number(use.fund.index, out);
        money(use.used);
    }
    add_maybe(profile.keep_until, out, day);
}

}  // namespace wegwijzer::cohort
