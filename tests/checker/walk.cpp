// SPDX-License-Identifier: Apache-2.0
#include "checker/walk.hpp"

#include <algorithm>

namespace wegwijzer::checker {

void Walk::check_needs(const Run& run, Report& report) const {
    const Date on = setting_.question.on;
    Hand hand(setting_.person, setting_.past, runs_, on);
    for (const auto& need : run.step->needs) {
        const auto days = judged_days(need, run);
        for (Date day = std::max(days.from, run.is_under_way() ? on : days.from); day < days.until;
             day = day + Days{1}) {
            if (!is_judged(need, run, day, on)) continue;
            hand.settle(day);
            if (hand.is_met(need)) continue;
            hand.take_all(day);
            const bool is_circular = hand.is_met(need);
            auto ageless = need;
            ageless.younger.reset();
            const bool is_too_old = need.younger && hand.is_met(ageless);
            report.tell(is_circular  ? "R1"
                        : is_too_old ? "R8"
                                     : "R7",
                        run.key(),
                        "need '" + need.id + "' is not met on " + setting_.text(day) +
                            (is_circular  ? ": only by way of itself"
                             : is_too_old ? ": what serves is too old"
                                          : ""));
            break;
        }
        if (report.is_full()) return;
    }
}

void Walk::check_needs(Report& report) const {
    for (const auto& run : runs_) {
        check_needs(run, report);
        if (report.is_full()) return;
    }
}

void Walk::check_must(const Run& run, const model::Must& must, Report& report) const {
    const Date on = setting_.question.on;
    const Date from = std::max(setting_.almanac.term_later(run.start, must.within), on);
    Hand hand(setting_.person, setting_.past, runs_, on);
    for (Date day = from; day < run.finish; day = day + Days{1}) {
        hand.settle(day);
        if (hand.is_true(must.is)) continue;
        report.tell("R9", run.key(), "must '" + must.id + "' is not met on " + setting_.text(day));
        return;
    }
}

void Walk::check_musts(Report& report) const {
    for (const auto& run : runs_)
        for (const auto& must : run.step->musts) {
            check_must(run, must, report);
            if (report.is_full()) return;
        }
}

void Walk::check_hours(model::Window days, Report& report) const {
    for (Date day = std::max(days.from, setting_.question.on); day < days.until;
         day = day + Days{1}) {
        int asked = 0;
        std::string keys;
        for (const auto& run : runs_) {
            if (run.rate == 0 || day < run.begin || day >= run.finish) continue;
            if (setting_.clockwork.stands_still(run, day)) continue;
            asked += run.rate;
            keys += " " + run.key();
        }
        if (asked <= setting_.person.free_hours(day)) continue;
        report.tell("R3", "route",
                    "on " + setting_.text(day) + " more hours run than there are:" + keys);
        return;
    }
}

bool Walk::holds_on(const model::Expression& expression, Date day) const {
    Hand hand(setting_.person, setting_.past, runs_, setting_.question.on);
    hand.settle(day);
    return hand.is_true(expression);
}

std::optional<Date> Walk::goal_day(model::GoalId goal, Date until) const {
    for (Date day = setting_.question.on; day <= until; day = day + Days{1})
        if (holds_on(setting_.catalogue[goal].reach, day)) return day;
    return std::nullopt;
}

}  // namespace wegwijzer::checker
