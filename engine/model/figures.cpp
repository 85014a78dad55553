// SPDX-License-Identifier: Apache-2.0
#include "model/figures.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>
#include <variant>

namespace wegwijzer::model {
namespace {

Quantity quantity_of(Term term) {
    constexpr std::array units = {FigureUnit::days, FigureUnit::weeks, FigureUnit::months,
                                  FigureUnit::years, FigureUnit::working_days};
    const double count = term.count;
    return {count, count, count, units.at(static_cast<std::size_t>(term.unit)), false};
}

Quantity quantity_of(const Estimate& estimate, FigureUnit unit) {
    return {estimate.min, estimate.likely, estimate.max, unit, true};
}

Quantity quantity_of(const Duration& duration) {
    if (const auto* term = std::get_if<Term>(&duration.value)) return quantity_of(*term);
    return quantity_of(std::get<Estimate>(duration.value), FigureUnit::days);
}

Quantity quantity_of(const Estimate& effort) {
    Quantity hours = quantity_of(effort, FigureUnit::hours);
    hours.is_estimate = effort.is_range();
    return hours;
}

Quantity quantity_of(WeeklyRate rate) {
    const double hours = rate.hundredths / 100.0;
    return {hours, hours, hours, FigureUnit::hours_per_week, false};
}

Quantity quantity_of(const Amount& amount) {
    const auto cents = [](Money money) { return static_cast<double>(money.cents); };
    return {cents(amount.min), cents(amount.likely), cents(amount.max), FigureUnit::cents,
            amount.is_range()};
}

Quantity quantity_of(Money money) { return quantity_of(Amount{money, money, money}); }

Quantity quantity_of(double share) { return {share, share, share, FigureUnit::share, false}; }

Quantity times(int count) {
    const double number = count;
    return {number, number, number, FigureUnit::times, false};
}

bool is_nothing(const Quantity& value) { return value.max == 0 && value.unit != FigureUnit::cents; }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string text_of(const Calendar::YearDay& day) {
    return two_digits(day.month) + "-" + two_digits(day.day);
}

std::string text_of(const std::variant<Calendar::YearDay, Date>& day) {
    const auto* date = std::get_if<Date>(&day);
    return date != nullptr ? to_string(*date) : text_of(std::get<Calendar::YearDay>(day));
}

std::string text_of(const Calendar& calendar) {
    std::string text;
    const auto add = [&](const std::string& day) { text += (text.empty() ? "" : ", ") + day; };
    for (const Calendar::YearDay& day : calendar.yearly) add(text_of(day));
    for (const Calendar::Session& session : calendar.on) add(to_string(session.session));
    for (const Calendar::Closure& closure : calendar.closed)
        add(text_of(closure.from) + ".." + text_of(closure.until));
    return text;
}

/// Whether a figure at `span` stands in the text of what is declared at `owner`, as far as can be
/// told: in the same file, below it.
bool is_below(const SourceSpan& owner, const SourceSpan& span) {
    return owner.text == span.text && owner.line <= span.line;
}

class Collector {
public:
    explicit Collector(const Catalogue& catalogue) : catalogue_(catalogue) {}

    std::vector<StatedFigure> collect() {
        for (const Step& step : catalogue_.steps) {
            begin(step.id, step.pack, step.span);
            add_step(step);
        }
        for (const Pilot& pilot : catalogue_.pilots)
            for (const PilotChange& change : pilot.changes) {
                begin(catalogue_[change.step].id, pilot.pack, pilot.span);
                add_step(change.changed);
            }
        add_others();
        std::vector<StatedFigure> all;
        all.reserve(found_.size());
        for (auto& [key, figure] : found_) all.push_back(std::move(figure));
        return all;
    }

private:
    /// Place, kind and value: two figures that are equal in these are one.
    using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, FigureKind, double, double,
                           double, std::string>;

    void begin(const std::string& id, PackId pack, SourceSpan span) {
        id_ = id;
        pack_ = pack;
        owner_ = span;
    }

    StatedFigure start(FigureKind kind, SourceId source, SourceSpan span,
                       const std::string& part = {}) const {
        StatedFigure made;
        made.kind = kind;
        made.of = part.empty() ? id_ : id_ + "/" + part;
        made.pack = pack_;
        made.source = source;
        made.span = span;
        made.owner = owner_;
        return made;
    }

    void keep(StatedFigure figure) {
        const Quantity value = figure.value.value_or(Quantity{});
        Key key{figure.span.text, figure.span.line, figure.span.column, figure.kind,
                value.min,        value.likely,     value.max,          figure.text};
        const auto known = found_.find(key);
        if (known == found_.end()) {
            found_.emplace(std::move(key), std::move(figure));
        } else if (is_below(figure.owner, figure.span) &&
                   (!is_below(known->second.owner, figure.span) ||
                    known->second.owner.line < figure.owner.line)) {
            known->second = std::move(figure);
        }
    }

    void add(FigureKind kind, const Quantity& value, SourceId source, SourceSpan span,
             const std::string& part = {}) {
        if (is_nothing(value)) return;
        StatedFigure made = start(kind, source, span, part);
        made.value = value;
        keep(std::move(made));
    }

    template <class T>
    void add(FigureKind kind, const Figure<T>& figure, const std::string& part = {},
             Per per = Per::once) {
        for (const Case<T>& one : figure.cases) {
            if (!one.value && !one.is_unknown) continue;  // an end
            StatedFigure made = start(kind, one.source, one.span, part);
            made.is_unknown = one.is_unknown;
            made.per = per;
            if (one.value) made.value = quantity_of(*one.value);
            if (made.is_unknown || !is_nothing(*made.value)) keep(std::move(made));
        }
    }

