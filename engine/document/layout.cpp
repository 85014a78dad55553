// SPDX-License-Identifier: Apache-2.0
#include "document/layout.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::size_t narrowest_text = 20;

/// Bytes of the first `count` code points.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size() && count > 0; --count) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) ++at;
    }
    return at;
}

/// Whether the space at `at` stands inside an amount ("€ 85") or a share ("81 %").
bool belongs_together(std::string_view text, std::size_t at) {
    return text.substr(0, at).ends_with("€") || text.substr(at + 1).starts_with("%");
}

}  // namespace

std::size_t width_of(std::string_view text) { return count_code_points(text); }

std::string left(std::string_view text, std::size_t width) {
    const std::size_t taken = width_of(text);
    return std::string(text) + std::string(width > taken ? width - taken : 0, ' ');
}

std::string right(std::string_view text, std::size_t width) {
    const std::size_t taken = width_of(text);
    return std::string(width > taken ? width - taken : 0, ' ') + std::string(text);
}

std::string cut(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) return std::string(text);
    if (width == 0) return {};
    std::string_view kept = text.substr(0, bytes_of(text, width - 1));
    while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
    return std::string(kept) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t taken = 0;
    while (!text.empty()) {
        std::size_t end = std::min(text.find(' '), text.size());
        while (end + 1 < text.size() && belongs_together(text, end))
            end = std::min(text.find(' ', end + 1), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        const std::size_t wide = width_of(word);
        if (taken > 0 && taken + 1 + wide > width) {
            lines.push_back(std::move(line));
            line.clear();
            taken = 0;
        }
        if (taken > 0) line += ' ';
        line += word;
        taken += wide + (taken > 0 ? 1 : 0);
    }
    if (taken > 0) lines.push_back(std::move(line));
    return lines;
}

std::string paragraph(std::string_view first, std::string_view text, std::size_t width) {
    const std::size_t indent = width_of(first);
    const std::size_t room = std::max(narrowest_text, width > indent ? width - indent : 0);
    std::string out;
    for (const std::string& line : wrapped(text, room)) {
        out += out.empty() ? std::string(first) : std::string(indent, ' ');
        out += line;
        out += '\n';
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string TextTable::text(std::size_t width) const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t k = 0; k < row.size(); ++k)
            widths[k] = std::max(widths[k], width_of(row[k]));
    }
    std::string out;
    for (const auto& row : rows_) {
        std::string first;
        for (std::size_t k = 0; k + 1 < row.size(); ++k) first += left(row[k], widths[k]) + "  ";
        const std::string last = row.empty() ? std::string() : row.back();
        std::string lines = paragraph(first, last, width);
        if (lines.empty()) {
            while (!first.empty() && first.back() == ' ') first.pop_back();
            lines = first + '\n';
        }
        out += lines;
    }
    return out;
}

}  // namespace wegwijzer::document
