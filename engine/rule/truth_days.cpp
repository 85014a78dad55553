// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "rule/day_scan.hpp"
#include "rule/evaluate.hpp"
#include "rule/evaluator.hpp"

namespace wegwijzer::rule {
namespace {

using model::Truth;

class DayFinder {
public:
    DayFinder(const model::Expression& expression, const model::Node& node, const Facts& facts,
              const model::Catalogue& catalogue, DayInterval window)
        : expression_(expression),
          node_(node),
          facts_(facts),
          catalogue_(catalogue),
          window_(window),
          // Beyond the calendar's ends things stay as they are on its first and last day.
          first_(std::clamp(window.from, Date::first, Date::last)),
          end_(std::clamp(window.until, first_ + Days{1}, Date::last + Days{1})) {}

    TruthDays run() {
        if (window_.from >= window_.until) return {};
        judge(begins());
        return std::move(found_);
    }

private:
    /// First days of stretches on each of which the answer is one and the same; the first is
    /// `first_`.
    std::vector<Date> begins() {
        const DayInterval inside{first_, end_};
        const auto scan = detail::scan_days(expression_, node_, facts_, catalogue_, inside);
        std::vector<Date> days{first_};
        if (scan.needs_every_day) {
            for (Date day = first_ + Days{1}; day < end_; day = day + Days{1}) days.push_back(day);
            return days;
        }
        days.insert(days.end(), scan.changes.begin(), scan.changes.end());
        const std::size_t stretches = days.size();
        for (std::size_t i = 0; i < stretches; ++i) {
            const DayInterval stretch{days[i], i + 1 < stretches ? days[i + 1] : end_};
            for (const auto& pair : scan.pairs) add_switches(pair, stretch, days);
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        return days;
    }

    /// Within a stretch the facts stand still, so the order of a pair only goes one way.
    void add_switches(const detail::MovingPair& pair, DayInterval stretch,
                      std::vector<Date>& days) {
        const auto first = rank(pair, stretch.from);
        const auto last = rank(pair, stretch.until - Days{1});
        if (!first || !last) return;
        for (int wanted = *first + 1; wanted <= *last; ++wanted) {
            Date before = stretch.from;
            Date reached = stretch.until - Days{1};
            while (reached - before > Days{1}) {
                const Date middle = before + Days{(reached - before).count / 2};
                (rank(pair, middle).value_or(wanted) >= wanted ? reached : before) = middle;
            }
            days.push_back(reached);
        }
    }

    /// -1, 0, 1, never falling while days go by.
    [[nodiscard]] std::optional<int> rank(const detail::MovingPair& pair, Date on) const {
        detail::Question question{facts_, catalogue_, on, {}, pair.is_told};
        const auto order =
            detail::Evaluator(*pair.expression, question).compare(*pair.left, *pair.right);
        if (!order) return std::nullopt;
        const int sign = std::is_lt(*order) ? -1 : std::is_gt(*order) ? 1 : 0;
        return pair.is_up ? sign : -sign;
    }

    void judge(const std::vector<Date>& days) {
        for (std::size_t i = 0; i < days.size(); ++i) {
            detail::Question question{facts_, catalogue_, days[i], {}};
            const Truth truth = detail::Evaluator(expression_, question).truth(node_);
            const DayInterval stretch{i == 0 ? window_.from : days[i],
                                      i + 1 < days.size() ? days[i + 1] : window_.until};
            if (truth == Truth::yes) found_.yes.append(stretch);
            if (truth == Truth::unknown) found_.unknown.append(stretch);
        }
    }

    const model::Expression& expression_;
    const model::Node& node_;
    const Facts& facts_;
    const model::Catalogue& catalogue_;
    DayInterval window_;
    Date first_, end_;
    TruthDays found_;
};

}  // namespace

std::optional<std::vector<Date>> Facts::told_held_changes(model::CredentialId, DayInterval) const {
    return std::nullopt;
}

TruthDays truth_days(const model::Expression& expression, const model::Node& node,
                     const Facts& facts, const model::Catalogue& catalogue, DayInterval window) {
    return DayFinder(expression, node, facts, catalogue, window).run();
}

TruthDays truth_days(const model::Expression& expression, const Facts& facts,
                     const model::Catalogue& catalogue, DayInterval window) {
    if (!expression.is_empty()) {
        return truth_days(expression, expression.root(), facts, catalogue, window);
    }
    return {DaySet::of(window), {}};
}

}  // namespace wegwijzer::rule