    void add_step(const Step& step) {
        add(FigureKind::duration, step.duration);
        add(FigureKind::effort, step.effort);
        add(FigureKind::load, step.load);
        if (step.clock == Clock::open)
            add(FigureKind::least, quantity_of(step.least), step.source, step.span);
        if (step.extend) {
            const Extension& extend = *step.extend;
            add(FigureKind::extension, quantity_of(extend.time), extend.source, step.span);
            add(FigureKind::extension_chance, quantity_of(extend.chance), extend.source, step.span);
        }
        for (const Need& need : step.needs)
            if (need.younger)
                add(FigureKind::younger, quantity_of(*need.younger), need.source, need.span,
                    need.id);
        for (const Must& must : step.musts)
            add(FigureKind::within, quantity_of(must.within), must.source, must.span, must.id);
        add_chances(step);
        for (const Cost& cost : step.costs) add(FigureKind::cost, cost.amount, cost.id, cost.per);
        for (const Income& income : step.income) add_income(income);
    }

    void add_chances(const Step& step) {
        if (step.attempt) {
            const Attempt& attempt = *step.attempt;
            add(FigureKind::pass, attempt.pass);
            add(FigureKind::again, quantity_of(attempt.again), attempt.source, attempt.span);
            if (attempt.most)
                add(FigureKind::attempts, times(*attempt.most), attempt.source, attempt.span);
        }
        for (const Outcome& outcome : step.outcomes)
            if (outcome.chance)
                add(FigureKind::chance, quantity_of(*outcome.chance), outcome.source, outcome.span,
                    outcome.id);
    }

    void add_income(const Income& income) {
        StatedFigure made = start(FigureKind::income, income.source, income.span);
        made.per = Per::month;
        made.is_unknown = !income.monthly;
        if (income.monthly) made.value = quantity_of(*income.monthly);
        keep(std::move(made));
        add(FigureKind::income_after, quantity_of(income.after), income.source, income.span);
    }

    void add_others() {
        for (const Credential& credential : catalogue_.credentials) {
            begin(credential.id, credential.pack, credential.span);
            add(FigureKind::lasts, credential.lasts);
        }
        for (const Calendar& calendar : catalogue_.calendars) add_calendar(calendar);
        for (const Event& event : catalogue_.events) {
            begin(event.id, event.pack, event.span);
            add(FigureKind::event, quantity_of(event.in), event.source, event.span);
        }
        for (const Duty& duty : catalogue_.duties) {
            begin(duty.id, duty.pack, duty.span);
            StatedFigure made = start(FigureKind::deadline, duty.source, duty.span);
            made.text = duty.by.text;
            keep(std::move(made));
        }
        for (const Fund& fund : catalogue_.funds) add_fund(fund);
        for (const Attribute& attribute : catalogue_.attributes) add_usual(attribute);
        for (std::uint32_t k = 0; k < catalogue_.tables.size(); ++k) add_rows({k});
    }

    void add_calendar(const Calendar& calendar) {
        begin(calendar.id, calendar.pack, calendar.span);
        StatedFigure made = start(FigureKind::calendar, calendar.source, calendar.span);
        made.text = text_of(calendar);
        keep(std::move(made));
        add(FigureKind::lead, quantity_of(calendar.lead), calendar.source, calendar.span);
    }

    void add_fund(const Fund& fund) {
        begin(fund.id, fund.pack, fund.span);
        add(FigureKind::share, fund.share);
        if (fund.ceiling)
            add(FigureKind::ceiling, quantity_of(*fund.ceiling), fund.source, fund.span);
        if (fund.ceiling_quarter)
            add(FigureKind::ceiling_quarter, quantity_of(*fund.ceiling_quarter), fund.source,
                fund.span);
        if (fund.tries) add(FigureKind::tries, times(*fund.tries), fund.source, fund.span);
    }

    void add_usual(const Attribute& attribute) {
        const Value& usual = attribute.usual;
        if (!usual.is_known) return;
        begin(attribute.id, attribute.pack, attribute.span);
        StatedFigure made = start(FigureKind::usual, attribute.source, attribute.span);
        switch (attribute.type.kind) {
            case TypeKind::money:
                made.value = quantity_of(usual.as_money());
                break;
            case TypeKind::duration:
                made.value = quantity_of(usual.as_term());
                break;
            case TypeKind::date:
                made.text = to_string(usual.as_date());
                break;
            default:
                made.value =
                    Quantity{static_cast<double>(usual.number), static_cast<double>(usual.number),
                             static_cast<double>(usual.number), FigureUnit::none, false};
        }
        keep(std::move(made));
    }

    void add_rows(TableId id) {
        const Table& table = catalogue_[id];
        begin(table.id, table.pack, table.span);
        for (std::uint32_t k = 0; k < table.rows.size(); ++k) {
            StatedFigure made = start(FigureKind::row, table.rows[k].source, table.rows[k].span);
            made.table = id;
            made.row = k;
            keep(std::move(made));
        }
    }

    const Catalogue& catalogue_;
    std::string id_;
    PackId pack_;
    SourceSpan owner_;
    std::map<Key, StatedFigure> found_;
};

}  // namespace

std::string_view name_of(FigureKind kind) {
    constexpr std::array<std::string_view, 26> names = {
        "duration", "effort",   "load",         "least",   "extension",       "extension-chance",
        "cost",     "income",   "income-after", "pass",    "again",           "attempts",
        "chance",   "younger",  "within",       "lasts",   "calendar",        "lead",
        "event",    "deadline", "share",        "ceiling", "ceiling-quarter", "tries",
        "usual",    "row"};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<StatedFigure> figures_of(const Catalogue& catalogue) {
    return Collector(catalogue).collect();
}

}  // namespace wegwijzer::model
