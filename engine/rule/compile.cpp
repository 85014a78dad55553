// SPDX-License-Identifier: Apache-2.0
#include "rule/compile.hpp"

#include <utility>

#include "rule/checker.hpp"
#include "rule/given.hpp"
#include "rule/parser.hpp"
#include "rule/report.hpp"

namespace wegwijzer::rule {
namespace {

model::Expression compile_as(std::string_view text, Origin origin, const Names& names,
                             const model::Type* expected, Use use, Diagnostics& found) {
    detail::Reporter report(text, origin, found);
    const detail::SyntaxTree tree = detail::parse(report);
    model::Expression expression = detail::Checker(tree, names, report).run(expected);
    if (report.has_errors() || expression.is_empty()) return {};

    Diagnostics given;
    detail::check_given(expression, use, names.catalogue(), given);
    const bool is_refused = given.has_errors();
    found.append(std::move(given));
    if (is_refused) return {};

    expression.text = text;
    expression.span = report.place({0, static_cast<std::uint32_t>(text.size())});
    return expression;
}

}  // namespace

model::Expression compile(std::string_view text, Origin origin, const Names& names,
                          const model::Type& expected, Use use, Diagnostics& found) {
    return compile_as(text, origin, names, &expected, use, found);
}

model::Expression compile_any(std::string_view text, Origin origin, const Names& names, Use use,
                              Diagnostics& found) {
    return compile_as(text, origin, names, nullptr, use, found);
}

}  // namespace wegwijzer::rule
