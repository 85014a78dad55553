// SPDX-License-Identifier: Apache-2.0
/// Whether the entries of a figure leave nobody and no day without a value.
#pragma once

#include <string_view>
#include <vector>

#include "model/catalogue.hpp"
#include "pack/draft.hpp"

namespace wegwijzer::pack {

/// What the order of a figure's entries depends on.
struct CaseShape {
    Date from;
    bool has_condition = false;
    bool is_end = false;  ///< "none"
    SourceSpan span;
};

/// @errors  P031 dates out of order; P032 a value after the end of a rule; P033 no case for
/// everybody;
///          P034 a case that never counts
void check_case_shapes(Draft& draft, const std::vector<CaseShape>& shapes, std::string_view what);

template <class T>
void check_cases(Draft& draft, const model::Figure<T>& figure, std::string_view what) {
    std::vector<CaseShape> shapes;
    shapes.reserve(figure.cases.size());
    for (const model::Case<T>& one : figure.cases)
        shapes.push_back(
            {one.from, !one.when.text.empty(), !one.value && !one.is_unknown, one.span});
    check_case_shapes(draft, shapes, what);
}

/// A step that exists before the first day of a figure that it cannot do without (its clock) has a
/// gap.
/// @errors  P036
template <class T>
void check_covers(Draft& draft, const model::Figure<T>& figure, const model::Window& window,
                  std::string_view what) {
    if (figure.cases.empty() || figure.cases.front().from <= window.from) return;
    draft
        .error("P036", std::string(what) + " says nothing of the days before its first `from`",
               figure.cases.front().span)
        .hints.emplace_back("leave `from` out of the first entry, or give the step an `in_force`");
}

}  // namespace wegwijzer::pack
