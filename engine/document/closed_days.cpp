// SPDX-License-Identifier: Apache-2.0
#include "document/closed_days.hpp"

#include <algorithm>
#include <variant>

namespace wegwijzer::document {
namespace {

using YearDay = model::Calendar::YearDay;

Date in_year(const std::variant<YearDay, Date>& day, int year) {
    if (const auto* const fixed = std::get_if<Date>(&day)) return *fixed;
    const YearDay yearly = std::get<YearDay>(day);
    return to_date({year, yearly.month, std::min(yearly.day, days_in_month(year, yearly.month))});
}

}  // namespace

std::vector<DayInterval> closed_days(const model::Calendar& calendar, Date from, Date until) {
    std::vector<DayInterval> days;
    from = std::max(from, calendar.in_force.from);
    until = std::min(until, calendar.in_force.until);
    if (until <= from) return days;
    const int last = to_civil(until).year;
    for (const model::Calendar::Closure& closure : calendar.closed) {
        const bool is_yearly = std::holds_alternative<YearDay>(closure.from);
        // One year earlier, as a closure may pass the year's end.
        for (int year = is_yearly ? to_civil(from).year - 1 : last; year <= last; ++year) {
            const Date begin = in_year(closure.from, year);
            Date end = in_year(closure.until, year);
            if (is_yearly && end <= begin) end = in_year(closure.until, year + 1);
            const DayInterval cut{std::max(begin, from), std::min(end, until)};
            if (cut.from < cut.until) days.push_back(cut);
        }
    }
    std::sort(days.begin(), days.end(),
              [](const DayInterval& a, const DayInterval& b) { return a.from < b.from; });
    return days;
}

}  // namespace wegwijzer::document
