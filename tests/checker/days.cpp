// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "checker/walk.hpp"

namespace wegwijzer::checker {
namespace {

class DayChecks {
public:
    DayChecks(const Setting& setting, const Walk& walk, bool is_branch, Report& report)
        : setting_(setting), walk_(walk), is_branch_(is_branch), report_(report) {}

    void check() {
        for (const auto& run : walk_.runs()) {
            check_order_of_days(run);
            check_clock(run);
            if (run.is_under_way()) {
                if (!is_branch_) check_under_way(run);
                continue;
            }
            check_begin(run);
            if (const auto why = setting_.clockwork.why_not_offered(run)) tell("R7", run, *why);
        }
        check_sorted();
        for (const auto& [step, runs] : runs_by_step()) check_sequence(runs);
    }

private:
    void tell(const char* rule, const Run& run, std::string what) {
        report_.tell(rule, run.key(), std::move(what));
    }
    [[nodiscard]] std::string text(Date date) const { return setting_.text(date); }

    void check_order_of_days(const Run& run) {
        const Date on = setting_.question.on;
        if (run.begin < run.start || run.finish < run.begin)
            tell("R1", run, "its days are not in order");
        if (!is_branch_ && run.is_under_way() != (run.start < on) && run.start != on)
            tell("R1", run, "it starts on " + text(run.start) + ", and `on` is " + text(on));
        if (!run.is_under_way() && run.start < on) tell("R1", run, "it starts before `on`");
        if (run.finish < on) tell("R1", run, "it is over before `on`");
        if (run.start > setting_.horizon) tell("R6", run, "it starts after the horizon");
        const bool has_session = run.planned->session.has_value();
        if (has_session == run.step->sessions.is_none())
            tell("R4", run, has_session ? "its step has no sessions" : "its session is missing");
    }

    /// R4: the days on which it may begin.
    void check_begin(const Run& run) {
        if (setting_.clockwork.stands_still(run, run.start))
            tell("R4", run, "it starts on " + text(run.start) + ", on which it stands still");
        if (run.step->sessions.is_none()) return;
        const auto session = setting_.clockwork.session_after(run, setting_.last());
        if (!session)
            tell("R4", run, "no session comes after " + text(run.start));
        else if (*session != run.begin)
            tell("R4", run,
                 "the session of a start on " + text(run.start) + " is " + text(*session) +
                     ", not " + text(run.begin));
    }

    void check_clock(const Run& run) {
        const auto& paces = run.step->paces;
        const auto& pace = run.planned->pace;
        const bool has_pace = run.step->clock == model::Clock::effort;
        if (pace.has_value() != has_pace)
            tell("R2", run, has_pace ? "its pace is missing" : "its step has no pace");
        else if (pace && std::find(paces.begin(), paces.end(), *pace) == paces.end())
            tell("R2", run, "its step is not offered at this pace");
        if (run.is_open()) return check_least(run);
        auto finish = setting_.clockwork.finish_of(run, setting_.last());
        // One under way and overdue finishes on `on`, and the profile may tell another finish.
        if (run.is_under_way() && finish) finish = std::max(*finish, setting_.question.on);
        for (const auto& entry : setting_.profile.progress)
            if (run.is_under_way() && entry.step == run.planned->step && entry.finish) return;
        if (run.is_under_way() && is_branch_) return;
        if (!finish)
            tell("R2", run, "no figure says how long it takes");
        else if (*finish != run.finish)
            tell("R2", run, "it finishes on " + text(*finish) + ", not " + text(run.finish));
    }

    void check_least(const Run& run) {
        const Date least = setting_.almanac.term_later(run.start, run.step->least);
        const bool may_end_now =
            is_branch_ || (run.is_under_way() && run.finish == setting_.question.on);
        if (run.finish < least && !may_end_now)
            tell("R9", run, "it ends before " + text(least) + ", the least it lasts");
    }

    void check_under_way(const Run& run) {
        using State = model::ProgressEntry::State;
        const bool is_told = std::any_of(
            setting_.profile.progress.begin(), setting_.profile.progress.end(),
            [&](const model::ProgressEntry& entry) {
                return entry.step == run.planned->step && entry.state == State::running &&
                       (!entry.start || *entry.start == run.start);
            });
        if (!is_told) tell("R1", run, "the profile tells of no such run under way");
    }

