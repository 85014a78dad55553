// SPDX-License-Identifier: Apache-2.0
/// Reads figures: plain, with a source, by date, by person; and sees to it that each has a source.
#pragma once

#include <optional>
#include <string_view>

#include "base/duration.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "model/catalogue.hpp"
#include "pack/draft.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// What a figure is, and what holds for its entries unless they say otherwise.
struct FigureRule {
    std::string_view what;   ///< "a duration", for messages
    model::SourceId source;  ///< of what the figure belongs to; may be none
    std::string_view varies_with;
    bool may_be_unknown = false;  ///< `"unknown"` may stand (costs, income)
    bool needs_source = true;
};

/// The figure in `node`: a value, { value, source, … }, or a list of such tables.
/// @errors  P020 no such value; P030 without a source; P031 dates out of order; P032 a value after
/// the end of a
///          rule; P033 no case for everybody; P034 a case that never counts; P035 "unknown" or
///          "none" where it may not stand
[[nodiscard]] model::Figure<Duration> read_duration_figure(Draft& draft, const Node& node,
                                                           const FigureRule& rule);
[[nodiscard]] model::Figure<Term> read_term_figure(Draft& draft, const Node& node,
                                                   const FigureRule& rule);
[[nodiscard]] model::Figure<Estimate> read_effort_figure(Draft& draft, const Node& node,
                                                         const FigureRule& rule);
[[nodiscard]] model::Figure<WeeklyRate> read_rate_figure(Draft& draft, const Node& node,
                                                         const FigureRule& rule);
[[nodiscard]] model::Figure<Amount> read_amount_figure(Draft& draft, const Node& node,
                                                       const FigureRule& rule);
/// A number in (0, 1].
/// @errors  P008 out of that range, besides those above
[[nodiscard]] model::Figure<double> read_share_figure(Draft& draft, const Node& node,
                                                      const FigureRule& rule);

/// "16 hours/week"; none, and told (P020), where it is something else.
[[nodiscard]] std::optional<WeeklyRate> read_rate(Draft& draft, const Node& node);
/// A number in (0, 1]; none, and told (P008), where it is something else.
[[nodiscard]] std::optional<double> read_share(Draft& draft, const Node& node);

/// P030 unless there is a source.
void check_sourced(Draft& draft, model::SourceId source, std::string_view what, SourceSpan span);

}  // namespace wegwijzer::pack
