// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <tuple>

#include "checker/walk.hpp"

namespace wegwijzer::checker {
namespace {

using model::Support;

std::string cents(Money money) { return std::to_string(money.cents) + " cents"; }

class RunChecks {
public:
    RunChecks(const Setting& setting, const Walk& walk, bool is_branch, Report& report)
        : setting_(setting), walk_(walk), is_branch_(is_branch), report_(report) {}

    void check(const Run& run) {
        check_gives(run);
        if (run.is_under_way()) return;
        check_hours(run);
        check_cost(run);
        check_income(run);
        if (!is_branch_) check_needs(run);
        if (run.is_open() == run.planned->slack_days.has_value() && !is_branch_)
            tell("R17", run, "only what is not open has slack");
        if (run.planned->slack_days && *run.planned->slack_days < 0)
            tell("R17", run, "its slack is negative");
    }

private:
    void tell(const char* rule, const Run& run, std::string what) {
        report_.tell(rule, run.key(), std::move(what));
    }

    /// R8: what is given, and until when it holds.
    void check_gives(const Run& run) {
        const auto& printed = run.planned->gives;
        if (printed.size() != run.awards.size())
            return tell("R8", run, "what it gives is not what is printed");
        for (std::size_t k = 0; k < printed.size(); ++k) {
            const auto& award = run.awards[k];
            const std::string name = name_of(award.given, setting_.catalogue);
            if (printed[k].id != name)
                tell("R8", run, "it gives " + name + ", not " + printed[k].id);
            else if (printed[k].until.value_or(Date::never) != award.until)
                tell("R8", run, name + " holds until " + setting_.text(award.until));
        }
    }

    /// R2: exact to half a hundredth of an hour.
    void check_hours(const Run& run) {
        const auto energy = setting_.clockwork.energy_of(run, setting_.question.on);
        const auto off = 7 * run.planned->hours.hundredths - energy;
        if (2 * off > 7 || 2 * off < -7)
            tell("R2", run, "its hours times 700 are " + std::to_string(energy));
    }

    void check_cost(const Run& run) {
        auto lines = setting_.clockwork.cost_lines(run, setting_.question.on);
        auto printed = run.planned->cost_lines;
        Money total;
        bool is_complete = true;
        for (const auto& line : lines) {
            total += line.amount;
            is_complete = is_complete && line.is_known;
        }
        const auto by_due = [](const auto& a, const auto& b) {
            return std::tie(a.cost, a.due) < std::tie(b.cost, b.due);
        };
        const auto is_same = [](const auto& a, const auto& b) {
            return a.cost == b.cost && a.due == b.due && a.amount == b.amount &&
                   a.is_known == b.is_known;
        };
        std::stable_sort(lines.begin(), lines.end(), by_due);
        std::stable_sort(printed.begin(), printed.end(), by_due);
        if (run.planned->cost != total)
            tell("R15", run, "it costs " + cents(total) + ", not " + cents(run.planned->cost));
        else if (run.planned->cost_is_complete != is_complete)
            tell("R15", run, "whether its cost is complete is told wrong");
        else if (!std::equal(lines.begin(), lines.end(), printed.begin(), printed.end(), is_same))
            tell("R15", run, "its cost lines are not those of its days");
    }

    void check_income(const Run& run) {
        Money total;
        bool is_complete = true;
        for (const auto& pay : setting_.clockwork.pay_days(run)) {
            if (pay.amount)
                total += *pay.amount;
            else
                is_complete = false;
        }
        if (run.planned->income != total)
            tell("R2", run, "it earns " + cents(total) + ", not " + cents(run.planned->income));
        else if (run.planned->income_is_complete != is_complete)
            tell("R2", run, "whether its income is complete is told wrong");
    }

    /// Every need of the version stands there once, with what truly serves it.
    void check_needs(const Run& run) {
        const auto& base = setting_.catalogue[run.planned->step].needs;
        for (const auto& need : run.step->needs) {
            const auto is_this = [&](const model::PlannedNeed& shown) {
                if (shown.need < base.size()) return base[shown.need].id == need.id;
                return shown.need < run.step->needs.size() &&
                       run.step->needs[shown.need].id == need.id;
            };
            const auto& all = run.planned->needs;
            const auto shown = std::find_if(all.begin(), all.end(), is_this);
            if (shown == all.end() || std::count_if(all.begin(), all.end(), is_this) > 1)
                tell("R7", run, "need '" + need.id + "' does not stand there once");
            else
                check_need(run, need, *shown);
        }
    }

