// SPDX-License-Identifier: Apache-2.0
#include "checker/funds.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace wegwijzer::checker {
namespace {

using Kind = model::Fund::Kind;
using Line = model::PlannedStep::CostLine;

/// A cost of a run on its day, with those who pay it.
struct Charge {
    const Run* run = nullptr;
    Line line;
};

std::string cents(std::int64_t money) { return std::to_string(money) + " cents"; }

/// What was used of the funds so far.
struct Book {
    std::map<std::uint32_t, std::int64_t> in_all;
    std::map<std::tuple<std::uint32_t, int, int>, std::int64_t> in_quarter;
};

class FundChecks {
public:
    FundChecks(const Setting& setting, const Walk& walk, Report& report)
        : setting_(setting), walk_(walk), report_(report) {}

    void check() {
        Book book = opening_book();
        for (const auto& charge : charges()) check_charge(charge, book);
        for (const auto& run : walk_.runs()) check_sums(run);
    }

private:
    void tell(const Run& run, std::string what) { report_.tell("R15", run.key(), std::move(what)); }

    [[nodiscard]] Book opening_book() const {
        Book book;
        for (const auto& use : setting_.profile.funds)
            book.in_all[use.fund.index] += use.used.cents;
        return book;
    }

    /// By due day, then key, then cost.
    [[nodiscard]] std::vector<Charge> charges() const {
        std::vector<Charge> all;
        for (const auto& run : walk_.runs())
            for (const auto& line : run.planned->cost_lines) all.push_back({&run, line});
        std::sort(all.begin(), all.end(), [](const Charge& a, const Charge& b) {
            return std::tuple(a.line.due, a.run->key(), a.line.cost) <
                   std::tuple(b.line.due, b.run->key(), b.line.cost);
        });
        return all;
    }

    void check_charge(const Charge& charge, Book& book) {
        const auto& [run, line] = charge;
        std::int64_t left = line.amount.cents;
        std::tuple<int, int, std::string> last{-1, 0, ""};
        for (const auto& payment : line.payments) {
            const auto place = place_of(payment);
            if (place <= last) tell(*run, "its payers do not stand in their order");
            last = place;
            if (payment.fund.is_none()) {
                check_pilot(*run, line, payment);
                if (payment.amount.cents != left) tell(*run, "a pilot pays all that is left");
                left -= payment.amount.cents;
                continue;
            }
            if (const auto wrong = why_not_paid(*run, line, payment); !wrong.empty())
                tell(*run, setting_.catalogue[payment.fund].id + " does not pay it: " + wrong);
            const auto due = payment_due(payment.fund, line.due, left, book);
            if (payment.amount.cents != due)
                tell(*run, setting_.catalogue[payment.fund].id + " pays " + cents(due) + ", not " +
                               cents(payment.amount.cents));
            enter(book, payment, line.due);
            left -= payment.amount.cents;
        }
        if (left < 0) tell(*run, "more is paid than it costs");
        check_nothing_is_missed(charge);
    }

    [[nodiscard]] std::tuple<int, int, std::string> place_of(const model::Payment& payment) const {
        if (payment.fund.is_none()) return {0, 0, setting_.catalogue[payment.pilot].id};
        const auto& fund = setting_.catalogue[payment.fund];
        return {1, fund.order, fund.id};
    }

    [[nodiscard]] bool pays(const std::vector<model::CostRef>& refs, const Run& run,
                            const Line& line) const {
        const auto& name = run.step->costs[line.cost].id;
        return std::any_of(refs.begin(), refs.end(), [&](const model::CostRef& ref) {
            return ref.step == run.planned->step &&
                   setting_.catalogue[ref.step].costs[ref.cost].id == name;
        });
    }

    void check_pilot(const Run& run, const Line& line, const model::Payment& payment) {
        const auto& used = run.planned->pilots;
        const auto& pilot = setting_.catalogue[payment.pilot];
        if (std::find(used.begin(), used.end(), payment.pilot) == used.end())
            tell(run, "pilot " + pilot.id + " pays, but the run is not of it");
        else if (!pays(pilot.pays, run, line) || pilot.pay_kind != payment.kind)
            tell(run, "pilot " + pilot.id + " does not pay this cost so");
    }

    [[nodiscard]] std::string why_not_paid(const Run& run, const Line& line,
                                           const model::Payment& payment) const {
        const auto& fund = setting_.catalogue[payment.fund];
        if (!pays(fund.pays, run, line)) return "it is not for this cost";
        if (payment.kind != fund.kind) return "it is of another kind";
        if (fund.tries && run.planned->attempt > *fund.tries) return "it pays fewer attempts";
        if (!is_open(fund, run)) return "`opens` does not hold on the start";
        return "";
    }

