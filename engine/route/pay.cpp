// SPDX-License-Identifier: Apache-2.0
#include "route/pay.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace wegwijzer::route {

namespace {

using Kind = model::Fund::Kind;

Kind kind_of(const model::Catalogue& catalogue, const PayerId& who) {
    return who.fund.is_none() ? catalogue[who.pilot].pay_kind : catalogue[who.fund].kind;
}

/// Pays the charges one after another; tries what is left out where that may matter.
class Paying {
public:
    Paying(const Person& person, const Spent& spent, std::vector<Charge>& charges)
        : person_(person), catalogue_(person.catalogue()), spent_(spent), charges_(charges) {}

    void pay_all() {
        for (std::size_t c = 0; c < charges_.size(); ++c)
            for (std::size_t p = 0; p < charges_[c].payers.size(); ++p)
                if (may_be_left_out(c, p)) optional_.push_back({c, p});
        left_out_.assign(optional_.size(), false);
        struck_ = false;
        try_once();
        // where no ceiling strikes and no loan comes first, all that are chosen pay
        if (!struck_ && !lends_first_) return;
        best_ = charges_;
        least_ = own_of(charges_);
        choose(0);
        charges_ = best_;
    }

private:
    struct Place {
        std::size_t charge, payer;
    };
    static constexpr std::size_t most_optional = 14;  // of those that are tried without

    [[nodiscard]] bool is_limited(const PayerId& who) const {
        if (who.fund.is_none()) return false;
        const auto& fund = catalogue_[who.fund];
        return fund.ceiling || fund.ceiling_quarter;
    }

    /// To leave a payer out can only help where a later one gives: it then gives more, or the
    /// ceiling lasts longer.
    bool may_be_left_out(std::size_t c, std::size_t p) {
        const auto& payers = charges_[c].payers;
        const bool lends = kind_of(catalogue_, payers[p]) == Kind::loan;
        if (!lends && !is_limited(payers[p])) return false;
        const bool one_gives_later = std::any_of(
            payers.begin() + static_cast<std::ptrdiff_t>(p) + 1, payers.end(),
            [&](const PayerId& other) { return kind_of(catalogue_, other) != Kind::loan; });
        lends_first_ = lends_first_ || (lends && one_gives_later);
        return one_gives_later && optional_.size() < most_optional;
    }

    void choose(std::size_t k) {
        if (k == optional_.size()) {
            try_once();
            if (const Money own = own_of(charges_); own < least_) {
                least_ = own;
                best_ = charges_;
            }
            return;
        }
        left_out_[k] = false;
        choose(k + 1);
        left_out_[k] = true;
        choose(k + 1);
        left_out_[k] = false;
    }

    void try_once() {
        Spent used = spent_;
        std::size_t next = 0;
        for (std::size_t c = 0; c < charges_.size(); ++c) {
            auto& charge = charges_[c];
            charge.payments.clear();
            std::int64_t left = charge.amount.cents;
            for (std::size_t p = 0; p < charge.payers.size(); ++p) {
                bool is_out = false;
                if (next < optional_.size() && optional_[next].charge == c &&
                    optional_[next].payer == p)
                    is_out = left_out_[next++];
                if (is_out || left <= 0) continue;
                const auto cents = payment(charge, charge.payers[p], left, used);
                if (cents == 0) continue;
                const auto& who = charge.payers[p];
                const model::Payment paid{who.fund, who.pilot, kind_of(catalogue_, who),
                                          Money{cents}};
                used.add(paid, charge.due);
                charge.payments.push_back(paid);
                left -= cents;
            }
        }
    }

    [[nodiscard]] std::int64_t payment(const Charge& charge, const PayerId& who, std::int64_t left,
                                       const Spent& used) {
        if (who.fund.is_none()) return left;
        const auto& fund = catalogue_[who.fund];
        const auto* share = pick(fund.share, person_, charge.due);
        if (share == nullptr || !share->value) return 0;
        const auto wished =
            share_of(left, static_cast<std::int32_t>(std::lround(*share->value * 10'000)));
        std::int64_t cents = wished;
        const auto cap = [&](const std::optional<Money>& ceiling, const auto& book,
                             const auto& key) {
            if (!ceiling) return;
            const auto entry = book.find(key);
            const auto gone = entry == book.end() ? 0 : entry->second;
            cents = std::min(cents, std::max<std::int64_t>(0, ceiling->cents - gone));
        };
        cap(fund.ceiling, used.in_all, who.fund.index);
        cap(fund.ceiling_quarter, used.in_quarter,
            std::pair(who.fund.index, quarter_of(charge.due)));
        struck_ = struck_ || cents < wished;
        return cents;
    }

    const Person& person_;
    const model::Catalogue& catalogue_;
    const Spent& spent_;
    std::vector<Charge>& charges_;
    std::vector<Place> optional_;
    std::vector<bool> left_out_;
    bool struck_ = false, lends_first_ = false;
    std::vector<Charge> best_;
    Money least_;
};

}  // namespace

Money Charge::paid(Kind kind) const {
    Money sum;
    for (const auto& payment : payments)
        if (payment.kind == kind) sum += payment.amount;
    return sum;
}

Money Charge::own() const { return amount - paid(Kind::gift) - paid(Kind::employer); }

Money Charge::cash() const { return own() - paid(Kind::loan); }

void Spent::add(const model::Payment& payment, Date due) {
    if (payment.fund.is_none()) return;
    in_all[payment.fund.index] += payment.amount.cents;
    in_quarter[{payment.fund.index, quarter_of(due)}] += payment.amount.cents;
}

void pay(const Person& person, const Spent& spent, std::vector<Charge>& charges) {
    std::sort(charges.begin(), charges.end(), [](const Charge& a, const Charge& b) {
        return std::tie(a.due, a.key, a.cost) < std::tie(b.due, b.key, b.cost);
    });
    Paying(person, spent, charges).pay_all();
}

Money own_of(const std::vector<Charge>& charges) {
    Money own;
    for (const auto& charge : charges) own += charge.own();
    return own;
}

std::int32_t quarter_of(Date day) {
    const auto civil = to_civil(day);
    return civil.year * 4 + (civil.month - 1) / 3;
}

}  // namespace wegwijzer::route