    void check_need(const Run& run, const model::Need& need, const model::PlannedNeed& shown) {
        const std::string name = "need '" + need.id + "'";
        const Date day = judged_days(need, run).from;
        if (shown.judged != day)
            return tell("R7", run, name + " is judged on " + setting_.text(day));
        std::vector<std::string> keys;
        for (const auto& support : shown.met_by) {
            if (const auto wrong = why_no_support(support, need, day); !wrong.empty())
                tell("R7", run, name + " is not met by " + support.id + ": " + wrong);
            if (support.kind == Support::Kind::step) keys.push_back(support.id);
        }
        Hand hand(setting_.person, setting_.past, walk_.runs(), setting_.question.on);
        hand.take_from(day, keys);
        if (!hand.is_met(need)) tell("R7", run, name + " is not met by what `met_by` names alone");
    }

    [[nodiscard]] std::string why_no_support(const Support& support, const model::Need& need,
                                             Date day) const {
        const auto& catalogue = setting_.catalogue;
        if (support.on && *support.on > day) return "it comes too late";
        const auto attribute = catalogue.find_attribute(support.id);
        switch (support.kind) {
            case Support::Kind::step:
                return why_no_giver(support, need, day);
            case Support::Kind::held: {
                const auto credential = catalogue.find_credential(support.id);
                if (credential.is_none()) return attribute.is_none() ? "no such credential" : "";
                const auto held = setting_.person.held(credential, day, need.younger);
                return held == model::Truth::yes ? "" : "it is not held";
            }
            case Support::Kind::answer:
                if (attribute.is_none()) return "no such attribute";
                return setting_.person.is_answered(attribute, day) ? "" : "nobody answered";
            case Support::Kind::assumed: {
                const auto& assumed = setting_.plan.assumed;
                return std::any_of(assumed.begin(), assumed.end(),
                                   [&](const auto& a) { return a.attribute == attribute; })
                           ? ""
                           : "the plan does not tell that it is assumed";
            }
            case Support::Kind::pilot:
                return setting_.clockwork.is_applied(catalogue.find_pilot(support.id))
                           ? ""
                           : "it is not applied";
        }
        return "";
    }

    [[nodiscard]] std::string why_no_giver(const Support& support, const model::Need& need,
                                           Date day) const {
        for (const auto& run : walk_.runs()) {
            if (run.key() != support.id) continue;
            for (const auto& award : run.awards) {
                if (award.from > day || day >= award.until || !asks(need.is, award.given)) continue;
                return !support.on || *support.on == award.from ? ""
                                                                : "it serves since another day";
            }
            return "it gives nothing of it that is in hand then";
        }
        for (const auto& entry : setting_.profile.progress)
            if (support.id.starts_with(setting_.catalogue[entry.step].id + "#") &&
                entry.state == model::ProgressEntry::State::done)
                return "";
        return "no such run";
    }

    /// Whether an expression speaks of what is given, also inside derived attributes.
    [[nodiscard]] bool asks(const model::Expression& expression, const model::Given& given) const {
        for (const auto& node : expression.nodes) {
            if (node.op == model::Op::credential && given.kind == model::Given::Kind::credential &&
                serves_for(setting_.catalogue, given.credential, model::CredentialId{node.id}))
                return true;
            if (node.op != model::Op::attribute) continue;
            const model::AttributeId id{node.id};
            if (given.kind != model::Given::Kind::credential && given.attribute == id) return true;
            if (setting_.catalogue[id].is_derived() && asks(setting_.catalogue[id].is, given))
                return true;
        }
        return false;
    }

    const Setting& setting_;
    const Walk& walk_;
    bool is_branch_;
    Report& report_;
};

class TotalChecks {
public:
    TotalChecks(const Setting& setting, const Walk& walk, const model::Route& route, Report& report)
        : setting_(setting), walk_(walk), route_(route), report_(report) {}

    void check() {
        check_hours();
        check_money();
        check_followed();
        check_chance();
        check_duties();
        check_rivals();
    }

private:
    void tell(const char* rule, std::string what) { report_.tell(rule, "route", std::move(what)); }

    void check_hours() {
        std::int64_t study = 0, paid = 0, slack = 7;
        for (const auto& run : walk_.runs()) {
            auto energy = setting_.clockwork.energy_of(run, setting_.question.on);
            if (run.is_under_way()) {
                energy = 7 * run.planned->hours.hundredths;
                slack += 7;
            }
            (run.is_open() ? paid : study) += energy;
        }
        const auto is_off = [&](Hours printed, std::int64_t energy) {
            const auto off = 7 * printed.hundredths - energy;
            return 2 * off > slack || 2 * off < -slack;
        };
        if (is_off(route_.hours, study)) tell("R2", "its hours are not the sum of its runs");
        if (is_off(route_.paid_hours, paid))
            tell("R2", "its paid hours are not the sum of its runs");
    }