    void check_sorted() {
        const auto& runs = walk_.runs();
        for (std::size_t r = 1; r < runs.size(); ++r) {
            const bool is_sorted =
                runs[r - 1].start < runs[r].start ||
                (runs[r - 1].start == runs[r].start && runs[r - 1].key() < runs[r].key());
            if (!is_sorted && !is_branch_) tell("R17", runs[r], "the runs are not sorted");
        }
        for (std::size_t r = 0; r < runs.size(); ++r)
            for (std::size_t s = 0; s < r; ++s)
                if (runs[r].key() == runs[s].key()) tell("R10", runs[r], "its key stands twice");
    }

    [[nodiscard]] std::map<std::uint32_t, std::vector<const Run*>> runs_by_step() const {
        std::map<std::uint32_t, std::vector<const Run*>> by_step;
        for (const auto& run : walk_.runs()) by_step[run.planned->step.index].push_back(&run);
        for (auto& [step, runs] : by_step)
            std::stable_sort(runs.begin(), runs.end(), [](const Run* a, const Run* b) {
                return a->start != b->start     ? a->start < b->start
                       : a->finish != b->finish ? a->finish < b->finish
                                                : a->planned->attempt < b->planned->attempt;
            });
        return by_step;
    }

    /// What `progress` tells of a step's earlier runs.
    struct Before {
        int done = 0;
        int failed = 0;  // since the last that passed
        int told = 0;    // entries in all
        std::optional<Date> failed_on;
    };
    [[nodiscard]] Before before_of(model::StepId step) const {
        using State = model::ProgressEntry::State;
        Before before;
        for (const auto& entry : setting_.profile.progress) {
            if (entry.step != step) continue;
            ++before.told;
            if (entry.state == State::done) {
                ++before.done;
                before.failed = 0;
                before.failed_on.reset();
            }
            if (entry.state == State::failed) {
                before.failed = entry.attempt.value_or(before.failed + 1);
                before.failed_on =
                    std::min(entry.finish.value_or(setting_.question.on), setting_.question.on);
            }
        }
        return before;
    }

    /// R10 and R13: repetitions and attempts, one after the other.
    void check_sequence(const std::vector<const Run*>& runs) {
        const auto before = before_of(runs.front()->planned->step);
        int passed = before.done;
        int attempt = before.failed + 1;
        int first = attempt;
        int number = before.told;
        std::optional<Date> failed_on = before.failed_on;
        const Run* prior = nullptr;
        for (const Run* run : runs) {
            const auto& rules = run->step->attempt;
            if (run->is_under_way())
                first = attempt = run->planned->attempt;
            else if (!is_branch_)
                check_key(*run, ++number);
            if (prior != nullptr && run->start < prior->finish)
                tell("R10", *run, "it starts before " + prior->key() + " is over");
            if (failed_on && rules && !run->is_under_way() &&
                run->start < setting_.almanac.likely_later(*failed_on, rules->again))
                tell("R13", *run, "it signs up again too soon after a failed attempt");
            if (run->planned->attempt != attempt)
                tell("R13", *run, "it is attempt " + std::to_string(attempt) + " here");
            if (rules && rules->most && run->planned->attempt > *rules->most)
                tell("R13", *run, "so many attempts are not allowed");
            const int last = std::max(rules ? rules->plan : 1, first);
            const bool passes = run->planned->attempt >= last;
            if (passes != run->planned->passes && !(is_branch_ && run->is_under_way()))
                tell("R13", *run,
                     passes ? "this attempt passes" : "this attempt does not pass yet");
            failed_on.reset();
            if (run->planned->passes) {
                ++passed;
                first = attempt = 1;
            } else {
                ++attempt;
                failed_on = run->finish;
            }
            prior = run;
        }
        if (prior == nullptr) return;
        if (!prior->planned->passes && !is_branch_)
            tell("R13", *prior, "the attempt after this one is missing");
        if (passed > runs.front()->step->repeat)
            tell("R10", *prior, "the step is done more often than `repeat` allows");
    }

    void check_key(const Run& run, int number) {
        const std::string key = setting_.catalogue[run.planned->step].id;
        if (run.key() != key + "#" + std::to_string(number))
            tell("R10", run, "its key should be " + key + "#" + std::to_string(number));
    }

    const Setting& setting_;
    const Walk& walk_;
    bool is_branch_;
    Report& report_;
};

}  // namespace

void check_days(const Setting& setting, const Walk& walk, bool is_branch, Report& report) {
    DayChecks(setting, walk, is_branch, report).check();
}

}  // namespace wegwijzer::checker
