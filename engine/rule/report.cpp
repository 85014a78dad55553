// SPDX-License-Identifier: Apache-2.0
#include "rule/report.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace wegwijzer::rule::detail {
namespace {

bool is_one_ascii_line(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c != '\n' && static_cast<unsigned char>(c) < 0x80; });
}

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(count_code_points(text));
}

// The search costs candidates × length²; who types more than this did not mistype a name.
constexpr std::size_t longest_name = 64;

}  // namespace

Reporter::Reporter(std::string_view text, Origin origin, Diagnostics& found)
    : text_(text), origin_(origin), found_(found), is_plain_(is_one_ascii_line(text)) {}

void Reporter::error(std::string_view code, std::string message, Extent where,
                     std::vector<std::string> hints) {
    if (++count_ > most) return;
    found_.error(code, std::move(message), place(where)).hints = std::move(hints);
}

SourceSpan Reporter::place(Extent where) const {
    SourceSpan span = origin_.start;
    if (!origin_.is_verbatim) return span;
    if (is_plain_) {
        span.column += where.begin;
        span.length = std::max(where.end - where.begin, 1U);
        return span;
    }
    const std::string_view before = text_.substr(0, where.begin);
    const std::size_t line_end = before.rfind('\n');
    if (line_end == std::string_view::npos) {
        span.column += code_points(before);
    } else {
        span.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
        span.column = code_points(before.substr(line_end + 1)) + 1;
    }
    const std::string_view marked = text(where);
    span.length = std::max(code_points(marked.substr(0, marked.find('\n'))), 1U);
    return span;
}

std::vector<std::string> did_you_mean(std::string_view name,
                                      const std::vector<std::string_view>& candidates) {
    if (name.size() > longest_name) return {};
    const auto near = nearest(name, candidates);
    if (!near) return {};
    return {"did you mean " + quoted(*near) + "?"};
}

}  // namespace wegwijzer::rule::detail