    void check_money() {
        Money total, income, gift, employer, loan;
        bool is_complete = true;
        for (const auto& run : walk_.runs()) {
            gift += run.planned->gift;
            employer += run.planned->employer;
            loan += run.planned->loan;
            total += run.planned->cost;
            income += run.planned->income;
            is_complete = is_complete && run.planned->cost_is_complete;
        }
        const auto& cost = route_.cost;
        if (cost.total != total) tell("R15", "its cost is " + cents(total));
        if (cost.gift != gift || cost.employer != employer || cost.loan != loan)
            tell("R15", "what others pay is not the sum over its runs");
        if (cost.own != cost.total - cost.gift - cost.employer)
            tell("R15", "own cost is not the total less gifts and employers' money");
        if (cost.is_complete != is_complete)
            tell("R15", "whether its cost is complete is told wrong");
        if (route_.income != income) tell("R2", "its income is " + cents(income));
    }

    void check_followed() {
        std::vector<std::string> followed, printed;
        for (const auto& run : walk_.runs())
            if (run.planned->outcome)
                followed.push_back(run.key() + "=" + std::to_string(*run.planned->outcome));
        for (const auto& outcome : route_.outcomes)
            printed.push_back(outcome.key + "=" + std::to_string(outcome.outcome));
        if (followed != printed) tell("R13", "its list of outcomes is not that of its runs");
    }

    /// R22
    void check_chance() {
        if (route_.reached > route_.draws) tell("R22", "more draws reach than there are");
        if (route_.chance && route_.draws > 0) {
            const double share = static_cast<double>(route_.reached) / route_.draws;
            if (*route_.chance < share - 1e-9 || *route_.chance > share + 1e-9)
                tell("R22", "its chance is not the share of draws that reach");
        }
        for (const auto& goal : route_.goals) {
            const auto& [planned, p10, p50, p90] = goal.finish;
            const bool has_any = p10 || p50 || p90;
            if (has_any && (route_.reached < 100 || !route_.chance))
                tell("R22", "percentiles stand there without a chance, or over too few draws");
            if (has_any && (!p10 || !p50 || !p90 || *p10 > *p50 || *p50 > *p90))
                tell("R22", "its percentiles are not in order");
        }
    }

    /// R11
    void check_duties() {
        using State = model::DutyState::State;
        for (const auto& duty : route_.duties) {
            const auto& reach = setting_.catalogue[duty.duty].reach;
            const std::string& id = setting_.catalogue[duty.duty].id;
            if (!setting_.person.is_true(setting_.catalogue[duty.duty].when, setting_.question.on))
                report_.tell("R11", id, "this person has no such duty");
            if (duty.met_on && !walk_.holds_on(reach, *duty.met_on))
                report_.tell("R11", id, "it is not met on the day that is told");
            const bool in_time = duty.met_on && (!duty.by || *duty.met_on <= *duty.by);
            const bool too_late = duty.by && (duty.met_on ? *duty.met_on > *duty.by
                                                          : *duty.by < setting_.question.on);
            const State state = in_time ? State::met : too_late ? State::missed : State::open;
            if (duty.state != state) report_.tell("R11", id, "its state is told wrong");
        }
    }

    /// R16: dates in order as one, then own cost, then hours; -1 better, 0 equal, 1 worse.
    [[nodiscard]] static std::array<int, 3> against(const model::Route& a, const model::Route& b) {
        const auto sign = [](auto x, auto y) { return x < y ? -1 : x == y ? 0 : 1; };
        const auto dates = [](const model::Route& route) {
            std::vector<Date> days;
            for (const auto& goal : route.goals)
                days.push_back(goal.finish.planned.value_or(Date::never));
            return days;
        };
        return {sign(dates(a), dates(b)), sign(a.cost.own, b.cost.own), sign(a.hours, b.hours)};
    }

    void check_rivals() {
        using model::Label;
        const auto has = [&](Label label) {
            return std::find(route_.labels.begin(), route_.labels.end(), label) !=
                   route_.labels.end();
        };
        for (const auto& other : setting_.plan.routes) {
            const auto is = against(other, route_);
            const bool is_no_worse = is[0] <= 0 && is[1] <= 0 && is[2] <= 0;
            if (is_no_worse && (is[0] < 0 || is[1] < 0 || is[2] < 0))
                tell("R16", "another route shown is better in all");
            if (has(Label::fastest) && is[0] < 0) tell("R16", "another route is faster");
            if (has(Label::cheapest) && is[1] < 0) tell("R16", "another route is cheaper");
            if (has(Label::lightest) && is[2] < 0) tell("R16", "another route is lighter");
        }
    }

    const Setting& setting_;
    const Walk& walk_;
    const model::Route& route_;
    Report& report_;
};

}  // namespace

void check_printed_runs(const Setting& setting, const Walk& walk, bool is_branch, Report& report) {
    RunChecks checks(setting, walk, is_branch, report);
    for (const auto& run : walk.runs()) checks.check(run);
}

void check_printed_totals(const Setting& setting, const Walk& walk, const model::Route& route,
                          Report& report) {
    TotalChecks(setting, walk, route, report).check();
}

}  // namespace wegwijzer::checker