    [[nodiscard]] bool is_open(const model::Fund& fund, const Run& run) const {
        return fund.opens.is_empty() || walk_.holds_on(fund.opens, run.start);
    }

    /// In ten-thousandths.
    [[nodiscard]] std::int64_t share_on(model::FundId id, Date day) const {
        const auto* entry = entry_of(setting_.catalogue[id].share, setting_.person, day);
        return entry == nullptr || !entry->value ? 0 : std::llround(*entry->value * 10'000);
    }

    [[nodiscard]] std::tuple<std::uint32_t, int, int> quarter(model::FundId id, Date day) const {
        const auto date = setting_.almanac.look_up(day);
        return {id.index, date.year, (date.month + 2) / 3};
    }

    [[nodiscard]] std::int64_t payment_due(model::FundId id, Date day, std::int64_t left,
                                           const Book& book) const {
        const auto& fund = setting_.catalogue[id];
        auto due = (2 * left * share_on(id, day) + 10'000) / 20'000;
        const auto used = [](const auto& entries, const auto& key) {
            const auto entry = entries.find(key);
            return entry == entries.end() ? std::int64_t{0} : entry->second;
        };
        if (fund.ceiling)
            due = std::min(
                due, std::max<std::int64_t>(0, fund.ceiling->cents - used(book.in_all, id.index)));
        if (fund.ceiling_quarter)
            due = std::min(
                due, std::max<std::int64_t>(
                         0, fund.ceiling_quarter->cents - used(book.in_quarter, quarter(id, day))));
        return due;
    }

    void enter(Book& book, const model::Payment& payment, Date day) const {
        book.in_all[payment.fund.index] += payment.amount.cents;
        book.in_quarter[quarter(payment.fund, day)] += payment.amount.cents;
    }

    /// A gift without a ceiling that was open the day before as well can only help.
    void check_nothing_is_missed(const Charge& charge) {
        const auto& [run, line] = charge;
        if (run->is_under_way()) return;
        std::int64_t left = line.amount.cents;
        for (const auto& payment : line.payments)
            if (payment.kind != Kind::loan) left -= payment.amount.cents;
        for (std::uint32_t f = 0; f < setting_.catalogue.funds.size(); ++f) {
            const auto& fund = setting_.catalogue.funds[f];
            if (fund.kind == Kind::loan || fund.ceiling || fund.ceiling_quarter ||
                !pays(fund.pays, *run, line) || (fund.tries && run->planned->attempt > *fund.tries))
                continue;
            const bool is_paying = std::any_of(
                line.payments.begin(), line.payments.end(),
                [&](const model::Payment& payment) { return payment.fund == model::FundId{f}; });
            if (is_paying || 2 * left * share_on({f}, line.due) < 10'000) continue;
            const Date before = run->start - Days{1};
            if (run->start > setting_.question.on && is_open(fund, *run) &&
                (fund.opens.is_empty() || walk_.holds_on(fund.opens, before)))
                tell(*run, "fund " + fund.id + " would pay a part of it too");
        }
    }

    void check_sums(const Run& run) {
        std::map<Kind, std::int64_t> sums;
        for (const auto& line : run.planned->cost_lines)
            for (const auto& payment : line.payments) sums[payment.kind] += payment.amount.cents;
        const auto& planned = *run.planned;
        if (planned.gift.cents != sums[Kind::gift] ||
            planned.employer.cents != sums[Kind::employer] ||
            planned.loan.cents != sums[Kind::loan])
            tell(run, "what others pay is not the sum of its payments");
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> by_payer;
        for (const auto& line : planned.cost_lines)
            for (const auto& payment : line.payments)
                by_payer[{payment.fund.index, payment.pilot.index}] += payment.amount.cents;
        for (const auto& payment : planned.payments)
            by_payer[{payment.fund.index, payment.pilot.index}] -= payment.amount.cents;
        for (const auto& [payer, rest] : by_payer)
            if (rest != 0) tell(run, "its payments by payer are not those of its lines");
    }

    const Setting& setting_;
    const Walk& walk_;
    Report& report_;
};

}  // namespace

void check_funds(const Setting& setting, const Walk& walk, Report& report) {
    FundChecks(setting, walk, report).check();
}

bool funds_are_open(const Setting& setting, const Walk& walk) {
    for (const auto& run : walk.runs()) {
        if (run.is_under_way()) continue;
        for (const auto& payment : run.planned->payments) {
            if (payment.fund.is_none()) continue;
            const auto& opens = setting.catalogue[payment.fund].opens;
            if (!opens.is_empty() && !walk.holds_on(opens, run.start)) return false;
        }
    }
    return true;
}

}  // namespace wegwijzer::checker
