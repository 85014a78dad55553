// SPDX-License-Identifier: Apache-2.0
/// Every figure that the packs state. This is the one place that says what a figure is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::model {

/// A figure is an amount, a term, a chance, a number of hours or times, or a day that comes from
/// the world and on which a date, a price or a chance of a plan rests.
///
/// No figures are: a step of 0 days and other zeros (they say how a pack is built), `pace` and
/// `repeat` (an offer of the planner, no claim about the world), `in_force` (when an entry counts)
/// and levels or days inside expressions (a need, not a figure; it has a source of its own).
enum class FigureKind : std::uint8_t {
    duration,
    effort,
    load,
    least,             ///< how long an open step lasts at the least
    extension,         ///< the time of `extend`
    extension_chance,  ///< its chance
    cost,
    income,
    income_after,  ///< from when an income is paid
    pass,          ///< chance of passing
    again,         ///< wait after a failed attempt
    attempts,      ///< how many there may be
    chance,        ///< of an outcome
    younger,       ///< how old a certificate may be
    within,        ///< by when a `must` is asked
    lasts,         ///< how long a credential is valid
    calendar,      ///< the days of a calendar
    lead,          ///< how long before a session one signs up
    event,         ///< when something happens by itself
    deadline,      ///< of a duty
    share,
    ceiling,
    ceiling_quarter,
    tries,  ///< how often a fund pays
    usual,  ///< what is taken when nobody answered
    row,    ///< of a table
};
/// "duration", "extension-chance", …
[[nodiscard]] std::string_view name_of(FigureKind kind);

enum class FigureUnit : std::uint8_t {
    none,
    days,
    weeks,
    months,
    years,
    working_days,
    hours,
    hours_per_week,
    cents,
    share,
    times
};

/// A value with its unit; the three numbers are equal unless it is a range. Estimates of a duration
/// are in days.
struct Quantity {
    double min = 0;
    double likely = 0;
    double max = 0;
    FigureUnit unit = FigureUnit::none;
    bool is_estimate = false;  ///< a range, or "about"
    [[nodiscard]] bool is_range() const { return min != max; }
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

struct StatedFigure {
    FigureKind kind = FigureKind::duration;
    std::string of;                 ///< id of what it belongs to: "big.bi-test", "big.bi-test/fee"
    std::optional<Quantity> value;  ///< none: unknown, or only to be told in `text`
    std::string text;               ///< of a calendar or deadline
    Per per = Per::once;            ///< of a cost
    bool is_unknown = false;        ///< nobody published it
    TableId table;                  ///< of a row
    std::uint32_t row = 0;
    PackId pack;
    SourceId source;
    SourceSpan span;
    SourceSpan owner;  ///< of what it belongs to
};

/// Each figure as often as it is written: what a step has from another one (`like`), and what a
/// pilot leaves as it was, counts once, for the one in whose text it stands. In the order of the
/// texts.
[[nodiscard]] std::vector<StatedFigure> figures_of(const Catalogue& catalogue);

}  // namespace wegwijzer::model
