// SPDX-License-Identifier: Apache-2.0
/// One run of a step: what it reads as in the version followed, and how it goes through the days.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checker/person.hpp"

namespace wegwijzer::checker {

struct Run {
    const model::PlannedStep* planned = nullptr;
    std::shared_ptr<const model::Step> step;  ///< as the version reads
    Date start, begin, finish;                ///< `begin`: the session, without sessions the start
    int rate = 0;                             ///< hundredths of an hour a week
    std::vector<Award> awards;

    [[nodiscard]] bool is_open() const { return step->clock == model::Clock::open; }
    [[nodiscard]] bool is_under_way() const { return planned->is_under_way; }
    [[nodiscard]] const std::string& key() const { return planned->key; }
    [[nodiscard]] Date day(model::Moment moment) const;
    [[nodiscard]] Date counted_day() const { return day(step->counts); }
};

/// Works out how runs go. Everything by looking at one day after another.
class Clockwork {
public:
    /// Both must outlive it.
    Clockwork(const Person& person, const Question& question)
        : person_(person), question_(question) {}

    /// The run as the route has it.
    [[nodiscard]] Run run_of(const model::PlannedStep& planned) const;
    /// The same run begun on another day; none where it cannot begin then, or would never finish.
    [[nodiscard]] std::optional<Run> moved(const Run& run, Date start, Date last) const;
    /// The same run with another end: of an open step.
    [[nodiscard]] Run ended(const Run& run, Date finish) const;

    [[nodiscard]] bool stands_still(const Run& run, Date day) const;
    [[nodiscard]] bool is_closed(model::CalendarId calendar, Date day) const;
    /// The session that a start leads to (R4), looked for until `last`.
    [[nodiscard]] std::optional<Date> session_after(const Run& run, Date last) const;
    /// The day after the last day of the run, from its `begin`; none where no figure counts.
    [[nodiscard]] std::optional<Date> finish_of(const Run& run, Date last) const;
    /// Hours times 700.
    [[nodiscard]] std::int64_t energy_of(const Run& run, Date on) const;
    /// Days of [from, until) on which it does not stand still.
    [[nodiscard]] int running_days(const Run& run, Date from, Date until) const;

    /// Whether the step exists for this person as this run (R7); says why not.
    [[nodiscard]] std::optional<std::string> why_not_offered(const Run& run) const;
    [[nodiscard]] bool is_applied(model::PilotId pilot) const;

    [[nodiscard]] std::vector<model::PlannedStep::CostLine> cost_lines(const Run& run,
                                                                       Date on) const;

    /// What it earns: after each full month from the start, what the entry that counts then says.
    struct Pay {
        Date day;
        std::optional<Money> amount;  ///< none: nobody knows
    };
    [[nodiscard]] std::vector<Pay> pay_days(const Run& run) const;

private:
    [[nodiscard]] bool lives_where(const model::Pilot& pilot, Date day) const;
    [[nodiscard]] bool is_open_in(model::PilotId id, Date counted) const;
    [[nodiscard]] std::vector<std::string> fields_of(model::PilotId id, model::StepId step) const;
    struct Signing {
        std::optional<Date> by;
    };
    [[nodiscard]] std::optional<Signing> session_on(const model::Calendar& calendar,
                                                    Date day) const;
    [[nodiscard]] std::optional<Date> days_after(const Run& run, int days, Date last) const;
    [[nodiscard]] std::optional<Date> length_after(const Run& run, const Duration& length,
                                                   Date last) const;
    void settle(Run& run) const;

    const Person& person_;
    const Question& question_;
};

/// A step with one change of a pilot laid over it.
void lay_over(model::Step& step, const model::PilotChange& change);
/// What a passed run gives, in the order of the pack.
[[nodiscard]] std::vector<model::Given> given_by(const model::Step& step,
                                                 std::optional<std::uint32_t> outcome);
/// "big.bi-passed", "dutch >= B2".
[[nodiscard]] std::string name_of(const model::Given& given, const model::Catalogue& catalogue);

}  // namespace wegwijzer::checker
