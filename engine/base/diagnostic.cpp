// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace wegwijzer {

Diagnostic& Diagnostics::error(std::string_view code, std::string message, SourceSpan span) {
    return found_.emplace_back(Diagnostic{Severity::error, code, std::move(message), span, {}, {}});
}

Diagnostic& Diagnostics::warning(std::string_view code, std::string message, SourceSpan span) {
    return found_.emplace_back(
        Diagnostic{Severity::warning, code, std::move(message), span, {}, {}});
}

void Diagnostics::add(Diagnostic diagnostic) { found_.push_back(std::move(diagnostic)); }

void Diagnostics::append(Diagnostics other) {
    found_.insert(found_.end(), std::make_move_iterator(other.found_.begin()),
                  std::make_move_iterator(other.found_.end()));
}

void Diagnostics::sort_by_place() {
    // What has no place bears the highest text number, and so comes last.
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.span.text, a.span.line, a.span.column) <
               std::tie(b.span.text, b.span.line, b.span.column);
    });
}

bool Diagnostics::has_errors() const {
    return std::any_of(found_.begin(), found_.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace wegwijzer
